import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../../test/support/bill-rig.ts';
import { addInvoice, addPayment } from '../../../test/support/documents.ts';
import { insertLines, type TestLine } from '../../../test/support/lines.ts';
import { insertListRows } from '../../../test/support/list-rows.ts';
import type { Check } from '../../contract/reconcile.ts';

let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

async function found(id: string, part = ''): Promise<Check | undefined> {
  const { checks } = await rig.call('reconcile/run', { period: '2023-09' });
  return checks.find((c) => c.check === id && (part === '' ? true : c.id.endsWith(`:${part}`)));
}
const kinds = (check: Check | undefined): string[] => (check?.findings ?? []).map((f) => f.kind);

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
  ...more,
});
const order = (id: string, amount: string, more: TestLine = {}): TestLine =>
  charge(amount, { billType: '消费-新购', billingMode: '包年/包月', orderId: id, ...more });
const listed = (orderId: string, amount: string, more: Record<string, string | null> = {}) => ({
  orderId,
  orderType: '新购',
  paidAt: '2023-09-10T02:00:00Z',
  amount,
  status: '已完成',
  ...more,
});

describe('orders against the bill', () => {
  it('pass; what was never paid is on no bill, and tax lines are no part of an order', async () => {
    insertLines(rig.book, [order('CS1', '100'), order('CS1', '7', { billType: '消费-税金' }), order('CS2', '20')]);
    insertListRows(rig.book, 'orders', [listed('CS1', '100'), listed('CS2', '20'), listed('CS3', '9', { status: '已取消', paidAt: null })]);
    expect(await found('order.bill')).toMatchObject({ status: 'pass', left: '120', right: '120' });
  });

  it('name what is not billed, billed for another amount, and not in the list', async () => {
    insertLines(rig.book, [order('CS1', '100'), order('CS2', '20'), order('CS9', '5')], { file: 'd.csv' });
    insertListRows(rig.book, 'orders', [listed('CS1', '100'), listed('CS2', '21'), listed('CS4', '8')]);
    const check = await found('order.bill');
    expect(check).toMatchObject({ status: 'fail', left: '129', right: '120', difference: '9' });
    expect(check!.findings.map((f) => [f.kind, f.amount])).toEqual([
      ['order.unbilled', '8'],
      ['order.amount', '1'],
    ]);
    expect(check!.findings[0]!.lines).toMatchObject([{ file: 'orders.csv', row: 4, list: 'orders' }]);
    expect(check!.findings[1]!.lines).toMatchObject([{ file: 'd.csv', row: 3 }]);
    const advice = await found('order.bill', 'unlisted');
    expect(advice).toMatchObject({ status: 'missing', left: '125', right: '120' });
    expect(kinds(advice)).toEqual(['order.unknown']);
  });

  it('by Beijing days: an order paid on the 30th at 17:00 UTC is of October', async () => {
    insertLines(rig.book, [order('CS1', '100')]);
    insertListRows(rig.book, 'orders', [listed('CS1', '100'), listed('CS2', '7', { paidAt: '2023-09-30T17:00:00Z' })]);
    expect(await found('order.bill')).toMatchObject({ status: 'pass' });
  });

  it('a large refund of the last day may wait for its approval (guide 3.4.2.1); one of 1000 does not', async () => {
    insertLines(rig.book, [order('CS1', '100')]);
    const refund = (id: string, amount: string) => listed(id, amount, { orderType: '退订', paidAt: '2023-09-30T02:00:00Z' });
    insertListRows(rig.book, 'orders', [listed('CS1', '100'), refund('CS2', '2000')]);
    expect(await found('order.bill')).toMatchObject({ status: 'pass' });
    insertListRows(rig.book, 'orders', [refund('CS3', '1000')]);
    expect(kinds(await found('order.bill'))).toEqual(['order.unbilled']);
  });

  it('leave a difference between statement and details to the check of the two', async () => {
    insertLines(rig.book, [order('CS1', '100'), order('CS2', '20')]);
    insertLines(rig.book, [order('CS1', '100'), order('CS2', '21')], { kind: 'statement' });
    insertListRows(rig.book, 'orders', [listed('CS1', '100'), listed('CS2', '21')]);
    const check = await found('order.bill');
    expect(check).toMatchObject({ status: 'fail', difference: '1', findings: [], lineCount: 1 });
  });

  it('say missing where the list is of another account, and nothing without a list', async () => {
    insertLines(rig.book, [order('CS1', '100')]);
    expect(await found('order.bill')).toBeUndefined();
    insertListRows(rig.book, 'orders', [listed('CS7', '1')]);
    expect(await found('order.bill')).toMatchObject({ status: 'missing', explanation: expect.stringContaining('another account') });
  });
});

describe('refunds against their orders', () => {
  const refund = (id: string, amount: string): TestLine => order(id, amount, { billType: '退款-退订' });
  const given = (orderId: string, originalOrderId: string) => listed(orderId, '-1', { orderType: '退订', originalOrderId });

  it('the order may be of an earlier month; the guide’s refund of 50.87 on 110 is within it (REF-1)', async () => {
    insertLines(rig.book, [order('CS2308190001', '110')], { period: '2023-08' });
    insertLines(rig.book, [refund('CS2', '-50.87')]);
    insertListRows(rig.book, 'orders', [given('CS2', 'CS2308190001')]);
    expect(await found('refund.order')).toMatchObject({ status: 'pass', left: '50.87', right: '50.87' });
  });

  it('exceeds what was paid, or has no order in a month that is there', async () => {
    insertLines(rig.book, [order('CS2308190001', '40')], { period: '2023-08' });
    insertLines(rig.book, [refund('CS2', '-50.87'), refund('CS3', '-3')]);
    insertListRows(rig.book, 'orders', [given('CS2', 'CS2308190001'), given('CS3', 'CS2308200002')]);
    const check = await found('refund.order');
    expect(check).toMatchObject({ status: 'fail', difference: '13.87' });
    expect(check!.findings.map((f) => [f.kind, f.amount])).toEqual([
      ['refund.exceeds', '10.87'],
      ['refund.without-order', '3'],
    ]);
  });

  it('is missing where the month of the order is not in the book', async () => {
    insertLines(rig.book, [refund('CS3', '-3')]);
    insertListRows(rig.book, 'orders', [given('CS3', 'CS2301200002')]);
    expect(await found('refund.order')).toMatchObject({ status: 'missing', explanation: expect.stringContaining('2023-01') });
  });
});

describe('coupons', () => {
  const move = (words: string, amount: string) => ({
    serial: words,
    time: '2023-09-12T02:00:00Z',
    transactionType: '代金券抵扣',
    remark: words,
    amount,
  });
  const used = (id: string, coupon: string): TestLine => charge('10', { orderId: id, coupon, monthlySettled: String(10 - Number(coupon)) });

  it('pass by transaction and by coupon', async () => {
    insertLines(rig.book, [used('T1', '4'), used('T2', '2.5')]);
    insertListRows(rig.book, 'income-expense', [move('CP1 T1', '-4'), move('CP1 T2', '-2.5')]);
    insertListRows(rig.book, 'coupons', [{ couponId: 'CP1', value: '50', balance: '43.5', effective: '2023-09-01T02:00:00Z' }]);
    expect(await found('coupon.movements')).toMatchObject({ status: 'pass', left: '6.5', right: '6.5' });
    expect(await found('coupon.balance')).toMatchObject({ status: 'pass', left: '6.5' });
  });

  it('twice, unrecorded and unused are told apart', async () => {
    insertLines(rig.book, [used('T1', '4'), used('T2', '2.5'), charge('3', { orderId: 'T3' })]);
    insertListRows(rig.book, 'income-expense', [move('CP1 T1', '-4'), move('CP1 T1', '-4'), move('CP1 T3', '-1')]);
    const check = await found('coupon.movements');
    expect(check).toMatchObject({ status: 'fail', difference: '-2.5' });
    expect(check!.findings.map((f) => [f.kind, f.amount]).sort()).toEqual([
      ['coupon.twice', '-4'],
      ['coupon.unrecorded', '2.5'],
      ['coupon.unused', '-1'],
    ]);
  });

  it('give no more than their value', async () => {
    insertLines(rig.book, [used('T1', '4')]);
    insertListRows(rig.book, 'income-expense', [move('CP1 T1', '-4')]);
    insertListRows(rig.book, 'coupons', [{ couponId: 'CP1', value: '3', balance: '0', effective: '2023-09-01T02:00:00Z' }]);
    expect(kinds(await found('coupon.balance'))).toEqual(['coupon.twice']);
  });
});

describe('packages', () => {
  const package_ = (left: string, more: Record<string, string | null> = {}) => ({
    packageId: 'P1',
    packageName: 'x',
    productType: 'OBS',
    total: '100',
    left,
    unit: 'GB',
    effective: '2023-09-01T02:00:00Z',
    ...more,
  });
  const deduction = (quantity: string, time = '2023-09-05T02:00:00Z') => ({
    time,
    packageId: 'P1',
    productType: 'OBS',
    quantity,
    quantityUnit: 'GB',
  });
  beforeEach(() => insertLines(rig.book, [charge('1')]));

  it('hold used against deductions, in their unit and no currency', async () => {
    insertListRows(rig.book, 'packages', [package_('60')]);
    insertListRows(rig.book, 'package-deductions', [deduction('15'), deduction('25')]);
    expect(await found('package.deductions')).toMatchObject({
      status: 'pass',
      left: '40',
      right: '40',
      currency: null,
      title: expect.stringContaining('GB'),
    });
    expect(await found('package.quota')).toMatchObject({ status: 'pass' });
  });

  it('name a deduction that the package has not, and more than it holds', async () => {
    insertListRows(rig.book, 'packages', [package_('60')]);
    insertListRows(rig.book, 'package-deductions', [deduction('15'), deduction('90')]);
    expect(kinds(await found('package.deductions'))).toEqual(['package.deduction']);
    expect((await found('package.quota'))!.findings).toMatchObject([{ kind: 'package.over', amount: '-5' }]);
  });

  it('that are filled anew give their size each cycle (PKG-1)', async () => {
    insertListRows(rig.book, 'packages', [package_('10', { deductionMethod: '按月重置', effective: '2023-07-01T02:00:00Z' })]);
    insertListRows(rig.book, 'package-deductions', [deduction('95', '2023-08-03T02:00:00Z'), deduction('90')]);
    expect(await found('package.deductions')).toMatchObject({ status: 'pass', right: '90' });
    expect(await found('package.quota')).toMatchObject({ status: 'pass', right: '95' });
  });

  it('are missing where the deductions begin after the package', async () => {
    insertListRows(rig.book, 'packages', [package_('60', { effective: '2023-06-01T02:00:00Z' })]);
    insertListRows(rig.book, 'package-deductions', [deduction('15')]);
    expect(await found('package.deductions')).toMatchObject({ status: 'missing' });
  });
});

describe('lists of invoices and payments', () => {
  const invoice = (more: Record<string, string | null>) => ({
    number: 'INV-1',
    period: '2023-09',
    amount: '100',
    status: '已开票',
    ...more,
  });

  it('converted amounts follow their rates: the guide’s 100.23 × 7.75428 = 777.21, and whole yen', async () => {
    insertLines(rig.book, [charge('1')]);
    const paid = (amount: string, paidAmount: string, paidCurrency: string, rate: string) => ({
      date: '2023-09-11',
      amount,
      paidAmount,
      paidCurrency,
      rate,
    });
    insertListRows(rig.book, 'payment-history', [
      paid('100.23', '777.21', 'HKD', '7.75428'),
      paid('2.87', '425', 'JPY', '147.911'),
      paid('0.53', '77', 'JPY', '144.736'),
    ]);
    const { checks } = await rig.call('reconcile/run', { period: '2023-09' });
    expect(checks.filter((c) => c.check === 'fx.amounts').map((c) => [c.currency, c.status, c.left])).toEqual([
      ['HKD', 'pass', '777.21'],
      ['JPY', 'pass', '502'],
    ]);
  });

  it('tell another rate from another rounding', async () => {
    insertLines(rig.book, [charge('1')]);
    insertListRows(rig.book, 'vendor-invoices', [
      invoice({ paidAmount: '833', paidCurrency: 'THB', rate: '8.2' }),
      invoice({ number: 'INV-2', amount: '2.87', paidAmount: '424.5', paidCurrency: 'THB', rate: '147.9112' }),
    ]);
    expect(kinds(await found('fx.amounts')).sort()).toEqual(['fx.rate', 'rounding.other']);
  });

  it('name an invoice that is not in the book, and one over another amount', async () => {
    addInvoice(rig.book);
    insertListRows(rig.book, 'vendor-invoices', [invoice({ amount: '100.01' }), invoice({ number: 'INV-2', amount: '7' })]);
    const check = await found('invoice.list');
    expect(check).toMatchObject({ status: 'fail', difference: '7.01' });
    expect(check!.findings.map((f) => [f.kind, f.amount])).toEqual([
      ['invoice.amount', '0.01'],
      ['invoice.missing', '7'],
    ]);
  });

  it('hold payments one by one', async () => {
    const id = addInvoice(rig.book);
    addPayment(rig.book, '60', { [id]: '60' });
    const got = (amount: string, date = '2023-10-20') => ({ date, documentId: 'INV-1', transactionType: '付款', amount });
    insertListRows(rig.book, 'payment-history', [got('60')]);
    expect(await found('payment.list')).toMatchObject({ status: 'pass' });
    insertListRows(rig.book, 'payment-history', [got('39', '2023-10-22')]);
    expect((await found('payment.list'))!.findings).toMatchObject([{ kind: 'payment.missing', amount: '39' }]);
    addPayment(rig.book, '40', { [id]: '40' });
    expect((await found('payment.list'))!.findings).toMatchObject([{ kind: 'payment.amount', amount: '-1' }]);
  });
});
