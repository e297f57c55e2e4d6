import { holds } from '../../../domain/invoices/paper-rules.ts';
import { TREATMENT_NOTES } from '../../../domain/invoices/treatment-notes.ts';
import type { InvoicePaper, PaperLocal, PaperTax } from '../paper.ts';
import type { Drafting } from '../source.ts';

/** Sentences at the foot: who accounts for the tax, why a credit note was made, what the document itself says. */
export function notesOf(draft: Drafting, taxes: readonly PaperTax[], local: PaperLocal | null): InvoicePaper['notes'] {
  const { record, rule, at } = draft;
  const notes: InvoicePaper['notes'] = [];
  const general = TREATMENT_NOTES[at.treatment];
  const statement = rule?.statements?.[at.treatment] ?? general;
  // A paper without the tax on it cannot speak of the tax shown.
  if (statement && (taxes.length > 0 || at.treatment !== 'shown_self_accounted'))
    notes.push({ text: { en: statement.en, zh: statement.zh } });
  const said = [general?.en, general?.zh, statement?.en, statement?.zh];
  for (const note of record.document.notes ?? []) if (!said.includes(note)) notes.push({ text: { en: note, zh: note } });
  if (record.kind === 'credit-note' && record.note) notes.push({ label: 'reason', value: record.note });
  if (local) notes.push({ text: 'converted' });
  if (record.direction === 'issued' && rule?.fiscal && holds(rule.fiscal, at))
    notes.push({ text: 'fiscal', values: { form: { en: rule.fiscal.en, zh: rule.fiscal.zh } } });
  return notes;
}
