import type { Invoice } from '../../../services/contract/invoices.ts';
import { daysBetween, type PlainDate } from '../../../domain/time/plain-date.ts';
import { isZero, sum, type Amount } from '../../../domain/money/amount.ts';

/** An invoice with something open that someone has to see to. */
export interface Due {
  invoice: Invoice;
  /** Days until it is due, negative when overdue; null where no due date is known. */
  days: number | null;
}

const WAITING = new Set<Invoice['status']>(['to-confirm', 'disputed', 'issuing', 'unpaid', 'overdue']);

/** What is due: open invoices, overdue first, then by due date; those without one last. */
export function dueOf(invoices: readonly Invoice[], today: PlainDate): Due[] {
  return invoices
    .filter((i) => i.kind === 'invoice' && WAITING.has(i.status) && !isZero(i.open))
    .map((invoice) => ({ invoice, days: invoice.due === null ? null : daysBetween(today, invoice.due) }))
    .sort(
      (a, b) => (a.days ?? Number.MAX_SAFE_INTEGER) - (b.days ?? Number.MAX_SAFE_INTEGER) || (a.invoice.number < b.invoice.number ? -1 : 1),
    );
}

/** What is open of them per currency, never added over currencies; in the order in which the currencies appear. */
export function openByCurrency(due: readonly Due[]): { currency: string; open: Amount; count: number }[] {
  const codes = [...new Set(due.map((d) => d.invoice.currency))];
  return codes.map((currency) => {
    const own = due.filter((d) => d.invoice.currency === currency);
    return { currency, open: sum(own.map((d) => d.invoice.open)), count: own.length };
  });
}
