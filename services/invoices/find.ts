import type { ReadDb } from '../../db/connection.ts';
import { invoicesById, invoicesByNumber, type InvoiceRecord, type VendorName } from '../../db/queries/invoices.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { vendorTitle } from '../../domain/words/titles.ts';

/** The invoice of that number; refuses none, and two vendors' same number unless the vendor is named. */
export function findInvoice(read: ReadDb, number: string, vendor: VendorName | null = null): InvoiceRecord {
  const found = invoicesByNumber(read, number).filter((i) => vendor === null || i.vendor === vendor);
  if (found.length === 0)
    refuse(
      'invoice.not-found',
      vendor ? say`There is no invoice ${{ number }} of ${{ vendor: vendorTitle(vendor) }}.` : say`There is no invoice ${{ number }}.`,
      {
        value: number,
        remedy: 'Check the number, or add the invoice first.',
      },
    );
  if (found.length > 1)
    refuse(
      'invoice.ambiguous',
      say`${{ count: found.length }} vendors have an invoice ${{ number }}: ${{ vendors: found.map((i) => vendorTitle(i.vendor)) }}.`,
      {
        value: number,
        remedy: 'Name the vendor too.',
      },
    );
  return found[0]!;
}

/** The invoice of that id, which must exist. */
export function invoiceOf(read: ReadDb, id: number): InvoiceRecord {
  const found = invoicesById(read, [id])[0];
  if (!found) throw new Error(`Invoice ${id} vanished.`);
  return found;
}
