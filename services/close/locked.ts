import type { ReadDb, WriteDb } from '../../db/connection.ts';
import { adjustmentsOfBatch, periodsOfBatch } from '../../db/queries/adjustments.ts';
import { periodText } from '../../db/queries/bills-columns.ts';
import { locks, periodsHolding } from '../../db/queries/closes.ts';
import { invoicesById, type InvoiceFacts, type InvoiceRecord } from '../../db/queries/invoices.ts';
import type { PaymentRecord } from '../../db/queries/payments.ts';
import type { CertificateRecord } from '../../db/queries/wht.ts';
import { monthOf, touchedByInvoice, touchedByMoney, type HeldMoney } from '../../domain/close/held.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Act } from '../invoices/act.ts';
import { expectedIn } from '../wht/expected/derive.ts';
import { adjustByDocument, type DocumentChange } from './adjust.ts';
import { bookedIn, heldCertificate, heldInvoice, heldPayment } from './held.ts';

/**
 * The one place that keeps locked periods as they are. Whoever stores an invoice, payment or certificate calls the guard of its kind
 * with what was there before and what is there now, inside the transaction, before it ends: a change that a locked period would tell
 * of is refused, which rolls the transaction back. What an import brings is not refused: it becomes an adjustment (adjust.ts).
 * Which command is guarded by what, and which moves no locked figure, is listed in commands.ts.
 */

/** Commands that take in what others wrote; by import/run bills and their invoices are adjusted batch by batch. */
const IMPORTS: ReadonlySet<string> = new Set(['einvoice/import', 'wht/importTake']);
/** Guarded as a whole by their batch. */
const BY_BATCH: ReadonlySet<string> = new Set(['import/run', 'import/undo']);

/** Refuses, in the words that every guard uses. */
function refuseLocked(period: string): never {
  refuse('period.locked', say`${{ period }} is closed: this would change what it says.`, {
    value: period,
    remedy: 'Book it in the next period, or reopen this one with a reason.',
  });
}

export function holdInvoice(act: Act, action: string, before: InvoiceFacts | null, after: InvoiceRecord): void {
  if (BY_BATCH.has(action)) return;
  const locked = locks(act.write);
  if (locked.size === 0) return;
  const [old, now] = [heldInvoice(before), heldInvoice(after)];
  const touched = touchedByInvoice(old, now, new Set(locked.keys()));
  if (touched.length === 0) return;
  const total = (i: InvoiceFacts | null): string | null => (i === null || i.stated === 'void' ? null : after.total);
  settle(act, action, touched, {
    document: `invoice:${after.vendor}:${after.number}`,
    title: after.number,
    what: 'invoices',
    vendor: after.vendor,
    currency: after.currency,
    before: before && 'total' in before ? (before as InvoiceRecord).total : null,
    after: total(after),
  });
}

/** Where a credit note is booked: with the bills of its invoice, or, once those are locked, in the month of its own date. */
export const creditPeriod = (read: ReadDb, ofInvoice: string | null, date: string): string | null =>
  ofInvoice !== null && locks(read).has(ofInvoice) ? monthOf(date) : ofInvoice;

export function holdPayment(act: Act, action: string, before: PaymentRecord | null, after: PaymentRecord): void {
  holdMoney(act, action, heldPayment(before), heldPayment(after), {
    kind: 'payment',
    id: after.id,
    document: `payment:${after.id}`,
    title: after.reference,
    what: 'payments',
  });
}

export function holdCertificate(act: Act, action: string, before: CertificateRecord | null, after: CertificateRecord): void {
  holdMoney(act, action, heldCertificate(before), heldCertificate(after), {
    kind: 'certificate',
    id: after.id,
    document: `certificate:${after.id}`,
    title: after.number,
    what: 'wht',
  });
}

interface Money {
  kind: 'payment' | 'certificate';
  id: number;
  document: string;
  title: string;
  what: 'payments' | 'wht';
}

function holdMoney(act: Act, action: string, before: HeldMoney | null, after: HeldMoney | null, money: Money): void {
  const locked = new Set(locks(act.write).keys());
  if (locked.size === 0) return;
  const touched = touchedByMoney(before, after, {
    locked,
    counted: periodsHolding(act.write, money.kind, money.id),
    ofInvoice: (id) => invoicesById(act.write, [id]).flatMap((i) => (locked.has(bookedIn(i)) ? [bookedIn(i)] : [])),
  });
  if (touched.length === 0) return;
  const currency = (after ?? before)!.currency;
  settle(act, action, touched, { ...money, vendor: null, currency, before: before?.amount ?? null, after: after?.amount ?? null });
}

/** Refused, or an adjustment of each period where it came in by an import. */
function settle(act: Act, action: string, periods: readonly string[], change: DocumentChange): void {
  if (!IMPORTS.has(action)) refuseLocked(periods[0]!);
  for (const period of periods) adjustByDocument(act, period, change);
}

/** Refuses where one of the months is locked. */
export function holdPeriods(read: ReadDb, periods: Iterable<string>): void {
  const locked = locks(read);
  for (const period of periods) if (locked.has(period)) refuseLocked(period);
}

/** Refuses to take back or to mend what a locked period counts; a batch that came after the close may go as it came. */
export function holdBatch(read: ReadDb, batch: number): void {
  const late = new Set(adjustmentsOfBatch(read, batch).map((a) => a.period));
  holdPeriods(
    read,
    periodsOfBatch(read, batch)
      .map(periodText)
      .filter((period) => !late.has(period)),
  );
}

/**
 * For commands that change rules, rates or steps, from which the tax expected of an invoice follows: runs `work` and refuses where an
 * invoice of a locked period is expected to bear another tax than before.
 */
export function holdExpected<T>(write: WriteDb, today: string, work: () => T): T {
  const locked = locks(write);
  if (locked.size === 0) return work();
  const tax = (): Map<number, [period: string, tax: string]> =>
    new Map(
      expectedIn(write, today).flatMap((row) => {
        const period = bookedIn(row);
        return locked.has(period) ? [[row.id, [period, `${row.tax ?? ''}|${row.withheld}`]] as const] : [];
      }),
    );
  const before = tax();
  const result = work();
  const after = tax();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)];
    if (old?.[1] !== now?.[1]) refuseLocked((now ?? old)![0]);
  }
  return result;
}
