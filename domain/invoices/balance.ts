import { compare, isZero, subtract, sum, type Amount } from '../money/amount.ts';
import { addDays, type PlainDate } from '../time/plain-date.ts';
import type { InvoiceStatus } from './states.ts';

/** What an invoice's status and open amount follow from; every amount in the invoice's currency. */
export interface Standing {
  vendor: string;
  /** The state as acted on or as the vendor stated it; settlement and lateness are derived from the figures. */
  stated: InvoiceStatus;
  due: PlainDate | null;
  total: Amount;
  paid: Amount;
  withheld: Amount;
  credited: Amount;
}

/** total − paid − withheld − credited, exact. Below zero when a paid invoice is credited: the vendor owes it. */
export const openOf = (i: Pick<Standing, 'total' | 'paid' | 'withheld' | 'credited'>): Amount =>
  subtract(i.total, sum([i.paid, i.withheld, i.credited]));

/** Days after the due date in which a vendor still calls the invoice unpaid (Zilliz Cloud: dunning period). */
const GRACE_DAYS: Readonly<Record<string, number>> = { zilliz: 14 };

/** The status on the day: an issued invoice is paid when nothing is open, else overdue once its term (and grace) has passed. */
export function statusOn(invoice: Standing, today: PlainDate): InvoiceStatus {
  if (invoice.stated !== 'unpaid' && invoice.stated !== 'overdue') return invoice.stated;
  if (compare(openOf(invoice), '0') <= 0) return 'paid';
  if (invoice.stated === 'overdue') return 'overdue';
  if (invoice.due === null) return 'unpaid';
  const last = addDays(invoice.due, Object.hasOwn(GRACE_DAYS, invoice.vendor) ? GRACE_DAYS[invoice.vendor]! : 0);
  return today > last ? 'overdue' : 'unpaid';
}

/** An issued paper is unpaid, or free when there is nothing to pay. */
export const issuedStatus = (total: Amount): InvoiceStatus => (isZero(total) ? 'free' : 'unpaid');
