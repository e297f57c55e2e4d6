import type { Book } from '../../db/book.ts';
import { VENDOR_CODES, type VendorName } from '../../db/measures.ts';
import { insertRegisterRow } from '../../db/queries/registers.ts';
import type { Register } from '../../domain/formats/format.ts';

let made = 0;

/** Puts rows of a list into the book as one import without a file behind it; amounts in USD, instants in UTC. */
export function insertListRows(
  book: Book,
  register: Register,
  rows: readonly Record<string, string | null>[],
  {
    vendor = 'huawei',
    format = `huawei.${register}`,
    file = `${register}.csv`,
  }: { vendor?: VendorName; format?: string; file?: string } = {},
): void {
  book.write.transaction(() => {
    const source = book.write.run('INSERT INTO source (sha256, size) VALUES (?, 1)', [`ab${String(++made).padStart(62, '0')}`]).id;
    const batch = book.write.run(
      `INSERT INTO batch (source_id, file, format, vendor, imported_at, state, rows, imported, duplicates, superseded, ignored, rejected, dialect, periods, totals, notices, digest, view)
       VALUES (?, ?, ?, ?, '2023-10-06T00:00:00.000Z', 'active', ?, ?, 0, 0, 0, 0, '{}', '[]', '{}', '[]', '', -1)`,
      [source, file, format, VENDOR_CODES[vendor], rows.length, rows.length],
    ).id;
    for (const [i, data] of rows.entries())
      insertRegisterRow(book.write, {
        batch_id: batch,
        row: i + 2,
        register,
        vendor: VENDOR_CODES[vendor],
        key_a: 7_000_000 + made,
        key_b: i,
        content: i,
        period: null,
        currency: 'USD',
        data: JSON.stringify(data),
      });
  });
}
