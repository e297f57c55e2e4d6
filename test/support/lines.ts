import type { Book } from '../../db/book.ts';
import { MEASURE_COLUMNS, TERM_COLUMNS, VENDOR_CODES, type VendorName } from '../../db/measures.ts';
import { MEASURE_NAMES, TERM_NAMES, type MeasureName, type TermName } from '../../domain/formats/fields.ts';
import { toPair } from '../../domain/money/pair.ts';
import { toEpochDay } from '../../domain/time/plain-date.ts';

/** A bill line as a test writes it; what is left out is missing. */
export type TestLine = Partial<Record<MeasureName | TermName | 'usage' | 'unitPrice' | 'orderId' | 'date', string>>;

export interface TestBatch {
  vendor?: VendorName;
  kind?: 'detail' | 'statement';
  format?: string;
  period?: string;
  file?: string;
}

let made = 0;

/** Puts lines into the book as one batch, without a file behind it; currency USD unless a line says otherwise. Returns their ids. */
export function insertLines(book: Book, lines: readonly TestLine[], options: TestBatch = {}): number[] {
  const { vendor = 'huawei', kind = 'detail', period = '2023-09', file = `${kind}.csv` } = options;
  const format = options.format ?? `${vendor}.${kind}`;
  return book.write.transaction(() => {
    const sha256 = String(++made).padStart(64, '0');
    const source = book.write.run('INSERT INTO source (sha256, size) VALUES (?, 1)', [sha256]).id;
    const batch = book.write.run(
      `INSERT INTO batch (source_id, file, format, vendor, imported_at, state, rows, imported, duplicates, superseded, ignored, rejected, dialect, periods, totals, notices, digest)
       VALUES (?, ?, ?, ?, '2023-10-05T00:00:00.000Z', 'active', ?, ?, 0, 0, 0, 0, '{}', '[]', '{}', '[]', '')`,
      [source, file, format, VENDOR_CODES[vendor], lines.length, lines.length],
    ).id;
    const term = (text: string): number => {
      book.write.run('INSERT INTO term (text) VALUES (?) ON CONFLICT DO NOTHING', [text]);
      return book.write.get<{ id: number }>('SELECT id FROM term WHERE text = ?', [text])!.id;
    };
    return lines.map((line, i) => {
      const values: Record<string, string | number | bigint> = {
        batch_id: batch,
        row: i + 2,
        key_a: made,
        key_b: i,
        kind: kind === 'detail' ? 0 : 1,
        vendor: VENDOR_CODES[vendor],
        period: Number(period.replace('-', '')),
      };
      for (const name of TERM_NAMES)
        if (name === 'currency' || line[name] !== undefined) values[TERM_COLUMNS[name]] = term(line[name] ?? 'USD');
      const money = { usage: 'usage', unitPrice: 'unit_price', ...MEASURE_COLUMNS } as const;
      for (const name of ['usage', 'unitPrice', ...MEASURE_NAMES] as const) {
        if (line[name] === undefined) continue;
        const pair = toPair(line[name]);
        values[`${money[name]}_u`] = pair.units;
        values[`${money[name]}_f`] = pair.fraction;
      }
      if (line.orderId !== undefined) values['order_id'] = line.orderId;
      if (line.date !== undefined) values['date'] = toEpochDay(line.date);
      const names = Object.keys(values);
      return book.write.run(`INSERT INTO bill_line (${names.join(', ')}) VALUES (${names.map((n) => `:${n}`).join(', ')})`, values).id;
    });
  });
}
