import { equal, percentOf, subtract, sum, type Amount } from '../money/amount.ts';
import { minorUnits } from '../money/minor-units.ts';
import { POLICIES, round } from '../money/rounding.ts';
import type { InvoiceLine } from './document.ts';

/** What the tax rule of a document says: answered on record, or found for the book's profile. */
export interface RuleAnswer {
  rule: string | null;
  pack: string;
  code: string;
  name: string;
  ratePct: string | null;
  treatment: string;
  components: readonly { code: string; ratePct: string | null }[];
  /** Whether the seller puts tax on the invoice (charged, or charged and remitted by the customer). */
  onInvoice: boolean;
}

/** A document's own tax figures by component. */
export interface StatedPart {
  code: string;
  name: string;
  ratePct: string | null;
  base: Amount;
  amount: Amount | null;
}

/** Where a part's code, rate and rule figure come from: a quote on record, the rule that applies, the document itself, or nowhere. */
export type PartBasis = 'quote' | 'rule' | 'document' | 'none';

/** One tax of a document. Null: not known. */
export interface TaxPart {
  code: string;
  name: string;
  ratePct: string | null;
  treatment: string | null;
  base: Amount;
  /** What the document says; null where it tells only the sum of several components. */
  stated: Amount | null;
  /** base × rate with every digit, and rounded by the policy `tax.half-up-…`; zero where the seller adds no tax. */
  exact: Amount | null;
  byRule: Amount | null;
  /** stated − byRule. */
  difference: Amount | null;
  rule: string | null;
  pack: string | null;
  basis: PartBasis;
}

export interface TaxedPaper {
  currency: string;
  net: Amount;
  tax: Amount;
  /** Counts for nothing: every amount of its parts is zero. */
  isVoid: boolean;
  stated: readonly StatedPart[];
}

/** The rounding of a tax figure in that currency: half-up to its places (Tallybook: tax rounding). */
export const taxPolicy = (currency: string): string => `tax.half-up-${minorUnits(currency)}`;
const rounded = (exact: Amount, currency: string): Amount => round(exact, { mode: POLICIES.taxLine.mode, places: minorUnits(currency) });

/**
 * The taxes of a document: what it states, held against rule × base. Components that only the rule tells apart take their share
 * of the stated sum where it is exactly theirs; else they stand together as one part, such as CGST+SGST.
 */
export function taxParts(paper: TaxedPaper, answer: RuleAnswer | null, basis: 'quote' | 'rule'): TaxPart[] {
  const parts = answer ? byAnswer(paper, answer, basis) : byPaper(paper);
  return paper.isVoid ? parts.map(nothing) : parts;
}

const differ = (stated: Amount | null, byRule: Amount | null): Amount | null =>
  stated === null || byRule === null ? null : subtract(stated, byRule);

function byAnswer(paper: TaxedPaper, answer: RuleAnswer, basis: 'quote' | 'rule'): TaxPart[] {
  const { net: base, tax, currency } = paper;
  const head = { treatment: answer.treatment, rule: answer.rule, pack: answer.pack, basis };
  if (!answer.onInvoice)
    return [
      {
        ...head,
        code: answer.code,
        name: answer.name,
        ratePct: answer.ratePct,
        base,
        stated: tax,
        exact: '0',
        byRule: '0',
        difference: tax,
      },
    ];
  const components = answer.components.length > 0 ? answer.components : [{ code: answer.code, ratePct: answer.ratePct }];
  const ruled = components.map(({ code, ratePct }) => {
    const exact = ratePct === null ? null : percentOf(base, ratePct);
    return {
      ...head,
      code,
      name: components.length > 1 ? code : answer.name,
      ratePct,
      base,
      exact,
      byRule: exact === null ? null : rounded(exact, currency),
    };
  });
  const own = pairedWith(paper.stated, ruled);
  if (own) return ruled.map((r, i) => ({ ...r, base: own[i]!.base, stated: own[i]!.amount, ...anew(r, own[i]!, currency) }));
  const whole = sumOrNull(ruled.map((r) => r.byRule));
  if (ruled.length === 1 || (whole !== null && equal(whole, tax)))
    return ruled.map((r) => {
      const stated = ruled.length === 1 ? tax : r.byRule;
      return { ...r, stated, difference: differ(stated, r.byRule) };
    });
  return [
    {
      ...head,
      code: ruled.map((r) => r.code).join('+'),
      name: answer.name,
      ratePct: sumOrNull(ruled.map((r) => r.ratePct)),
      base,
      stated: tax,
      exact: sumOrNull(ruled.map((r) => r.exact)),
      byRule: whole,
      difference: differ(tax, whole),
    },
  ];
}

/** The rule's rate on the base that the document itself gives the component. */
function anew(r: { ratePct: string | null }, own: StatedPart, currency: string): Pick<TaxPart, 'exact' | 'byRule' | 'difference'> {
  const exact = r.ratePct === null ? null : percentOf(own.base, r.ratePct);
  const byRule = exact === null ? null : rounded(exact, currency);
  return { exact, byRule, difference: differ(own.amount, byRule) };
}

/** The document's components in the order of the rule's, where they are the same by code, or by rate where no code fits. */
function pairedWith(stated: readonly StatedPart[], ruled: readonly { code: string; ratePct: string | null }[]): StatedPart[] | null {
  if (stated.length !== ruled.length || stated.length === 0) return null;
  const pair = (like: (s: StatedPart, r: (typeof ruled)[number]) => boolean): StatedPart[] | null => {
    const left = [...stated];
    const found = ruled.map((r) => {
      const at = left.findIndex((s) => like(s, r));
      return at < 0 ? null : left.splice(at, 1)[0]!;
    });
    return found.some((s) => s === null) ? null : (found as StatedPart[]);
  };
  return pair((s, r) => s.code === r.code) ?? pair((s, r) => s.ratePct !== null && r.ratePct !== null && equal(s.ratePct, r.ratePct));
}

/** No rule is known: the document's own components, each by its own rate; else what it states in one sum. */
function byPaper(paper: TaxedPaper): TaxPart[] {
  const none = { treatment: null, rule: null, pack: null };
  if (paper.stated.length === 0)
    return [
      {
        ...none,
        code: '',
        name: '',
        ratePct: null,
        base: paper.net,
        stated: paper.tax,
        exact: null,
        byRule: null,
        difference: null,
        basis: 'none',
      },
    ];
  return paper.stated.map((s) => {
    const told = { ...none, code: s.code, name: s.name, ratePct: s.ratePct, base: s.base, stated: s.amount, basis: 'document' as const };
    return { ...told, ...anew(s, s, paper.currency) };
  });
}

const nothing = (part: TaxPart): TaxPart => ({
  ...part,
  base: '0',
  stated: '0',
  exact: part.exact === null ? null : '0',
  byRule: part.byRule === null ? null : '0',
  difference: part.byRule === null ? null : '0',
});

const sumOrNull = (amounts: readonly (Amount | null)[]): Amount | null => (amounts.includes(null) ? null : sum(amounts));

/**
 * A document's components as its lines tell them, by code (or category) and rate; none unless every line states its tax and the
 * lines come to the document's net and tax.
 */
export function partsOfLines(lines: readonly InvoiceLine[], { net, tax }: { net: Amount; tax: Amount }): StatedPart[] {
  if (lines.length === 0 || lines.some((l) => l.tax === null || l.ratePct === null)) return [];
  if (!equal(sum(lines.map((l) => l.net)), net) || !equal(sum(lines.map((l) => l.tax)), tax)) return [];
  const groups = Map.groupBy(lines, (l) => `${l.taxCode ?? l.taxCategory ?? ''} ${l.ratePct}`);
  return [...groups.values()].map((group) => ({
    code: group[0]!.taxCode ?? group[0]!.taxCategory ?? '',
    name: group[0]!.taxCode ?? group[0]!.taxCategory ?? '',
    ratePct: group[0]!.ratePct,
    base: sum(group.map((l) => l.net)),
    amount: sum(group.map((l) => l.tax)),
  }));
}
