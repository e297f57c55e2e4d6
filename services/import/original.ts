import { zstdDecompressSync } from 'node:zlib';
import { parse } from 'lossless-json';
import type { ReadDb } from '../../db/connection.ts';
import { batchById } from '../../db/queries/batches.ts';
import { chunkOfRow, chunksOf } from '../../db/queries/sources.ts';
import { billFormatById } from '../../domain/formats/index.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { CsvRow, INCOMPLETE } from './parser/csv-row.ts';
import { printNumber } from './parser/parse-json.ts';
import type { Dialect } from './parser/protocol.ts';

export interface Original {
  original: string;
  columns: { header: string; value: string }[];
}

/** The row of the file that a line came from, as it stood there, with its cells. */
export function readOriginal(read: ReadDb, lineId: number): Original {
  const line = read.get<{ batch_id: number; row: number; part: number }>('SELECT batch_id, row, part FROM bill_line WHERE id = ?', [
    lineId,
  ]);
  if (!line)
    refuse('bills.no-such-line', say`There is no bill line ${{ id: lineId }}.`, {
      remedy: 'It may have been taken out with its batch; refresh the list.',
    });
  const batch = batchById(read, line.batch_id)!;
  const dialect = JSON.parse(batch.dialect) as Dialect;
  if (dialect.shape === 'cells') return fromCells(read, batch.rows_source_id, dialect, line.row);
  return dialect.shape === 'json'
    ? fromJson(read, batch.source_id, batch.format, dialect, line)
    : fromTable(read, batch.source_id, dialect, line.row);
}

/** The row of a kept text file. */
export function fromTable(read: ReadDb, source: number, dialect: Dialect, row: number): Original {
  const chunk = dialect.encoding === 'utf-8' ? chunkOfRow(read, source, row) : undefined;
  const bytes = chunk ? zstdDecompressSync(chunk.data) : Buffer.from(wholeText(read, source, dialect.encoding));
  const scanner = new CsvRow();
  const delimiter = dialect.delimiter.charCodeAt(0);
  let number = chunk ? chunk.first_row : 1;
  let p = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  while (p < bytes.length) {
    const next = scanner.scan(bytes, p, bytes.length, delimiter, true);
    if (next === INCOMPLETE) break;
    if (number === row)
      return {
        original: bytes.toString('utf8', p, next).replace(/[\r\n]{1,2}$/, ''),
        columns: dialect.headers.map((header, i) => ({ header: header.trim(), value: i < scanner.cells ? scanner.text(bytes, i) : '' })),
      };
    p = next;
    number++;
  }
  return refuse('bills.no-original', say`Row ${{ row }} of the original file cannot be found.`, {
    row,
    remedy: 'Run “verify” on this book.',
  });
}

/** Rows of a workbook or Parquet file are kept beside it as JSON lines: [row, …cells]. */
export function fromCells(read: ReadDb, source: number | null, dialect: Dialect, row: number): Original {
  const chunk = source === null ? undefined : chunkOfRow(read, source, row);
  for (const text of chunk ? zstdDecompressSync(chunk.data).toString('utf8').split('\n') : []) {
    if (!text.startsWith(`[${row},`) && text !== `[${row}]`) continue;
    const [, ...cells] = JSON.parse(text) as [number, ...(string | null)[]];
    return {
      original: cells.map((c) => c ?? '').join('\t'),
      columns: dialect.headers.map((header, i) => ({ header: header.trim(), value: cells[i] ?? '' })),
    };
  }
  return refuse('bills.no-original', say`Row ${{ row }} of the original file cannot be found.`, {
    row,
    remedy: 'Run “verify” on this book.',
  });
}

function fromJson(read: ReadDb, source: number, formatId: string, dialect: Dialect, line: { row: number; part: number }): Original {
  const format = billFormatById(formatId);
  const records = format?.shape === 'json' ? format.records(parse(wholeText(read, source, dialect.encoding))) : null;
  for (const record of records ?? [])
    if (record.row === line.row && record.part === line.part)
      return {
        original: JSON.stringify(record.original, printNumber, 2),
        columns: Object.entries(record.cells).map(([header, value]) => ({ header, value: value ?? '' })),
      };
  return refuse('bills.no-original', say`Record ${{ row: line.row }} of the original file cannot be found.`, {
    row: line.row,
    remedy: 'Run “verify” on this book.',
  });
}

/** The whole text of a kept file. */
export function wholeText(read: ReadDb, source: number, encoding: Dialect['encoding']): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: false });
  let text = '';
  for (const chunk of chunksOf(read, source)) text += decoder.decode(zstdDecompressSync(chunk.data), { stream: true });
  return text + decoder.decode();
}
