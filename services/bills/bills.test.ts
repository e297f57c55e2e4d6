import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../test/support/bill-rig.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { FILTER_OPS } from '../../domain/bill/filter.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

const LINES: TestLine[] = [
  {
    productType: 'ECS',
    account: 'a',
    billType: '消费-使用',
    resourceId: 'r-1',
    resourceName: 'web_1',
    orderId: 'CS1',
    listPrice: '0.315',
    discount: '0',
    roundingOff: '0.005',
    payable: '0.31',
    cash: '0.31',
    tags: 'env:prod;team:red',
    date: '2023-09-01',
  },
  {
    productType: 'ECS',
    account: 'b',
    billType: '消费-新购',
    resourceId: 'r-2',
    resourceName: 'db',
    orderId: 'CS2',
    listPrice: '10.00000001',
    payable: '9',
    coupon: '1.5',
    flexiCoupon: '0.5',
    cash: '7',
    tags: 'env:test',
    date: '2023-09-02',
  },
  { productType: 'OBS', billType: '退款-退订', orderId: 'CS3', payable: '-97.2', cash: '-97.2' },
  { productType: 'OBS', account: 'a', currency: 'CNY', payable: '0', listPrice: '0', orderId: 'CS4' },
];

describe('columns', () => {
  it('has the operators of the contract', () =>
    expect(FILTER_OPS).toEqual(['is', 'isNot', 'contains', 'in', 'atLeast', 'atMost', 'missing', 'present']));

  it('refuses an unknown column by name with the nearest right ones', async () => {
    const error = await rig.refusal('bills/query', { groupBy: ['produktType'] });
    expect(error.code).toBe('bills.unknown-column');
    expect(error.message).toContain('produktType');
    expect(error.details?.remedy).toContain('productType');
  });

  it.each(["'; DROP TABLE bill_line; --", 'l.id', 'tag:', 'constructor', '__proto__', 'tag:a;b'])('refuses %j', async (column) => {
    expect((await rig.refusal('bills/lines', { where: [{ column }] })).code).toBe('bills.unknown-column');
  });

  it('takes FOCUS names for the same columns', async () => {
    insertLines(rig.book, LINES);
    const { columns, rows } = await rig.call('bills/query', {
      groupBy: ['ServiceName'],
      where: [{ column: 'BillingCurrency', value: 'USD' }],
    });
    expect(columns[0]).toBe('ServiceName');
    expect(rows.map((r) => [r['ServiceName'], r['payable']])).toEqual([
      ['ECS', '9.31'],
      ['OBS', '-97.2'],
    ]);
  });

  it('groups, filters and sorts by what only FOCUS tells, under its names', async () => {
    insertLines(rig.book, LINES);
    const focus = [
      { provider: 'AWS', invoiceId: 'I-1', payable: '1', effectiveCost: '0.5', contractedCost: '2' },
      { provider: 'AWS', invoiceId: 'I-1', payable: '0', effectiveCost: '0.0000000001' },
      { provider: 'Azure', payable: '4', effectiveCost: '4' },
    ];
    insertLines(rig.book, focus, { vendor: 'other', format: 'focus.1.2' });
    const { rows } = await rig.call('bills/query', {
      groupBy: ['ServiceProviderName', 'InvoiceId'],
      where: [{ column: 'ProviderName', op: 'present' }],
      sort: [{ column: 'EffectiveCost', descending: true }],
    });
    expect(rows.map((r) => [r['ServiceProviderName'], r['InvoiceId'], r['payable'], r['effectiveCost'], r['contractedCost']])).toEqual([
      ['Azure', null, '4', '4', null],
      ['AWS', 'I-1', '1', '0.5000000001', '2'],
    ]);
    const all = await rig.call('bills/query', { groupBy: ['provider'] });
    // Lines of other vendors have none of it: missing, not zero.
    expect(all.rows.filter((r) => r['provider'] === null).every((r) => r['effectiveCost'] === null && r['contractedCost'] === null)).toBe(
      true,
    );
  });
});

describe('bills/query', () => {
  beforeEach(() => void insertLines(rig.book, LINES));

  it('gives one row per group and currency, exact, with missing as null', async () => {
    const answer = await rig.call('bills/query', { groupBy: ['productType'] });
    expect(answer.columns.slice(0, 3)).toEqual(['productType', 'currency', 'listPrice']);
    expect(
      answer.rows.map((r) => [r['productType'], r['currency'], r['listPrice'], r['payable'], r['coupon'], r['tax'], r['lines']]),
    ).toEqual([
      ['ECS', 'USD', '10.31500001', '9.31', '1.5', null, 2],
      ['OBS', 'CNY', '0', '0', null, null, 1],
      ['OBS', 'USD', null, '-97.2', null, null, 1],
    ]);
    expect(answer.totals['USD']).toMatchObject({ payable: '-87.89', cash: '-89.89', listPrice: '10.31500001', tax: null });
    expect(answer.totals['CNY']).toMatchObject({ payable: '0' });
    expect(answer.truncated).toBe(false);
  });

  it('sorts by any measure exactly, across the carry of fractions', async () => {
    insertLines(rig.book, [
      { productType: 'X', payable: '1.9' },
      { productType: 'X', payable: '1.9' }, // 3.8: fraction above one unit
      { productType: 'Y', payable: '5' },
      { productType: 'Y', payable: '-1.1' }, // 3.9: fraction of the other sign
      { productType: 'Z', payable: '3.85' },
    ]);
    const { rows } = await rig.call('bills/query', {
      groupBy: ['productType'],
      where: [{ column: 'productType', op: 'in', value: ['X', 'Y', 'Z'] }],
      sort: [{ column: 'payable', descending: true }],
    });
    expect(rows.map((r) => r['payable'])).toEqual(['3.9', '3.85', '3.8']);
  });

  it('groups by tags, periods, days and several columns; says when there is more', async () => {
    const tags = await rig.call('bills/query', { groupBy: ['tag:env'], where: [{ column: 'currency', value: 'USD' }] });
    expect(tags.rows.map((r) => [r['tag:env'], r['lines']])).toEqual([
      ['prod', 1],
      ['test', 1],
      [null, 1],
    ]);
    const days = await rig.call('bills/query', { groupBy: ['period', 'date', 'vendor'], limit: 2 });
    expect(days.rows.map((r) => [r['period'], r['date'], r['vendor']])).toEqual([
      ['2023-09', '2023-09-01', 'huawei'],
      ['2023-09', '2023-09-02', 'huawei'],
    ]);
    expect(days.truncated).toBe(true);
  });

  it('refuses to group by an amount and to sort by a column that is not grouped', async () => {
    expect((await rig.refusal('bills/query', { groupBy: ['payable'] })).code).toBe('bills.not-a-group');
    expect((await rig.refusal('bills/query', { groupBy: ['account'], sort: [{ column: 'region' }] })).code).toBe('bills.sort');
  });
});

describe('filters', () => {
  beforeEach(() => void insertLines(rig.book, LINES));
  const orders = async (where: Parameters<typeof rig.call<'bills/lines'>>[1]): Promise<(string | null)[]> =>
    (await rig.call('bills/lines', where)).rows.map((r) => r.orderId);

  it.each([
    [{ column: 'productType', value: 'ECS' }, ['CS1', 'CS2']],
    [{ column: 'productType', value: 'nowhere' }, []],
    [{ column: 'account', op: 'isNot' as const, value: 'a' }, ['CS2', 'CS3']],
    [{ column: 'account', op: 'isNot' as const, value: 'nowhere' }, ['CS1', 'CS2', 'CS3', 'CS4']],
    [{ column: 'account', op: 'missing' as const }, ['CS3']],
    [{ column: 'account', op: 'present' as const }, ['CS1', 'CS2', 'CS4']],
    [{ column: 'account', value: '' }, ['CS3']],
    [{ column: 'billType', op: 'contains' as const, value: '消费' }, ['CS1', 'CS2']],
    [{ column: 'resourceName', op: 'contains' as const, value: 'b_' }, ['CS1']],
    [{ column: 'account', op: 'in' as const, value: ['a', 'b'] }, ['CS1', 'CS2', 'CS4']],
    [{ column: 'tag:env', value: 'prod' }, ['CS1']],
    [{ column: 'tag:team', value: 'red' }, ['CS1']],
    [{ column: 'tag:env', op: 'missing' as const }, ['CS3', 'CS4']],
    [{ column: 'tag:env', op: 'isNot' as const, value: 'prod' }, ['CS2', 'CS3', 'CS4']],
    [{ column: 'date', op: 'atLeast' as const, value: '2023-09-02' }, ['CS2']],
    [{ column: 'period', value: '2023-09' }, ['CS1', 'CS2', 'CS3', 'CS4']],
    [{ column: 'BillingPeriodStart', value: '2023-09-01T00:00:00Z' }, ['CS1', 'CS2', 'CS3', 'CS4']],
    [{ column: 'vendor', value: 'Tencent' }, []],
    [{ column: 'listPrice', value: '10.00000001' }, ['CS2']],
    [{ column: 'listPrice', op: 'atLeast' as const, value: '10.00000002' }, []],
    [{ column: 'payable', op: 'atMost' as const, value: '-97.2' }, ['CS3']],
    [{ column: 'payable', op: 'in' as const, value: ['0.31', '9.00'] }, ['CS1', 'CS2']],
    [{ column: 'payable', op: 'isNot' as const, value: '0' }, ['CS1', 'CS2', 'CS3']],
    [{ column: 'listPrice', op: 'missing' as const }, ['CS3']],
    [{ column: 'orderId', op: 'contains' as const, value: 's3' }, ['CS3']],
  ])('%j', async (filter, expected) => expect(await orders({ where: [filter] })).toEqual(expected));

  it('takes text as text: quotes, percent signs and SQL find nothing', async () => {
    for (const value of ["' OR 1=1 --", '%', '_', '\\', "x') OR ('1'='1"]) {
      expect(await orders({ where: [{ column: 'productType', op: 'contains', value }] })).toEqual([]);
      expect(await orders({ where: [{ column: 'productType', value }] })).toEqual([]);
      expect(await orders({ search: value === '_' ? '%_%' : value })).toEqual([]);
    }
  });

  it('hides lines whose payable and list price are zero or missing', async () =>
    expect(await orders({ hideZero: true })).toEqual(['CS1', 'CS2', 'CS3']));
  it('searches resources and orders', async () => {
    expect(await orders({ search: 'WEB' })).toEqual(['CS1']);
    expect(await orders({ search: 'r-2' })).toEqual(['CS2']);
    expect(await orders({ search: 'CS3' })).toEqual(['CS3']);
  });
  it('refuses what is no value of the column', async () => {
    for (const filter of [
      { column: 'vendor', value: 'aws' },
      { column: 'date', op: 'atLeast' as const, value: '2023-02-30' },
      { column: 'payable', op: 'contains' as const, value: '3' },
    ])
      expect((await rig.refusal('bills/lines', { where: [filter] })).code).toBe('bills.filter');
    expect((await rig.refusal('bills/lines', { where: [{ column: 'payable', value: '1e999' }] })).code).toMatch(/^amount\./);
  });
});

describe('bills/lines', () => {
  it('pages in order of import, sorts exactly with missing last, and totals the whole filter', async () => {
    insertLines(rig.book, LINES);
    const page = await rig.call('bills/lines', { offset: 1, limit: 2, period: '2023-09' });
    expect(page.rows.map((r) => r.orderId)).toEqual(['CS2', 'CS3']);
    expect(page.count).toBe(4);
    expect(page.totals['USD']).toMatchObject({ payable: '-87.89' });
    const sorted = await rig.call('bills/lines', { sort: [{ column: 'listPrice', descending: true }] });
    expect(sorted.rows.map((r) => r.listPrice)).toEqual(['10.00000001', '0.315', '0', null]);
    const byName = await rig.call('bills/lines', { sort: [{ column: 'resourceName' }] });
    expect(byName.rows.map((r) => r.resourceName)).toEqual(['db', 'web_1', null, null]);
  });

  it('keeps statements and superseded lines out', async () => {
    const [first] = insertLines(rig.book, LINES);
    insertLines(rig.book, [{ payable: '5' }], { kind: 'statement' });
    rig.book.write.run('UPDATE bill_line SET superseded_by = batch_id WHERE id = ?', [first!]);
    expect((await rig.call('bills/lines', {})).count).toBe(3);
    expect((await rig.call('bills/lines', { kind: 'statement' })).totals['USD']).toMatchObject({ payable: '5' });
  });

  it('adds up a selection, and shows new lines at once', async () => {
    const ids = insertLines(rig.book, LINES);
    expect(await rig.call('bills/selection', { ids: [ids[0]!, ids[1]!, 99_999] })).toMatchObject({
      count: 2,
      totals: { USD: { payable: '9.31' } },
    });
    expect((await rig.call('bills/lines', {})).count).toBe(4);
    insertLines(rig.book, [{ payable: '1' }]);
    expect((await rig.call('bills/lines', {})).count).toBe(5);
  });

  it('counts facets, the commonest first', async () => {
    insertLines(rig.book, LINES);
    expect(await rig.call('bills/facets', { column: 'account' })).toEqual([
      { value: 'a', lines: 2 },
      { value: 'b', lines: 1 },
      { value: null, lines: 1 },
    ]);
    expect(await rig.call('bills/facets', { column: 'tag:env' })).toEqual([
      { value: null, lines: 2 },
      { value: 'prod', lines: 1 },
      { value: 'test', lines: 1 },
    ]);
  });
});

describe('exact sums', () => {
  it('equal a BigInt sum for any lines, also beyond 64 bits', async () => {
    const figure = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
    await fc.assert(
      fc.asyncProperty(fc.array(figure, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 9 }), async (figures, n) => {
        const period = `19${String(n + 10)}-01`;
        rig.book.write.run('DELETE FROM bill_line');
        insertLines(
          rig.book,
          figures.map((f) => ({ payable: fromPair(0n, f) })),
          { period },
        );
        const { totals } = await rig.call('bills/lines', { period });
        expect(totals['USD']!.payable).toBe(
          fromPair(
            0n,
            figures.reduce((a, b) => a + b),
          ),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('sums and sorts past 2^63 units', async () => {
    const big = '900000000000000.1';
    insertLines(rig.book, [
      { productType: 'A', payable: big },
      { productType: 'B', payable: '7' },
    ]);
    rig.book.write
      .run(`INSERT INTO bill_line (batch_id, row, key_a, key_b, kind, vendor, period, currency, product_type, payable_u, payable_f)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000)
      SELECT batch_id, i + 10, 0, i, kind, vendor, period, currency, product_type, payable_u, payable_f FROM bill_line, n WHERE payable_u > 1000`);
    const { rows, totals } = await rig.call('bills/query', { groupBy: ['productType'], sort: [{ column: 'payable', descending: true }] });
    // 12,001 × 900,000,000,000,000.1
    expect(rows.map((r) => r['payable'])).toEqual(['10800900000000001200.1', '7']);
    expect(totals['USD']!.payable).toBe('10800900000000001207.1');
  });
});

describe('bills/summary', () => {
  it('totals payable less coupons, rounds it once, and leads each part to its lines', async () => {
    insertLines(rig.book, [...LINES, { productType: 'ECS', payable: '100.12501236' }]);
    insertLines(rig.book, [{ payable: '3' }], { kind: 'statement' });
    const summary = await rig.call('bills/summary', { period: '2023-09' });
    // 0.31 + 9 − 97.2 + 100.12501236 − 1.5 − 0.5 = 10.23501236
    expect(summary.total).toEqual({ CNY: '0', USD: '10.24' });
    expect(summary).toMatchObject({
      status: 'final',
      lines: 5,
      totals: { USD: { payable: '12.23501236' } },
      statement: { USD: { payable: '3' } },
    });
    const usd = summary.byProductType.find((c) => c.currency === 'USD')!;
    expect(usd.groups.map((g) => [g.label, g.amounts.payable, g.lines])).toEqual([
      ['ECS', '109.43501236', 3],
      ['OBS', '-97.2', 1],
    ]);
    for (const card of [
      ...summary.byVendor,
      ...summary.byProductType,
      ...summary.byAccount,
      ...summary.byBillType,
      ...summary.byBillingMode,
    ])
      for (const group of card.groups) {
        const lines = await rig.call('bills/lines', { period: '2023-09', where: group.filter });
        expect(lines.count).toBe(group.lines);
        expect(lines.totals[card.currency]).toEqual(group.amounts);
      }
  });

  it.each([
    ['2023-10-02T12:00:00.000Z', 'estimated'],
    ['2023-10-03T12:00:00.000Z', 'final'],
  ])('on %s the bill of September is %s', async (now, status) => {
    const own = billRig({ now });
    insertLines(own.book, LINES);
    expect((await own.call('bills/summary', { period: '2023-09' })).status).toBe(status);
    expect((await own.call('bills/summary', { period: '2023-08' })).status).toBe('empty');
    expect((await own.call('bills/periods', {})).map((p) => [p.period, p.status, p.lines, p.vendors, p.totals['USD']!.payable])).toEqual([
      ['2023-09', status, 4, ['huawei'], '-87.89'],
    ]);
    own.close();
  });

  it('keeps to one vendor and account when asked', async () => {
    insertLines(rig.book, LINES);
    insertLines(rig.book, [{ account: 'a', payable: '1' }], { vendor: 'tencent' });
    expect((await rig.call('bills/summary', { period: '2023-09', vendor: 'huawei', account: 'a' })).totals['USD']).toMatchObject({
      payable: '0.31',
    });
  });
});
