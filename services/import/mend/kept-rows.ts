import { zstdDecompressSync } from 'node:zlib';
import type { ReadDb } from '../../../db/connection.ts';
import type { BatchRow } from '../../../db/queries/batches.ts';
import { chunkOfRow } from '../../../db/queries/sources.ts';
import { wholeText } from '../original.ts';
import { CsvRow, INCOMPLETE } from '../parser/csv-row.ts';
import type { Dialect } from '../parser/protocol.ts';
import { splitLeniently } from './split.ts';

/** A row of the file that a batch was read from, with its cells as they stand there; null is an empty cell of a sheet. */
export interface KeptRow {
  row: number;
  cells: (string | null)[];
}

/** The rows of a batch's file from `row` on, as far as they are kept in one piece with it; none of a JSON file. */
export function* keptRows(read: ReadDb, batch: BatchRow, row: number): Generator<KeptRow> {
  const dialect = JSON.parse(batch.dialect) as Dialect;
  if (dialect.shape === 'cells') yield* ofCells(read, batch.rows_source_id, row);
  else if (dialect.shape === 'table') yield* ofText(read, batch.source_id, dialect, row);
}

/** The cells of rows asked for one after the other; the quick way where their numbers ascend. */
export class KeptRows {
  readonly #read: ReadDb;
  readonly #batch: BatchRow;
  #rows: Generator<KeptRow> | null = null;
  #at = 0;

  constructor(read: ReadDb, batch: BatchRow) {
    this.#read = read;
    this.#batch = batch;
  }

  /** The cells of one row; undefined where the file has no such row. */
  cells(row: number): (string | null)[] | undefined {
    if (this.#rows && row > this.#at) {
      const found = this.#forward(row);
      if (found) return found;
    }
    this.#rows = keptRows(this.#read, this.#batch, row);
    return this.#forward(row);
  }

  #forward(row: number): (string | null)[] | undefined {
    for (let next = this.#rows!.next(); !next.done; next = this.#rows!.next()) {
      this.#at = next.value.row;
      if (this.#at === row) return next.value.cells;
    }
    this.#rows = null;
    return undefined;
  }
}

/** The cells of one row; undefined where the file has no such row. */
export function keptRow(read: ReadDb, batch: BatchRow, row: number): (string | null)[] | undefined {
  for (const kept of keptRows(read, batch, row)) if (kept.row === row) return kept.cells;
  return undefined;
}

function* ofText(read: ReadDb, source: number, dialect: Dialect, from: number): Generator<KeptRow> {
  // Only UTF-8 is kept in pieces cut between rows.
  const chunk = dialect.encoding === 'utf-8' ? chunkOfRow(read, source, from) : undefined;
  const bytes = chunk ? zstdDecompressSync(chunk.data) : Buffer.from(wholeText(read, source, dialect.encoding));
  const scanner = new CsvRow();
  const delimiter = dialect.delimiter.charCodeAt(0);
  let row = chunk ? chunk.first_row : 1;
  let p = row === 1 && bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  for (; p < bytes.length; row++) {
    const next = scanner.scan(bytes, p, bytes.length, delimiter, true);
    if (next === INCOMPLETE) return;
    if (row >= from) {
      const text = (): string => bytes.toString('utf8', p, next).replace(/[\r\n]{1,2}$/, '');
      const cells = scanner.fault
        ? splitLeniently(text(), dialect.delimiter)
        : Array.from({ length: scanner.cells }, (_, i) => scanner.text(bytes, i));
      yield { row, cells };
    }
    p = next;
  }
}

/** Rows of a workbook or Parquet file are kept beside it as JSON lines: [row, …cells]. */
function* ofCells(read: ReadDb, source: number | null, from: number): Generator<KeptRow> {
  const chunk = source === null ? undefined : chunkOfRow(read, source, from);
  if (!chunk) return;
  for (const text of zstdDecompressSync(chunk.data).toString('utf8').split('\n')) {
    if (text === '') continue;
    const [row, ...cells] = JSON.parse(text) as [number, ...(string | null)[]];
    if (row >= from) yield { row, cells };
  }
}
