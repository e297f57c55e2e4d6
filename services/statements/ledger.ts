import type { ReadDb } from '../../db/connection.ts';
import { sharesOn } from '../../db/queries/invoice-shares.ts';
import { listInvoices, type InvoiceRecord } from '../../db/queries/invoices.ts';
import type { Direction } from '../../domain/invoices/document.ts';
import { openOf } from '../../domain/invoices/balance.ts';
import type { Movement, MovementKind } from '../../domain/invoices/statement.ts';
import type { InvoiceStatus } from '../../domain/invoices/states.ts';
import { compare, isZero, negate, subtract, sum, type Amount } from '../../domain/money/amount.ts';
import { addDays, type PlainDate } from '../../domain/time/plain-date.ts';

/** Something that lowers an invoice, by the date on its paper; `amount` above zero. */
export interface Lowered {
  kind: Exclude<MovementKind, 'invoice'>;
  reference: string;
  date: PlainDate;
  amount: Amount;
}
export interface LedgerInvoice {
  record: InvoiceRecord;
  due: PlainDate | null;
  lowered: Lowered[];
}

/** Bills on their way to an invoice: nothing is owed on them yet. */
const NOT_ISSUED: ReadonlySet<InvoiceStatus> = new Set<InvoiceStatus>(['unbilled', 'to-confirm', 'disputed', 'issuing']);

/**
 * Every issued invoice of the direction with all that was laid against it. Known by its date: the invoice, payments, live
 * certificates and credit notes. Not known: when a payment was allocated, released, or a document voided; what holds now holds
 * for every day, and void documents never counted. What a vendor calls paid without a payment in the book is taken as settled
 * on the invoice's own day.
 */
export function ledgerOf(read: ReadDb, direction: Direction): { invoices: LedgerInvoice[]; notIssued: number } {
  const all = listInvoices(read, { direction }).toReversed();
  const live = all.filter((r) => r.stated !== 'void' && r.kind === 'invoice');
  const issued = live.filter((r) => !NOT_ISSUED.has(r.stated));
  const shares = sharesOn(
    read,
    issued.map((r) => r.id),
  );
  const credits = Map.groupBy(
    all.filter((r) => r.creditsId !== null && r.stated !== 'void'),
    (r) => r.creditsId!,
  );
  const invoices = issued.map((record): LedgerInvoice => ({
    record,
    due: record.due ?? (record.termDays === null ? null : addDays(record.issued ?? record.date, record.termDays)),
    lowered: [
      ...(shares.get(record.id) ?? []).map(({ kind, reference, date, amount }) => ({ kind, reference, date, amount })),
      ...(credits.get(record.id) ?? []).map((c) => ({
        kind: 'credit-note' as const,
        reference: c.number,
        date: c.date,
        amount: negate(c.total),
      })),
      ...calledPaid(record),
    ],
  }));
  return { invoices, notIssued: live.length - issued.length };
}

function calledPaid(record: InvoiceRecord): Lowered[] {
  const open = openOf(record);
  return record.stated === 'paid' && compare(open, '0') > 0
    ? [{ kind: 'called-paid', reference: record.number, date: record.date, amount: open }]
    : [];
}

/** What of the invoices the vendor calls paid without a payment in the book, per currency. */
export function calledPaidSums(invoices: readonly LedgerInvoice[]): { currency: string; count: number; amount: Amount }[] {
  const called = invoices.flatMap(({ record: { currency }, lowered }) =>
    lowered.filter((l) => l.kind === 'called-paid').map(({ amount }) => ({ currency, amount })),
  );
  return [...Map.groupBy(called, (c) => c.currency)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => ({ currency, count: own.length, amount: sum(own.map((c) => c.amount)) }));
}

export type LedgerMovement = Movement & { invoices: string[]; vendor: InvoiceRecord['vendor']; due: PlainDate | null };

/** The movements of the invoices; shares of one payment or certificate on several of them are one movement. */
export function movementsOf(invoices: readonly LedgerInvoice[]): LedgerMovement[] {
  const found = new Map<string, LedgerMovement>();
  for (const { record, due, lowered } of invoices) {
    const { vendor, number, date, currency, total } = record;
    if (!isZero(total) || lowered.length > 0)
      found.set(`invoice ${record.id}`, { date, kind: 'invoice', reference: number, currency, amount: total, invoices: [], vendor, due });
    for (const l of lowered) {
      const key = `${l.kind} ${currency} ${l.date} ${l.reference}`;
      const known = found.get(key);
      if (known) {
        known.amount = subtract(known.amount, l.amount);
        known.invoices.push(number);
      } else
        found.set(key, {
          date: l.date,
          kind: l.kind,
          reference: l.reference,
          currency,
          amount: negate(l.amount),
          invoices: [number],
          vendor,
          due: null,
        });
    }
  }
  return [...found.values()];
}
