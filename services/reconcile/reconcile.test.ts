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
const EXACT = '100.12501236';

describe('month against statement (billing guide 7.2.2.2 step 2)', () => {
  it('explains 100.12501236 → 100.13 by rounding half-up', async () => {
    insertLines(rig.book, [charge('60.12501236'), charge('40', { orderId: 'T-2' })]);
    insertLines(rig.book, [charge('60.12501236'), charge('40', { orderId: 'T-2' })], { kind: 'statement' });
    const found = await check('huawei.statement');
    expect(found).toMatchObject({
      left: '100.13',
      right: EXACT,
      difference: '0.00498764',
      status: 'explained',
      tolerance: 'huawei.month-total.half-up-2',
      vendor: 'huawei',
      currency: 'USD',
      lines: [],
    });
    expect(found.arithmetic.join('\n')).toContain('half-up to 2 decimals: 100.12501236 → 100.13');
  });

  it('explains 100.12501236 → 100.12 by cutting, for accounts that are not settled monthly (13.2.8)', async () => {
    const own = billRig({ settlement: 'non-monthly' });
    const line = { billType: '消费-使用', payable: EXACT, cash: EXACT, orderId: 'T-1' };
    insertLines(own.book, [line]);
    insertLines(own.book, [line], { kind: 'statement' });
    expect(await check('huawei.statement', '2023-09', own)).toMatchObject({
      left: '100.12',
      right: EXACT,
      difference: '-0.00501236',
      status: 'explained',
      tolerance: 'huawei.non-monthly.truncate-2',
    });
    own.close();
  });

  it.each([
    // Each settlement cut: 1.00 + 1.00 + 1.00
    ['2020-03', '3', 'huawei.per-settlement.truncate-2'],
    // 1.006 + 1.006 of one specification make 2.01, the third makes 1.00
    ['2020-04', '3.01', 'huawei.per-specification.truncate-2'],
    ['2021-05', '3.01', 'huawei.per-specification.truncate-2'],
    // 3.018 half-up
    ['2021-06', '3.02', 'huawei.month-total.half-up-2'],
  ])('in %s the month is %s by %s', async (period, left, policy) => {
    const lines = [
      charge('1.006', { spec: 's1', orderId: 'T-1' }),
      charge('1.006', { spec: 's1', orderId: 'T-2' }),
      charge('1.006', { spec: 's2', orderId: 'T-3' }),
    ];
    insertLines(rig.book, lines, { period });
    insertLines(rig.book, lines, { period, kind: 'statement' });
    expect(await check('huawei.statement', period)).toMatchObject({ left, right: '3.018', status: 'explained', tolerance: policy });
  });

  it('passes when the statement has no fraction of a cent', async () => {
    insertLines(rig.book, [charge('100.13')]);
    insertLines(rig.book, [charge('100.13')], { kind: 'statement' });
    expect(await check('huawei.statement')).toMatchObject({ status: 'pass', difference: '0' });
  });

  it('fails with the lines of the order that differs', async () => {
    insertLines(rig.book, [charge('60', { orderId: 'T-1' }), charge('40', { orderId: 'T-2', resourceName: 'db' })], { file: 'd.csv' });
    insertLines(rig.book, [charge('60', { orderId: 'T-1' }), charge('39.98', { orderId: 'T-2' })], { kind: 'statement', file: 's.csv' });
    const found = await check('huawei.statement');
    expect(found).toMatchObject({ status: 'fail', difference: '0.02', lineCount: 2 });
    expect(found.lines.map((l) => [l.file, l.row])).toEqual([
      ['d.csv', 3],
      ['s.csv', 3],
    ]);
    expect(found.lines[0]!.text).toContain('order T-2: statement 39.98, details 40');
    expect(found.lines[0]!.textZh).toContain('订单 T-2：流水账单 39.98，明细账单 40');
  });

  it('is missing without the statement, and without the details', async () => {
    insertLines(rig.book, [charge('1')]);
    expect(await check('huawei.statement')).toMatchObject({ status: 'missing', left: '1', right: null, difference: null });
    insertLines(rig.book, [charge('1')], { kind: 'statement', period: '2023-08' });
    expect(await check('huawei.statement', '2023-08')).toMatchObject({ status: 'missing', left: null, right: '1' });
    expect(await check('huawei.detail-payable', '2023-08')).toMatchObject({ status: 'missing', left: '1', right: null });
  });
});

describe('statement against details (step 3)', () => {
  it('passes to the last digit', async () => {
    insertLines(rig.book, [charge('0.00000001'), charge(EXACT)]);
    insertLines(rig.book, [charge('100.12501237')], { kind: 'statement' });
    expect(await check('huawei.detail-payable')).toMatchObject({
      status: 'pass',
      left: '100.12501237',
      right: '100.12501237',
      tolerance: 'exact',
    });
    expect(await check('huawei.detail-cash')).toMatchObject({ status: 'pass' });
  });

  it('finds an error in the last digit with its line', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => charge('1.00000001', { orderId: `T-${i}` }));
    insertLines(rig.book, lines, { kind: 'statement' });
    const ids = insertLines(
      rig.book,
      lines.map((l, i) => (i === 321 ? { ...l, payable: '1.00000002' } : l)),
      { file: 'details.csv' },
    );
    const payable = await check('huawei.detail-payable');
    expect(payable).toMatchObject({ status: 'fail', left: '500.000005', right: '500.00000501', difference: '-0.00000001' });
    expect(payable.lines.map((l) => l.id)).toContain(ids[321]);
    const identity = await check('lines.huawei.list-price');
    expect(identity).toMatchObject({ status: 'fail', lineCount: 1, lines: [{ id: ids[321], file: 'details.csv', row: 323 }] });
    expect(identity.lines[0]!.text).toContain('1.00000001 ≠ 0 + 0 + 1.00000002 = 1.00000002; off by -0.00000001');
    expect(identity.lines[0]!.textZh).toContain('1.00000001 ≠ 0 + 0 + 1.00000002 = 1.00000002；相差 -0.00000001');
    expect(identity.toleranceZh).toBe('逐行完全一致');
    expect(await check('lines.huawei.payable')).toMatchObject({ status: 'fail', lineCount: 1 });
    // Everything else of the two still agrees.
    expect(await check('huawei.detail-cash')).toMatchObject({ status: 'pass' });
  });
});

describe('lines', () => {
  it('pass with what the file has; missing parts are left out', async () => {
    insertLines(rig.book, [
      { listPrice: '0.315', discount: '0', roundingOff: '0.005', payable: '0.31', cash: '0.31' },
      { listPrice: '0.00000024', discount: '0', roundingOff: '0.00000024', payable: '0', cash: '0' },
      { listPrice: '5', payable: '5' },
      { payable: '7' },
    ]);
    expect(await check('lines.huawei.list-price')).toMatchObject({
      status: 'pass',
      left: '5.31500024',
      explanation: 'Lines that fit: all 3.',
    });
    expect(await check('lines.huawei.payable')).toMatchObject({ status: 'pass', explanation: 'Lines that fit: all 2.' });
  });

  it('fail though the sums agree, and list at most 200 of all', async () => {
    // 10 = 0 + 0.005 + 10 is the row of the guide's screenshot that does not add up (13.2.8).
    const off = { listPrice: '10', discount: '0', roundingOff: '0.005', payable: '10' };
    insertLines(rig.book, [
      ...Array.from({ length: 150 }, () => off),
      ...Array.from({ length: 150 }, () => ({ ...off, roundingOff: '-0.005' })),
    ]);
    const found = await check('lines.huawei.list-price');
    expect(found).toMatchObject({ status: 'fail', difference: '0', lineCount: 300 });
    expect(found.lines).toHaveLength(200);
  });

  it('are exact where units and fractions have different signs, and for the largest amounts', async () => {
    insertLines(rig.book, [
      { listPrice: '1', discount: '2.5', roundingOff: '0', payable: '-1.5' },
      { listPrice: '999999999999999.9999999999', discount: '999999999999999.9999999998', payable: '0.0000000001' },
      { listPrice: '999999999999999.9999999999', discount: '-999999999999999.9999999999', payable: '0' },
    ]);
    expect(await check('lines.huawei.list-price')).toMatchObject({ status: 'fail', lineCount: 1, lines: [{ row: 4 }] });
  });

  it('of details and statements are held each by itself, never added', async () => {
    insertLines(rig.book, [charge('5')]);
    insertLines(rig.book, [charge('5'), charge('1', { payable: '2', monthlySettled: '2' })], { kind: 'statement' });
    const found = (await rig.call('reconcile/run', { period: '2023-09' })).checks.filter((c) => c.check === 'lines.huawei.list-price');
    expect(found.map((c) => [c.id, c.left, c.status, c.lineCount])).toEqual([
      ['lines.huawei.list-price:huawei:USD', '5', 'pass', 0],
      ['lines.huawei.list-price:huawei:USD:statement', '6', 'fail', 1],
    ]);
  });

  it('of Tencent Cloud: total after discount = cash + bonus + voucher + transfer', async () => {
    const line = { payable: '-80.89', cash: '-80.43264806', bonus: '-0.45735194', coupon: '0', transfer: '0' };
    insertLines(rig.book, [line, { ...line, cash: '-80.43264807' }], { vendor: 'tencent' });
    expect(await check('lines.tencent.payable')).toMatchObject({ status: 'fail', lineCount: 1, lines: [{ row: 3 }] });
  });
});

describe('consumption against payments (step 1)', () => {
  it('passes when the consumption is paid; coupons and refunds do not count', async () => {
    insertLines(rig.book, [
      charge('80'),
      charge('20', { billType: '消费-新购', monthlySettled: '0', cash: '15', coupon: '5' }),
      charge('-30', { billType: '退款-退订' }),
    ]);
    const invoice = addInvoice(rig.book, { net: '95' });
    addPayment(rig.book, '95', { [invoice]: '95' });
    expect(await check('huawei.payments')).toMatchObject({ status: 'pass', left: '95', right: '95' });
  });

  it('explains cents, tax beside the bill and what was withheld', async () => {
    insertLines(rig.book, [charge('6000.00401')]);
    const invoice = addInvoice(rig.book, { net: '6000', tax: '420' });
    addPayment(rig.book, '5820', { [invoice]: '5820' });
    addCertificate(rig.book, '600', { [invoice]: { amount: '600', payAmount: '600' } });
    const found = await check('huawei.payments');
    expect(found).toMatchObject({ status: 'explained', left: '6000.00401', right: '6000', tolerance: 'huawei.month-total.half-up-2' });
    expect(found.arithmetic[0]).toBe('paid 5820 + withheld 600 − tax not on the bill 420 = 6000');
  });

  it('explains refunds, which the consumption total leaves out and the amount due takes in', async () => {
    insertLines(rig.book, [charge('100'), charge('-30.5', { billType: '退款-退订' })]);
    const invoice = addInvoice(rig.book, { net: '69.5' });
    addPayment(rig.book, '69.5', { [invoice]: '69.5' });
    expect(await check('huawei.payments')).toMatchObject({
      status: 'explained',
      left: '100',
      right: '69.5',
      tolerance: 'huawei.amount-due.refunds',
    });
  });

  it('knows tax lines of the bill again in the invoice, which rounds net and tax each by itself', async () => {
    insertLines(rig.book, [
      charge('100.004'),
      charge('7.004', { billType: '消费-税金' }),
      charge('-10', { billType: '退款-退订' }),
      charge('-0.7', { billType: '退款-退订税金' }),
    ]);
    // Net 90.004 → 90.00, tax 6.304 → 6.30; the month as a whole, 96.308, would be 96.31.
    const invoice = addInvoice(rig.book, { net: '90', tax: '6.3' });
    addPayment(rig.book, '96.3', { [invoice]: '96.3' });
    const found = await check('huawei.payments');
    expect(found).toMatchObject({ status: 'explained', left: '107.008', right: '96.3', tolerance: 'huawei.amount-due.refunds' });
    expect(found.arithmetic.at(-1)).toBe('net 90.004 → 90 (huawei.month-total.half-up-2) + tax 6.304 → 6.3 (tax.half-up-2) = 96.3');
  });

  it('fails when part is open, and says how much; is missing without invoice or payment', async () => {
    insertLines(rig.book, [charge('100')]);
    expect(await check('huawei.payments')).toMatchObject({ status: 'missing', explanation: expect.stringContaining('no invoice') });
    const invoice = addInvoice(rig.book);
    expect(await check('huawei.payments')).toMatchObject({ status: 'missing', explanation: expect.stringContaining('Nothing is paid') });
    addPayment(rig.book, '60', { [invoice]: '60' });
    expect(await check('huawei.payments')).toMatchObject({
      status: 'fail',
      difference: '40',
      explanation: expect.stringContaining('40 is open'),
    });
  });
});
