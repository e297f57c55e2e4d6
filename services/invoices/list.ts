import { listInvoices } from '../../db/queries/invoices.ts';
import { INVOICE_STATUSES } from '../contract/invoices.ts';
import { sum } from '../../domain/money/amount.ts';
import type { Invoice } from '../contract/invoices.ts';
import type { Output } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { findInvoice } from './find.ts';
import { toInvoices, toShownInvoice } from './view.ts';

/** Invoices of the filter; the sums by status are those of the filter without its status, as the tabs need them. */
export const listAll: Handler<'invoices/list'> = (input, { session }) => {
  const { read } = session.book();
  const all = toInvoices(read, listInvoices(read, input), session.today());
  return { invoices: input.status === null ? all : all.filter((i) => i.status === input.status), byStatus: sums(all) };
};

function sums(invoices: readonly Invoice[]): Output<'invoices/list'>['byStatus'] {
  const groups = Map.groupBy(invoices, (i) => `${String(INVOICE_STATUSES.indexOf(i.status)).padStart(2, '0')}|${i.currency}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({
      status: group[0]!.status,
      currency: group[0]!.currency,
      count: group.length,
      total: sum(group.map((i) => i.total)),
      open: sum(group.map((i) => i.open)),
    }));
}

export const showInvoice: Handler<'invoices/show'> = (input, { session }) => {
  const { read } = session.book();
  return toShownInvoice(read, findInvoice(read, input.number, input.vendor ?? null), session.today());
};
