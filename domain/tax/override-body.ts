import { fail, ok, type Result } from '../result.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { say } from '../words/said.ts';
import type { OwnBody } from './own-rules.ts';
import type { Percent, TaxRule } from './pack.ts';

/**
 * The body of an override that is the rule with another rate from that day on (inclusive; it ends where the rule ends). Refused for
 * a tax of several components and for a rule without a rate: those need the whole rule.
 */
export function overrideBody(rule: TaxRule, ratePct: Percent, from: PlainDate, source: string): Result<OwnBody> {
  const { id, own: _, example: _example, ...body } = rule;
  const dated = { ...body, from, source, certainty: 'explicit' as const, notes: [] };
  if (rule.kind === 'wht' && rule.wht && rule.treatment !== 'treaty_rate')
    return ok({ ...dated, wht: { ...rule.wht, ratePct, rates: [] } });
  const [component, ...more] = rule.tax?.components ?? [];
  if (rule.tax && component && more.length === 0)
    return ok({ ...dated, tax: { ...rule.tax, ratePct, components: [{ ...component, ratePct }] } });
  return fail('tax.rule-no-one-rate', say`${{ id }} has not one rate alone that another could stand for.`, {
    column: 'rate',
    value: id,
    remedy: 'Give the whole rule instead of a rate.',
  });
}
