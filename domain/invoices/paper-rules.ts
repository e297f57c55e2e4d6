import type { CustomerStatus } from '../tax/pack.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Bilingual } from '../words/said.ts';
import data from './paper-rules.json' with { type: 'json' };

/** Something that a country's rules ask for on the paper. */
export const PAPER_FIELDS = [
  'seller-tax-id',
  'buyer-tax-id',
  'seller-address',
  'buyer-address',
  'tax-rate',
  'local-tax',
  'local-totals',
  'local-script',
  'place-of-supply',
  'service-code',
  'number-16',
  'number-prefix',
  'credited-invoice',
  'credit-reason',
] as const;
export type PaperField = (typeof PAPER_FIELDS)[number];

/** Something that a country's rules print beside what every invoice has. */
export type PaperPrint = 'place-of-supply' | 'reverse-charge' | 'customer-status' | 'transaction-code' | 'signature';

/** When a rule of the paper holds; a part that is left out does not matter. */
interface When {
  /** Treatments of the tax (domain/tax/pack.ts). */
  when?: string[];
  status?: CustomerStatus[];
  /** `resident`: only a seller of that country. */
  sellers?: 'resident';
  /** First day. */
  from?: PlainDate;
  source: string;
}
interface PaperTitle extends When, Bilingual {
  kind: 'invoice' | 'credit-note';
  /** The same words in the country's own script, where its law asks for them. */
  script?: string;
}

/** How documents look under the rules of one country; every entry names its source. */
export interface PaperRule {
  titles: PaperTitle[];
  /** What the tax number is called, the schemes of tax ids that it covers, and those that count as well under their own names. */
  taxId: Bilingual & { schemes: string[]; also?: string[]; source: string };
  tax: Bilingual;
  /** What the paper says about a treatment, in place of the general sentence. */
  statements?: Record<string, Bilingual & { source: string }>;
  prints?: (When & { field: PaperPrint })[];
  asks: (When & { field: PaperField })[];
  /** What the document's number begins with. */
  numberPrefix?: (When & { prefix: string; status: CustomerStatus[] })[];
  /** The document that the tax authority knows: this paper stands beside it. */
  fiscal?: When & Bilingual;
  /** Names of regions by ISO 3166-2, with the tax authority's own code. */
  regions?: Record<string, { name: string; code?: string }>;
}

const RULES = data.countries as unknown as Record<string, PaperRule>;

/** Countries with rules of their own. */
export const PAPER_COUNTRIES: readonly string[] = Object.keys(RULES);

/** The rules of a country, or null where none are known: a general paper is drawn then. */
export const paperRuleOf = (country: string | null): PaperRule | null =>
  country !== null && Object.hasOwn(RULES, country) ? (RULES[country] ?? null) : null;

/** A document as the rules look at it. */
export interface PaperCase {
  kind: 'invoice' | 'credit-note';
  treatment: string;
  status: CustomerStatus | null;
  /** The seller is of the country whose rules these are. */
  resident: boolean;
  date: PlainDate;
}

/** True where the rule holds for the document. */
export const holds = (rule: Pick<When, 'when' | 'status' | 'sellers' | 'from'>, at: PaperCase): boolean =>
  (rule.when === undefined || rule.when.includes(at.treatment)) &&
  (rule.status === undefined || (at.status !== null && rule.status.includes(at.status))) &&
  (rule.sellers === undefined || at.resident) &&
  (rule.from === undefined || at.date >= rule.from);

/** The title that the country's rules give the document; the first that holds. Null: no rule, Invoice or Credit Note will do. */
export const titleOf = (rule: PaperRule | null, at: PaperCase): PaperTitle | null =>
  rule?.titles.find((title) => title.kind === at.kind && holds(title, at)) ?? null;

/** A title of any country by its English words, without case: for one that the document itself names. */
export const knownTitle = (english: string): Bilingual | null => {
  const wanted = english.trim().toLowerCase();
  for (const rule of Object.values(RULES)) for (const { en, zh } of rule.titles) if (en.toLowerCase() === wanted) return { en, zh };
  return null;
};
