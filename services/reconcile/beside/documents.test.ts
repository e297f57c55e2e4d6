import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { billRig } from '../../../test/support/bill-rig.ts';
import { addCertificate, addInvoice, addPayment } from '../../../test/support/documents.ts';
import { insertLines, type TestLine } from '../../../test/support/lines.ts';
import type { Check } from '../../contract/reconcile.ts';

// Thailand, registered: VAT of 7 %.
let rig: ReturnType<typeof billRig>;
beforeEach(() => (rig = billRig()));
afterEach(() => rig.close());

const all = async (id: string, own = rig): Promise<Check[]> =>
  (await own.call('reconcile/run', { period: '2023-09' })).checks.filter((c) => c.check === id);
const one = async (id: string): Promise<Check | undefined> => (await all(id))[0];
const line = (billType: string, payable: string, more: TestLine = {}): TestLine => ({
  billType,
  productType: 'ECS',
  account: 'a',
  listPrice: payable,
  discount: '0',
  roundingOff: '0',
  payable,
  cash: '0',
  coupon: '0',
  monthlySettled: payable,
  ...more,
});

describe('signs', () => {
  it('follow the bill types; a turned line fails though its columns fit', async () => {
    insertLines(rig.book, [line('消费-使用', '5'), line('退款-退订', '-2')]);
    expect(await one('lines.sign')).toMatchObject({ status: 'pass', left: '3', right: '3' });
    insertLines(rig.book, [line('消费-使用', '-4'), line('退款-退订', '1')], { file: 'turned.csv' });
    const check = await one('lines.sign');
    expect(check).toMatchObject({ status: 'fail', left: '0', right: '6', difference: '-6', lineCount: 2 });
    expect(check!.findings.map((f) => [f.kind, f.amount, f.lines[0]!.row])).toEqual([
      ['line.sign', '-8', 2],
      ['line.sign', '2', 3],
    ]);
  });
});

describe('tax lines', () => {
  const order = (id: string, payable: string, tax: string | null, coupon = '0'): TestLine[] => [
    line('消费-新购', payable, { orderId: id, coupon, monthlySettled: String(Number(payable) - Number(coupon)) }),
    ...(tax === null ? [] : [line('消费-税金', tax, { orderId: id })]),
  ];

  it('are 7 % of what is paid after coupons, half-up to cents', async () => {
    insertLines(rig.book, [...order('CS1', '100', '7'), ...order('CS2', '10.5', '0.67', '1'), ...order('CS3', '0.01', null)]);
    expect(await one('tax.lines')).toMatchObject({ status: 'pass', left: '7.67', right: '7.67', tolerance: 'tax.line.half-up-2' });
  });

  it('tell another rate, a missing line, and an amount that fits no rate', async () => {
    insertLines(rig.book, [
      ...order('CS1', '100', '7'),
      ...order('CS2', '50', '3.5'),
      ...order('CS3', '200', '12'),
      ...order('CS4', '30', null),
      ...order('CS5', '40', '2.87'),
    ]);
    const check = await one('tax.lines');
    expect(check).toMatchObject({ status: 'fail', left: '25.37', right: '29.4', difference: '-4.03' });
    expect(check!.findings.map((f) => [f.kind, f.amount]).sort()).toEqual([
      ['line.amount', '0.07'],
      ['tax.missing', '-2.1'],
      ['tax.rate', '-2'],
    ]);
  });

  it('of use are held by account and product type, with eight decimals', async () => {
    insertLines(rig.book, [
      line('消费-使用', '1.00000001', { orderId: 'T1' }),
      line('消费-使用', '2', { orderId: 'T2' }),
      line('消费-税金', '0.21', { orderId: 'T9' }),
    ]);
    expect((await all('tax.lines')).map((c) => [c.id.split(':').at(-1), c.status, c.left, c.right])).toEqual([
      ['usage', 'pass', '0.21', '0.21'],
    ]);
  });
});

describe('credit notes', () => {
  it('give back the refunds of the bill', async () => {
    insertLines(rig.book, [line('消费-新购', '100', { orderId: 'CS1' }), line('退款-退订', '-20.004', { orderId: 'CS2' })]);
    const invoice = addInvoice(rig.book);
    const note = await one('credit.refund');
    expect(note).toMatchObject({ status: 'fail', left: '0', right: '-20.004', findings: [{ kind: 'credit.refund' }] });
    addInvoice(rig.book, { number: 'C-1', kind: 'credit-note', creditsId: invoice, net: '-20', stated: 'paid' });
    expect(await one('credit.refund')).toMatchObject({ status: 'explained', left: '-20', difference: '0.004' });
  });

  it('are not asked for where the invoice is drawn net of refunds', async () => {
    insertLines(rig.book, [line('消费-新购', '100', { orderId: 'CS1' }), line('退款-退订', '-20', { orderId: 'CS2' })]);
    addInvoice(rig.book, { net: '80' });
    expect(await one('credit.refund')).toBeUndefined();
  });
});

describe('documents', () => {
  it('an invoice under nearly the same number is one too many', async () => {
    addInvoice(rig.book, { number: 'SG24050001' });
    addInvoice(rig.book, { number: 'SG24050002', net: '55' });
    expect(await one('invoice.twice')).toMatchObject({ status: 'pass' });
    addInvoice(rig.book, { number: 'SG-24050001' });
    expect(await one('invoice.twice')).toMatchObject({ status: 'fail', difference: '100', findings: [{ kind: 'invoice.duplicate' }] });
  });

  it('a payment of the same reference and amount is one too many, also where it lies on nothing', async () => {
    const invoice = addInvoice(rig.book);
    addPayment(rig.book, '100', { [invoice]: '100' });
    expect(await one('payment.twice')).toMatchObject({ status: 'pass' });
    addPayment(rig.book, '100', {});
    expect(await one('payment.twice')).toMatchObject({ status: 'fail', difference: '100', findings: [{ kind: 'payment.duplicate' }] });
  });

  it('what is due and open is missing, no failure', async () => {
    const invoice = addInvoice(rig.book, { due: '2023-10-19' });
    expect(await one('payment.due')).toMatchObject({ status: 'missing', findings: [{ kind: 'payment.missing', amount: '100' }] });
    addPayment(rig.book, '100', { [invoice]: '100' });
    expect(await one('payment.due')).toMatchObject({ status: 'pass' });
  });

  it('more laid on an invoice than it charges, and a certificate short of what was withheld', async () => {
    const invoice = addInvoice(rig.book);
    addPayment(rig.book, '92', { [invoice]: '92' });
    addCertificate(rig.book, '7.5', { [invoice]: { amount: '7.5', payAmount: '7.5' } });
    expect((await one('wht.withheld'))!.findings).toMatchObject([{ kind: 'wht.amount', amount: '0.5' }]);
    addPayment(rig.book, '9', { [invoice]: '9' });
    expect((await one('invoice.settlement'))!.findings).toMatchObject([{ kind: 'payment.over', amount: '-8.5' }]);
  });
});
