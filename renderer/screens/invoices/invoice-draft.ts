import { add, isNegative, type Amount } from '../../../domain/money/amount.ts';
import type { InvoiceType } from '../../../domain/invoices/document.ts';
import type { Input } from '../../../services/contract/index.ts';
import type { ShownInvoice } from '../../../services/contract/invoices.ts';
import type { VendorId } from '../documents/keys.ts';
import { fxInput, fxReady, NO_FX, type FxDraft } from './fx-draft.ts';
import { draftOf, faultOf, linesInput, type LineDraft, type LineFault } from './lines/line-draft.ts';

/** The form for a received invoice as it is being filled in. */
export interface InvoiceDraft {
  number: string;
  vendor: VendorId;
  type: InvoiceType;
  entity: string | null;
  sellerId: number | null;
  buyerId: number | null;
  date: string | null;
  due: string | null;
  period: string | null;
  currency: string;
  net: Amount | null;
  tax: Amount | null;
  fx: FxDraft;
  orderReference: string;
  lines: LineDraft[];
  note: string;
  /** Why an invoice that is in the book is corrected; null for a new one. */
  reason: string | null;
}

export const EMPTY_DRAFT: Omit<InvoiceDraft, 'entity' | 'currency' | 'period'> = {
  number: '',
  vendor: 'huawei',
  type: 'other',
  sellerId: null,
  buyerId: null,
  date: null,
  due: null,
  net: null,
  tax: null,
  fx: NO_FX,
  orderReference: '',
  lines: [],
  note: '',
  reason: null,
};

/** The form filled with what an invoice says now, to be corrected. */
export const draftOfInvoice = (invoice: ShownInvoice): InvoiceDraft => ({
  number: invoice.number,
  vendor: invoice.vendor,
  type: invoice.type,
  entity: invoice.entity,
  sellerId: invoice.sellerId,
  buyerId: invoice.buyerId,
  date: invoice.date,
  due: invoice.due,
  period: invoice.period,
  currency: invoice.currency,
  net: invoice.net,
  tax: invoice.tax,
  fx: invoice.fx ?? NO_FX,
  orderReference: invoice.document.orderReference ?? '',
  lines: invoice.lines.map(draftOf),
  note: invoice.note,
  reason: '',
});

export type Missing = 'number' | 'date' | 'net' | 'tax' | 'due' | 'negative' | 'fx' | 'reason' | `lines.${LineFault}`;

/** The first thing that keeps the invoice from being saved, or null. */
export function missingOf(draft: InvoiceDraft): Missing | null {
  if (draft.number.trim() === '') return 'number';
  if (draft.date === null) return 'date';
  if (draft.due !== null && draft.due < draft.date) return 'due';
  if (draft.net === null) return 'net';
  if (draft.tax === null) return 'tax';
  if (isNegative(add(draft.net, draft.tax))) return 'negative';
  if (!fxReady(draft.fx)) return 'fx';
  const fault = faultOf(draft.lines, draft);
  if (fault !== null) return `lines.${fault}`;
  return draft.reason !== null && draft.reason.trim() === '' ? 'reason' : null;
}

/** Net + tax, or null while one is missing. */
export const totalOf = (draft: Pick<InvoiceDraft, 'net' | 'tax'>): Amount | null =>
  draft.net === null || draft.tax === null ? null : add(draft.net, draft.tax);

type Common = Omit<Input<'invoices/add'>, 'number' | 'vendor' | 'file'>;

function commonOf(draft: InvoiceDraft): Common | null {
  if (missingOf(draft) !== null || draft.date === null || draft.net === null || draft.tax === null) return null;
  const { type, entity, sellerId, buyerId, due, period, currency, note } = draft;
  return {
    type,
    entity,
    sellerId,
    buyerId,
    date: draft.date,
    due,
    period,
    currency,
    net: draft.net,
    tax: draft.tax,
    note,
    fx: fxInput(draft.fx),
    lines: linesInput(draft.lines),
    // An empty reference takes a former one away.
    document: { orderReference: draft.orderReference.trim() },
  };
}

/** What is sent; null while something is missing. */
export function inputOf(draft: InvoiceDraft, file: string | null): Input<'invoices/add'> | null {
  const common = commonOf(draft);
  return common && { ...common, number: draft.number.trim(), vendor: draft.vendor, file };
}

/** What is sent to correct the invoice of that number; days and terms that the form does not show stay. Null while something is missing. */
export function updateOf(draft: InvoiceDraft, before: ShownInvoice): Input<'invoices/update'> | null {
  const common = commonOf(draft);
  return (
    common && {
      ...common,
      number: before.number,
      vendor: before.vendor,
      newNumber: draft.number.trim(),
      billed: before.billed,
      issued: before.issued,
      termDays: before.termDays,
      reason: draft.reason?.trim() ?? '',
    }
  );
}
