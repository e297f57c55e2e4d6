import type { PlainDate } from '../../time/plain-date.ts';
import type { Bilingual } from '../../words/said.ts';
import type { IncomeCategory } from '../certificate.ts';

/** A name in the interface's languages, and as the authority prints it where that is another language. */
export interface FormName extends Bilingual {
  readonly local?: string;
}

/** How sure a statement is: printed by the authority, told by others about it, or common knowledge that wants a check. */
export const CERTAINTIES = ['explicit', 'secondary', 'memory'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** `payer-writes`: the payer fills it; `portal`: the authority's site makes it; `receipt`: a return and its receipt stand in for one. */
export const PATTERNS = ['payer-writes', 'portal', 'receipt'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** Who numbers it: the payer by a series of its own, the authority, or nobody (then the book generates a number). */
export const NUMBERINGS = ['own-series', 'portal', 'none'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

/** What one paper speaks of: one payment, or all payments of a month, a quarter, a year or a half-year. */
export const PERIOD_KINDS = ['payment', 'month', 'quarter', 'half-year', 'year'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** What a paper has to say; each is a field of a certificate (domain/wht/certificate.ts) or of a party on it. */
export const FORM_FIELDS = [
  'number',
  'payer-name',
  'payer-tax-id',
  'payer-address',
  'payee-name',
  'payee-tax-id',
  'payee-address',
  'payee-country',
  'period',
  'paid',
  'code',
  'description',
  'base',
  'rate',
  'remittance',
  'remitted',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** Days on which something holds; both inclusive, null is open. */
export interface Validity {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** Where a statement stands: document and section, or the address of a public page; in our words. */
export interface Sourced {
  readonly source: string;
  readonly certainty: Certainty;
}

/** A usual rate of a code, percent as decimal text. `when` says for whom, where a code has several. */
export interface UsualRate extends Validity {
  readonly ratePct: string;
  readonly when?: Bilingual;
}

/** A line of the form's own list of income, by the day of payment. Code and category together are unique on a day. */
export interface IncomeCode extends Validity, Sourced {
  /** As the form prints it; null where it names the kind of income in words only. */
  readonly code: string | null;
  readonly category: IncomeCategory;
  readonly name: FormName;
  /** Empty: the rate depends on the treaty or on something else that no list says. */
  readonly rates: readonly UsualRate[];
}

/**
 * When something is due: so many days, working days of the country or months after the payment, so many days after the last day of the period, on a day of
 * the month after the payment, at the end of the month after the period, or on a month and day (MM-DD) for each quarter of
 * the form's year.
 */
export type DueRule =
  | { readonly after: 'payment' | 'period'; readonly days: number }
  | { readonly after: 'payment'; readonly workingDays: number }
  | { readonly after: 'payment'; readonly months: number }
  | { readonly dayOfNextMonth: number }
  | { readonly endOfMonthAfter: 'period' }
  | { readonly byQuarter: readonly [string, string, string, string] };

/** A hint, not a rule of the book: which day the authority's calendar names for it. */
export interface Deadline extends Validity, Sourced {
  /** Paying the tax over, or giving the payee its paper. */
  readonly of: 'remittance' | 'certificate';
  readonly due: DueRule;
  readonly note?: Bilingual;
}

/** A form of a country with everything that can be known before it is filled in; its dates are those that the paper may bear. */
export interface CertificateForm extends Validity, Sourced {
  /** Country and name, such as TH-50-TAWI; never changes, since certificates keep it. */
  readonly id: string;
  /** ISO 3166-1; null: any country. */
  readonly country: string | null;
  /** What it is called on a desk: `50 Tawi`, `CP37D`, `2307`. */
  readonly short: string;
  readonly name: FormName;
  /** ISO 4217 of the country; null: any. */
  readonly currency: string | null;
  /** `certificate`: what is handed to the payee as proof. `return`: what the payer files; no certificate is recorded on it. */
  readonly role: 'certificate' | 'return';
  readonly pattern: Pattern;
  readonly numbering: Numbering;
  readonly period: PeriodKind;
  /** Month with which the year of `quarter`, `half-year` and `year` begins: 1, 4 in India, 7 in Pakistan, 12 for CP37S. */
  readonly yearFrom: number;
  readonly payee: 'resident' | 'non-resident' | 'any';
  readonly codes: readonly IncomeCode[];
  readonly required: readonly FormField[];
  /** Each copy by who keeps it; one entry where there is one. */
  readonly copies: readonly Bilingual[];
  readonly deadlines: readonly Deadline[];
  /** Of the tax in `currency`; `places` null, and any other currency: its smallest unit. `strict`: no more decimals are taken. */
  readonly rounding: { readonly mode: 'half-up' | 'truncate'; readonly places: number | null; readonly strict?: boolean };
  /** Ids of the returns in which the payer declares the tax. */
  readonly returns: readonly string[];
  readonly note?: Bilingual;
}
