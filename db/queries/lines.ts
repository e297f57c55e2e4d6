import type { MeasureName, TermName } from '../../domain/formats/fields.ts';
import type { Value, WriteDb, ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS, TERM_COLUMNS } from '../measures.ts';

/** Rows per INSERT: fewer calls into SQLite without a statement of unbounded width. */
const ROWS = 12;

/** Columns that every line has, in the order of LineInserter.add's first values. */
const FIXED = ['batch_id', 'row', 'part', 'key_a', 'key_b', 'kind', 'vendor', 'view', 'period', 'date', 'order_id', 'content'] as const;
export type MoneyName = MeasureName | 'usage' | 'unitPrice';

/** Column of a figure, without `_u` (units) or `_f` (fraction). */
export const moneyColumn = (name: MoneyName): string =>
  name === 'usage' ? 'usage' : name === 'unitPrice' ? 'unit_price' : MEASURE_COLUMNS[name];

/** Inserts lines with just the columns that a file has; several rows a statement. */
export class LineInserter {
  readonly #single: { run(params: readonly Value[]): void };
  readonly #many: { run(params: readonly Value[]): void };
  readonly #width: number;
  #pending: Value[] = [];
  #count = 0;

  constructor(write: WriteDb, terms: readonly TermName[], money: readonly MoneyName[]) {
    const columns = [
      ...FIXED,
      ...terms.map((t) => TERM_COLUMNS[t]),
      ...money.flatMap((m) => [`${moneyColumn(m)}_u`, `${moneyColumn(m)}_f`]),
    ];
    this.#width = columns.length;
    const tuple = `(${columns.map(() => '?').join(',')})`;
    const insert = (rows: number): string =>
      `INSERT INTO bill_line (${columns.join(',')}) VALUES ${Array.from({ length: rows }, () => tuple).join(',')}`;
    this.#single = write.prepare(insert(1));
    this.#many = write.prepare(insert(ROWS));
  }

  /** One value after the other, a whole row between two calls of endRow. */
  push(value: Value): void {
    this.#pending.push(value);
  }

  endRow(): void {
    if (++this.#count === ROWS) {
      this.#many.run(this.#pending);
      this.#pending = [];
      this.#count = 0;
    }
  }

  flush(): void {
    for (let i = 0; i < this.#count; i++) this.#single.run(this.#pending.slice(i * this.#width, (i + 1) * this.#width));
    this.#pending = [];
    this.#count = 0;
  }
}

/** Ids of texts, each made once. */
export class TermStore {
  readonly #write: WriteDb;
  constructor(write: WriteDb) {
    this.#write = write;
  }
  textOf(id: number): string {
    return this.#write.get<{ text: string }>('SELECT text FROM term WHERE id = ?', [id])!.text;
  }

  idOf(text: string): number {
    // Most texts of a file are new to the book: insert first, look up where that did nothing.
    const made = this.#write.run('INSERT INTO term (text) VALUES (?) ON CONFLICT DO NOTHING', [text]);
    return made.changes > 0 ? made.id : this.#write.get<{ id: number }>('SELECT id FROM term WHERE text = ?', [text])!.id;
  }
}

/** The id of a text, 0 where no line has it. */
export const termId = (read: ReadDb, text: string): number =>
  read.get<{ id: number }>('SELECT id FROM term WHERE text = ?', [text])?.id ?? 0;

export const supersede = (write: WriteDb, line: number, batch: number): void =>
  void write.run('UPDATE bill_line SET superseded_by = ? WHERE id = ?', [batch, line]);
