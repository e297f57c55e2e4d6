import { multiply, percentOf, type Amount } from '../../money/amount.ts';
import { minorUnits } from '../../money/minor-units.ts';
import { round, type RoundingMode } from '../../money/rounding.ts';
import type { CertificateForm } from './form.ts';
import { FORMS } from './index.ts';

export interface TaxRounding {
  /** `wht.half-up-2`, `wht.half-up-0` for whole rupees and rupiah. */
  id: string;
  mode: RoundingMode;
  places: number;
}

/** How the tax on the form is rounded: in the country's own currency as its authority wants it, else to the smallest unit. */
export function taxRounding(form: CertificateForm | null, currency: string): TaxRounding {
  const own = form !== null && form.currency === currency ? form.rounding : null;
  const mode = own?.mode ?? 'half-up';
  const places = own?.places ?? minorUnits(currency);
  return { id: `wht.${mode}-${places}`, mode, places };
}

/** base × rate, rounded as the form wants it. */
export const taxOn = (form: CertificateForm | null, base: Amount, ratePct: string, currency: string): Amount =>
  round(percentOf(base, ratePct), taxRounding(form, currency));

/**
 * What honest rounding can make base × rate and a printed tax differ by: one unit for each line, a whole rupee or yen where
 * those are the units. Up, down and half-up all stay within it.
 */
export function toleranceOf(form: CertificateForm | null, currency: string, lines = 1): Amount {
  const { places } = taxRounding(form, currency);
  return multiply(places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`, String(lines));
}

/** The form that takes whole units of the currency only, such as the rupee receipt; null where decimals are taken. */
export const strictFormOf = (currency: string): CertificateForm | null =>
  FORMS.find((form) => form.currency === currency && form.rounding.strict) ?? null;
