import type { TaxRule } from './pack.ts';

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
  const notes: string[] = ownNote(rule);
  const treatment = TREATMENT[rule.treatment];
  if (treatment) notes.push(treatment);
  if (rule.treatment === 'charged' && rule.tax?.ratePct === null)
    notes.push('Not every part of this tax has a printed rate: its total is not computed.');
  if (rule.tax?.chargedStatusRatePct) notes.push(`For customers who are charged, ${rule.tax.chargedStatusRatePct} % is printed.`);
  if (rule.certainty === 'inferred') notes.push('This rule is our reading of the source, which does not print it in so many words.');
  if (rule.from === null && !rule.own) notes.push('The source prints no first day for this rule.');
  if (rule.basis === 'invoice') notes.push('Its dates count by the date of the invoice.');
  return [...notes, ...(rule.notes ?? [])];
}

/** Why the user made the rule, where it is one of the user's own. */
export const ownNote = ({ own }: TaxRule): string[] =>
  own
    ? [
        own.replaces === null
          ? `Own rule of this book: ${own.reason}`
          : `Own rule of this book in the place of ${own.replaces}: ${own.reason}`,
      ]
    : [];
