import type { WriteDb } from '../connection.ts';
import { CellWriter, type ColumnSource } from './record.ts';
import { Staging, STAGING_SCHEMAS } from './staging.ts';

/** Below so many rows the staging file costs more than it saves. */
export const BULK_ROWS = 50_000;

const NOTHING: ColumnSource = { kind: 'constant', value: null };

/** Adds bill lines by the ten thousand; for lines that replace nothing. */
export class BulkLines {
  readonly #columns: readonly string[];
  readonly #cells = new CellWriter();
  /** Null when so many files of this transaction came before that SQLite takes no more; then every line goes by itself. */
  readonly #staging: Staging | null;
  readonly #write: WriteDb;
  #id: number;

  /** To be called in a transaction; the staging file stands beside the book until the transaction ends. `rows`: about how many will come. */
  constructor(write: WriteDb, rows: number) {
    this.#write = write;
    this.#columns = write.all<{ name: string }>('PRAGMA main.table_info(bill_line)').map((c) => c.name);
    this.#id = this.#lastId();
    const schema = STAGING_SCHEMAS[write.databases('staging_').length];
    const staging = schema === undefined ? null : new Staging(write, schema, 'bill_line', rows);
    this.#staging = staging;
    if (staging) write.afterwards(() => staging.close());
  }

  /** The rows to come are those of these columns; one that is not named is NULL. */
  use(sources: ReadonlyMap<string, ColumnSource>): void {
    const last = this.#columns.findLastIndex((c) => sources.has(c));
    this.#cells.use(this.#columns.slice(0, last + 1).map((c) => sources.get(c) ?? NOTHING));
  }

  /** Adds row `i`. False when it cannot go this way: it must be inserted by itself, and flush() comes first. */
  add(i: number): boolean {
    if (!this.#staging?.hasRoom || !this.#cells.encode(i, this.#id + 1)) return false;
    this.#staging.add(this.#cells, ++this.#id);
    return true;
  }

  flush(): void {
    this.#staging?.flush();
  }

  /** A line was inserted by itself. */
  passed(): void {
    this.#id = this.#lastId();
  }

  #lastId(): number {
    return this.#write.get<{ id: number | null }>('SELECT MAX(id) AS id FROM bill_line')!.id ?? 0;
  }
}
