import { holderOf } from '../../db/queries/wht.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import { openOf, statusOn } from '../../domain/invoices/balance.ts';
import { documentAmount, positiveAmount } from '../../domain/invoices/document-amount.ts';
import { unwrap } from '../../domain/result.ts';
import type { Side } from '../../domain/wht/certificate.ts';
import { sellingEntity, type Counterparty } from '../../domain/wht/counterparty.ts';
import type { ChosenInvoice } from '../../domain/wht/plan-line.ts';
import { settingsOf } from '../book/profile.ts';
import type { ParsedInput } from '../contract/index.ts';
import { findInvoice } from '../invoices/find.ts';

/** An invoice of the book with what the certificate says of it. */
export interface Chosen {
  record: InvoiceRecord;
  choice: ChosenInvoice;
}
type Wanted = ParsedInput<'wht/add'>['allocate'][number];
type Figures = Pick<ChosenInvoice, 'amount' | 'payAmount' | 'fx'>;

/** What stands on the other side of the invoice: the vendor's entity (the book's own where none is named), or the customer. */
function counterpartyOf(read: ReadDb, side: Side, i: InvoiceRecord): Counterparty {
  return side === 'payer'
    ? { vendor: i.vendor, entity: sellingEntity(i, settingsOf(read).entity), partyId: i.sellerId, name: i.seller?.name ?? null }
    : { vendor: null, entity: null, partyId: i.buyerId, name: i.buyer?.name ?? null };
}

/** The record as the plan wants it; `today` is the day by which its status is told. */
export const chosenOf = (read: ReadDb, side: Side, today: string, record: InvoiceRecord, figures: Figures): Chosen => ({
  record,
  choice: {
    invoice: record.number,
    kind: record.kind,
    direction: record.direction,
    counterparty: counterpartyOf(read, side, record),
    status: statusOn(record, today),
    date: record.date,
    currency: record.currency,
    open: openOf(record),
    takenBy: holderOf(read, record.id),
    ...figures,
  },
});

/** The invoice that the input names, its figures held to what the store can keep; refuses one that is not there. */
export function choose(read: ReadDb, side: Side, today: string, wanted: Wanted): Chosen {
  const record = findInvoice(read, wanted.invoice, wanted.vendor ?? null);
  const figure = (text: string | null, field: string): string | null =>
    text === null ? null : unwrap(positiveAmount(text, `${field} of ${record.number}`));
  return chosenOf(read, side, today, record, {
    amount: figure(wanted.amount, 'amount'),
    payAmount: figure(wanted.payAmount, 'payAmount'),
    fx: wanted.fx && { ...wanted.fx, rate: unwrap(documentAmount(wanted.fx.rate, 'rate')), source: wanted.fx.source || null },
  });
}
