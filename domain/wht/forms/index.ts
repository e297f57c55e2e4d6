import type { PlainDate } from '../../time/plain-date.ts';
import { COUNTRY_FORMS } from './countries/index.ts';
import type { CertificateForm, IncomeCode, Validity } from './form.ts';

/** Every form of every country; the one for any country is the last. */
export const FORMS: readonly CertificateForm[] = COUNTRY_FORMS.flat();

const BY_ID: ReadonlyMap<string, CertificateForm> = new Map(FORMS.map((form) => [form.id, form]));

/** True on both border days; null is open. */
export const validOn = (what: Validity, day: PlainDate): boolean =>
  (what.from === null || day >= what.from) && (what.to === null || day <= what.to);

/** The form of that id, whether in use today or not; null where a certificate names one that this edition does not know. */
export const formById = (id: string): CertificateForm | null => BY_ID.get(id) ?? null;

/** Forms in use on the day: the country's own first, the one for any country last. */
export const formsOf = (country: string, day: PlainDate): CertificateForm[] =>
  FORMS.filter((form) => (form.country === country || form.country === null) && validOn(form, day));

/** Those of `formsOf` on which a certificate can be recorded. */
export const certificateFormsOf = (country: string, day: PlainDate): CertificateForm[] =>
  formsOf(country, day).filter((form) => form.role === 'certificate');

/** Codes of the form in use on the day, each with the rates of that day. */
export const codesOf = (form: CertificateForm, day: PlainDate): IncomeCode[] =>
  form.codes.filter((code) => validOn(code, day)).map((code) => ({ ...code, rates: code.rates.filter((rate) => validOn(rate, day)) }));
