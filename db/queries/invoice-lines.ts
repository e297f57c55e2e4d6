import type { InvoiceLine, LineScope } from '../../domain/invoices/document.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

interface Row {
  invoice_id: bigint;
  position: bigint;
  description: string;
  quantity: string | null;
  unit: string | null;
  price: string | null;
  net_u: bigint;
  net_f: bigint;
  tax_u: bigint | null;
  tax_f: bigint | null;
  tax_category: string | null;
  tax_code: string | null;
  rate: string | null;
  first: string | null;
  last: string | null;
  scope: string | null;
}

const toLine = (row: Row): InvoiceLine => ({
  position: Number(row.position),
  description: row.description,
  quantity: row.quantity,
  unit: row.unit,
  price: row.price,
  net: fromPair(row.net_u, row.net_f),
  tax: row.tax_u === null ? null : fromPair(row.tax_u, row.tax_f!),
  taxCategory: row.tax_category,
  taxCode: row.tax_code,
  ratePct: row.rate,
  first: row.first,
  last: row.last,
  scope: row.scope === null ? null : (JSON.parse(row.scope) as LineScope),
});

/** Lines of the documents by invoice id, each in order; a document without lines is not in the map. */
export function linesOf(read: ReadDb, invoiceIds: readonly number[]): Map<number, InvoiceLine[]> {
  const rows = read.allBig<Row>(
    'SELECT * FROM invoice_line WHERE invoice_id IN (SELECT value FROM json_each(?)) ORDER BY invoice_id, position',
    [JSON.stringify(invoiceIds)],
  );
  const lines = new Map<number, InvoiceLine[]>();
  for (const row of rows) {
    const id = Number(row.invoice_id);
    const list = lines.get(id);
    if (list) list.push(toLine(row));
    else lines.set(id, [toLine(row)]);
  }
  return lines;
}

/** Writes the lines of a document in place of those that it had; the caller keeps history and audit. */
export function replaceLines(write: WriteDb, invoiceId: number, lines: readonly InvoiceLine[]): void {
  write.run('DELETE FROM invoice_line WHERE invoice_id = ?', [invoiceId]);
  for (const line of lines) {
    const net = toPair(line.net);
    const tax = line.tax === null ? null : toPair(line.tax);
    write.run(
      `INSERT INTO invoice_line VALUES (:invoice, :position, :description, :quantity, :unit, :price, :netU, :netF, :taxU, :taxF,
        :category, :code, :rate, :first, :last, :scope)`,
      {
        invoice: invoiceId,
        position: line.position,
        description: line.description,
        quantity: line.quantity,
        unit: line.unit,
        price: line.price,
        netU: net.units,
        netF: net.fraction,
        taxU: tax?.units ?? null,
        taxF: tax?.fraction ?? null,
        category: line.taxCategory,
        code: line.taxCode,
        rate: line.ratePct,
        first: line.first,
        last: line.last,
        scope: line.scope === null ? null : JSON.stringify(line.scope),
      },
    );
  }
}
