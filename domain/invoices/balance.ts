import { compare, isZero, subtract, sum, type Amount } from '../money/amount.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { datesOf, type Dated } from './course.ts';
import type { InvoiceStatus } from './states.ts';

/** What an invoice's status and open amount follow from; every amount in the invoice's currency. */
export interface Standing extends Dated {
  /** `stated`: the state as acted on or as the vendor stated it; what dates and figures make of it is derived. */
  total: Amount;
  paid: Amount;
  withheld: Amount;
  credited: Amount;
}

/** total − paid − withheld − credited, exact. Below zero when a paid invoice is credited: the vendor owes it. */
export const openOf = (i: Pick<Standing, 'total' | 'paid' | 'withheld' | 'credited'>): Amount =>
  subtract(i.total, sum([i.paid, i.withheld, i.credited]));

/**
 * The status on the day, from what is on record and the calendar alone: a bill waits for confirmation from the day on which it
 * appeared and confirms itself when its window has passed; an issued invoice is paid when nothing is open, else overdue
 * after account period and reminders. Disputed and void ones, and those being issued, change by hand only.
 */
export function statusOn(invoice: Standing, today: PlainDate): InvoiceStatus {
  const { stated } = invoice;
  if (stated === 'unbilled' && (invoice.billed === null || today < invoice.billed)) return stated;
  if (stated === 'unbilled' || stated === 'to-confirm') {
    const { confirmsItself } = datesOf(invoice);
    return confirmsItself !== null && today >= confirmsItself ? 'issuing' : 'to-confirm';
  }
  if (stated !== 'unpaid' && stated !== 'overdue') return stated;
  if (compare(openOf(invoice), '0') <= 0) return 'paid';
  if (stated === 'overdue') return stated;
  const { overdueOn } = datesOf(invoice);
  return overdueOn !== null && today >= overdueOn ? 'overdue' : 'unpaid';
}

/** An issued paper is unpaid, or free when there is nothing to pay. */
export const issuedStatus = (total: Amount): InvoiceStatus => (isZero(total) ? 'free' : 'unpaid');
