import type { WriteDb } from '../../db/connection.ts';
import { VENDOR_CODES, vendorOf, type VendorName } from '../../db/measures.ts';
import { batchById } from '../../db/queries/batches.ts';
import type { Format } from '../../domain/formats/format.ts';
import { billFormatById } from '../../domain/formats/index.ts';
import { zillizInvoice, type ImportedInvoice } from '../../domain/formats/zilliz/invoice-facts.ts';
import { Failure, type Result } from '../../domain/result.ts';
import { upsertVendorInvoice, withdrawVendorInvoice } from '../invoices/vendor.ts';
import type { Context } from '../runtime/services.ts';
import { readOriginal } from './original.ts';

/** Formats whose records are invoices, and how a record is read as one. */
const READERS: Record<string, (cells: Record<string, string | null>) => Result<ImportedInvoice>> = { 'zilliz.invoices': zillizInvoice };

const by = (context: Context): { at: string; who: string; today: string } => ({
  at: context.session.now(),
  who: context.host.who,
  today: context.session.today(),
});

/** Puts the record's invoice into the register, or brings the one that is there up to date. */
export function importVendorInvoice(
  write: WriteDb,
  format: Format,
  cells: Record<string, string | null>,
  file: string,
  context: Context,
): void {
  const read = READERS[format.id];
  if (!read) throw new Error(`No invoice reader for ${format.id}.`);
  const invoice = read(cells);
  if (!invoice.ok) throw new Failure({ ...invoice.error, details: { ...invoice.error.details, file } });
  upsertVendorInvoice(write, by(context), { ...invoice.value, billed: invoice.value.date, vendor: format.vendor, source: format.id });
}

/** Numbers of the invoices that the batch brought. */
export function invoicesOfBatch(write: WriteDb, batch: number): { vendor: VendorName; numbers: string[] } | null {
  const row = batchById(write, batch)!;
  if (!READERS[row.format]) return null;
  const numbers = write.all<{ number: string }>(
    'SELECT DISTINCT order_id AS number FROM bill_line WHERE batch_id = ? AND order_id IS NOT NULL',
    [batch],
  );
  return { vendor: vendorOf(row.vendor), numbers: numbers.map((n) => n.number) };
}

/**
 * After a batch was taken out: an invoice that an earlier file brought too goes back to what that file said; one that
 * no other file holds is withdrawn.
 */
export function restoreVendorInvoices(
  write: WriteDb,
  { vendor, numbers }: { vendor: VendorName; numbers: string[] },
  context: Context,
): void {
  for (const number of numbers) {
    const earlier = write.get<{ id: number; format: string; file: string }>(
      `SELECT bill_line.id, batch.format, batch.file FROM bill_line JOIN batch ON batch.id = bill_line.batch_id
       WHERE order_id = ? AND bill_line.vendor = ? AND superseded_by IS NULL ORDER BY bill_line.id DESC LIMIT 1`,
      [number, VENDOR_CODES[vendor]],
    );
    if (!earlier) {
      withdrawVendorInvoice(write, by(context), { vendor, number });
      continue;
    }
    const cells = Object.fromEntries(readOriginal(write, earlier.id).columns.map((c) => [c.header, c.value]));
    importVendorInvoice(write, billFormatById(earlier.format)!, cells, earlier.file, context);
  }
}
