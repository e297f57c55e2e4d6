import { describe, expect, it } from 'vitest';
import { english, say } from '../words/said.ts';
import { bulkOf } from './bulk.ts';
import type { Learned } from './learned.ts';
import { matchMoney } from './match.ts';
import type { Money } from './money.ts';
import type { OpenItem } from './open-item.ts';
import { bookOf, money, openItem } from './rig.ts';

const best = (m: Money, items: readonly OpenItem[], change = {}) => matchMoney(m, bookOf(items, change)).proposals[0];
const said = (m: Money, items: readonly OpenItem[], change = {}): string[] =>
  best(m, items, change)?.reasons.map((r) => english(r.said)) ?? [];

/** Huawei Cloud billing guide, section 8: the worked examples of Malaysia, Pakistan and Indonesia, and the form of section 10.3. */
const MY = () => openItem('MY-2024-001', '100', '8', { ratePct: '8' });
const PK = () => openItem('PK-2024-001', '100', '13', { ratePct: '10' });
const ID = () => openItem('ID-2024-001', '100', '11', { ratePct: '2' });

describe('what the amount is', () => {
  it.each([
    ['MY gross', MY, '108', 'gross', '108', null, '108.00 USD'],
    ['MY net after WHT', MY, '100', 'net', '100', { ratePct: '8', amount: '8' }, '108.00 − 8.00 = 100.00 USD'],
    ['PK gross', PK, '113', 'gross', '113', null, '113.00 USD'],
    ['PK net after WHT', PK, '103', 'net', '103', { ratePct: '10', amount: '10' }, '113.00 − 10.00 = 103.00 USD'],
    ['ID net after WHT', ID, '109', 'net', '109', { ratePct: '2', amount: '2' }, '111.00 − 2.00 = 109.00 USD'],
    ['ID VAT collector: without the 11', ID, '98', 'no-tax-net', '98', { ratePct: '2', amount: '2' }, '111.00 − 11.00 − 2.00 = 98.00 USD'],
    ['without the tax', PK, '100', 'no-tax', '100', null, '113.00 − 13.00 = 100.00 USD'],
    [
      'of the amount with tax',
      () => openItem('MY-2024-003', '6000', '300'),
      '5670',
      'net-of-gross',
      '5670',
      { ratePct: '10', amount: '630' },
      '6,300.00 − 630.00 = 5,670.00 USD'.replaceAll(',', ''),
    ],
    [
      'a rate that the rules know',
      () => openItem('X-2024-001', '100', '8'),
      '98',
      'net-known',
      '98',
      { ratePct: '10', amount: '10' },
      '108.00 − 10.00 = 98.00 USD',
    ],
    ['tax on top', () => openItem('X-2024-001', '100', '0'), '106', 'plus-tax', '100', null, '100.00 + 6.00 = 106.00 USD'],
    [
      'a third',
      () => openItem('X-2024-001', '1000', '0', { due: '2024-03-29' }),
      '333.33',
      'instalment',
      '333.33',
      null,
      '1000.00 ÷ 3 = 333.33 USD',
    ],
  ] as const)('%s', (_name, of, paid, hypothesis, share, wht, step) => {
    const item = of();
    const found = best(money(paid), [item])!;
    expect(found.hypothesis).toBe(hypothesis);
    expect(found.lines).toEqual([{ item, amount: share, wht }]);
    expect(found.steps.map(english)).toEqual([step]);
  });
  it('a fee is added on the way out and taken off on the way in, up to the limit', () => {
    const fee = (m: Money, i: OpenItem) => {
      const p = best(m, [i]);
      return p && [p.hypothesis, p.lines[0]!.amount, p.fee, p.residual, ...p.steps.map(english)];
    };
    expect(fee(money('125'), MY())).toEqual(['fee', '108', '17', '0', '125.00 − 17.00 = 108.00 USD']);
    const issued = openItem('OUT-2024-7', '1000', '0', { direction: 'issued' });
    expect(fee(money('985', { direction: 'issued' }), issued)).toEqual(['fee', '1000', '15', '0', '985.00 + 15.00 = 1000.00 USD']);
    expect(fee(money('158.01'), MY())).toBeUndefined();
    expect(fee(money('125', { charges: '-17' }), MY())?.[0]).toBe('fee-stated');
    // What is in the book as paid is not parted: the rest stays on the payment.
    expect(fee(money('125', { kind: 'payment' }), MY())?.slice(0, 4)).toEqual(['fee', '108', null, '17']);
  });
  it('in another currency goes by what the bank prints, or near a rate on record, never by nothing', () => {
    const paid = money('470', { currency: 'MYR' });
    expect(best(paid, [MY()])).toBeUndefined();
    const stated = best({ ...paid, original: { currency: 'USD', amount: '100', rate: null } }, [MY()])!;
    expect(stated).toMatchObject({ hypothesis: 'net', exact: true, fx: { currency: 'USD', rate: '4.7', paid: '100' }, residual: '0' });
    const rateOn = () => ({ rate: '4.68', told: say`rate of ${{ month: '2024-03' }}` });
    const near = best(paid, [MY()], { rateOn })!;
    expect(near).toMatchObject({ hypothesis: 'converted', exact: false, lines: [{ amount: '100', wht: { ratePct: '8' } }] });
    expect(near.steps.map(english)).toEqual(['108.00 − 8.00 = 100.00 USD', '100.00 USD × 4.68 = 468.00 MYR (rate of 2024-03)']);
    expect(english(near.reasons[0]!.said)).toBe('2.00 MYR away from the amount at the rate 4.68 (rate of 2024-03).');
    expect(best(money('473', { currency: 'MYR' }), [MY()], { rateOn })).toBeUndefined();
  });
  it('part and more of an invoice are proposed only where it is named', () => {
    expect(best(money('60'), [MY()])).toBeUndefined();
    expect(best(money('60', { reference: 'MY-2024-001' }), [MY()])).toMatchObject({
      hypothesis: 'part',
      lines: [{ amount: '60' }],
      residual: '0',
    });
    expect(best(money('200', { text: 'inv MY2024001' }), [MY()])).toMatchObject({
      hypothesis: 'more',
      lines: [{ amount: '108' }],
      residual: '92',
    });
  });
});

describe('what else speaks', () => {
  it('every reason has a weight and a sentence, and the score is their sum', () => {
    const m = money('100', {
      reference: 'Payment MY-2024-001 for 02/2024',
      counterparty: 'SPARKOO TECHNOLOGIES SINGAPORE PTE',
      account: 'SG 0001 77',
    });
    const p = best(m, [MY()])!;
    expect(p.reasons.map((r) => [r.signal, r.weight])).toEqual([
      ['net', 42],
      ['number', 50],
      ['period', 6],
      ['account', 25],
      ['days-near', 10],
    ]);
    expect(p.score).toBe(133);
    expect(said(m, [MY()])).toEqual([
      'The amount is net after 8 % WHT.',
      'Number MY-2024-001 stands in the reference.',
      'The reference names its month, 2024-02.',
      'Account SG 0001 77 is that of Sparkoo Technologies Singapore.',
      '2 days before it is due, 2024-04-01.',
    ]);
  });
  it('a slip of a number is a weak reason, another invoice of the book is none', () => {
    const [a, b] = [openItem('SG-240101', '50', '0'), openItem('SG-240102', '50', '0')];
    const slip = matchMoney(money('50', { reference: 'SG-240110' }), bookOf([a, b]));
    expect(slip.proposals.map((p) => p.reasons.some((r) => r.signal === 'alike'))).toEqual([true, false]);
    const right = matchMoney(money('50', { reference: 'SG-240102' }), bookOf([a, b]));
    expect(right.proposals[0]!.lines[0]!.item).toBe(b);
    expect(right.proposals.some((p) => p.reasons.some((r) => r.signal === 'alike'))).toBe(false);
    expect(right.outcome).toBe('one');
  });
  it('the account of somebody else speaks against it', () => {
    const other = openItem('T-9', '7', '0', {
      party: { key: 'received|tencent|', title: 'Tencent', names: [], taxIds: [], accounts: ['99'] },
    });
    const p = best(money('100', { account: '99' }), [MY(), other])!;
    expect(p.reasons.find((r) => r.signal === 'party-other')?.weight).toBe(-30);
    expect(p.known).toBe(false);
  });
  it('an order reference of the invoice counts', () =>
    expect(said(money('108', { text: 'CS2403-77120' }), [openItem('A-1', '100', '8', { references: ['CS2403-77120'] })])).toContain(
      '“CS2403-77120”, which the invoice names, stands in the reference.',
    ));
  it('a payment of the book is what the line is, rather than a second one', () => {
    const payments = [{ id: 5, date: '2024-03-29', amount: '108', currency: 'USD', reference: 'TT-77001', direction: null }];
    const m = matchMoney(money('108', { text: 'TT-77001' }), bookOf([MY()], { payments }));
    expect(m.proposals[0]).toMatchObject({ payment: 5, lines: [], exact: true });
    expect(bulkOf([{ money: money('108', { reference: 'MY-2024-001' }), matched: m }], 'number')).toEqual([]);
  });
});

describe('several invoices', () => {
  const items = () => [
    openItem('A-100', '100', '8', { ratePct: '8' }),
    openItem('A-200', '200', '16', { ratePct: '8' }),
    openItem('A-300', '51', '4.08'),
  ];
  it('make up the amount net or gross, and say how', () => {
    const own = items();
    const net = best(money('300'), own)!;
    expect(net).toMatchObject({
      hypothesis: 'together',
      exact: true,
      named: false,
      lines: [
        { item: own[0], amount: '100' },
        { item: own[1], amount: '200' },
      ],
    });
    expect(english(net.steps[0]!)).toBe('100.00 + 200.00 = 300.00 USD');
    expect(best(money('324'), own)!.lines.map((l) => l.amount)).toEqual(['108', '216']);
  });
  it('with what was paid too much of one taken off', () => {
    const credit = openItem('A-050', '100', '0', { open: '0', openCash: '0', credit: '40', untouched: false });
    const p = best(money('68'), [items()[0]!, credit])!;
    expect(p.lines.map((l) => [l.item.number, l.amount])).toEqual([
      ['A-100', '108'],
      ['A-050', '-40'],
    ]);
    expect(english(p.steps[0]!)).toBe('108.00 − 40.00 = 68.00 USD');
  });
  it('that are named are filled the earliest first where the amount is none of theirs', () => {
    const full = best(money('150', { text: 'INV-A-100, INV-A-200' }), [
      openItem('INV-A-100', '100', '8', { ratePct: '8' }),
      openItem('INV-A-200', '200', '16', { ratePct: '8' }),
    ])!;
    expect(full).toMatchObject({ hypothesis: 'together', exact: false, named: true, residual: '0' });
    expect(full.lines.map((l) => l.amount)).toEqual(['100', '50']);
  });
  it('that are named may be net and gross beside each other', () => {
    const p = best(money('254', { text: 'INV-A-100 INV-A-200' }), [
      openItem('INV-A-100', '50', '4', { ratePct: '8' }),
      openItem('INV-A-200', '200', '16', { ratePct: '8' }),
    ])!;
    expect(p).toMatchObject({ exact: true, named: true, residual: '0' });
    expect(p.lines.map((l) => [l.amount, l.wht?.amount ?? null])).toEqual([
      ['54', null],
      ['200', '16'],
    ]);
  });
  it('of two vendors are never put together', () => {
    const other = openItem('B-1', '92', '0', {
      party: { key: 'received|tencent|', title: 'Tencent', names: [], taxIds: [], accounts: [] },
    });
    expect(matchMoney(money('200'), bookOf([items()[0]!, other])).proposals.filter((p) => p.hypothesis === 'together')).toEqual([]);
  });
});

describe('what was learned', () => {
  const rule: Learned = {
    id: 3,
    pattern: 'hwcloudintl',
    account: '',
    direction: 'received',
    partyKey: 'received|huawei|SPARKOO_SG',
    party: 'Sparkoo Technologies Singapore',
    whtPct: '5',
    fee: { currency: 'USD', amount: '12.5' },
  };
  const from = { counterparty: 'HW CLOUD INTL' };
  it('speaks for its party, its rate and its fee, and against others', () => {
    const item = openItem('X-2024-001', '100', '8');
    expect(best(money('103', from), [item], { rules: [rule] })).toMatchObject({
      hypothesis: 'net-learned',
      exact: true,
      known: true,
      rule: 3,
    });
    expect(best(money('120.5', from), [item], { rules: [rule] })).toMatchObject({ hypothesis: 'fee-learned', fee: '12.5', exact: true });
    const other = openItem('T-1', '55', '0', {
      party: { key: 'received|tencent|', title: 'Tencent', names: [], taxIds: [], accounts: [] },
    });
    expect(said(money('55', from), [other, item], { rules: [rule] })).toContain(
      'Learned: this text has meant Sparkoo Technologies Singapore so far.',
    );
  });
  it('of one text for two parties is a weaker reason', () => {
    const second = { ...rule, id: 4, partyKey: 'received|tencent|', party: 'Tencent' };
    expect(best(money('108', from), [openItem('X-1', '100', '8')], { rules: [rule, second] })!.reasons.map((r) => r.signal)).toContain(
      'learned-one',
    );
  });
});

describe('what may be accepted by rule', () => {
  it('is unique: an invoice that two amounts claim, and money with two such proposals, are left to a person', () => {
    const items = [openItem('SG-1001', '10', '0'), openItem('SG-1002', '20', '0'), openItem('SG-1003', '30', '0')];
    const all = [
      money('10', { reference: 'SG-1001' }),
      money('10', { text: 'SG-1001' }),
      money('20', { text: 'SG-1002' }),
      money('30', { text: 'unnamed' }),
    ];
    const judged = all.map((m) => ({ money: m, matched: matchMoney(m, bookOf(items)) }));
    expect(bulkOf(judged, 'number').map((b) => b.money)).toEqual([all[2]]);
    expect(bulkOf(judged.toReversed(), 'number').map((b) => b.money)).toEqual([all[2]]);
    expect(bulkOf(judged, 'party')).toEqual([]);
  });
});
