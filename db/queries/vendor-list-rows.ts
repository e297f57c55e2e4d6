import type { Register } from '../../domain/formats/format.ts';
import type { ReadDb } from '../connection.ts';
import { VENDOR_CODES, type VendorName } from '../measures.ts';

export interface VendorListRow {
  id: number;
  file: string;
  row: number;
  format: string;
  currency: string | null;
  /** JSON of canonical names and exact text. */
  data: string;
}

/** Live rows of a vendor's lists of the kind in that currency, or without one, in the order of import. */
export const vendorListRows = (read: ReadDb, kind: Register, vendor: VendorName, currency: string): VendorListRow[] =>
  read.all(
    `SELECT r.id, b.file, r.row, b.format, r.currency, r.data FROM register_row r JOIN batch b ON b.id = r.batch_id
     WHERE r.register = ? AND r.vendor = ? AND (r.currency IS NULL OR r.currency = ?) AND r.superseded_by IS NULL ORDER BY r.id`,
    [kind, VENDOR_CODES[vendor], currency],
  );
