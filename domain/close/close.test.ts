import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPair } from '../money/pair.ts';
import { billsAfter, changedBills, changedChecks, checksAfter, type BillSum, type CheckState } from './adjustment.ts';
import { touchedByInvoice, touchedByMoney, type HeldInvoice, type HeldPayment } from './held.ts';
import { lackingSignatures, PLAIN_POLICY, whyNotSign } from './roles.ts';
import { canBeWaived, checklistOf, ITEM_IDS } from './checklist.ts';
import type { CloseFacts } from './facts.ts';

const CLEAN: CloseFacts = {
  vendors: ['huawei'],
  billed: ['huawei'],
  estimates: [],
  rejected: { rows: 0, files: [] },
  folder: null,
  duplicates: { lines: 0, invoices: 0 },
  checks: [{ id: 'a', status: 'pass', difference: '0', dealtWith: false }],
  differences: { waiting: [], changed: [], gone: [] },
  invoices: { pending: [], unlinked: [] },
  payments: { unallocated: [], overdue: [] },
  wht: { overdue: [], refused: [], later: [] },
  bank: null,
  adjustments: [],
  previous: null,
};
const hash = (about: readonly string[]): string => about.join('|');
const states = (facts: Partial<CloseFacts>): Record<string, string> =>
  Object.fromEntries(checklistOf({ ...CLEAN, ...facts }, [], hash).map((i) => [i.id, i.state]));

describe('the checklist', () => {
  it('is done where nothing is lacking', () => expect(new Set(Object.values(states({})))).toEqual(new Set(['done'])));
  it.each<[string, Partial<CloseFacts>, string]>([
    ['bills', { billed: [] }, 'blocking'],
    ['bills', { vendors: ['huawei', 'tencent'] }, 'blocking'],
    ['estimate', { estimates: ['a.csv'] }, 'blocking'],
    ['rejected', { rejected: { rows: 2, files: ['a.csv'] } }, 'blocking'],
    ['folder', { folder: { waiting: 1, failed: 0 } }, 'warning'],
    ['duplicates', { duplicates: { lines: 0, invoices: 1 } }, 'warning'],
    ['checks', { checks: [{ id: 'a', status: 'fail', difference: '1', dealtWith: false }] }, 'blocking'],
    ['checks', { checks: [{ id: 'a', status: 'fail', difference: '1', dealtWith: true }] }, 'done'],
    ['checks', { checks: [] }, 'warning'],
    ['missing', { checks: [{ id: 'a', status: 'missing', difference: null, dealtWith: false }] }, 'warning'],
    ['differences', { differences: { waiting: ['#1'], changed: [], gone: [] } }, 'warning'],
    ['differences', { differences: { waiting: [], changed: ['#1'], gone: [] } }, 'blocking'],
    ['differences', { differences: { waiting: [], changed: [], gone: ['#1'] } }, 'warning'],
    ['invoices', { invoices: { pending: ['B-1'], unlinked: [] } }, 'blocking'],
    ['invoices', { invoices: { pending: [], unlinked: ['B-1'] } }, 'warning'],
    ['payments', { payments: { unallocated: ['TT'], overdue: [] } }, 'blocking'],
    ['payments', { payments: { unallocated: [], overdue: ['B-1'] } }, 'warning'],
    ['wht', { wht: { overdue: [], refused: ['B-1'], later: [] } }, 'warning'],
    ['wht', { wht: { overdue: [], refused: [], later: ['B-1'] } }, 'done'],
    ['bank', { bank: { open: 1 } }, 'blocking'],
    ['bank', { bank: { open: 0 } }, 'done'],
    ['adjustments', { adjustments: [1] }, 'blocking'],
    ['previous', { previous: { period: '2023-08', locked: false } }, 'warning'],
    ['previous', { previous: { period: '2023-08', locked: true } }, 'done'],
  ])('%s of %j is %s, and nothing else turns', (id, facts, state) =>
    expect(states(facts)).toEqual({ ...Object.fromEntries(ITEM_IDS.map((i) => [i, 'done'])), [id]: state, ...alsoTurned(id, facts) }),
  );
  /** A check that fails or lacks a side is the only fact that two items look at. */
  const alsoTurned = (id: string, facts: Partial<CloseFacts>): Record<string, string> =>
    id === 'missing' && facts.checks ? { checks: 'done' } : {};

  it('keeps a waiver only for what it was given for, and none for what is accepted', () => {
    const facts = { ...CLEAN, estimates: ['a.csv'] };
    const waiver = { item: 'estimate', finding: hash(['estimate', 'a.csv']), reason: 'final bill is the same', who: 'ann', at: 't' };
    const state = (own: CloseFacts) => checklistOf(own, [waiver], hash).find((i) => i.id === 'estimate')!.state;
    expect([state(facts), state({ ...facts, estimates: ['b.csv'] }), state(CLEAN)]).toEqual(['waived', 'blocking', 'done']);
    expect(ITEM_IDS.filter((id) => !canBeWaived(id))).toEqual(['adjustments']);
  });
});

describe('signatures', () => {
  it('are of persons: neither blanks nor case make another one', () => {
    const signed = [{ role: 'prepared' as const, who: 'Ann  Lee', current: true }];
    expect(whyNotSign(PLAIN_POLICY, signed, 'approved', ' ann lee')).not.toBeNull();
    expect(whyNotSign(PLAIN_POLICY, signed, 'approved', 'Bo')).toBeNull();
    expect(whyNotSign({ ...PLAIN_POLICY, samePerson: true }, signed, 'approved', 'Ann Lee')).toBeNull();
    expect(whyNotSign(PLAIN_POLICY, signed, 'prepared', 'Ann Lee')).toBeNull();
  });
  it('are whole with those that are required, each of the figures as they are', () => {
    const of = (...roles: ('prepared' | 'reviewed' | 'approved')[]) => roles.map((role) => ({ role, who: role, current: true }));
    expect(lackingSignatures(PLAIN_POLICY, of('prepared', 'approved'))).toEqual([]);
    expect(lackingSignatures({ ...PLAIN_POLICY, required: ['prepared', 'reviewed', 'approved'] }, of('prepared', 'approved'))).toHaveLength(
      1,
    );
    expect(lackingSignatures(PLAIN_POLICY, [...of('prepared', 'approved'), { role: 'reviewed', who: 'x', current: false }])).toHaveLength(
      1,
    );
  });
});

const invoice = (period: string, net = '100'): HeldInvoice => ({
  kind: 'invoice',
  number: 'I',
  vendor: 'huawei',
  entity: null,
  direction: 'received',
  type: 'invoice',
  period,
  currency: 'USD',
  net,
  tax: '0',
});
const payment = (date: string, shares: [number, string][] = []): HeldPayment => ({
  kind: 'payment',
  reference: 'TT',
  date,
  currency: 'USD',
  amount: '100',
  shares: shares.map(([invoiceId, amount]) => ({ invoiceId, amount })),
});

describe('what a locked period holds', () => {
  const locked = new Set(['2023-09']);
  it.each<[string, HeldInvoice | null, HeldInvoice | null, string[]]>([
    ['an invoice that comes', null, invoice('2023-09'), ['2023-09']],
    ['one that goes', invoice('2023-09'), null, ['2023-09']],
    ['one that moves away', invoice('2023-09'), invoice('2023-10'), ['2023-09']],
    ['one that moves in', invoice('2023-10'), invoice('2023-09'), ['2023-09']],
    ['another amount', invoice('2023-09'), invoice('2023-09', '99'), ['2023-09']],
    ['the same', invoice('2023-09'), invoice('2023-09'), []],
    ['another month', invoice('2023-10'), invoice('2023-10', '99'), []],
  ])('%s', (_name, before, after, touched) => expect(touchedByInvoice(before, after, locked)).toEqual(touched));

  // Invoice 1 is of the locked month, 2 of an open one.
  const ofInvoice = (id: number): string[] => (id === 1 ? ['2023-09'] : []);
  const inside = '2023-09-20';
  const later = '2023-10-20';
  it.each<[string, HeldPayment | null, HeldPayment | null, string[], string[]]>([
    ['money of the month comes', null, payment(inside), [], ['2023-09']],
    ['money of the month goes', payment(inside), null, [], ['2023-09']],
    ['later money comes onto its invoice', null, payment(later, [[1, '5']]), [], []],
    ['later money goes', payment(later, [[1, '5']]), null, [], []],
    ['later money that the close counted goes', payment(later, [[1, '5']]), null, ['2023-09'], ['2023-09']],
    ['money of the month moves onto its invoice', payment(inside), payment(inside, [[1, '5']]), [], ['2023-09']],
    ['money of the month pays a later invoice', payment(inside), payment(inside, [[2, '5']]), [], []],
    [
      'counted money pays a later invoice too',
      payment(later, [[1, '5']]),
      payment(later, [
        [1, '5'],
        [2, '5'],
      ]),
      ['2023-09'],
      [],
    ],
    ['nothing changes', payment(inside, [[1, '5']]), payment(inside, [[1, '5']]), ['2023-09'], []],
  ])('%s', (_name, before, after, counted, touched) =>
    expect(touchedByMoney(before, after, { locked, counted, ofInvoice })).toEqual(touched),
  );
});

describe('adjustments', () => {
  const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((n) => fromPair(0n, n));
  const sums = fc.uniqueArray(
    fc.record({ vendor: fc.constantFrom('huawei', 'zilliz'), currency: fc.constantFrom('USD', 'CNY'), payable: fc.option(amount) }),
    {
      selector: (s) => `${s.vendor} ${s.currency}`,
    },
  );
  const checks = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      title: fc.constant({ en: 't', zh: 't' }),
      status: fc.constantFrom('pass', 'fail', 'missing'),
      difference: fc.option(amount),
    }),
    { selector: (c) => c.id },
  );
  const by =
    <T>(key: (t: T) => string) =>
    (list: readonly T[]): T[] =>
      list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  it('lead from what was closed to what is now, one after the other', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(sums, checks), { minLength: 2, maxLength: 5 }), (told) => {
        const [first, ...rest] = told as [[BillSum[], CheckState[]], ...[BillSum[], CheckState[]][]];
        const made: { sums: ReturnType<typeof changedBills>; checks: ReturnType<typeof changedChecks> }[] = [];
        for (const [bills, states] of rest)
          made.push({
            sums: changedBills(billsAfter(first[0], made), bills),
            checks: changedChecks(checksAfter(first[1], made), states),
          });
        const [bills, states] = rest.at(-1)!;
        const shown = billsAfter(first[0], made).filter((s) => s.payable !== null);
        expect(by<BillSum>((s) => s.vendor + s.currency)(shown)).toEqual(
          by<BillSum>((s) => s.vendor + s.currency)(bills.filter((s) => s.payable !== null)),
        );
        expect(by<CheckState>((c) => c.id)(checksAfter(first[1], made))).toEqual(by<CheckState>((c) => c.id)(states));
      }),
    ));
});
