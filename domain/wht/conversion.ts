import { amount, isNegative, isZero, subtract, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { POLICIES, round } from '../money/rounding.ts';

/**
 * An amount of a certificate in the currency of the invoice: `value` ÷ `rate`, half-up to two decimals (Huawei Cloud billing
 * guide, section 10.3). 1 unit of the invoice's currency = `rate` units of the certificate's; above zero, else TypeError.
 */
export function convertedByRate(value: Amount, rate: Amount): Amount {
  if (isZero(rate) || isNegative(rate)) throw new TypeError(`Not a rate: ${rate}`);
  return round(amount(new D(value).dividedBy(rate)), POLICIES.certificateConversion);
}

/** What the rate makes of the amount, and how far the amount that was stated lies from it; null where there is no rate. */
export function conversionOf(line: {
  amount: Amount;
  payAmount: Amount;
  fx: { rate: Amount } | null;
}): { converted: Amount; difference: Amount } | null {
  if (!line.fx) return null;
  const converted = convertedByRate(line.amount, line.fx.rate);
  return { converted, difference: subtract(line.payAmount, converted) };
}
