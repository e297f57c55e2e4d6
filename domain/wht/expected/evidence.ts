import type { TaxRule } from '../../tax/pack.ts';
import { addDays, type PlainDate } from '../../time/plain-date.ts';
import type { ObligationFacts } from './facts.ts';
import type { EvidenceDay } from './state.ts';

/** Day of the tax's payment to the authority: as recorded, else as a certificate prints it. */
export function remittedOn({ steps, certificates }: Pick<ObligationFacts, 'steps' | 'certificates'>): PlainDate | null {
  return steps.remitted?.date ?? certificates.find((c) => c.status !== 'refused' && c.remitted !== null)?.remitted ?? null;
}

/**
 * The last day for the evidence: so many days from the trigger that the rule names (Huawei Cloud billing guide 8.1, 8.2). Where the
 * trigger's day is not on record, or not printed, the last payment stands for it. Null where no rule prints days, or nothing is paid.
 * A rule of the pack is one seller's own term: an invoice without its contracting entity does not fall under it.
 */
export function evidenceDay(
  facts: Pick<ObligationFacts, 'entity' | 'side' | 'steps' | 'certificates'>,
  rules: readonly TaxRule[],
  paidOn: PlainDate | null,
): EvidenceDay | null {
  const rule = rules.find((r) => r.evidence?.days && (facts.side === 'payee' || facts.entity !== '' || r.own !== undefined));
  const evidence = rule?.evidence;
  if (!rule || !evidence?.days || paidOn === null) return null;
  const recorded =
    evidence.trigger === 'wht-paid'
      ? remittedOn(facts)
      : evidence.trigger === 'wht-return-filed'
        ? (facts.steps.filed?.date ?? null)
        : null;
  const from = recorded ?? paidOn;
  return {
    rule: rule.id,
    days: evidence.days,
    trigger: evidence.trigger,
    from,
    date: addDays(from, evidence.days),
    assumed: recorded === null,
  };
}
