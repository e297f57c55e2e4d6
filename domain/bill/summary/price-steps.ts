import { isZero, negate, subtract, sum, type Amount } from '../../money/amount.ts';
import { exactTotal } from '../total.ts';
import type { MeasureName } from '../../formats/fields.ts';

export type PriceStepId =
  'listPrice' | 'unlisted' | 'discount' | 'roundingOff' | 'payable' | 'coupon' | 'flexiCoupon' | 'refundsApart' | 'total';

/** One step from the list price to the total: a total stands by itself, a change adds to what was before. */
export interface PriceStep {
  id: PriceStepId;
  amount: Amount;
  kind: 'total' | 'change';
}

type Sums = Readonly<
  Pick<Record<MeasureName, Amount | null>, 'listPrice' | 'discount' | 'roundingOff' | 'payable' | 'coupon' | 'flexiCoupon'>
>;

/**
 * From the list price to the total, exactly: the changes between two totals add up to their difference. What the bill does not print
 * or what is zero has no step. Lines that print no list price, such as invoices of Zilliz Cloud, make a step of their own
 * (`unlisted`), and so do the cash refunds that a total leaves out. Source: Huawei Cloud international billing guide 7.2.2.2.
 * @param total - as the page prints it, before rounding: it may leave refunds out of payable less coupons
 */
export function priceSteps(sums: Sums, total: Amount | null): PriceStep[] {
  if (sums.payable === null) return [];
  const all = (id: PriceStepId, amount: Amount | null): PriceStep[] => (amount === null ? [] : [{ id, amount, kind: 'total' }]);
  const change = (id: PriceStepId, amount: Amount | null): PriceStep[] =>
    amount === null || isZero(amount) ? [] : [{ id, amount, kind: 'change' }];
  const less = (id: PriceStepId, amount: Amount | null): PriceStep[] => change(id, amount && negate(amount));
  const { listPrice, discount, roundingOff, payable } = sums;
  const listed = listPrice === null ? null : subtract(listPrice, sum([discount, roundingOff]));
  const left = exactTotal(sums);
  return [
    ...all('listPrice', listPrice),
    ...(listed === null
      ? []
      : [...less('discount', discount), ...less('roundingOff', roundingOff), ...change('unlisted', subtract(payable, listed))]),
    ...all('payable', payable),
    ...less('coupon', sums.coupon),
    ...less('flexiCoupon', sums.flexiCoupon),
    ...less('refundsApart', left !== null && total !== null ? subtract(left, total) : null),
    ...all('total', total),
  ];
}
