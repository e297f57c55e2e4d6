import type { Invoice } from '../../../services/contract/invoices.ts';

export type VendorId = Invoice['vendor'];
const VENDORS: readonly string[] = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] satisfies VendorId[];

/** Names an invoice in addresses and tables: `huawei:INV-1`. Two vendors may have given the same number. */
export const invoiceKey = (invoice: { vendor: VendorId; number: string }): string => `${invoice.vendor}:${invoice.number}`;

/** The reverse; a key without a vendor (`:INV-1`) finds the only invoice of that number. Null for anything else. */
export function parseInvoiceKey(key: string | null): { number: string; vendor: VendorId | null } | null {
  const colon = key?.indexOf(':') ?? -1;
  if (key === null || colon < 0 || colon === key.length - 1) return null;
  const vendor = key.slice(0, colon);
  return { number: key.slice(colon + 1), vendor: VENDORS.includes(vendor) ? (vendor as VendorId) : null };
}

/** Bytes as a person reads them: 812 B, 34 KB, 9.8 MB. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(Math.round((bytes * 10) / (1024 * 1024)) / 10).toString()} MB`;
}

/** The day here, YYYY-MM-DD. */
export function today(now: Date = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
