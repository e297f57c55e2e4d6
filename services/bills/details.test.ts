import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../test/support/bill-rig.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import { amount } from '../../domain/money/amount.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

type Dated = TestLine & { period: string };
/** One batch a billing cycle. */
const insert = (book: typeof rig.book, lines: readonly Dated[]): void => {
  for (const period of new Set(lines.map((l) => l.period)))
    insertLines(
      book,
      lines.filter((l) => l.period === period),
      { period },
    );
};

const LINES: Dated[] = [
  { period: '2023-07', date: '2023-07-30', productType: 'ECS', region: 'a', payable: '1.00000001', tags: 'env:prod;team:red' },
  { period: '2023-08', date: '2023-08-01', productType: 'ECS', region: 'b', payable: '2', tags: 'env:test' },
  { period: '2023-08', date: '2023-08-02', productType: 'OBS', payable: '-4.5' },
  { period: '2023-09', date: '2023-09-01', productType: 'OBS', listPrice: '7' },
  { period: '2023-09', productType: 'OBS', payable: '0.25', currency: 'CNY' },
];

describe('a range of billing cycles', () => {
  beforeEach(() => void insert(rig.book, LINES));
  const count = async (range: { from?: string | null; to?: string | null; period?: string }) =>
    (await rig.call('bills/lines', range)).count;
  it('takes both ends', async () => {
    expect(await count({ from: '2023-08', to: '2023-09' })).toBe(4);
    expect(await count({ from: '2023-08', to: '2023-08' })).toBe(2);
  });
  it('may be open at either end', async () => {
    expect(await count({ from: '2023-09' })).toBe(2);
    expect(await count({ to: '2023-07' })).toBe(1);
    expect(await count({ from: null, to: null })).toBe(5);
  });
  it('holds for groups and for the values of a column', async () => {
    const { rows } = await rig.call('bills/query', { from: '2023-08', to: '2023-08', groupBy: ['productType'] });
    expect(rows.map((r) => [r['productType'], r['payable']])).toEqual([
      ['ECS', '2'],
      ['OBS', '-4.5'],
    ]);
    expect(await rig.call('bills/facets', { from: '2023-08', to: '2023-09', column: 'productType' })).toEqual([
      { value: 'OBS', lines: 3 },
      { value: 'ECS', lines: 1 },
    ]);
  });
  it('is refused where it ends before it begins', async () =>
    expect((await rig.refusal('bills/lines', { from: '2023-09', to: '2023-07' })).code).toBe('bills.range'));
});

describe('bills/cross', () => {
  it('lays one measure out over billing cycles, missing where there is no line', async () => {
    insert(rig.book, LINES);
    const found = await rig.call('bills/cross', {
      groupBy: ['productType'],
      across: 'period',
      measure: 'payable',
      where: [{ column: 'currency', value: 'USD' }],
    });
    expect(found).toEqual({
      across: ['2023-07', '2023-08', '2023-09'],
      rows: [
        { values: ['ECS'], currency: 'USD', lines: 2, total: '3.00000001', cells: ['1.00000001', '2', null] },
        { values: ['OBS'], currency: 'USD', lines: 2, total: '-4.5', cells: [null, '-4.5', null] },
      ],
      totals: [{ currency: 'USD', lines: 4, total: '-1.49999999', cells: ['1.00000001', '-2.5', null] }],
      truncated: false,
      acrossTruncated: false,
    });
  });

  it('keeps currencies apart, and days that no line has stand last', async () => {
    insert(rig.book, LINES);
    const { across, rows, totals } = await rig.call('bills/cross', { groupBy: [], across: 'date', measure: 'payable', from: '2023-09' });
    expect(across).toEqual(['2023-09-01', null]);
    expect(rows.map((r) => [r.currency, r.values, r.cells])).toEqual([
      ['CNY', [], [null, '0.25']],
      ['USD', [], [null, null]],
    ]);
    expect(totals.map((t) => [t.currency, t.total])).toEqual([
      ['CNY', '0.25'],
      ['USD', null],
    ]);
  });

  it('reads the cells of the groups that are shown, however many there are', async () => {
    insertLines(
      rig.book,
      Array.from({ length: 40 }, (_, i) => ({
        resourceId: `r-${i}`,
        payable: String(i),
        date: `2023-09-${String((i % 3) + 1).padStart(2, '0')}`,
      })),
    );
    const { rows, truncated, totals } = await rig.call('bills/cross', {
      groupBy: ['resourceId'],
      across: 'date',
      measure: 'payable',
      sort: [{ column: 'payable', descending: true }],
      limit: 2,
    });
    expect(truncated).toBe(true);
    expect(rows.map((r) => [r.values[0], r.cells])).toEqual([
      ['r-39', ['39', null, null]],
      ['r-38', [null, null, '38']],
    ]);
    expect(totals[0]?.total).toBe('780');
  });

  it('adds up to its totals along every row and column', async () => {
    const line = fc.record({
      productType: fc.constantFrom('A', 'B', 'C'),
      period: fc.constantFrom('2023-07', '2023-08', '2023-09'),
      payable: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map((n) => fromPair(0n, n)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), async (lines) => {
        const own = billRig();
        insert(own.book, lines);
        const { rows, totals } = await own.call('bills/cross', { groupBy: ['productType'], across: 'period', measure: 'payable' });
        const sum = (texts: readonly (string | null)[]): bigint =>
          texts.reduce((n, t) => (t === null ? n : n + toPair(amount(t)).units * 10n ** 10n + toPair(amount(t)).fraction), 0n);
        for (const row of rows) expect(sum(row.cells)).toBe(sum([row.total]));
        expect(sum(rows.map((r) => r.total))).toBe(sum([totals[0]!.total]));
        totals[0]!.cells.forEach((cell, i) => expect(sum(rows.map((r) => r.cells[i] ?? null))).toBe(sum([cell])));
        own.close();
      }),
      { numRuns: 15 },
    );
  });
});

describe('bills/spread', () => {
  it('counts the lines by sign and size, with exact bounds that filter to the same lines', async () => {
    insert(rig.book, LINES);
    insertLines(rig.book, [
      { payable: '0' },
      { payable: '-0.0000000001' },
      { payable: '0.0000000001' },
      { payable: '9.9999999999' },
      { payable: '10' },
      { payable: '123456.7800000001' },
    ]);
    const found = await rig.call('bills/spread', { column: 'payable' });
    expect([found.missing, found.least, found.greatest]).toEqual([1, '-4.5', '123456.7800000001']);
    expect(found.parts.map((p) => [p.from, p.to, p.lines])).toEqual([
      [null, '-0.0000000001', 2],
      ['0', '0', 1],
      ['0.0000000001', '0.9999999999', 2],
      ['1', '9.9999999999', 3],
      ['10', '99.9999999999', 1],
      ['10000', null, 1],
    ]);
    for (const { from, to, lines } of found.parts) {
      const where = [
        ...(from === null ? [] : [{ column: 'payable', op: 'atLeast' as const, value: from }]),
        ...(to === null ? [] : [{ column: 'payable', op: 'atMost' as const, value: to }]),
      ];
      expect((await rig.call('bills/lines', { where })).count).toBe(lines);
    }
  });
  it('has bounds below zero exactly', async () => {
    insertLines(rig.book, [{ payable: '-4.25' }, { payable: '-4.5' }, { payable: '-0.75' }]);
    expect(await rig.call('bills/spread', { column: 'payable' })).toMatchObject({ least: '-4.5', greatest: '-0.75' });
  });
  it('is of amounts only', async () => expect((await rig.refusal('bills/spread', { column: 'region' })).code).toBe('bills.not-a-figure'));
});

it('names the keys of the tags', async () => {
  insert(rig.book, LINES);
  expect(await rig.call('bills/tag-keys', {})).toEqual([
    { key: 'env', lines: 2 },
    { key: 'team', lines: 1 },
  ]);
});
