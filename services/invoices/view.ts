import type { ReadDb } from '../../db/connection.ts';
import { attachmentsOf } from '../../db/queries/attachments.ts';
import { historiesOf } from '../../db/queries/history.ts';
import { sharesOn, type ShareOn } from '../../db/queries/invoice-shares.ts';
import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import { openOf, statusOn } from '../../domain/invoices/balance.ts';
import type { Invoice } from '../contract/invoices.ts';

/** Invoices as the contract shows them on the given day; four queries, however many they are. */
export function toInvoices(read: ReadDb, records: readonly InvoiceRecord[], today: string): Invoice[] {
  const ids = records.map((r) => r.id);
  const histories = historiesOf(read, 'invoice', ids);
  const files = attachmentsOf(
    read,
    ids.map((id) => `invoice:${id}` as const),
  );
  const shares = sharesOn(read, ids);
  return records.map((r) => ({
    number: r.number,
    vendor: r.vendor,
    entity: r.entity,
    kind: r.kind,
    date: r.date,
    due: r.due,
    period: r.period,
    currency: r.currency,
    net: r.net,
    tax: r.tax,
    total: r.total,
    paid: r.paid,
    withheld: r.withheld,
    credited: r.credited,
    open: r.stated === 'void' ? '0' : openOf(r),
    status: statusOn(r, today),
    credits: r.credits,
    note: r.note,
    source: r.source,
    figures: r.figures,
    direction: r.direction,
    type: r.type,
    billed: r.billed,
    issued: r.issued,
    termDays: r.termDays,
    fx: r.fx,
    attachments: files.get(`invoice:${r.id}`) ?? [],
    history: histories.get(r.id) ?? [],
    allocations: (shares.get(r.id) ?? []).map(withoutId),
  }));
}

export const toInvoice = (read: ReadDb, record: InvoiceRecord, today: string): Invoice => toInvoices(read, [record], today)[0]!;

const withoutId = ({ invoiceId: _id, ...share }: ShareOn): Omit<ShareOn, 'invoiceId'> => share;
