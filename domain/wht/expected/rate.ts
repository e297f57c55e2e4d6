import { amount as canonical } from '../../money/amount.ts';
import { proofOn } from '../../residence/certificate.ts';
import type { Percent } from '../../tax/pack.ts';
import { treatyOf } from '../../tax/treaty.ts';
import type { ResolvedWht } from '../../tax/withholding.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import type { ObligationFacts } from './facts.ts';
import { withholds } from './practice.ts';

/**
 * Where the rate comes from: a step that the user recorded, the tax answer that the invoice was made by, a treaty that a
 * certificate of residence of the payment day opens, or the rule itself. `presumed`: no rate is known, the short payment says it.
 */
export const RATE_BASES = ['own', 'quote', 'treaty', 'rule', 'presumed'] as const;
export type ExpectedBasis = (typeof RATE_BASES)[number];

/** `holds`: tax is held back from the payment; null: it may be, as the payment tells; false: the price excludes it, or no rule says so. */
export interface ExpectedRate {
  ratePct: Percent | null;
  basis: Exclude<ExpectedBasis, 'presumed'> | null;
  rule: string | null;
  holds: boolean | null;
}

/** The rate for the invoice when it is paid on the day, by the first source that knows one. */
export function rateOf(facts: ObligationFacts, resolved: ResolvedWht | null, day: PlainDate): ExpectedRate {
  const own = facts.steps.rate?.rate;
  if (own) return { ratePct: canonical(own), basis: 'own', rule: resolved?.rule?.id ?? null, holds: true };
  const { quoted } = facts;
  if (quoted?.treatment === 'price_excludes_wht') return { ratePct: null, basis: 'quote', rule: quoted.rule, holds: false };
  if (quoted?.ratePct) return { ratePct: quoted.ratePct, basis: 'quote', rule: quoted.rule, holds: true };
  if (resolved === null || facts.country === null) return { ratePct: null, basis: null, rule: null, holds: false };
  const { rule, treaties, evidence } = resolved;
  if (rule?.treatment === 'price_excludes_wht') return { ratePct: null, basis: 'rule', rule: rule.id, holds: false };
  const treaty =
    treaties.length === 0 ? null : treatyOf(treaties, { country: facts.country, date: day, residence: proofOn(facts.residence, day) });
  if (treaty?.ratePct) return { ratePct: treaty.ratePct, basis: 'treaty', rule: treaty.rule, holds: true };
  const ratePct = rule?.wht?.ratePct ?? null;
  if (rule) return { ratePct, basis: ratePct === null ? null : 'rule', rule: rule.id, holds: rule.treatment === 'may_apply' ? null : true };
  const told = treaties[0] ?? evidence[0];
  return { ratePct: null, basis: null, rule: told?.id ?? null, holds: told || withholds(facts.country) ? null : false };
}
