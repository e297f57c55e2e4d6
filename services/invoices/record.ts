import { appendAudit } from '../../db/audit.ts';
import { addHistory, type HistoryEntry } from '../../db/queries/history.ts';
import type { ReadDb } from '../../db/connection.ts';
import { linesOf, replaceLines } from '../../db/queries/invoice-lines.ts';
import {
  insertInvoice,
  invoicesByNumber,
  invoiceSnapshot,
  invoiceSubject,
  updateInvoice,
  type InvoiceFacts,
  type InvoiceRecord,
} from '../../db/queries/invoices.ts';
import type { InvoiceLine } from '../../domain/invoices/document.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { vendorTitle } from '../../domain/words/titles.ts';
import { holdInvoice } from '../close/locked.ts';
import type { Act } from './act.ts';
import { invoiceOf } from './find.ts';

type Entry = Pick<HistoryEntry, 'event' | 'reason'>;

/**
 * Stores a document with its lines, its history and its audit entry. A number is one record per vendor for ever: a live one
 * refuses the same number, a void one is entered anew under it, with its history going on. A document made here keeps its
 * number when it is void: nothing takes its place.
 */
export function recordNew(act: Act, action: string, facts: InvoiceFacts, entry: Entry, lines: readonly InvoiceLine[] = []): InvoiceRecord {
  const existing = invoicesByNumber(act.write, facts.number).find((i) => i.vendor === facts.vendor);
  refuseTaken(act.write, facts);
  if (existing?.stated === 'void') return recordChange(act, action, existing, facts, { ...entry, event: 'entered-anew' }, lines);
  if (existing)
    refuse('invoice.duplicate', say`There is an invoice ${{ number: facts.number }} of ${{ vendor: vendorTitle(facts.vendor) }} already.`, {
      column: 'number',
      value: facts.number,
      remedy: 'Check the number; open the existing invoice instead, or void it to enter it anew.',
    });
  const id = insertInvoice(act.write, facts);
  if (lines.length > 0) replaceLines(act.write, id, lines);
  addHistory(act.write, 'invoice', id, { at: act.at, who: act.who, ...entry, from: null, to: facts.stated });
  const record = invoiceOf(act.write, id);
  holdInvoice(act, action, null, record);
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: invoiceSubject(record),
    before: null,
    after: withLines(record, linesNow(act, id)),
  });
  return record;
}

/** Refuses the number of a document that was made here, void or not, and a made document the number of any other. */
export function refuseTaken(read: ReadDb, facts: Pick<InvoiceFacts, 'vendor' | 'number' | 'direction'>): void {
  const existing = invoicesByNumber(read, facts.number).find((i) => i.vendor === facts.vendor);
  if (existing && (facts.direction === 'issued' || existing.direction === 'issued'))
    refuse('invoice.number-taken', say`The number ${{ number: facts.number }} stands on another document of this book.`, {
      column: 'number',
      value: facts.number,
      remedy: 'Numbers that were given out stay with their document: use another number, or a series with another pattern.',
    });
}

/**
 * Stores changed facts with a history and an audit entry. `shown` is the status that the user saw before; `lines` takes the
 * place of the lines, which stay where it is not given.
 */
export function recordChange(
  act: Act,
  action: string,
  before: InvoiceRecord,
  change: Partial<InvoiceFacts>,
  entry: Entry & { shown?: string },
  lines?: readonly InvoiceLine[],
): InvoiceRecord {
  const { shown, ...rest } = entry;
  const linesBefore = linesNow(act, before.id);
  updateInvoice(act.write, before.id, { ...before, ...change });
  if (lines) replaceLines(act.write, before.id, lines);
  const after = invoiceOf(act.write, before.id);
  holdInvoice(act, action, before, after);
  const from = shown ?? before.stated;
  addHistory(act.write, 'invoice', before.id, {
    at: act.at,
    who: act.who,
    ...rest,
    from,
    to: after.stated === before.stated ? from : after.stated,
  });
  const linesAfter = lines ? linesNow(act, before.id) : linesBefore;
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: invoiceSubject(after),
    before: lines ? withLines(before, linesBefore) : invoiceSnapshot(before, linesBefore),
    after: lines ? withLines(after, linesAfter) : invoiceSnapshot(after, linesAfter),
  });
  return after;
}

const linesNow = (act: Act, id: number): readonly InvoiceLine[] => linesOf(act.write, [id]).get(id) ?? [];

/** The snapshot with the lines in full, for the entry that writes them. */
const withLines = (record: InvoiceRecord, lines: readonly InvoiceLine[]): Record<string, unknown> => ({
  ...invoiceSnapshot(record, lines),
  ...(lines.length === 0 ? {} : { lines }),
});
