import { amount, fixed, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { minorUnits } from '../money/minor-units.ts';

/** An amount as a sum is written: with the currency's decimals, and every digit beyond them. */
export const printed = (value: Amount, currency: string): string =>
  fixed(amount(value), Math.max(minorUnits(currency), new D(value).decimalPlaces()));
