import { add, isNegative, type Amount } from '../../../domain/money/amount.ts';
import type { Input } from '../../../services/contract/index.ts';
import type { VendorId } from '../documents/keys.ts';

/** The form for an invoice as it is being filled in. */
export interface InvoiceDraft {
  number: string;
  vendor: VendorId;
  entity: string | null;
  date: string | null;
  due: string | null;
  period: string | null;
  currency: string;
  net: Amount | null;
  tax: Amount | null;
  note: string;
}

export type Missing = 'number' | 'date' | 'net' | 'tax' | 'due' | 'negative';

/** The first thing that keeps the invoice from being saved, or null. */
export function missingOf(draft: InvoiceDraft): Missing | null {
  if (draft.number.trim() === '') return 'number';
  if (draft.date === null) return 'date';
  if (draft.due !== null && draft.due < draft.date) return 'due';
  if (draft.net === null) return 'net';
  if (draft.tax === null) return 'tax';
  return isNegative(add(draft.net, draft.tax)) ? 'negative' : null;
}

/** Net + tax, or null while one is missing. */
export const totalOf = (draft: Pick<InvoiceDraft, 'net' | 'tax'>): Amount | null =>
  draft.net === null || draft.tax === null ? null : add(draft.net, draft.tax);

/** What is sent; null while something is missing. */
export function inputOf(draft: InvoiceDraft, file: string | null): Input<'invoices/add'> | null {
  if (missingOf(draft) !== null || draft.date === null || draft.net === null || draft.tax === null) return null;
  return { ...draft, number: draft.number.trim(), date: draft.date, net: draft.net, tax: draft.tax, file };
}
