import Database from 'better-sqlite3';
import { refuse } from '../domain/result.ts';
import { say } from '../domain/words/said.ts';

/** 'TALY': tells a book from any other SQLite file. */
export const APPLICATION_ID = 0x54414c59;

export type Value = string | number | bigint | null | Uint8Array;
export type Params = readonly Value[] | Readonly<Record<string, Value>>;

/** Queries slower than this are reported through `onSlowQuery`. */
const SLOW_MS = 40;
export const slowQueries: { sql: string; ms: number; at: number }[] = [];

function note(sql: string, started: number): void {
  const ms = performance.now() - started;
  if (ms < SLOW_MS) return;
  slowQueries.push({ sql, ms, at: Date.now() });
  if (slowQueries.length > 200) slowQueries.shift();
  if (process.env['TALLYBOOK_SLOW_QUERIES'])
    process.stderr.write(`slow query ${ms.toFixed(0)} ms: ${sql.replace(/\s+/g, ' ').slice(0, 300)}\n`);
}

/** A connection that can only read. Integers come back as numbers; ask for `big` where a sum may pass 2^53. */
export class ReadDb {
  protected readonly database: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(database: Database.Database) {
    this.database = database;
  }

  protected statement(sql: string, big = false): Database.Statement {
    const key = big ? `\u0000${sql}` : sql;
    let statement = this.#statements.get(key);
    if (!statement) {
      statement = this.database.prepare(sql);
      if (big) statement.safeIntegers(true);
      if (this.#statements.size > 500) this.#statements.clear();
      this.#statements.set(key, statement);
    }
    return statement;
  }

  all<T>(sql: string, params: Params = []): T[] {
    const started = performance.now();
    const rows = this.statement(sql).all(params as never) as T[];
    note(sql, started);
    return rows;
  }

  get<T>(sql: string, params: Params = []): T | undefined {
    const started = performance.now();
    const row = this.statement(sql).get(params as never) as T | undefined;
    note(sql, started);
    return row;
  }

  /** Like all(), with every integer as BigInt: for sums of amounts. */
  allBig<T>(sql: string, params: Params = []): T[] {
    const started = performance.now();
    const rows = this.statement(sql, true).all(params as never) as T[];
    note(sql, started);
    return rows;
  }

  getBig<T>(sql: string, params: Params = []): T | undefined {
    return this.allBig<T>(sql, params)[0];
  }

  /** Rows one by one; a fresh statement, so that other queries may run between two rows. */
  iterate<T>(sql: string, params: Params = []): IterableIterator<T> {
    return this.database.prepare(sql).iterate(params as never) as IterableIterator<T>;
  }

  /** Like iterate(), with every integer as BigInt. */
  iterateBig<T>(sql: string, params: Params = []): IterableIterator<T> {
    return this.database
      .prepare(sql)
      .safeIntegers(true)
      .iterate(params as never) as IterableIterator<T>;
  }

  /** Like iterate(), each row as an array: the quickest way through many rows. */
  iterateRaw<T>(sql: string, params: Params = []): IterableIterator<T> {
    return this.database
      .prepare(sql)
      .raw()
      .iterate(params as never) as IterableIterator<T>;
  }

  /** Everything that `work` reads is of one state of the book, whatever other connections commit meanwhile. */
  snapshot<T>(work: () => T): T {
    return this.database.inTransaction ? work() : this.database.transaction(work).deferred();
  }

  /** A query to be asked again and again with other parameters; each row comes as an array. */
  pages<T>(sql: string): (params: Params) => T[] {
    const statement = this.database.prepare(sql).raw();
    return (params) => statement.all(params as never) as T[];
  }

  /** Moves with every commit of another connection. */
  version(): number {
    return this.get<{ data_version: number }>('PRAGMA data_version')!.data_version;
  }

  pragma<T>(text: string): T {
    return this.database.pragma(text, { simple: true }) as T;
  }

  /** A compact, consistent copy of the whole book, write-ahead log included. The file must not exist. */
  copyInto(path: string): void {
    // Writing is to the new file only; a reading connection stays unable to write its own.
    const guarded = this.pragma<number>('query_only') === 1;
    if (guarded) this.database.pragma('query_only = OFF');
    try {
      this.database.prepare('VACUUM INTO ?').run(path);
    } finally {
      if (guarded) this.database.pragma('query_only = ON');
    }
  }

  close(): void {
    if (this.database.open) this.database.close();
  }
}

/** The one connection that writes. */
export class WriteDb extends ReadDb {
  readonly #afterwards: (() => void)[] = [];
  #unchecked = false;

  run(sql: string, params: Params = []): { changes: number; id: number } {
    const result = this.statement(sql).run(params as never);
    return { changes: result.changes, id: Number(result.lastInsertRowid) };
  }

  exec(sql: string): void {
    this.database.exec(sql);
  }

  /** Everything in `work` or nothing. Synchronous by design: no await can sit inside a transaction. */
  transaction<T>(work: () => T): T {
    return this.database.transaction(work).immediate();
  }

  /** The book's own file. */
  get path(): string {
    return this.database.name;
  }

  /** For an import that streams: the caller commits or rolls back, and yields in between. */
  begin(): void {
    this.database.exec('BEGIN IMMEDIATE');
  }
  /**
   * The same for a load of a great many lines: SQLite copies whole rows only where no reference of theirs is to be
   * checked one by one. Every other table is checked before the commit; lines name the batch that their writer made.
   */
  beginBulk(): void {
    expectPragma(this.database, 'foreign_keys', 'OFF', 0);
    // Sorting ten million entries in memory would take 300 MB; in a temporary file it is as quick.
    expectPragma(this.database, 'temp_store', 'FILE', 1);
    this.#unchecked = true;
    try {
      this.begin();
    } catch (error) {
      this.#settle();
      throw error;
    }
  }
  commit(): void {
    if (this.#unchecked) this.#checkReferences();
    this.database.exec('COMMIT');
    this.#settle();
  }
  rollback(): void {
    if (this.database.inTransaction) this.database.exec('ROLLBACK');
    this.#settle();
  }

  /** Names of attached databases that begin so. */
  databases(prefix: string): string[] {
    return this.all<{ name: string }>('PRAGMA database_list')
      .map((d) => d.name)
      .filter((name) => name.startsWith(prefix));
  }

  /** Done once the transaction that is open now has ended, either way. */
  afterwards(act: () => void): void {
    this.#afterwards.push(act);
  }
  #settle(): void {
    try {
      for (const act of this.#afterwards.splice(0)) act();
    } finally {
      // Whatever happens to a file beside the book: references are checked again from here on.
      if (this.#unchecked) {
        expectPragma(this.database, 'foreign_keys', 'ON', 1);
        expectPragma(this.database, 'temp_store', 'MEMORY', 2);
        this.#unchecked = false;
      }
    }
  }
  #checkReferences(): void {
    const tables = this.all<{ name: string }>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'bill_line' AND sql LIKE '%REFERENCES%'",
    );
    for (const { name } of tables) {
      const broken = this.all<{ rowid: number; parent: string }>(`PRAGMA main.foreign_key_check(${name})`)[0];
      if (broken) throw new Error(`Row ${broken.rowid} of ${name} refers to a ${broken.parent} that is not there.`);
    }
  }
  get inTransaction(): boolean {
    return this.database.inTransaction;
  }

  /** A statement for a hot loop; positional parameters. */
  prepare(sql: string): { run(params: readonly Value[]): void } {
    const statement = this.database.prepare(sql);
    return { run: (params) => void statement.run(params as never) };
  }
}

type Mode = 'read' | 'write' | 'create';

/**
 * Opens the file and sets every pragma that durability or safety rests on, reading each back: better-sqlite3 would
 * run WAL at synchronous=NORMAL, which loses acknowledged commits in a power cut.
 */
export function connect(path: string, mode: Mode): Database.Database {
  const database = new Database(path, { fileMustExist: mode !== 'create', readonly: mode === 'read' });
  try {
    if (mode !== 'read') {
      expectPragma(database, 'journal_mode', 'WAL', 'wal');
      expectPragma(database, 'synchronous', 'FULL', 2);
      expectPragma(database, 'fullfsync', 'ON', 1);
    } else expectPragma(database, 'query_only', 'ON', 1);
    expectPragma(database, 'foreign_keys', 'ON', 1);
    expectPragma(database, 'trusted_schema', 'OFF', 0);
    expectPragma(database, 'cell_size_check', 'ON', 1);
    expectPragma(database, 'temp_store', 'MEMORY', 2);
    expectPragma(database, 'busy_timeout', '5000', 5000);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function expectPragma(database: Database.Database, name: string, set: string, expected: unknown): void {
  database.pragma(`${name} = ${set}`);
  const actual = database.pragma(name, { simple: true });
  if (actual !== expected)
    refuse(
      'book.unsafe-storage',
      say`The book cannot be opened safely: ${{ setting: name }} is ${{ actual: String(actual) }} instead of ${{ expected: String(expected) }}.`,
      { remedy: 'Move the book to a local disk.' },
    );
}
