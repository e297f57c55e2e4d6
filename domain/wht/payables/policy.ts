import { percentOf, type Amount } from '../../money/amount.ts';
import { minorUnits } from '../../money/minor-units.ts';
import { round, type RoundingMode } from '../../money/rounding.ts';
import type { Percent } from '../../tax/pack.ts';
import { strictFormOf, taxRounding } from '../forms/rounding.ts';

/** How a figure of withholding is rounded. */
interface SharePolicy {
  id: string;
  mode: RoundingMode;
  places: number;
}

/** Withheld tax: to the currency's smallest unit, or to the whole units that the forms of its country take (rupees, rupiah). */
export const taxPolicy = (currency: string): SharePolicy => taxRounding(strictFormOf(currency), currency);

/** A payment's share of the base: half-up to the currency's smallest unit; the payment that closes the invoice takes the remainder. */
export const sharePolicy = (currency: string): SharePolicy => ({
  id: `wht.share.half-up-${minorUnits(currency)}`,
  mode: 'half-up',
  places: minorUnits(currency),
});

/** base × rate by the policy of withheld tax. */
export const withheldOf = (base: Amount, ratePct: Percent, currency: string): Amount =>
  round(percentOf(base, ratePct), taxPolicy(currency));
