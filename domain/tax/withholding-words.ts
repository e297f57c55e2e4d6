import type { Percent, TaxPack, TaxRule } from './pack.ts';
import type { TaxCase } from './resolve.ts';
import type { TreatyAnswer, TreatyCase } from './treaty.ts';
import type { ResolvedWht } from './withholding.ts';

/** Notes on withholding: the rule's own, treaty rates, the proof that is asked for. */
export function whtNotes(
  pack: TaxPack,
  at: TaxCase & TreatyCase,
  found: ResolvedWht,
  treaty: TreatyAnswer | null,
  ratePct: Percent | null,
): string[] {
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
  for (const printed of treaties)
    notes.push(
      printed.wht?.rates.length
        ? `Treaty ${printed.wht.treaty ?? ''} (${printed.id}): ${rates(printed)}, if the customer applies for it with the seller's residency certificate.`
        : `Treaty ${printed.wht?.treaty ?? ''} (${printed.id}): no rate is printed.`,
    );
  if (treaty) notes.push(...treatyNotes(at, treaty));
  if (at.status === 'vat_collector') notes.push(...vatProof(pack, at));
  return notes;
}

const rates = (rule: TaxRule): string => (rule.wht?.rates ?? []).map((r) => `${r.incomeType} ${r.ratePct} %`).join(', ');

const vatProof = (pack: TaxPack, at: TaxCase): string[] =>
  pack.rules
    .filter((r) => r.country === at.country && r.entity === at.entity && r.evidence?.document === 'vat-payment-proof')
    .map((r) => `Send the proof of the VAT that you paid within ${r.evidence?.days ?? ''} days (${r.id}).`);

/** Whether the treaty rate applies, and what is missing; nothing where nobody looked for a certificate. */
function treatyNotes(at: TaxCase & TreatyCase, { missing, certificate, rates: printed }: TreatyAnswer): string[] {
  if (at.residence === undefined) return [];
  if (missing === 'certificate')
    return [`No certificate of residence of ${at.entity} for ${at.country} covers ${at.date}: the default rate holds, not the treaty's.`];
  if (missing === 'income-type')
    return [
      `The treaty rate depends on the kind of income (${printed.map((r) => r.incomeType).join(', ')}), and none with a rate is chosen.`,
    ];
  if (certificate === null) return [];
  return [
    `Certificate of residence ${certificate.number} covers ${at.date}: it is valid from ${certificate.validFrom} to ${certificate.validTo}.`,
  ];
}
