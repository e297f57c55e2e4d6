import { subtract, type Amount } from '../money/amount.ts';
import { currencyPlaces, round } from '../money/rounding.ts';

/** What the total of a bill is made of. */
export interface TotalParts {
  payable: Amount | null;
  coupon: Amount | null;
  flexiCoupon: Amount | null;
}

/** Payable less coupons (代金券 and 现金券), exact; null where the bill prints no payable at all. */
export function exactTotal(parts: TotalParts): Amount | null {
  if (parts.payable === null) return null;
  return [parts.coupon, parts.flexiCoupon].reduce<Amount>(
    (rest, coupon) => (coupon === null ? rest : subtract(rest, coupon)),
    parts.payable,
  );
}

/** The total as a billing page prints it: half-up to the currency's places, once, on the sum (Huawei Cloud billing guide 7.2.2.2). */
export function printedTotal(parts: TotalParts, currency: string): Amount | null {
  const exact = exactTotal(parts);
  return exact === null ? null : round(exact, { mode: 'half-up', places: currencyPlaces(currency) });
}
