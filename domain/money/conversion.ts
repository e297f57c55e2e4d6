import { say, type Said } from '../words/said.ts';
import { equal, multiply, type Amount } from './amount.ts';
import { minorUnits } from './minor-units.ts';
import { currencyPlaces, POLICIES, round, type RoundingPolicy } from './rounding.ts';

/** An amount told in another currency, with the way to it. */
export interface Conversion {
  /** Rounded by the policy; what a page prints. */
  value: Amount;
  /** amount × rate with every digit. */
  exact: Amount;
  policy: RoundingPolicy;
  step: Said;
}

/** The policy of conversions into a currency: half-up to the currency's places, whole yen included. */
export const conversionPolicy = (to: string): RoundingPolicy => ({
  ...POLICIES.currencyConversion,
  id: `conversion.half-up-${currencyPlaces(to)}`,
  places: currencyPlaces(to),
});

/** The policy of conversions on documents of the register: half-up to the currency's smallest unit by ISO 4217. */
export const documentConversion = (to: string): RoundingPolicy => ({
  ...POLICIES.currencyConversion,
  id: `conversion.half-up-${minorUnits(to)}`,
  places: minorUnits(to),
});

/**
 * `value` × `rate`, by default half-up to two decimals, yen to none. `rate`: units of `to` for one unit of the amount's currency, above zero.
 * Each amount is converted by itself; converted parts need not add up to the converted sum.
 * Source: Huawei Cloud international billing guide, sections 6.1.1, 7.2.3.1 and 5.2.3.
 */
export function convert(value: Amount, rate: Amount, to: string, policy: RoundingPolicy = conversionPolicy(to)): Conversion {
  const exact = multiply(value, rate);
  const rounded = round(exact, policy);
  const step = equal(exact, rounded)
    ? say`${{ amount: value }} × ${{ rate }} = ${{ value: exact }} ${{ currency: to }}`
    : say`${{ amount: value }} × ${{ rate }} = ${{ exact }} → ${{ value: rounded }} ${{ currency: to }} (${{ policy: policy.id }})`;
  return { value: rounded, exact, policy, step };
}
