import { convert, documentConversion } from '../money/conversion.ts';
import { sum, type Amount } from '../money/amount.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Percent } from './pack.ts';
import { taxOf } from './tax-amounts.ts';

/** Treatments in which the buyer reports or pays the tax itself. */
export const SELF_ACCOUNTED = ['reverse_charge', 'self_declared', 'shown_self_accounted', 'charged_customer_remits'] as const;
export type SelfAccounted = (typeof SELF_ACCOUNTED)[number];

export const isSelfAccounted = (treatment: string): treatment is SelfAccounted => (SELF_ACCOUNTED as readonly string[]).includes(treatment);

/** The rate that the user reports with in a country: no rule prints it for those who account for the tax themselves. */
export interface OwnRate {
  country: string;
  /** First day, and last day where it has one; both inclusive. */
  from: PlainDate;
  to: PlainDate | null;
  ratePct: Percent;
  /** Where tax and input tax go in the return, in the user's words. */
  box: string;
}

/** The own rate of the country on the day: of those that hold, the one that began last; null: none is set, which is not 0 %. */
export const ownRateOn = (rates: readonly OwnRate[], country: string, day: PlainDate): OwnRate | null =>
  rates
    .filter((r) => r.country === country && r.from <= day && (r.to === null || day <= r.to))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null;

/** A document as far as the worksheet looks at it; a credit note has negative figures. */
export interface SelfAccountPaper {
  currency: string;
  base: Amount;
  /** Tax that stands on the document. */
  stated: Amount;
  treatment: SelfAccounted;
  /** The printed rate of the tax that the customer pays for the seller. */
  ruleRatePct: Percent | null;
  own: OwnRate | null;
  /** Currency of the return, and its units for one of the document's; null: no rate is known. */
  local: { currency: string; rate: Amount | null };
}

/** What the buyer owes on one document. Null: not known, which is not zero. */
export interface SelfAccountFigures {
  rate: { ratePct: Percent; from: 'own' | 'document' } | null;
  tax: Amount | null;
  policy: string | null;
  local: { base: Amount | null; tax: Amount | null; policy: string | null };
}

/**
 * base × the user's rate, rounded half-up (policy tax.half-up-N), in the document's currency; and in the local one on the converted
 * base, so that base and tax of a return agree. A VAT collector pays the tax that stands on the invoice, converted as it is.
 */
export function selfAccount(paper: SelfAccountPaper): SelfAccountFigures {
  const { currency, base, stated, local, treatment } = paper;
  const into = (value: Amount): Amount | null =>
    local.currency === currency
      ? value
      : local.rate === null
        ? null
        : convert(value, local.rate, local.currency, documentConversion(local.currency)).value;
  const localBase = into(base);
  if (treatment === 'charged_customer_remits') {
    const rate = paper.ruleRatePct === null ? null : { ratePct: paper.ruleRatePct, from: 'document' as const };
    return { rate, tax: stated, policy: null, local: { base: localBase, tax: into(stated), policy: null } };
  }
  if (paper.own === null) return { rate: null, tax: null, policy: null, local: { base: localBase, tax: null, policy: null } };
  const { ratePct } = paper.own;
  const own = taxOf('Tax', base, ratePct, currency);
  const there = localBase === null ? null : taxOf('Tax', localBase, ratePct, local.currency);
  return {
    rate: { ratePct, from: 'own' },
    tax: own.value,
    policy: own.policy ?? null,
    local: { base: localBase, tax: there?.value ?? null, policy: there?.policy ?? null },
  };
}

/** A sum of figures of which some may be missing: of those that are known, and how many are not. */
export interface PartialSum {
  /** Null where a part is missing: the whole is then not known. */
  whole: Amount | null;
  known: Amount;
  missing: number;
}

export function partialSum(amounts: readonly (Amount | null)[]): PartialSum {
  const missing = amounts.filter((a) => a === null).length;
  const known = sum(amounts);
  return { whole: missing === 0 ? known : null, known, missing };
}
