import type { TaxPack } from '../../tax/pack.ts';
import { forParties } from '../../tax/resolve.ts';
import { resolveWht, type ResolvedWht } from '../../tax/withholding.ts';
import type { PlainDate } from '../../time/plain-date.ts';

export interface RuleCase {
  country: string;
  entity: string;
  date: PlainDate;
  usageDate: PlainDate | null;
}
export type RulesOf = (at: RuleCase) => ResolvedWht;

/** Answers which withholding rules hold for a case; what was asked once is remembered, so that thousands of invoices ask cheaply. */
export function ruleBook(pack: TaxPack): RulesOf {
  const parties = new Map<string, TaxPack>();
  const answers = new Map<string, ResolvedWht>();
  return (at) => {
    const place = `${at.country}|${at.entity}`;
    const key = `${place}|${at.date}|${at.usageDate ?? ''}`;
    const known = answers.get(key);
    if (known) return known;
    let own = parties.get(place);
    if (!own) {
      own = { ...pack, rules: pack.rules.filter((r) => (r.kind === 'wht' || r.kind === 'evidence') && forParties(r, at)) };
      parties.set(place, own);
    }
    const answer = resolveWht(own, at);
    answers.set(key, answer);
    return answer;
  };
}
