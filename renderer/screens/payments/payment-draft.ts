import { payable } from '../../../domain/invoices/states.ts';
import { add, isZero, type Amount } from '../../../domain/money/amount.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import type { Payment } from '../../../services/contract/payments.ts';
import { isPositive, remainderOf, type Shares } from '../documents/amounts.ts';
import { invoiceKey, type VendorId } from '../documents/keys.ts';

/** One invoice that a payment can be laid on. `open`: what it has open without this payment. */
export interface PayableRow {
  key: string;
  number: string;
  vendor: VendorId;
  /** Whom an invoice made here is to; null for a received one. */
  buyer: string | null;
  date: string;
  due: string | null;
  period: string | null;
  total: Amount;
  open: Amount;
}

export interface PaymentDraft {
  date: string | null;
  amount: Amount | null;
  currency: string;
  reference: string;
  method: string;
  note: string;
}

const isPayable = (invoice: Invoice): boolean => invoice.kind === 'invoice' && payable('', invoice.status).ok;

/**
 * The share that the payment has on an invoice; null when none. A payment names invoices by number only, so where two
 * vendors gave the same number the invoice's own list decides, by reference, day and amount.
 */
function shareOf(payment: Payment | null, invoice: Invoice): Amount | null {
  const share = payment?.allocations.find((a) => a.invoice === invoice.number);
  if (!payment || !share) return null;
  return invoice.allocations.some(
    (a) => a.kind === 'payment' && a.reference === payment.reference && a.date === payment.date && a.amount === share.amount,
  )
    ? share.amount
    : null;
}

/** Open invoices of the currency, earliest due first, with what they have open without `payment`; its own shares stay in. */
export function payableRows(invoices: readonly Invoice[], currency: string, payment: Payment | null = null): PayableRow[] {
  return invoices
    .filter((invoice) => isPayable(invoice) && invoice.currency === currency)
    .map((invoice) => ({
      key: invoiceKey(invoice),
      number: invoice.number,
      vendor: invoice.vendor,
      buyer: invoice.direction === 'issued' ? (invoice.buyer?.name ?? '') : null,
      date: invoice.date,
      due: invoice.due,
      period: invoice.period,
      total: invoice.total,
      open: add(invoice.open, shareOf(payment, invoice) ?? '0'),
    }))
    .filter((row) => isPositive(row.open))
    .toSorted((a, b) => ((a.due ?? a.date) < (b.due ?? b.date) ? -1 : (a.due ?? a.date) > (b.due ?? b.date) ? 1 : a.key < b.key ? -1 : 1));
}

/** The shares that a payment has now, by invoice key. */
export function sharesOf(payment: Payment, invoices: readonly Invoice[]): Shares {
  return Object.fromEntries(
    invoices.flatMap((invoice) => {
      const share = shareOf(payment, invoice);
      return share === null ? [] : [[invoiceKey(invoice), share]];
    }),
  );
}

/** What is sent: every share that is more than nothing. */
export function allocationOf(rows: readonly PayableRow[], shares: Shares): { invoice: string; vendor: VendorId; amount: Amount }[] {
  return rows.flatMap((row) => {
    const amount = shares[row.key] ?? null;
    return amount === null || isZero(amount) ? [] : [{ invoice: row.number, vendor: row.vendor, amount }];
  });
}

export type ShareFault = 'negative' | 'over-open';
/** What is wrong with a share, or null. */
export function faultOf(row: Pick<PayableRow, 'open'>, share: Amount | null): ShareFault | null {
  if (share === null || isZero(share)) return null;
  if (!isPositive(share)) return 'negative';
  return remainderOf(row.open, [share]).state === 'over' ? 'over-open' : null;
}

export type Missing = 'date' | 'amount' | 'amountSign' | 'reference' | 'over' | 'share' | 'typing';

/** The first thing that keeps the payment from being saved, or null. `typing`: a share is no amount yet. */
export function missingOf(draft: PaymentDraft, rows: readonly PayableRow[], shares: Shares, invalid: ReadonlySet<string>): Missing | null {
  if (draft.date === null) return 'date';
  if (draft.amount === null) return 'amount';
  if (!isPositive(draft.amount)) return 'amountSign';
  if (draft.reference.trim() === '') return 'reference';
  return missingShares(draft.amount, rows, shares, invalid);
}

/** As missingOf, for the shares alone. */
export function missingShares(amount: Amount, rows: readonly PayableRow[], shares: Shares, invalid: ReadonlySet<string>): Missing | null {
  if (invalid.size > 0) return 'typing';
  if (rows.some((row) => faultOf(row, shares[row.key] ?? null) !== null)) return 'share';
  return remainderOf(
    amount,
    rows.map((row) => shares[row.key] ?? null),
  ).state === 'over'
    ? 'over'
    : null;
}
