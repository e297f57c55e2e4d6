import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, sum } from '../../money/amount.ts';
import { ageingOf, sumsByState, type AgedRow } from './ageing.ts';
import { AGE_BUCKETS, bucketOf, EXPECTED_STATES, isLate, MISSING_STATES, type AgeBucket, type ExpectedState } from './state.ts';

const row = (state: ExpectedState, days: number | null, missing = '10', change: Partial<AgedRow> = {}): AgedRow => ({
  state,
  bucket: bucketOf(state, days),
  currency: 'USD',
  amount: missing,
  missing,
  ...change,
});

describe('ageing', () => {
  it('has one cell for each age, each row in exactly one; what is to come and what is later is not late', () => {
    const days = [31, 30, 16, 15, 8, 7, 0, -1, -30, -31, -60, -61, -90, -91];
    const [group] = ageingOf(
      [row('to-come', null), row('expected', null), ...days.map((d) => row(d < 0 ? 'overdue' : 'expected', d))],
      () => 'K',
    );
    expect(group!.cells.map((c) => [c.bucket, c.count, c.amount])).toEqual([
      ['to-come', 1, '10'],
      ['undated', 1, '10'],
      ['later', 1, '10'],
      ['within-30', 2, '20'],
      ['within-15', 2, '20'],
      ['within-7', 2, '20'],
      ['late-30', 2, '20'],
      ['late-60', 2, '20'],
      ['late-90', 2, '20'],
      ['late-over', 1, '10'],
    ]);
    expect(group).toMatchObject({ key: 'K', currency: 'USD', open: '150', late: '70', count: 15 });
  });
  it('keeps currencies apart, and counts what has no amount', () => {
    const rows = [row('expected', 3), row('expected', 3, '7', { currency: 'EUR' }), row('to-come', null, '0', { amount: null })];
    expect(ageingOf(rows, () => '')).toEqual([
      { key: '', currency: 'EUR', cells: [{ bucket: 'within-7', count: 1, amount: '7', unknown: 0 }], open: '7', late: '0', count: 1 },
      {
        key: '',
        currency: 'USD',
        cells: [
          { bucket: 'to-come', count: 1, amount: '0', unknown: 1 },
          { bucket: 'within-7', count: 1, amount: '10', unknown: 0 },
        ],
        open: '10',
        late: '0',
        count: 1,
      },
    ]);
  });
  it('leaves out what is settled', () => {
    const settled = EXPECTED_STATES.filter((s) => s !== 'to-come' && !(MISSING_STATES as readonly ExpectedState[]).includes(s));
    expect(
      ageingOf(
        settled.map((s) => row(s, -5)),
        () => '',
      ),
    ).toEqual([]);
  });
  it('adds up: every missing amount is in one cell, and in the open sum once', () => {
    const one = fc.record({
      state: fc.constantFrom(...EXPECTED_STATES),
      days: fc.option(fc.integer({ min: -200, max: 200 }), { nil: null }),
      cents: fc.integer({ min: 0, max: 100_000 }),
      currency: fc.constantFrom('USD', 'EUR'),
      key: fc.constantFrom('A', 'B'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (list) => {
        const rows = list.map((r) => ({ ...row(r.state, r.days, sum([String(r.cents)]), { currency: r.currency }), key: r.key }));
        const groups = ageingOf(rows, (r) => r.key);
        for (const currency of ['USD', 'EUR']) {
          const own = groups.filter((g) => g.currency === currency);
          const missing = rows.filter((r) => r.currency === currency && r.bucket !== null && r.bucket !== 'to-come');
          expect(sum(own.map((g) => g.open))).toBe(sum(missing.map((r) => r.missing)));
          expect(own.reduce((n, g) => n + g.count, 0)).toBe(missing.length);
          const cells = own.flatMap((g) => g.cells);
          const of = (test: (b: AgeBucket) => boolean) => sum(cells.filter((c) => test(c.bucket)).map((c) => c.amount));
          expect(sum(own.map((g) => g.late))).toBe(of(isLate));
          expect(
            add(
              of(isLate),
              of((b) => b !== 'to-come' && !isLate(b)),
            ),
          ).toBe(sum(own.map((g) => g.open)));
        }
      }),
    );
  });
  it('calls four ages late', () => expect(AGE_BUCKETS.filter(isLate)).toEqual(['late-30', 'late-60', 'late-90', 'late-over']));
});

it('adds up by state in the order of the states, amounts that are not known apart', () =>
  expect(
    sumsByState([
      row('accepted', null, '5'),
      row('to-come', null, '3'),
      row('to-come', null, '0', { amount: null }),
      row('accepted', null, '1'),
    ]),
  ).toEqual([
    { state: 'to-come', currency: 'USD', count: 2, amount: '3', unknown: 1 },
    { state: 'accepted', currency: 'USD', count: 2, amount: '6', unknown: 0 },
  ]));
