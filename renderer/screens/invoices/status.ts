import { ACTS, type InvoiceAct, type InvoiceStatus } from '../../../domain/invoices/states.ts';
import { isZero, subtract, type Amount } from '../../../domain/money/amount.ts';
import { isPositive } from '../documents/amounts.ts';
import { certificateOf } from '../documents/expected.ts';
import type { Invoice } from '../../../services/contract/invoices.ts';
import type { Output } from '../../../services/contract/index.ts';
import type { Mark } from '../../ui/index.ts';
import type { StripItem } from '../documents/StatusStrip.tsx';

/** How a status is marked: colour has meaning and stands beside the word. */
export const MARKS: Record<InvoiceStatus, Mark> = {
  unbilled: 'missing',
  'to-confirm': 'due',
  disputed: 'fail',
  issuing: 'explained',
  unpaid: 'due',
  overdue: 'fail',
  paid: 'pass',
  free: 'pass',
  void: 'missing',
};

/** Statuses in which someone has to do something now. */
export const wantsAction = (status: InvoiceStatus): boolean => status === 'to-confirm' || status === 'disputed' || status === 'overdue';

/** What of the invoice's total can still be credited. */
export const creditable = (invoice: Pick<Invoice, 'total' | 'credited'>): Amount => subtract(invoice.total, invoice.credited);

/** The acts that are legal on the invoice now, in the order in which they are offered. What is not legal is not there. */
export function legalActs(invoice: Pick<Invoice, 'status' | 'kind' | 'total' | 'credited' | 'allocations' | 'direction'>): InvoiceAct[] {
  const order: readonly InvoiceAct[] = ['confirm', 'issue', 'dispute', 'bill', 'withdraw', 'fail', 'schedule', 'credit', 'void'];
  return order.filter((name) => {
    if (!ACTS[name].from.includes(invoice.status)) return false;
    // What was made here and given out does not change.
    if (invoice.direction === 'issued' && name !== 'credit' && name !== 'void') return false;
    if (name === 'schedule') return invoice.kind === 'invoice';
    if (name === 'credit') return invoice.kind === 'invoice' && isPositive(creditable(invoice));
    // A certificate or credit note on it is a paper of its own, to be voided first.
    return name !== 'void' || (certificateOf(invoice) === null && isZero(invoice.credited));
  });
}

type Group = Output<'invoices/list'>['byStatus'][number];
/** Statuses whose tab shows what is open; the others show their total. */
const BY_OPEN: readonly InvoiceStatus[] = ['unpaid', 'overdue'];

/** One tab for all, and one for each status that there is; sums per currency, which are never added together. */
export function stripOf(groups: readonly Group[], labels: { all: string; status: (status: InvoiceStatus) => string }): StripItem[] {
  const statuses = [...new Set(groups.map((group) => group.status))];
  return [
    { id: 'all', label: labels.all, count: groups.reduce((count, group) => count + group.count, 0), sums: [] },
    ...statuses.map((status) => {
      const own = groups.filter((group) => group.status === status);
      return {
        id: status,
        label: labels.status(status),
        count: own.reduce((count, group) => count + group.count, 0),
        sums: own.map((group) => ({ currency: group.currency, amount: BY_OPEN.includes(status) ? group.open : group.total })),
      };
    }),
  ];
}
