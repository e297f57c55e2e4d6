import { describe, expect, it } from 'vitest';
import { allocatePayment, type Share } from './allocation.ts';

const share = (change: Partial<Share> = {}): Share => ({
  invoice: 'A',
  direction: 'received',
  status: 'unpaid',
  currency: 'USD',
  open: '100',
  amount: '60',
  ...change,
});
const payment = { amount: '100', currency: 'USD' };

describe('allocating a payment', () => {
  it('computes what is left', () =>
    expect(allocatePayment(payment, [share(), share({ invoice: 'B', amount: '39.9999999999' })])).toEqual({
      ok: true,
      value: { allocated: '99.9999999999', left: '0.0000000001' },
    }));
  it('takes none, and exactly all', () => {
    expect(allocatePayment(payment, [])).toEqual({ ok: true, value: { allocated: '0', left: '100' } });
    expect(allocatePayment(payment, [share({ amount: '100' })])).toEqual({ ok: true, value: { allocated: '100', left: '0' } });
  });
  it.each([
    [[share({ amount: '100.0000000001' })], 'payment.over-open'],
    [[share({ open: '200', amount: '100.01' })], 'payment.over-amount'],
    [[share(), share({ invoice: 'B', amount: '40.01' })], 'payment.over-amount'],
    [[share({ currency: 'EUR' })], 'payment.currency'],
    [[share(), share({ invoice: 'B', direction: 'issued', amount: '1' })], 'payment.directions'],
    [[share(), share({ amount: '1' })], 'payment.invoice-twice'],
    [[share({ status: 'disputed' })], 'invoice.not-payable'],
    [[share({ status: 'void' })], 'invoice.not-payable'],
    [[share({ status: 'paid', open: '0', amount: '0.01' })], 'payment.over-open'],
  ])('refuses (%#) %s', (shares, code) => expect(allocatePayment(payment, shares)).toMatchObject({ ok: false, error: { code } }));
});
