import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { english } from '../../domain/words/said.ts';
import { matchRig, type MatchRig } from './rig.ts';

let rig: MatchRig;
beforeEach(async () => {
  rig = matchRig();
  await rig.invoice('MY-2024-001', '2024-03-02', '100', '8', { due: '2024-04-01' });
  await rig.invoice('MY-2024-002', '2024-03-02', '50', '4');
});
afterEach(() => {
  expect(rig.verify()).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  rig.close();
});
const invoice = (number: string) => rig.call('invoices/show', { number });
const withhold = (invoice: string) =>
  rig.call('wht/recordStep', { invoices: [{ invoice, vendor: 'huawei' }], kind: 'rate', date: '2024-03-02', rate: '8', reason: 'agreed' });

describe('a line of a statement', () => {
  it('becomes a payment with its shares; the certificate that is to come is named; undo opens it again', async () => {
    await withhold('MY-2024-001');
    const key = rig.line('-100', { reference: 'MY-2024-001', counterparty: 'SPARKOO TECH', text: 'outward transfer' });
    const { proposals, outcome } = await rig.call('match/show', { money: key });
    expect(outcome).toBe('one');
    expect(proposals[0]!.steps.map(english)).toEqual(['108.00 − 8.00 = 100.00 USD']);
    const done = await rig.take(key);
    expect(done).toMatchObject({
      hypothesis: 'net',
      lines: [{ invoice: 'MY-2024-001', amount: '100' }],
      wht: [{ invoice: 'MY-2024-001', ratePct: '8', amount: '8' }],
      payment: { made: true, amount: '100', reference: 'MY-2024-001' },
      rule: null,
    });
    expect(rig.state(key)).toBe('matched');
    // Tax that is withheld is no payment: the invoice keeps it open until a certificate covers it.
    expect(await invoice('MY-2024-001')).toMatchObject({ paid: '100', withheld: '0', open: '8', total: '108' });
    expect((await rig.call('wht/expected', {})).rows.find((r) => r.invoice === 'MY-2024-001')).toMatchObject({ missing: '8' });
    expect((await rig.refused('match/show', { money: key })).code).toBe('match.no-money');
    const undone = await rig.call('match/undo', { id: done.id, reason: 'wrong line' });
    expect(undone.undone).toMatchObject({ reason: 'wrong line' });
    expect(rig.state(key)).toBe('open');
    expect(await invoice('MY-2024-001')).toMatchObject({ paid: '0', open: '108' });
    expect((await rig.call('payments/show', { id: done.payment.id })).status).toBe('void');
    expect((await rig.refused('match/undo', { id: done.id, reason: 'again' })).code).toBe('match.no-acceptance');
  });
  it('leaves what nothing was laid on as money of the payment', async () => {
    const key = rig.line('-200', { reference: 'MY-2024-002' });
    const done = await rig.take(key);
    expect(done.payment.amount).toBe('200');
    const list = await rig.call('match/list', {});
    expect(list.rows).toMatchObject([{ key: `payment:${done.payment.id}`, left: '146', direction: 'received' }]);
    const further = await rig.call('match/accept', {
      money: `payment:${done.payment.id}`,
      lines: [{ invoice: 'MY-2024-001', amount: '108' }],
    });
    expect(further.payment.made).toBe(false);
    expect(await invoice('MY-2024-001')).toMatchObject({ open: '0' });
    expect((await rig.refused('match/undo', { id: done.id, reason: 'x' })).code).toBe('match.later');
    await rig.call('match/undo', { id: further.id, reason: 'x' });
    await rig.call('match/undo', { id: done.id, reason: 'x' });
    expect(rig.state(key)).toBe('open');
    expect((await invoice('MY-2024-001')).open).toBe('108');
  });
  it('with a fee becomes a payment of what reached the invoice; the fee is on record', async () => {
    const key = rig.line('-120.5', { reference: 'MY-2024-001', charges: '-12.5' });
    const done = await rig.take(key);
    expect(done).toMatchObject({ hypothesis: 'fee-stated', fee: '12.5', payment: { amount: '108' } });
    expect((await rig.call('payments/show', { id: done.payment.id })).note).toContain('Fee of the bank: 12.50 USD.');
    expect(rig.state(key)).toBe('matched');
  });
  it('in another currency pays the invoice in its own', async () => {
    const key = rig.line('-470', { currency: 'MYR' });
    const done = await rig.call('match/accept', { money: key, lines: [{ invoice: 'MY-2024-001', amount: '100' }] });
    expect(done).toMatchObject({
      currency: 'MYR',
      amount: '470',
      fx: { currency: 'USD', rate: '4.7', paid: '100' },
      payment: { amount: '100', currency: 'USD' },
    });
    expect(rig.state(key)).toBe('matched');
  });
  it('is a payment of the book, not a second one', async () => {
    const paid = await rig.pay('TT-77001', '2024-03-29', '108', [{ invoice: 'MY-2024-001', amount: '108' }]);
    const key = rig.line('-108', { reference: 'TT-77001' });
    const done = await rig.take(key);
    expect(done).toMatchObject({ hypothesis: 'in-book', payment: { id: paid.id, made: false }, lines: [] });
    expect(await rig.call('payments/list', {})).toHaveLength(1);
    const other = rig.line('-108', { reference: 'TT-77001' });
    expect((await rig.refused('match/accept', { money: other, payment: paid.id })).code).toBe('match.payment');
    await rig.call('match/undo', { id: done.id, reason: 'x' });
    expect(rig.state(key)).toBe('open');
    expect((await rig.call('payments/show', { id: paid.id })).status).toBe('active');
  });
  it('whose payment is voided elsewhere is open again, and its acceptance has ended', async () => {
    const key = rig.line('-108', { reference: 'MY-2024-001' });
    const done = await rig.take(key);
    await rig.call('payments/void', { id: done.payment.id, reason: 'bounced' });
    expect(rig.state(key)).toBe('open');
    expect((await rig.call('match/accepted', {}))[0]).toMatchObject({ id: done.id, undone: { reason: 'bounced' } });
  });
  it('refuses what does not fit, and changes nothing', async () => {
    const key = rig.line('-60');
    for (const [name, input, code] of [
      ['nothing', {}, 'match.nothing'],
      ['more than it is', { lines: [{ invoice: 'MY-2024-001', amount: '108' }] }, 'match.over'],
      [
        'an invoice twice',
        {
          lines: [
            { invoice: 'MY-2024-001', amount: '1' },
            { invoice: 'MY-2024-001', amount: '1' },
          ],
        },
        'match.line',
      ],
      ['more than is open', { lines: [{ invoice: 'MY-2024-002', amount: '54.01' }] }, 'payment.over-open'],
      [
        'a credit that is none',
        {
          lines: [
            { invoice: 'MY-2024-001', amount: '60' },
            { invoice: 'MY-2024-002', amount: '-10' },
          ],
        },
        'match.over-credit',
      ],
      ['a fee as large as it', { lines: [{ invoice: 'MY-2024-001', amount: '1' }], fee: '60' }, 'match.fee'],
    ] as const) {
      expect((await rig.refused('match/accept', { money: key, ...(input as object) })).code, name).toBe(code);
      expect(rig.state(key)).toBe('open');
    }
    expect(await rig.call('payments/list', {})).toEqual([]);
    expect(await rig.call('match/accepted', {})).toEqual([]);
  });
  it('that came in does not pay a received invoice', async () => {
    const key = rig.line('108', { reference: 'MY-2024-001' });
    expect((await rig.call('match/show', { money: key })).proposals).toEqual([]);
    expect((await rig.refused('match/accept', { money: key, lines: [{ invoice: 'MY-2024-001', amount: '108' }] })).code).toBe(
      'match.direction',
    );
  });
});

it('what was paid too much of an invoice that was credited since is laid on another; undo puts it back', async () => {
  await rig.pay('P0', '2024-03-10', '54', [{ invoice: 'MY-2024-002', amount: '54' }]);
  await rig.call('invoices/credit', {
    number: 'MY-2024-002',
    creditNumber: 'CN-1',
    date: '2024-03-20',
    net: '20',
    tax: '1.6',
    reason: 'refund',
  });
  expect((await invoice('MY-2024-002')).open).toBe('-21.6');
  const key = rig.line('-86.4');
  const done = await rig.take(key);
  expect(done.lines.map((l) => [l.invoice, l.amount]).toSorted()).toEqual([
    ['MY-2024-001', '108'],
    ['MY-2024-002', '-21.6'],
  ]);
  expect(await invoice('MY-2024-001')).toMatchObject({ open: '0' });
  expect(await invoice('MY-2024-002')).toMatchObject({ open: '0', paid: '32.4' });
  await rig.call('match/undo', { id: done.id, reason: 'x' });
  expect(await invoice('MY-2024-001')).toMatchObject({ open: '108' });
  expect(await invoice('MY-2024-002')).toMatchObject({ open: '-21.6', paid: '54' });
});

describe('rules', () => {
  const from = { counterparty: 'HW CLD INTL PTE' };
  it('are learned from what is accepted, speak the next time, can be switched off, corrected and forgotten', async () => {
    const first = await rig.take(rig.line('-108', { ...from, reference: 'MY-2024-001' }));
    const [rule] = await rig.call('match/rules', {});
    expect(rule).toMatchObject({ text: 'HW CLD INTL PTE', vendor: 'huawei', on: true, uses: 0, whtPct: null, from: { id: first.id } });
    const next = rig.line('-54', from);
    const shown = await rig.call('match/show', { money: next });
    expect(shown.proposals[0]).toMatchObject({
      rule: rule!.id,
      reasons: expect.arrayContaining([expect.objectContaining({ signal: 'learned' })]),
    });
    await rig.call('match/setRule', { id: rule!.id, on: false });
    expect((await rig.call('match/show', { money: next })).proposals[0]!.rule).toBe(null);
    await rig.call('match/setRule', { id: rule!.id, on: true, whtPct: '10' });
    expect((await rig.call('match/rules', {}))[0]).toMatchObject({ on: true, whtPct: '10' });
    const second = await rig.take(next);
    expect((await rig.call('match/rules', {}))[0]!.uses).toBe(1);
    // Another acceptance speaks by it: undoing the first does not take it away.
    await rig.call('match/undo', { id: first.id, reason: 'x' });
    expect(await rig.call('match/rules', {})).toMatchObject([{ id: rule!.id, from: { undone: true } }]);
    await rig.call('match/undo', { id: second.id, reason: 'x' });
    expect(await rig.call('match/forget', { id: null })).toEqual({ forgotten: 1 });
    expect(await rig.call('match/rules', {})).toEqual([]);
    expect((await rig.refused('match/setRule', { id: rule!.id, on: true })).code).toBe('match.no-rule');
  });
  it('go with the acceptance that alone taught them, and are not learned where the book does not want it', async () => {
    const done = await rig.take(rig.line('-108', { ...from, reference: 'MY-2024-001' }));
    await rig.call('match/undo', { id: done.id, reason: 'x' });
    expect(await rig.call('match/rules', {})).toEqual([]);
    const { fees, tolerancePct } = await rig.call('match/settings', {});
    await rig.call('match/saveSettings', { fees, tolerancePct, learn: false });
    await rig.take(rig.line('-108', { ...from, reference: 'MY-2024-001' }));
    expect(await rig.call('match/rules', {})).toEqual([]);
  });
  it('remember the rate and the fee', async () => {
    // Half a percent is in no rule: laid out by hand it teaches nothing of the rate; a rate that the rules know does.
    const key = rig.line('-103.5', { ...from, reference: 'MY-2024-001', charges: '-5.5' });
    const { proposals } = await rig.call('match/show', { money: key });
    expect(proposals.map((p) => p.hypothesis)).toContain('part');
    const plain = rig.line('-110', { ...from, reference: 'MY-2024-001', charges: '-2' });
    await rig.take(plain);
    expect((await rig.call('match/rules', {}))[0]).toMatchObject({ fee: { currency: 'USD', amount: '2' } });
    const again = rig.line('-56', from);
    expect((await rig.call('match/show', { money: again })).proposals[0]).toMatchObject({
      hypothesis: 'fee-learned',
      fee: '2',
      lines: [{ invoice: 'MY-2024-002', amount: '54' }],
    });
  });
});

describe('in one go', () => {
  it('what a condition takes is shown, accepted as shown, and undone together', async () => {
    const lines = [rig.line('-108', { text: 'inv. MY-2024-001' }), rig.line('-54', { reference: 'MY-2024-002' }), rig.line('-54')];
    const items = await rig.call('match/bulk', { condition: 'number' });
    expect(items.map((i) => i.money.key).toSorted()).toEqual(lines.slice(0, 2).toSorted());
    const chosen = items.map((i) => ({ money: i.money.key, proposal: i.proposal.key }));
    expect(
      (await rig.refused('match/acceptBulk', { condition: 'number', items: [...chosen, { money: lines[2]!, proposal: 'x' }] })).code,
    ).toBe('match.changed');
    expect(await rig.call('payments/list', {})).toEqual([]);
    const { bulk, accepted } = await rig.call('match/acceptBulk', { condition: 'number', items: chosen });
    expect(accepted.map((a) => [a.bulk, a.condition])).toEqual([
      [bulk, 'number'],
      [bulk, 'number'],
    ]);
    expect((await invoice('MY-2024-001')).open).toBe('0');
    expect(await rig.call('match/bulk', { condition: 'number' })).toEqual([]);
    const undone = await rig.call('match/undoBulk', { bulk, reason: 'wrong rule' });
    expect(undone.every((a) => a.undone?.reason === 'wrong rule')).toBe(true);
    expect(lines.map(rig.state)).toEqual(['open', 'open', 'open']);
    expect((await rig.refused('match/undoBulk', { bulk, reason: 'x' })).code).toBe('match.no-bulk');
  });
});
