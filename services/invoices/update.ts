import { canonicalJson } from '../../db/audit.ts';
import { linesOf } from '../../db/queries/invoice-lines.ts';
import { invoicesByNumber, type InvoiceFacts, type InvoiceRecord } from '../../db/queries/invoices.ts';
import { issuedStatus, statusOn } from '../../domain/invoices/balance.ts';
import { compare, type Amount } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { vendorTitle } from '../../domain/words/titles.ts';
import type { Handler } from '../runtime/services.ts';
import { inTransaction } from './act.ts';
import { findInvoice } from './find.ts';
import { refuseMade } from './made.ts';
import { checkFigures, enteredFacts } from './received.ts';
import { recordChange } from './record.ts';
import { toShownInvoice } from './view.ts';

/** States of an issued paper, whose stored state follows from its total alone. */
const ISSUED = ['unpaid', 'overdue', 'free'];

/**
 * Corrects a received invoice that was entered by hand; reason and every change go into its history. Money stays as it is
 * once payments, certificates or credit notes are on it. An imported invoice is corrected by importing it again, one made
 * here by a credit note.
 */
export const updateInvoice: Handler<'invoices/update'> = (input, context) =>
  inTransaction(context, (act) => {
    const before = findInvoice(act.write, input.number, input.vendor ?? null);
    refuseNotEntered(before);
    const number = input.newNumber ?? before.number;
    if (number !== before.number && invoicesByNumber(act.write, number).some((i) => i.vendor === before.vendor))
      refuse('invoice.duplicate', say`There is an invoice ${{ number }} of ${{ vendor: vendorTitle(before.vendor) }} already.`, {
        column: 'number',
        value: number,
        remedy: 'Check the number; open the existing invoice instead, or void it to enter it anew.',
      });
    const checked = checkFigures({ ...input, number });
    const facts = enteredFacts(act.write, { ...input, number }, checked, before);
    const lines = linesOf(act.write, [before.id]).get(before.id) ?? [];
    const linesChanged = canonicalJson(lines) !== canonicalJson(checked.lines);
    const changed = [...changesOf(before, facts), ...(linesChanged ? ['lines'] : [])];
    if (changed.length === 0) return toShownInvoice(act.write, before, act.today);
    const money = facts.net !== before.net || facts.tax !== before.tax || facts.currency !== before.currency;
    if (money && isUsed(before))
      refuse('invoice.in-use', say`Invoice ${{ number: before.number }} has payments, certificates or credit notes against it.`, {
        column: 'net',
        value: checked.total,
        remedy: 'Take them off the invoice first, or record the difference as a credit note.',
      });
    const stated = ISSUED.includes(before.stated) ? issuedStatus(checked.total) : before.stated;
    const after = recordChange(
      act,
      'invoices/update',
      before,
      { ...facts, stated },
      { event: 'corrected', reason: `${input.reason} (${changed.join('; ')})`, shown: statusOn(before, act.today) },
      linesChanged ? checked.lines : undefined,
    );
    return toShownInvoice(act.write, after, act.today);
  });

function refuseNotEntered(invoice: InvoiceRecord): void {
  const { number } = invoice;
  refuseMade(invoice);
  if (invoice.stated === 'void' || invoice.kind === 'credit-note')
    refuse('invoice.not-correctable', say`${{ number }} is void or a credit note, and is not corrected.`, {
      value: number,
      remedy: 'Void it if it counts still, and enter it anew.',
    });
  if (invoice.source !== 'entered')
    refuse('invoice.imported', say`Invoice ${{ number }} came in by an import; its figures are the vendor's.`, {
      value: number,
      remedy: "Import the vendor's corrected file.",
    });
}

const isUsed = (i: { paid: Amount; withheld: Amount; credited: Amount }): boolean =>
  [i.paid, i.withheld, i.credited].some((a) => compare(a, '0') !== 0);

/** What reads differently, for the history: plain values in full, the rest by name. */
function changesOf(before: InvoiceFacts, after: Partial<InvoiceFacts>): string[] {
  return (Object.keys(after) as (keyof InvoiceFacts)[])
    .filter((key) => key !== 'sellerId' && key !== 'buyerId' && canonicalJson(before[key]) !== canonicalJson(after[key]))
    .map((key) => {
      const [from, to] = [before[key], after[key]];
      const plain = [from, to].every((value) => value === null || typeof value !== 'object');
      return plain && key !== 'note' ? `${key} ${String(from ?? '—')} → ${String(to ?? '—')}` : key;
    });
}
