import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../test/support/bill-rig.ts';
import { addCertificate, addInvoice, addPayment } from '../../test/support/documents.ts';
import { insertLines, type TestLine } from '../../test/support/lines.ts';
import type { Check } from '../contract/reconcile.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

/** The check of that rule, which must be there exactly once. */
async function check(id: string, period = '2023-09', own = rig): Promise<Check> {
  const found = (await own.call('reconcile/run', { period })).checks.filter((c) => c.check === id && !c.id.endsWith(':statement'));
  expect(found.map((c) => c.check)).toEqual([id]);
  return found[0]!;
}
const listed = async (period = '2023-09'): Promise<string[]> => (await rig.call('reconcile/run', { period })).checks.map((c) => c.check);

/** A monthly-settled charge whose columns agree with one another. */
const charge = (amount: string, more: TestLine = {}): TestLine => ({
  billType: '消费-使用',
  billingMode: '按需',
  productType: '弹性云服务器',
  listPrice: amount,
  discount: '0',
  roundingOff: '0',
  payable: amount,
  cash: '0',
  coupon: '0',
  monthlySettled: amount,
  orderId: 'T-1',
  ...more,
});

describe('invoice against bill', () => {
  it.each([
    ['100', 'pass', 'huawei.month-total.half-up-2'],
    ['100.00498', 'explained', 'huawei.month-total.half-up-2'],
    ['100.005', 'fail', 'huawei.month-total.half-up-2'],
    ['99', 'fail', 'huawei.month-total.half-up-2'],
  ])('a bill of %s and an invoice of 100: %s', async (amount, status, tolerance) => {
    insertLines(rig.book, [charge(amount)]);
    addInvoice(rig.book);
    expect(await check('invoice.net')).toMatchObject({ status, tolerance, left: amount, right: '100' });
  });

  it('is missing without one of the two', async () => {
    insertLines(rig.book, [charge('1')]);
    expect(await check('invoice.net')).toMatchObject({ status: 'missing', left: '1', right: null });
    addInvoice(rig.book, { period: '2023-08' });
    expect(await check('invoice.net', '2023-08')).toMatchObject({ status: 'missing', left: null, right: '100' });
  });

  it('takes credit notes off, leaves void papers out, and lists the line that makes the difference', async () => {
    const ids = insertLines(rig.book, [charge('80'), charge('12.5')]);
    const invoice = addInvoice(rig.book);
    addInvoice(rig.book, { number: 'C-1', kind: 'credit-note', creditsId: invoice, net: '-20', stated: 'paid' });
    addInvoice(rig.book, { number: 'V-1', net: '5000', stated: 'void' });
    expect(await check('invoice.net')).toMatchObject({
      status: 'fail',
      right: '80',
      difference: '12.5',
      lines: [{ id: ids[1] }],
      lineCount: 1,
    });
  });

  it('holds tax lines of the bill against the tax of the invoice, and lists that only where the bill has tax', async () => {
    insertLines(rig.book, [charge('100'), charge('7.004', { billType: '消费-税金' })]);
    addInvoice(rig.book, { tax: '7' });
    expect(await check('invoice.net')).toMatchObject({ status: 'pass', left: '100', right: '100' });
    expect(await check('invoice.tax')).toMatchObject({ status: 'explained', left: '7.004', right: '7', tolerance: 'tax.half-up-2' });
    insertLines(rig.book, [charge('100')], { period: '2023-08' });
    addInvoice(rig.book, { number: 'INV-8', period: '2023-08', tax: '7' });
    expect(await listed('2023-08')).not.toContain('invoice.tax');
    insertLines(rig.book, [charge('9', { billType: '消费-税金' })], { period: '2023-07' });
    addInvoice(rig.book, { number: 'INV-7', period: '2023-07', net: '0', tax: '8' });
    expect(await check('invoice.tax', '2023-07')).toMatchObject({ status: 'fail', difference: '1' });
    insertLines(rig.book, [charge('7', { billType: '消费-税金' })], { period: '2023-06' });
    addInvoice(rig.book, { number: 'INV-6', period: '2023-06', net: '0', tax: '7' });
    expect(await check('invoice.tax', '2023-06')).toMatchObject({ status: 'pass' });
  });
});

describe('payments and certificates', () => {
  it('total = paid + withheld + open; fails when more is laid against an invoice than it charges', async () => {
    const invoice = addInvoice(rig.book, { net: '100', tax: '7' });
    addPayment(rig.book, '120', { [invoice]: '60' });
    expect(await check('invoice.settlement')).toMatchObject({
      status: 'pass',
      left: '107',
      right: '107',
      explanation: 'Paid 60, withheld 0, open 47 USD.',
    });
    expect(await check('payment.allocation')).toMatchObject({
      status: 'pass',
      left: '120',
      right: '120',
      explanation: 'Allocated 60, left 60 USD.',
    });
    addPayment(rig.book, '50', { [invoice]: '50.01' });
    expect(await check('invoice.settlement')).toMatchObject({ status: 'fail', difference: '-3.01' });
    expect(await check('payment.allocation')).toMatchObject({ status: 'fail', difference: '-0.01' });
  });

  it('credits settle an invoice', async () => {
    const invoice = addInvoice(rig.book);
    addInvoice(rig.book, { number: 'C-1', kind: 'credit-note', creditsId: invoice, net: '-20', stated: 'paid', period: '2023-10' });
    addPayment(rig.book, '80', { [invoice]: '80' });
    expect(await check('invoice.settlement')).toMatchObject({
      status: 'pass',
      left: '80',
      right: '80',
      explanation: 'Paid 80, withheld 0, open 0 USD.',
    });
  });

  it('certificates equal their lines, currency by currency', async () => {
    const [a, b] = [addInvoice(rig.book), addInvoice(rig.book, { number: 'INV-2' })];
    addCertificate(rig.book, '300', { [a]: { amount: '300', payAmount: '8.5' } }, { currency: 'THB' });
    addCertificate(rig.book, '10', { [b]: { amount: '9.99', payAmount: '9.99' } }, { number: 'W-2' });
    const found = (await rig.call('reconcile/run', { period: '2023-09' })).checks.filter((c) => c.check === 'wht.allocations');
    expect(found.map((c) => [c.id, c.currency, c.status, c.difference])).toEqual([
      ['wht.allocations:huawei:USD:THB', 'THB', 'pass', '0'],
      ['wht.allocations:huawei:USD', 'USD', 'fail', '0.01'],
    ]);
  });

  it('two wrong certificates do not make up for one another', async () => {
    const [a, b] = [addInvoice(rig.book), addInvoice(rig.book, { number: 'INV-2' })];
    addCertificate(rig.book, '10', { [a]: { amount: '11', payAmount: '11' } });
    addCertificate(rig.book, '10', { [b]: { amount: '9', payAmount: '9' } }, { number: 'W-2' });
    expect(await check('wht.allocations')).toMatchObject({
      status: 'fail',
      difference: '0',
      explanation: expect.stringContaining('W-1, W-2'),
    });
  });

  it('what was withheld is covered by certificates', async () => {
    const invoice = addInvoice(rig.book, { net: '6000', tax: '420' });
    expect(await listed()).not.toContain('wht.withheld');
    addPayment(rig.book, '5820', { [invoice]: '5820' });
    expect(await check('wht.withheld')).toMatchObject({ status: 'missing', left: '600', right: null });
    addCertificate(rig.book, '600', { [invoice]: { amount: '600', payAmount: '600' } });
    expect(await check('wht.withheld')).toMatchObject({ status: 'pass', left: '600', right: '600' });
    const other = addInvoice(rig.book, { number: 'INV-2', net: '50' });
    addPayment(rig.book, '40', { [other]: '40' });
    expect(await check('wht.withheld')).toMatchObject({ status: 'fail', difference: '10' });
  });

  it('a certificate before its payment is missing the payment', async () => {
    const invoice = addInvoice(rig.book);
    addCertificate(rig.book, '10', { [invoice]: { amount: '10', payAmount: '10' } });
    expect(await check('wht.withheld')).toMatchObject({ status: 'missing', left: null, right: '0' });
  });
});

describe('Tencent Cloud month', () => {
  // 19.32711686 + 0.80604458 − 3.69316144 = 16.44 (billing API, DescribeBillSummaryByPayMode)
  const usage = [
    { billType: '按量计费小时结', payable: '19.32711686' },
    { billType: '按量计费日结', payable: '0.80604458' },
  ];
  it.each([
    ['explained', [...usage, { billType: '月度计费精度差异', payable: '-3.69316144' }], '16.44', '20.13316144'],
    ['fail', [...usage, { billType: '月度计费精度差异', payable: '-3.69316143' }], '16.44000001', '20.13316144'],
    ['missing', usage, null, '20.13316144'],
    ['pass', [{ billType: '包年包月新购', payable: '88' }], '88', '88'],
  ])('%s', async (status, lines, left, right) => {
    insertLines(
      rig.book,
      lines.map((l) => ({ ...l, currency: 'CNY' })),
      { vendor: 'tencent' },
    );
    expect(await check('tencent.month-total')).toMatchObject({ status, left, right, currency: 'CNY' });
  });
});

describe('Zilliz Cloud invoices', () => {
  // The interface's own example, in cents.
  const figures = {
    usageAmount: '52400',
    creditsApplied: '12400',
    subtotal: '40000',
    tax: '5000',
    total: '45000',
    advancePayAmount: '0',
    amountDue: '45000',
    alreadyBilledAmount: '0',
  };
  const add = (own: Record<string, string> = {}, more: object = {}): number =>
    addInvoice(rig.book, {
      vendor: 'zilliz',
      number: 'inv-1',
      net: '400',
      tax: '50',
      figures: { ...figures, ...own },
      source: 'zilliz.invoices',
      ...more,
    });

  it('fit the formulas, in cents as in main units', async () => {
    add();
    expect(await check('zilliz.subtotal')).toMatchObject({ status: 'pass', left: '400', right: '400' });
    expect(await check('zilliz.total')).toMatchObject({ status: 'pass', left: '450', right: '450' });
    expect(await check('zilliz.amount-due')).toMatchObject({ status: 'pass', left: '450', right: '450' });
    add({ usageAmount: '524', creditsApplied: '124', subtotal: '400', tax: '50', total: '450', amountDue: '450' }, { number: 'inv-2' });
    expect(await check('zilliz.subtotal')).toMatchObject({ status: 'pass', left: '800' });
  });

  it.each([
    ['zilliz.subtotal', { subtotal: '40001' }, '0.01'],
    ['zilliz.total', { tax: '4999' }, '0.01'],
    ['zilliz.amount-due', { advancePayAmount: '100' }, '1'],
  ])('%s fails with %j', async (id, own, difference) => {
    add(own);
    expect(await check(id)).toMatchObject({ status: 'fail', difference });
  });

  it('unpaid = amount due − cash, by what the vendor says and what the book has paid', async () => {
    const id = add();
    expect(await check('zilliz.unpaid')).toMatchObject({ status: 'pass', left: '450', right: '450' });
    rig.book.write.run("UPDATE invoice SET stated = 'paid' WHERE id = ?", [id]);
    expect(await check('zilliz.unpaid')).toMatchObject({ status: 'missing', explanation: expect.stringContaining('inv-1') });
    addPayment(rig.book, '440', { [id]: '440' });
    expect(await check('zilliz.unpaid')).toMatchObject({ status: 'fail', left: '0', right: '10' });
    addPayment(rig.book, '10', { [id]: '10' });
    expect(await check('zilliz.unpaid')).toMatchObject({ status: 'pass', left: '0', right: '0' });
  });

  it.each([
    ['524', 'pass'],
    ['523.9999999999', 'explained'],
    ['524.01', 'fail'],
  ])('usage lines of %s: %s', async (payable, status) => {
    add();
    insertLines(rig.book, [{ payable, productType: 'Zilliz Cloud' }], { vendor: 'zilliz', format: 'zilliz.usage' });
    expect(await check('zilliz.usage')).toMatchObject({ status, left: payable, right: '524' });
  });

  it('the lines that came with the invoices are no usage lines', async () => {
    add();
    insertLines(rig.book, [{ payable: '524' }], { vendor: 'zilliz', format: 'zilliz.invoices' });
    expect(await listed()).not.toContain('zilliz.usage');
  });
});

describe('reconcile/run', () => {
  it('never adds currencies, gives every check its own id, and counts the states', async () => {
    insertLines(rig.book, [charge('1'), charge('2', { currency: 'CNY' })]);
    insertLines(rig.book, [{ payable: '4', currency: 'CNY' }], { vendor: 'tencent' });
    const { checks, counts } = await rig.call('reconcile/run', { period: '2023-09' });
    expect(new Set(checks.map((c) => c.id)).size).toBe(checks.length);
    expect(checks.filter((c) => c.check === 'lines.huawei.payable').map((c) => [c.currency, c.left])).toEqual([
      ['CNY', '2'],
      ['USD', '1'],
    ]);
    expect(counts.pass + counts.explained + counts.fail + counts.missing).toBe(checks.length);
    expect(checks.filter((c) => c.status === 'pass')).toHaveLength(counts.pass);
    for (const c of checks)
      expect([c.titleZh, c.stepZh, c.explanationZh, c.leftSide.labelZh].every((text) => /\p{Script=Han}/u.test(text ?? ''))).toBe(true);
  });

  it('says nothing of vendors and periods without data, and keeps to one vendor when asked', async () => {
    expect(await listed()).toEqual([]);
    insertLines(rig.book, [charge('1')]);
    insertLines(rig.book, [{ payable: '4' }], { vendor: 'tencent' });
    expect((await rig.call('reconcile/run', { period: '2023-09', vendor: 'tencent' })).checks.every((c) => c.vendor === 'tencent')).toBe(
      true,
    );
    expect((await rig.call('reconcile/run', { period: '2023-08' })).checks).toEqual([]);
  });

  it('leads each bill figure to exactly its lines', async () => {
    insertLines(rig.book, [charge('1'), charge('2'), charge('5', { currency: 'CNY' })]);
    const found = (await rig.call('reconcile/run', { period: '2023-09' })).checks.find(
      (c) => c.check === 'invoice.net' && c.currency === 'USD',
    )!;
    const lines = await rig.call('bills/lines', found.leftSide.drill!.query as never);
    expect(lines.totals).toMatchObject({ USD: { payable: found.left } });
    expect(Object.keys(lines.totals)).toEqual(['USD']);
  });
});
