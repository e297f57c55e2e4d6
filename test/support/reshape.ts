import { Buffer } from 'node:buffer';
import { encode } from '../../services/sample/encode.ts';

/** How the same table is written down. */
export interface Shape {
  /** The columns in another order: the place of each in the original. */
  order: readonly number[];
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** A byte-order mark; GB18030 has none. */
  mark: boolean;
  delimiter: ',' | ';' | '\t' | '|';
  newline: '\n' | '\r\n' | '\r';
  /** Quotes around every cell, or only where they have to be. */
  quotes: 'all' | 'needed';
  /** A line end after the last row. */
  ended: boolean;
}

/** The rows of a comma-separated text (RFC 4180), read by other means than the import's. */
export function tableOf(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/y;
  let row: string[] = [];
  for (cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0; cell.lastIndex < text.length;) {
    const [, quoted, plain, after] = cell.exec(text)!;
    row.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (after === ',') {
      if (cell.lastIndex >= text.length) row.push('');
      else continue;
    }
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The table's bytes in that shape. */
export function written(rows: readonly (readonly string[])[], { order, encoding, mark, delimiter, newline, quotes, ended }: Shape): Buffer {
  const print = (text: string): string =>
    quotes === 'all' || /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const text = rows.map((row) => order.map((at) => print(row[at]!)).join(delimiter)).join(newline) + (ended ? newline : '');
  const bytes = Buffer.concat([
    ...encode([text], { encoding: encoding === 'utf-16be' ? 'utf-16le' : encoding, bom: mark && encoding !== 'gb18030' }),
  ]);
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
