import type { ReadDb } from '../../db/connection.ts';
import { attachmentsOf } from '../../db/queries/attachments.ts';
import { historiesOf } from '../../db/queries/history.ts';
import { linesOf } from '../../db/queries/invoice-lines.ts';
import { sharesOn, type ShareOn } from '../../db/queries/invoice-shares.ts';
import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import { openOf, statusOn } from '../../domain/invoices/balance.ts';
import { byRule } from '../../domain/invoices/by-rule.ts';
import { timelineOf } from '../../domain/invoices/timeline.ts';
import { convert, documentConversion } from '../../domain/money/conversion.ts';
import type { Invoice, ShownInvoice } from '../contract/invoices.ts';
import { endedOn } from './ended.ts';

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
    converted: convertedOf(r),
    sellerId: r.sellerId,
    buyerId: r.buyerId,
    seller: r.seller,
    buyer: r.buyer,
    quoteId: r.quoteId,
    series: r.series,
    document: r.document,
    attachments: files.get(`invoice:${r.id}`) ?? [],
    history: histories.get(r.id) ?? [],
    allocations: (shares.get(r.id) ?? []).map(withoutId),
  }));
}

export const toInvoice = (read: ReadDb, record: InvoiceRecord, today: string): Invoice => toInvoices(read, [record], today)[0]!;

/** With its lines and the days of its life. */
export function toShownInvoice(read: ReadDb, record: InvoiceRecord, today: string): ShownInvoice {
  const invoice = toInvoice(read, record, today);
  return { ...invoice, lines: linesOf(read, [record.id]).get(record.id) ?? [], ...courseOf(record, today, invoice) };
}

/** The total in the other currency that the document names, by the policy of conversions. */
export function convertedOf({ total, fx }: Pick<InvoiceRecord, 'total' | 'fx'>): Invoice['converted'] {
  if (fx === null) return null;
  const { value, policy, step } = convert(total, fx.rate, fx.currency, documentConversion(fx.currency));
  return { total: value, policy: policy.id, step };
}

/** The days of its life, and what the rule did by itself. */
function courseOf(record: InvoiceRecord, today: string, shown: Invoice): Pick<ShownInvoice, 'timeline' | 'byRule'> {
  const ended = endedOn(record, shown.status, shown.history, shown.allocations);
  return { timeline: timelineOf(record, today, ended), byRule: byRule(record, today, ended) };
}

const withoutId = ({ invoiceId: _id, ...share }: ShareOn): Omit<ShareOn, 'invoiceId'> => share;
