import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, subtract, sum } from '../money/amount.ts';
import { addDays } from '../time/plain-date.ts';
import { AGE_EDGES, ageOn, ageRows, bucketOf, edgesOf, type Obligation } from './ageing.ts';

const invoice: Obligation = {
  date: '2024-03-01',
  due: '2024-03-31',
  currency: 'USD',
  total: '1000.10',
  lowered: [
    { date: '2024-03-20', amount: '400' },
    { date: '2024-05-01', amount: '100.1' },
  ],
};

describe('the age of an invoice', () => {
  it.each([
    ['2024-02-29', null],
    ['2024-03-01', { open: '1000.1', awaited: '0', days: -30, bucket: 0 }],
    ['2024-03-20', { open: '600.1', awaited: '0', days: -11, bucket: 0 }],
    ['2024-03-31', { open: '600.1', awaited: '0', days: 0, bucket: 0 }],
    ['2024-04-01', { open: '600.1', awaited: '0', days: 1, bucket: 1 }],
    ['2024-04-30', { open: '600.1', awaited: '0', days: 30, bucket: 1 }],
    ['2024-05-01', { open: '500', awaited: '0', days: 31, bucket: 2 }],
    ['2024-06-30', { open: '500', awaited: '0', days: 91, bucket: 4 }],
  ])('on %s', (day, age) => expect(ageOn(invoice, day)).toEqual(age));
  it('keeps what was withheld apart from the cash that is late', () => {
    expect(ageOn({ ...invoice, awaited: '80' }, '2024-04-01')).toEqual({ open: '600.1', awaited: '80', days: 1, bucket: 1 });
    expect(ageOn({ ...invoice, awaited: '700' }, '2024-04-01')).toEqual({ open: '600.1', awaited: '600.1', days: 1, bucket: 'awaited' });
    const rows = ageRows(
      ['80', '700'].map((awaited) => ageOn({ ...invoice, awaited }, '2024-04-01')!),
      (age) => ({ key: '', currency: 'USD', age }),
      String,
    );
    expect(rows).toMatchObject([{ buckets: ['0', '520.1', '0', '0', '0'], awaited: '680.1', total: '1200.2', count: 2 }]);
  });
  it('without a due date is unknown, and money owed back is no debt', () => {
    expect(ageOn({ ...invoice, due: null }, '2024-04-01')).toEqual({ open: '600.1', awaited: '0', days: null, bucket: 'undated' });
    expect(ageOn({ ...invoice, lowered: [{ date: '2024-03-02', amount: '1001' }] }, '2024-04-01')).toMatchObject({
      open: '-0.9',
      bucket: 'credit',
    });
  });
});

it.each([
  [0, 0],
  [1, 1],
  [30, 1],
  [31, 2],
  [60, 2],
  [61, 3],
  [90, 3],
  [91, 4],
])('%i days past due stand in bucket %i', (days, bucket) => expect(bucketOf(days, AGE_EDGES)).toBe(bucket));

it('reads edges, and takes the usual ones for what are none', () => {
  expect(edgesOf('7,14')).toEqual([7, 14]);
  for (const text of [null, '', '0,5', '30,30', '60,30', 'x', '1,2,3,4,5,6,7,8,9']) expect(edgesOf(text)).toBe(AGE_EDGES);
});

const cents = (n: number): string => sum([`${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`]);
const obligations = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 200 }),
    term: fc.option(fc.integer({ min: 0, max: 60 })),
    currency: fc.constantFrom('USD', 'EUR'),
    key: fc.constantFrom('a', 'b'),
    total: fc.integer({ min: 0, max: 10_000_000 }),
    awaited: fc.integer({ min: 0, max: 4_000_000 }),
    lowered: fc.array(fc.record({ after: fc.integer({ min: 0, max: 200 }), amount: fc.integer({ min: 1, max: 4_000_000 }) }), {
      maxLength: 4,
    }),
  }),
  { maxLength: 25 },
);
it('rows add up to what is open, by currency, on any day', () =>
  fc.assert(
    fc.property(obligations, fc.integer({ min: 0, max: 400 }), (made, offset) => {
      const day = addDays('2024-01-01', offset);
      const all = made.map((m) => {
        const date = addDays('2024-01-01', m.start);
        return {
          key: m.key,
          date,
          due: m.term === null ? null : addDays(date, m.term),
          currency: m.currency,
          total: cents(m.total),
          awaited: cents(m.awaited),
          lowered: m.lowered.map((l) => ({ date: addDays(date, l.after), amount: cents(l.amount) })),
        };
      });
      const aged = all.flatMap((o) => ageOn(o, day) ?? []).length;
      const items = all.flatMap((o) => {
        const age = ageOn(o, day);
        return age ? [{ o, age }] : [];
      });
      const rows = ageRows(items, ({ o, age }) => ({ key: o.key, currency: o.currency, age }), String);
      expect(rows.reduce((n, r) => n + r.count, 0)).toBe(aged);
      for (const row of rows) {
        expect(row.total).toBe(sum([...row.buckets, row.undated, row.awaited, row.credit]));
        expect(row.buckets).toHaveLength(5);
        expect(compare(row.credit, '0')).toBeLessThanOrEqual(0);
      }
      for (const currency of ['USD', 'EUR']) {
        // Arithmetic of its own: every total by day less everything laid against it by day.
        const live = all.filter((o) => o.currency === currency && o.date <= day);
        const open = subtract(
          sum(live.map((o) => o.total)),
          sum(live.flatMap((o) => o.lowered.filter((l) => l.date <= day).map((l) => l.amount))),
        );
        expect(rows.filter((r) => r.currency === currency).reduce((s, r) => add(s, r.total), '0')).toBe(open);
      }
    }),
  ));
