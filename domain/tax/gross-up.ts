import { amount as canonical, equal, subtract, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { minorUnits } from '../money/minor-units.ts';
import { round } from '../money/rounding.ts';
import type { Percent } from './pack.ts';
import { taxOf, type Step } from './tax-amounts.ts';

/** What a price without withholding tax becomes when the buyer bears the tax. */
export interface GrossUp {
  gross: Amount;
  wht: Amount;
  /** base × rate by the rule for tax amounts; differs from `wht` by a smallest unit where rounding makes it so. */
  taxOfGross: Amount;
  policy: string;
  steps: Step[];
}

/**
 * gross = net ÷ (1 − rate), rounded half-up to the currency's smallest unit (policy gross-up.half-up-N); the tax is what is
 * between the two, so that the seller gets the net price exactly. The rate is below 100 %.
 */
export function grossUp(net: Amount, ratePct: Percent, currency: string): GrossUp {
  const places = minorUnits(currency);
  const policy = `gross-up.half-up-${places}`;
  const rest = new D(100).minus(ratePct);
  if (rest.lte(0)) throw new TypeError(`A rate of ${ratePct} % leaves nothing to pay.`);
  const exact = new D(net).times(100).dividedBy(rest);
  const gross = round(canonical(exact), { mode: 'half-up', places });
  const wht = subtract(gross, net);
  const product = `${net} ÷ (1 − ${ratePct} %)`;
  const shown = shortened(exact);
  const taxStep = taxOf('WHT', gross, ratePct, currency);
  const formula = equal(canonical(exact), gross) ? product : `${product} = ${shown}, rounded half-up to ${places} decimals (${policy})`;
  return {
    gross,
    wht,
    taxOfGross: taxStep.value,
    policy,
    steps: [
      { label: 'Price without WHT', formula: 'as agreed', value: net },
      { label: 'Grossed-up price', formula, value: gross, policy },
      { label: 'WHT borne by the buyer', formula: `${gross} − ${net}`, value: wht },
    ],
  };
}

/** At most ten decimals, and a sign that more follow. */
function shortened(exact: D): string {
  const cut = exact.toDecimalPlaces(10, D.ROUND_DOWN);
  return cut.eq(exact) ? canonical(cut) : `${canonical(cut)}…`;
}
