import { equal, isNegative, absolute, percentOf, sum, type Amount } from '../money/amount.ts';
import { minorUnits } from '../money/minor-units.ts';
import { POLICIES, round } from '../money/rounding.ts';
import type { Percent, TaxComponent } from './pack.ts';

/** One line of arithmetic as a person reads it. */
export interface Step {
  label: string;
  formula: string;
  value: Amount;
  /** Rounding policy of the value, where it is a product. */
  policy?: string;
}

/** Policy of a tax amount in the currency: `tax.half-up-2`, `tax.half-up-0` for yen, `tax.half-up-3` for Bahraini dinars. */
const policyOf = (currency: string): string => `tax.half-up-${minorUnits(currency)}`;

/** base × rate, rounded half-up to the currency's smallest unit, with the policy and the step that says so. */
export function taxOf(label: string, base: Amount, ratePct: Percent, currency: string): Step {
  const places = minorUnits(currency);
  const policy = policyOf(currency);
  const exact = percentOf(base, ratePct);
  const value = round(exact, { mode: POLICIES.taxLine.mode, places });
  const product = `${base} × ${ratePct} %`;
  return {
    label,
    formula: equal(exact, value) ? product : `${product} = ${exact}, rounded half-up to ${places} decimals (${policy})`,
    value,
    policy,
  };
}

export interface ComponentAmount extends TaxComponent {
  amount: Amount | null;
}

/** Each component by its own rounding; the total is their sum, or null when one has no printed rate. */
export function componentAmounts(
  base: Amount,
  components: TaxComponent[],
  currency: string,
): { components: ComponentAmount[]; total: Amount | null; steps: Step[] } {
  const steps: Step[] = [];
  const amounts = components.map((c): ComponentAmount => {
    if (c.ratePct === null) return { ...c, amount: null };
    const step = taxOf(c.code, base, c.ratePct, currency);
    steps.push(step);
    return { ...c, amount: step.value };
  });
  const known = amounts.map((c) => c.amount).filter((a) => a !== null);
  const total = known.length === amounts.length ? sum(known) : null;
  if (total !== null && steps.length > 1)
    steps.push({
      label: 'Tax',
      formula: signed(
        steps[0]!.value,
        steps.slice(1).map((s) => s.value),
      ),
      value: total,
    });
  return { components: amounts, total, steps };
}

/** `100 + 8 − 8`: a first amount and what is added to it, signs spelt out. */
export const signed = (start: Amount, terms: Amount[]): string =>
  terms.reduce((text, t) => `${text} ${isNegative(t) ? '−' : '+'} ${absolute(t)}`, start);
