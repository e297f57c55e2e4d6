import { zstdDecompressSync } from 'node:zlib';
import type { ReadDb } from '../../db/connection.ts';
import type { BatchRow } from '../../db/queries/batches.ts';
import { chunkOfRow } from '../../db/queries/sources.ts';
import { focusColumn } from '../../domain/focus/told.ts';
import { FILLED, GUARDED } from '../../domain/focus/own-columns.ts';
import { unguardText } from '../reports/csv/guard.ts';
import { wholeText } from '../import/original.ts';
import { CsvRow, INCOMPLETE } from '../import/parser/csv-row.ts';
import type { Dialect } from '../import/parser/protocol.ts';

/** Rows at hand: those of one kept chunk, by their number in the file. */
type Rows = Map<number, (string | null)[]>;

/**
 * The rows of a FOCUS file as they stood in it, by the number that their lines have. Lines come in the order of their file, so
 * each chunk is unpacked once. Null for a row that is not kept in cells.
 */
export class OriginalRows {
  readonly #read: ReadDb;
  readonly #batch: BatchRow;
  readonly #dialect: Dialect;
  /** Column of FOCUS 1.0 to 1.4 and its cell, where the file has it. */
  readonly #wanted: [name: string, cell: number][];
  /** The cell in which our own files say that the texts of the row are guarded; −1 elsewhere. */
  readonly #guard: number;
  readonly #filled: number;
  #rows: Rows = new Map();

  constructor(read: ReadDb, batch: BatchRow, dialect: Dialect) {
    this.#read = read;
    this.#batch = batch;
    this.#dialect = dialect;
    this.#guard = dialect.headers.indexOf(GUARDED);
    this.#filled = dialect.headers.indexOf(FILLED);
    this.#wanted = dialect.headers.flatMap((header, cell): [string, number][] => {
      const column = focusColumn(header);
      return column ? [[column.name, cell]] : [];
    });
  }

  /** Names of the FOCUS columns that the file has. */
  get columns(): string[] {
    return this.#wanted.map(([name]) => name);
  }

  /** The row's FOCUS cells by column; empty cells are left out. Our own files also tell what they had filled. */
  row(number: number): ReadonlyMap<string, string> | null {
    let cells = this.#rows.get(number);
    if (!cells) {
      this.#load(number);
      cells = this.#rows.get(number);
    }
    if (!cells) return null;
    const guarded = this.#guard >= 0 && cells[this.#guard] === 'true';
    const told = new Map<string, string>();
    for (const [name, cell] of this.#wanted) {
      const text = cells[cell];
      if (text) told.set(name, guarded ? unguardText(text) : text);
    }
    const filled = this.#filled < 0 ? null : cells[this.#filled];
    if (filled) told.set(FILLED, filled);
    return told;
  }

  #load(row: number): void {
    const { rows_source_id: kept, source_id: file } = this.#batch;
    if (this.#dialect.shape === 'cells') this.#rows = kept === null ? new Map() : this.#jsonLines(kept, row);
    else if (this.#dialect.shape === 'table') this.#rows = this.#table(file, row);
  }

  #jsonLines(source: number, row: number): Rows {
    const rows: Rows = new Map();
    const chunk = chunkOfRow(this.#read, source, row);
    for (const text of chunk ? zstdDecompressSync(chunk.data).toString('utf8').split('\n') : []) {
      if (text === '') continue;
      const [number, ...cells] = JSON.parse(text) as [number, ...(string | null)[]];
      rows.set(number, cells);
    }
    return rows;
  }

  #table(source: number, row: number): Rows {
    const rows: Rows = new Map();
    const { encoding, delimiter } = this.#dialect;
    const chunk = encoding === 'utf-8' ? chunkOfRow(this.#read, source, row) : undefined;
    const bytes = chunk ? zstdDecompressSync(chunk.data) : Buffer.from(wholeText(this.#read, source, encoding));
    const scanner = new CsvRow();
    let number = chunk ? chunk.first_row : 1;
    let p = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
    while (p < bytes.length) {
      const next = scanner.scan(bytes, p, bytes.length, delimiter.charCodeAt(0), true);
      if (next === INCOMPLETE) break;
      rows.set(
        number++,
        Array.from({ length: scanner.cells }, (_, i) => scanner.text(bytes, i)),
      );
      p = next;
    }
    return rows;
  }
}
