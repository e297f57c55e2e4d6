import { amount as canonical, type Amount } from '../money/amount.ts';
import type { Percent, TaxPack, TaxRule } from './pack.ts';
import { dayFor, forParties, inForce, type TaxCase } from './resolve.ts';
import { taxOf, type Step } from './tax-amounts.ts';
import type { TreatyAnswer } from './treaty.ts';

export interface ResolvedWht {
  rule: TaxRule | null;
  /** Treaty rows for the case: reduced rates that the customer must apply for. */
  treaties: TaxRule[];
  /** Evidence rows with a deadline or a channel. */
  evidence: TaxRule[];
}

/** The withholding rule of the case, with the treaty and evidence rows beside it. */
export function resolveWht(pack: TaxPack, at: Pick<TaxCase, 'country' | 'entity' | 'date' | 'usageDate'>): ResolvedWht {
  const rules = pack.rules.filter((r) => forParties(r, at) && inForce(r, dayFor(r, at)));
  const wht = rules.filter((r) => r.kind === 'wht');
  return {
    rule: wht.find((r) => r.treatment !== 'treaty_rate') ?? null,
    treaties: wht.filter((r) => r.treatment === 'treaty_rate'),
    evidence: rules.filter((r) => r.kind === 'evidence' && r.evidence?.document === 'wht-certificate'),
  };
}

/** Where the rate comes from: the user, the rule, or a treaty that the seller's certificate of residence opens. */
export type RateBasis = 'given' | 'rule' | 'treaty';

export interface WhtPart {
  ratePct: Percent | null;
  basis: RateBasis | null;
  amount: Amount | null;
  treatment: string;
  deducted: boolean;
  step: Step | null;
}

/**
 * The tax held back: by the given rate, else by the treaty's where it applies, else by the rule's own. Null where neither a rule
 * nor a rate is known: nothing is said about withholding then.
 */
export function whtPart(
  { rule }: ResolvedWht,
  treaty: TreatyAnswer | null,
  fee: Amount,
  input: { currency: string; whtRate: Percent | null },
): WhtPart | null {
  const { ratePct, basis } = rateOf(rule, treaty, input.whtRate);
  if (!rule && ratePct === null) return null;
  const treatment = rule?.treatment ?? (basis === 'treaty' ? 'treaty_rate' : 'rate_given');
  // On top of the price, the customer pays it out of its own pocket: the payment to the seller stays whole.
  // “May apply” without a rate of the user's is no reason to hold anything back, and none to say that nothing is.
  const deducted = treatment !== 'price_excludes_wht';
  const step = ratePct === null ? null : taxOf('WHT', fee, ratePct, input.currency);
  if (step && basis === 'treaty') step.formula += `; treaty rate ${treaty!.treaty ?? ''} (${treaty!.rule}, ${treaty!.incomeType})`;
  if (step && basis === 'rule') step.formula += `; rate of ${rule!.id}`;
  return { ratePct, basis, amount: step?.value ?? null, treatment, deducted, step };
}

function rateOf(
  rule: TaxRule | null,
  treaty: TreatyAnswer | null,
  given: Percent | null,
): { ratePct: Percent | null; basis: RateBasis | null } {
  if (given !== null) return { ratePct: canonical(given.replace(/^0+(?=\d)/, '')), basis: 'given' };
  if (treaty && treaty.ratePct !== null) return { ratePct: treaty.ratePct, basis: 'treaty' };
  const own = rule?.wht?.ratePct ?? null;
  return { ratePct: own, basis: own === null ? null : 'rule' };
}

const TRIGGER = { 'wht-paid': 'paying the WHT', 'wht-return-filed': 'filing the WHT return' } as const;

/** `60 days after paying the WHT`, or null where no deadline is printed. */
export function deadlineOf(evidence: TaxRule[]): string | null {
  const dated = evidence.find((r) => r.evidence?.days)?.evidence;
  if (!dated?.days) return null;
  return dated.trigger ? `${dated.days} days after ${TRIGGER[dated.trigger]}` : `${dated.days} days`;
}
