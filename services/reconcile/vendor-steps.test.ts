import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../test/support/bill-rig.ts';
import { addInvoice } from '../../test/support/documents.ts';
import type { TestLine } from '../../test/support/lines.ts';
import { insertListRows } from '../../test/support/list-rows.ts';
import { insertTelling, type Told } from '../../test/support/tellings.ts';
import type { Check } from '../contract/reconcile.ts';

let rig: ReturnType<typeof billRig>;
const open = (settlement: 'monthly' | 'non-monthly'): void => {
  beforeEach(() => (rig = billRig({ settlement })));
  afterEach(() => rig.close());
};
const tell = (lines: readonly TestLine[], options?: Told): number => insertTelling(rig.book, lines, options);
const all = async (id: string): Promise<Check[]> =>
  (await rig.call('reconcile/run', { period: '2023-09' })).checks.filter((c) => c.check === id);
const one = async (id: string): Promise<Check | undefined> => (await all(id))[0];
const kinds = (check: Check | undefined): string[] => (check?.findings ?? []).map((f) => f.kind);

describe('Huawei Cloud, not settled monthly (guide 13.2.8)', () => {
  open('non-monthly');
  // 97.21 = 89.29 + 0.00 + 7.92; the statement prints 7.92 of CDN as outstanding.
  const STATEMENT: TestLine[] = [
    {
      orderId: 'T1',
      productType: 'VPC',
      billingMode: '按需',
      billType: '消费-使用',
      payable: '89.29',
      cash: '89.29',
      coupon: '0',
      outstanding: '0',
    },
    {
      orderId: 'T2',
      productType: 'CDN',
      billingMode: '按需',
      billType: '消费-使用',
      payable: '7.92',
      cash: '0',
      coupon: '0',
      outstanding: '7.92',
    },
  ];
  const summary = (own: TestLine): void =>
    void tell([{ productType: '合计', billType: '消费', ...own }], { view: 'summary', format: 'huawei.summary', file: 'sum.xlsx' });
  const PRINTED = { payable: '97.21', cash: '89.29', coupon: '0', outstanding: '7.92' };

  it('passes with the printed figures', async () => {
    tell(STATEMENT);
    tell(STATEMENT, { kind: 'statement' });
    summary(PRINTED);
    expect(await one('huawei.non-monthly.parts')).toMatchObject({
      status: 'pass',
      left: '97.21',
      right: '97.21',
      step: '1 Consumption and payments',
    });
    expect((await one('huawei.non-monthly.parts'))!.arithmetic).toEqual(['cash 89.29, coupon 0, outstanding 7.92 make 97.21']);
    expect(await one('huawei.non-monthly.statement')).toMatchObject({
      status: 'pass',
      left: '97.21',
      right: '97.21',
      step: '2 Month and statement',
    });
  });

  it('holds a summary that is the bill itself, and asks for the statement', async () => {
    tell([{ productType: 'VPC', billType: '消费', ...PRINTED }], { view: 'summary', format: 'huawei.summary', counted: true });
    expect(await one('huawei.non-monthly.parts')).toMatchObject({ status: 'pass', left: '97.21' });
    expect(await one('huawei.non-monthly.statement')).toMatchObject({ status: 'missing', left: '97.21', right: null });
  });

  it('explains 100.12501236 charged as 100.12', async () => {
    const exact = STATEMENT.map((line, i) => (i === 0 ? { ...line, payable: '92.20501236', cash: '92.20501236' } : line));
    tell(exact);
    tell(exact, { kind: 'statement' });
    summary({ payable: '100.12', cash: '92.2', coupon: '0', outstanding: '7.92' });
    expect(await one('huawei.non-monthly.parts')).toMatchObject({ status: 'pass', left: '100.12' });
    expect(await one('huawei.non-monthly.statement')).toMatchObject({
      status: 'explained',
      left: '100.12',
      right: '100.12501236',
      difference: '-0.00501236',
      tolerance: 'huawei.non-monthly.truncate-2',
    });
  });

  it('explains parts that are exact beside a payable that is cut', async () => {
    const exact = STATEMENT.map((line, i) => (i === 0 ? { ...line, payable: '89.29771', cash: '89.29771' } : line));
    tell(exact);
    summary({ ...PRINTED, cash: '89.29771' });
    expect(await one('huawei.non-monthly.parts')).toMatchObject({
      status: 'explained',
      right: '97.21771',
      tolerance: 'huawei.non-monthly.truncate-2',
    });
  });

  it('fails where a part is not what the total needs, and where statement and summary differ by more than the cut', async () => {
    tell(STATEMENT);
    tell(STATEMENT, { kind: 'statement' });
    summary({ ...PRINTED, outstanding: '7.9' });
    const parts = await one('huawei.non-monthly.parts');
    expect(parts).toMatchObject({ status: 'fail', difference: '0.02' });
    expect(kinds(parts)).toEqual(['line.arithmetic']);
    expect(parts!.findings[0]!.textZh).toContain('应付 97.21');
    summary({ payable: '1', cash: '1', coupon: '0', outstanding: '0' });
    expect(await one('huawei.non-monthly.statement')).toMatchObject({ status: 'fail', difference: '1' });
  });

  it('asks for a column that the bill has and the summary does not print', async () => {
    tell(STATEMENT);
    summary({ payable: '97.21', cash: '89.29', coupon: '0' });
    const check = await one('huawei.non-monthly.parts');
    expect(check).toMatchObject({ status: 'missing', right: null });
    expect(check!.explanation).toContain('outstanding');
    expect(check!.explanationZh).toContain('欠费金额');
  });

  it('computes the month from the details where no summary is there; nothing without a statement', async () => {
    tell(STATEMENT);
    expect(await all('huawei.non-monthly.statement')).toEqual([]);
    tell(STATEMENT, { kind: 'statement' });
    expect(await one('huawei.non-monthly.statement')).toMatchObject({ status: 'pass', left: '97.21' });
    expect(await all('huawei.non-monthly.parts')).toEqual([]);
  });
});

describe('Huawei Cloud, settled monthly, step 3 (guide 7.2.2.2)', () => {
  open('monthly');
  const charge = (order: string, amount: string): TestLine => ({
    orderId: order,
    resourceId: `r-${order}`,
    productType: 'ECS',
    billType: '消费-使用',
    payable: amount,
    cash: '0',
    monthlySettled: amount,
  });
  // 100.12501236 is printed as 100.13.
  const MONTH = [charge('T1', '90.125'), charge('T2', '10.00001236')];
  const byResource = (lines: readonly TestLine[]): void =>
    void tell(
      lines.map(({ orderId: _, ...line }) => line),
      { view: 'resource-cycle', format: 'huawei.detail.by-resource', file: 'r.csv' },
    );

  it('explains the month in cents beside both bills', async () => {
    tell(MONTH);
    tell(MONTH, { kind: 'statement' });
    byResource(MONTH);
    for (const id of ['huawei.month-resource', 'huawei.month-usage'])
      expect(await one(id)).toMatchObject({
        status: 'explained',
        left: '100.13',
        right: '100.12501236',
        difference: '0.00498764',
        tolerance: 'huawei.month-total.half-up-2',
        step: '3 Statement and details',
      });
  });

  it('cuts the statement settlement by settlement in months before 2020-04', async () => {
    tell(MONTH, { period: '2019-12' });
    tell(MONTH, { kind: 'statement', period: '2019-12' });
    const { checks } = await rig.call('reconcile/run', { period: '2019-12' });
    // 90.125 → 90.12, 10.00001236 → 10.
    expect(checks.find((c) => c.check === 'huawei.month-usage')).toMatchObject({
      status: 'explained',
      left: '100.12',
      right: '100.12501236',
      tolerance: 'huawei.per-settlement.truncate-2',
    });
  });

  it('passes where the month is in whole cents', async () => {
    tell([charge('T1', '90.12')]);
    byResource([charge('T1', '90.12')]);
    expect(await one('huawei.month-resource')).toMatchObject({ status: 'pass', left: '90.12', right: '90.12' });
  });

  it('holds no bill against itself', async () => {
    tell(MONTH);
    expect(await all('huawei.month-usage')).toEqual([]);
    expect(await all('huawei.month-resource')).toEqual([]);
  });

  it('names the line that one of them lacks', async () => {
    tell(MONTH);
    tell([...MONTH, charge('T3', '5')], { kind: 'statement', file: 's.csv' });
    byResource(MONTH.slice(1));
    const usage = await one('huawei.month-usage');
    expect(usage).toMatchObject({ status: 'fail', left: '105.13', difference: '5.00498764' });
    expect(kinds(usage)).toEqual(['line.missing']);
    expect(await one('huawei.month-resource')).toMatchObject({ status: 'fail', right: '10.00001236' });
  });

  it('asks for the columns of the payment', async () => {
    tell(MONTH);
    byResource(MONTH.map(({ cash: _, monthlySettled: _m, ...line }) => line));
    expect(await one('huawei.month-resource')).toMatchObject({ status: 'missing', right: null });
  });
});

describe('Tencent Cloud: real cost of the summary', () => {
  open('monthly');
  // 19.32711686 + 0.80604458 − 3.69316144 = 16.44 (DescribeBillSummaryByPayMode)
  const line = (billType: string, payable: string, more: TestLine = {}): TestLine => ({
    billType,
    productType: 'CVM',
    currency: 'CNY',
    payable,
    cash: payable,
    bonus: '0',
    coupon: '0',
    transfer: '0',
    ...more,
  });
  const ROW = line('月度计费精度差异', '-3.69316144');
  const MONTH = [
    line('按量计费小时结', '19.32711686', { cash: '10', bonus: '9', coupon: '0.32711686' }),
    line('按量计费日结', '0.80604458'),
  ];
  const details = (lines: readonly TestLine[]): void => void tell(lines, { vendor: 'tencent' });
  const summary = (payable: string): void =>
    void tell([{ productType: 'CVM', currency: 'CNY', payable }], {
      vendor: 'tencent',
      view: 'product-cycle',
      format: 'tencent.summary',
      file: 's.csv',
    });

  it.each([
    ['pass', [...MONTH, ROW], '16.44', '16.44', '0'],
    ['explained', [...MONTH, ROW], '20.13316144', '16.44', '3.69316144'],
    ['fail', [...MONTH, ROW], '16.45', '16.44', '0.01'],
    ['missing', MONTH, '16.44', null, null],
    ['missing', [...MONTH, { billType: '月度计费精度差异', currency: 'CNY', payable: '-3.69316144' }], '16.44', null, null],
  ])('%s', async (status, lines, left, right, difference) => {
    details(lines);
    summary(left);
    expect(await one('tencent.real-cost')).toMatchObject({ status, left, right, difference, currency: 'CNY' });
  });

  it('counts the precision row once', async () => {
    details([...MONTH, ROW, ROW]);
    summary('16.44');
    const check = await one('tencent.real-cost');
    expect(check).toMatchObject({ status: 'fail', right: '12.74683856', difference: '3.69316144', lineCount: 2 });
    expect(kinds(check)).toEqual(['line.duplicate']);
  });

  it('is not there without a summary', async () => {
    details(MONTH);
    expect(await all('tencent.real-cost')).toEqual([]);
  });
});

describe('Zilliz Cloud: amount due', () => {
  open('monthly');
  const add = (amountDue: string): number =>
    addInvoice(rig.book, {
      vendor: 'zilliz',
      number: 'inv-1',
      net: '400',
      tax: '50',
      figures: { usageAmount: '524', creditsApplied: '124', subtotal: '400', tax: '50', total: '450', advancePayAmount: '0', amountDue },
      source: 'zilliz.invoices',
    });
  const order = (amount: string, more: Record<string, string> = {}): Record<string, string> => ({
    orderId: `o${amount}`,
    paidAt: '2023-09-10T02:00:00Z',
    amount,
    status: 'PAID',
    ...more,
  });

  it('of use alone needs no list of orders', async () => {
    add('450');
    expect(await one('zilliz.due')).toMatchObject({ status: 'pass', left: '450', right: '450' });
  });
  it('asks for the orders, and holds them', async () => {
    add('1449');
    expect(await one('zilliz.due')).toMatchObject({ status: 'missing', right: null, explanation: expect.stringContaining('999 USD') });
    insertListRows(
      rig.book,
      'orders',
      [order('900'), order('99'), order('7', { status: 'CANCELED' }), order('5', { paidAt: '2023-08-31T02:00:00Z' })],
      {
        vendor: 'zilliz',
        format: 'zilliz.orders',
      },
    );
    expect(await one('zilliz.due')).toMatchObject({ status: 'pass', left: '1449', right: '1449' });
  });
  it('fails where its parts make more or less', async () => {
    add('449');
    expect(kinds(await one('zilliz.due'))).toEqual(['invoice.amount']);
    insertListRows(rig.book, 'orders', [order('1')], { vendor: 'zilliz', format: 'zilliz.orders' });
    const check = await one('zilliz.due');
    expect(check).toMatchObject({ status: 'fail', left: '449', right: '451', difference: '-2', lineCount: 1 });
    expect(kinds(check)).toEqual(['order.amount']);
  });
});

describe('QingCloud: fee', () => {
  open('monthly');
  const charge = (more: TestLine): TestLine => ({ currency: 'CNY', resourceId: 'i-1', payable: '0.1117', ...more });
  const found = async (...lines: TestLine[]): Promise<unknown[]> => {
    tell(lines, { vendor: 'qingcloud', format: 'qingcloud.consumption' });
    return (await all('qingcloud.fee')).map((c) => [c.id.split(':').at(-1), c.status, c.difference]);
  };

  it('is list price less discount, and what paid it', async () =>
    expect(await found(charge({ listPrice: '0.2', discount: '0.0883', cash: '0.1', bonus: '0.0117', coupon: '0' }))).toEqual([
      ['price', 'pass', '0'],
      ['payment', 'pass', '0'],
    ]));
  it('fails by what is missing', async () => {
    expect(await found(charge({ cash: '0.1', bonus: '0.0116' }))).toEqual([['payment', 'fail', '0.0001']]);
    expect(kinds(await one('qingcloud.fee'))).toEqual(['line.arithmetic']);
  });
  it('a balance alone may be what is left, and is not taken', async () => expect(await found(charge({ cash: '812.5' }))).toEqual([]));
});
