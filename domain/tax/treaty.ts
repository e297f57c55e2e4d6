import { covers, type ResidenceProof } from '../residence/certificate.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Percent, TaxRule } from './pack.ts';

/** Kinds of income that treaties print rates for. */
export const INCOME_TYPES = ['royalty', 'technical service fee'] as const;
export type IncomeType = (typeof INCOME_TYPES)[number];

/** What the answer says of the treaty between the customer's country and the seller's. */
export interface TreatyAnswer {
  /** Rule of the pack, and the treaty as it names it, such as MY-SG. */
  rule: string;
  treaty: string | null;
  /** Rates by kind of income, as printed. */
  rates: { incomeType: string; ratePct: Percent }[];
  /** The rate that applies; null while something is missing. */
  ratePct: Percent | null;
  incomeType: string | null;
  certificate: ResidenceProof | null;
  /** What it takes before the reduced rate applies; null: nothing. */
  missing: 'certificate' | 'income-type' | 'rate' | null;
}

export interface TreatyCase {
  country: string;
  date: PlainDate;
  /** The seller's certificate of residence for that country; null: none is held. Left out: nobody looked. */
  residence?: ResidenceProof | null | undefined;
  incomeType?: IncomeType | null | undefined;
}

/**
 * The treaty rate of the case (Huawei Cloud billing guide 8.1, 8.2): it needs the seller's certificate of residence on
 * the day and, where rates differ by kind of income, that kind. Null where no treaty is printed.
 */
export function treatyOf(treaties: readonly TaxRule[], at: TreatyCase): TreatyAnswer | null {
  const rule = treaties[0];
  if (!rule) return null;
  const rates = rule.wht?.rates ?? [];
  const chosen = rateFor(rates, at.incomeType ?? null);
  const certificate = fits(at, rule.wht?.treaty ?? null) ? (at.residence ?? null) : null;
  const missing = rates.length === 0 ? 'rate' : certificate === null ? 'certificate' : chosen === null ? 'income-type' : null;
  return {
    rule: rule.id,
    treaty: rule.wht?.treaty ?? null,
    rates,
    ratePct: missing === null ? chosen!.ratePct : null,
    incomeType: missing === null ? chosen!.incomeType : null,
    certificate,
    missing,
  };
}

/** The printed rate of that kind of income; without a kind, the one rate where all kinds have the same. */
function rateFor(rates: TreatyAnswer['rates'], incomeType: string | null): TreatyAnswer['rates'][number] | null {
  const named = rates.find((r) => r.incomeType === incomeType);
  if (named) return named;
  const first = rates[0];
  const alike = first && rates.every((r) => r.ratePct === first.ratePct);
  // “As applied for” covers every kind; a kind that the treaty has no rate for gets none.
  return alike && (incomeType === null || first.incomeType === 'as applied for') ? first : null;
}

/** The certificate is of the treaty's other country, for the customer's, and covers the day. */
function fits({ residence, country, date }: TreatyCase, treaty: string | null): boolean {
  if (!residence || residence.forCountry !== country || !covers(residence, date)) return false;
  return treaty === null || treaty.split('-').includes(residence.residence);
}
