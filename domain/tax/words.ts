import type { Percent, TaxPack, TaxRule } from './pack.ts';
import type { ResolvedWht, TaxCase } from './resolve.ts';

const TREATMENT: Record<string, string> = {
  not_charged: 'The seller charges no tax to this customer; the guide does not say that the customer accounts for it.',
  reverse_charge:
    'The seller charges no tax: the customer accounts for it under the reverse charge. Its rate is not printed for this case.',
  self_declared: 'The seller charges no tax: the customer declares and pays it. Its rate is not printed for this case.',
  shown_self_accounted: 'The bill shows the tax, but it is not collected: the customer accounts for it. The amount due excludes it.',
  charged_customer_remits:
    'The tax stands on the invoice, and the customer pays it to the authority: the amount due to the seller excludes it.',
};

/** What the user should know about the rule that applied, in the order of weight. */
export function ruleNotes(rule: TaxRule): string[] {
  const notes: string[] = [];
  const treatment = TREATMENT[rule.treatment];
  if (treatment) notes.push(treatment);
  if (rule.treatment === 'charged' && rule.tax?.ratePct === null)
    notes.push('Not every part of this tax has a printed rate: its total is not computed.');
  if (rule.tax?.chargedStatusRatePct) notes.push(`For customers who are charged, ${rule.tax.chargedStatusRatePct} % is printed.`);
  if (rule.certainty === 'inferred') notes.push('This rule is our reading of the source, which does not print it in so many words.');
  if (rule.from === null) notes.push('The source prints no first day for this rule.');
  if (rule.basis === 'invoice') notes.push('Its dates count by the date of the invoice.');
  return [...notes, ...(rule.notes ?? [])];
}

const TRIGGER = { 'wht-paid': 'paying the WHT', 'wht-return-filed': 'filing the WHT return' } as const;

/** `60 days after paying the WHT`, or null where no deadline is printed. */
export function deadlineOf(evidence: TaxRule[]): string | null {
  const dated = evidence.find((r) => r.evidence?.days)?.evidence;
  if (!dated?.days) return null;
  return dated.trigger ? `${dated.days} days after ${TRIGGER[dated.trigger]}` : `${dated.days} days`;
}

/** Notes on withholding: the rule's own, treaty rates, the proof that is asked for. */
export function whtNotes(pack: TaxPack, at: TaxCase, found: ResolvedWht, ratePct: Percent | null): string[] {
  const notes: string[] = [];
  const { rule, treaties } = found;
  if (!rule)
    notes.push(
      ratePct === null
        ? 'No withholding rule is printed for this case: nothing is deducted here, which does not mean that none is due.'
        : 'No withholding rule is printed for this case; the given rate is used.',
    );
  else {
    if (rule.treatment === 'price_excludes_wht')
      notes.push('The price excludes WHT: where local law asks for it, the customer pays it on top.');
    else if (ratePct === null) notes.push('No withholding rate is printed as a rule: give the rate to compute the net payment.');
    if (rule.treatment === 'may_apply') notes.push(`Printed as usual: ${rates(rule)}.`);
    if (rule.basis === 'usage') notes.push('The withholding clause counts by the time of consumption (Beijing time), not by the invoice.');
    notes.push(...(rule.notes ?? []));
  }
  for (const treaty of treaties)
    notes.push(
      treaty.wht?.rates.length
        ? `Treaty ${treaty.wht.treaty ?? ''} (${treaty.id}): ${rates(treaty)}, if the customer applies for it with the seller's residency certificate.`
        : `Treaty ${treaty.wht?.treaty ?? ''} (${treaty.id}): no rate is printed.`,
    );
  if (at.status === 'vat_collector') notes.push(...vatProof(pack, at));
  return notes;
}

const rates = (rule: TaxRule): string => (rule.wht?.rates ?? []).map((r) => `${r.incomeType} ${r.ratePct} %`).join(', ');

const vatProof = (pack: TaxPack, at: TaxCase): string[] =>
  pack.rules
    .filter((r) => r.country === at.country && r.entity === at.entity && r.evidence?.document === 'vat-payment-proof')
    .map((r) => `Send the proof of the VAT that you paid within ${r.evidence?.days ?? ''} days (${r.id}).`);
