import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bill, charge, closeRig, type CloseRig } from '../../test/support/close-rig.ts';
import { ParserPool } from '../../test/support/parser-pool.ts';
import { DISCREPANCY_ACTS, isFinal, type DiscrepancyAct, type DiscrepancyState } from '../../domain/discrepancies/states.ts';

const parsers = new ParserPool();
let rig: CloseRig;
const P = '2023-09';
const CHECK = 'lines.huawei.list-price:huawei:USD';
beforeEach(async () => {
  rig = closeRig(parsers);
  // 12 is not 10: the columns of one line do not add up.
  await rig.take(bill(charge('vol-1', '60'), charge('vol-2', '10', P, '12')));
});
afterEach(() => rig.close());
afterAll(() => parsers[Symbol.dispose]());

const open = () => rig.call('discrepancies/open', { period: P, check: CHECK });
const checklist = async (id: string) => (await rig.call('close/status', { period: P })).checklist.find((i) => i.id === id)!;

describe('a difference', () => {
  it('is offered once, as a whole or by its findings, and not both', async () => {
    const offered = async () => (await rig.call('discrepancies/offer', { period: P })).rows.map((r) => [r.check, r.part !== '', r.amount]);
    expect(await offered()).toEqual([
      [CHECK, false, '2'],
      [CHECK, true, '2'],
    ]);
    const { id, amount, state, lines, kind } = await open();
    expect({ amount, state, kind, rows: lines.map((l) => l.row) }).toEqual({
      amount: '2',
      state: 'open',
      kind: 'line.arithmetic',
      rows: [3],
    });
    expect(await offered()).toEqual([]);
    expect(await rig.refused('discrepancies/open', { period: P, check: CHECK })).toBe('discrepancy.there');
    expect(await rig.refused('discrepancies/open', { period: P, check: 'invoice.net:huawei:USD' })).toBe('discrepancy.no-fail');
    expect((await rig.call('discrepancies/openAll', { period: P })).opened).toBe(0);
    expect((await rig.call('discrepancies/show', { id })).history).toMatchObject([{ event: 'opened', from: null, to: 'open', who: 'ann' }]);
  });

  it('frees the close once it is explained, and asks again when it changes', async () => {
    const { id } = await open();
    expect(await checklist('checks')).toMatchObject({ state: 'blocking' });
    await rig.call('discrepancies/explain', { id, reason: 'the vendor rounds the list price' });
    expect(await checklist('checks')).toMatchObject({ state: 'done' });
    await rig.take(bill(charge('vol-3', '1', P, '1.5')), 'more.csv');
    expect(await rig.call('discrepancies/show', { id })).toMatchObject({ standing: 'changed', seen: '2', now: '2.5' });
    expect(await checklist('checks')).toMatchObject({ state: 'blocking' });
    expect(await checklist('differences')).toMatchObject({ state: 'blocking' });
    expect(await rig.call('discrepancies/refresh', { id })).toMatchObject({ state: 'open', standing: 'same', amount: '2', seen: '2.5' });
    expect(await rig.refused('discrepancies/refresh', { id })).toBe('discrepancy.unchanged');
  });

  it('suggests to be settled when it is found no more', async () => {
    const { id } = await open();
    await rig.call('import/undo', { batch: 1 });
    expect(await rig.call('discrepancies/show', { id })).toMatchObject({ standing: 'gone', now: null, state: 'open' });
    expect(await checklist('differences')).toMatchObject({ state: 'warning' });
    expect(await rig.refused('discrepancies/settle', { id, how: 'bill' })).toBe('discrepancy.document');
    expect(await rig.refused('discrepancies/settle', { id, how: 'other' })).toBe('discrepancy.reason');
    expect(await rig.call('discrepancies/settle', { id, how: 'bill', document: 'corrected.csv' })).toMatchObject({
      state: 'settled',
      how: 'bill',
      document: 'corrected.csv',
    });
    expect(await rig.call('discrepancies/reopen', { id, reason: 'came back' })).toMatchObject({ state: 'open', how: null, document: null });
  });

  it('is written off within the limits, or with a name above them', async () => {
    const { id } = await open();
    const reason = 'not worth a letter';
    expect(await rig.refused('discrepancies/writeOff', { id, reason })).toBe('discrepancy.write-off-limit');
    const { settings } = await rig.call('close/status', { period: P });
    const limit = (each: string, period: string) => rig.call('close/saveSettings', { ...settings, writeOff: { USD: { each, period } } });
    await limit('1.99', '100');
    expect(await rig.refused('discrepancies/writeOff', { id, reason })).toBe('discrepancy.write-off-limit');
    await limit('2', '1.99');
    expect(await rig.refused('discrepancies/writeOff', { id, reason })).toBe('discrepancy.write-off-limit');
    await limit('2', '2');
    expect(await rig.call('discrepancies/writeOff', { id, reason })).toMatchObject({ state: 'written-off', approver: null });
    await rig.call('discrepancies/reopen', { id, reason: 'after all' });
    await limit('0.01', '0.01');
    expect(await rig.call('discrepancies/writeOff', { id, reason, approver: 'Bo Tan' })).toMatchObject({ approver: 'Bo Tan' });
    expect(rig.verify()).toMatchObject({ auditChain: 'ok', totals: 'ok' });
  });

  it('has its day, its age, and its place in the list', async () => {
    const { id } = await open();
    await rig.call('discrepancies/dispute', { id, reason: 'asked', reference: 'L-1', due: '2023-10-15' });
    rig.clock.now = new Date('2023-10-20T03:00:00.000Z');
    const { rows, counts } = await rig.call('discrepancies/list', { state: 'unfinished' });
    expect(rows).toMatchObject([{ id, state: 'disputed', document: 'L-1', age: 10, late: 5 }]);
    expect(counts).toMatchObject({ disputed: 1, open: 0 });
    expect(await rig.call('discrepancies/setDue', { id, due: null })).toMatchObject({ due: null, late: null });
    expect((await rig.call('discrepancies/list', { period: '2023-10' })).rows).toEqual([]);
  });

  it('is found out where it was changed behind the book’s back', async () => {
    await open();
    rig.book.write.run("UPDATE discrepancy SET state = 'explained'");
    expect(JSON.stringify(rig.verify())).toContain('difference 1 of 2023-09');
  });
});

it('takes any order of acts, and what is refused changes nothing', async () => {
  const { id } = await open();
  const LEADS: Record<DiscrepancyAct, DiscrepancyState> = {
    explain: 'explained',
    dispute: 'disputed',
    settle: 'settled',
    'write-off': 'written-off',
    reopen: 'open',
  };
  const run = (act: DiscrepancyAct) =>
    act === 'settle'
      ? rig.refused('discrepancies/settle', { id, how: 'payment', document: 'TT-1' })
      : act === 'write-off'
        ? rig.refused('discrepancies/writeOff', { id, reason: 'r', approver: 'Bo' })
        : rig.refused(`discrepancies/${act}`, { id, reason: 'r' });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...DISCREPANCY_ACTS), { maxLength: 5 }), async (acts) => {
      for (const act of acts) {
        const before = await rig.call('discrepancies/show', { id });
        const code = await run(act);
        const after = await rig.call('discrepancies/show', { id });
        // Independent of the table of acts: an end is left only by opening again; an act never leads back to where it is.
        const legal =
          act === 'reopen' ? before.state !== 'open' : !['settled', 'written-off'].includes(before.state) && before.state !== LEADS[act];
        expect(code).toBe(legal ? 'ok' : 'discrepancy.state');
        expect(after.state).toBe(legal ? LEADS[act] : before.state);
        expect(after.history.length).toBe(before.history.length + (legal ? 1 : 0));
        expect(isFinal(after.state)).toBe(!['open', 'disputed'].includes(after.state));
      }
    }),
    { numRuns: Number(process.env['TALLYBOOK_RUNS'] ?? 8) },
  );
  expect(rig.verify()).toMatchObject({ auditChain: 'ok', totals: 'ok' });
});
