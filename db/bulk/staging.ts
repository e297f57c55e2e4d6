import Database from 'better-sqlite3';
import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import type { WriteDb } from '../connection.ts';
import { putVarint, type CellWriter } from './record.ts';

/** The largest page that SQLite has: fewest pages for the same rows. */
const PAGE = 65536;
const LEAF_HEADER = 8;
const INTERIOR_HEADER = 12;
/** Pages of one table's leaves: about 60,000 lines of a bill, which SQLite copies in a few hundredths of a second. */
const LEAVES = 160;
/** The page at one gigabyte is SQLite's own, for locks, and holds nothing (section 1.4). */
const LOCK_PAGE = 2 ** 30 / PAGE + 1;
/** Places in the database header, big-endian (“Database File Format”, section 1.3). */
const HEADER_PAGES = 28;

/**
 * A second database file beside the book, whose table pages are written here and copied into the book by one
 * `INSERT … SELECT` each: handing sixty values a row to SQLite one by one costs three times as much as storing them.
 *
 * Every region of the file is a table of its own, written once before SQLite first looks at it, so that no page that
 * SQLite may have kept in memory ever changes. Regions are used from the end, and cut off once they were copied.
 */
export class Staging {
  readonly #write: WriteDb;
  readonly #schema: string;
  readonly #path: string;
  readonly #target: string;
  readonly #file: number;
  readonly #roots: readonly number[];
  readonly #first: number;
  readonly #pages: number;
  #table: number;
  #page = Buffer.alloc(PAGE);
  #cells = 0;
  #content = PAGE;
  #leaf = 0;
  #lastRowId = 0;
  /** Largest row id of each leaf, in order. */
  #keys: number[] = [];

  /** Makes the file beside the book and attaches it as `schema`; to be called inside a transaction. `rows`: about how many will come. */
  constructor(write: WriteDb, schema: string, target: string, rows: number) {
    const path = stagingPath(write.path, schema);
    this.#write = write;
    this.#schema = schema;
    this.#path = path;
    this.#target = target;
    const tables = Math.min(400, Math.ceil((rows * 1.3) / 40_000) + 2);
    const ddl = write.get<{ sql: string }>("SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?", [target])!.sql;
    this.#roots = makeTables(path, ddl, target, tables);
    this.#first = Math.max(...this.#roots) + 1;
    this.#table = tables - 1;
    this.#file = openSync(path, 'r+');
    const pages = this.#first + tables * LEAVES;
    this.#pages = pages;
    ftruncateSync(this.#file, pages * PAGE);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(pages);
    writeSync(this.#file, size, 0, 4, HEADER_PAGES);
    write.run(`ATTACH ? AS ${schema}`, [path]);
  }

  /** False when every region is used: what follows goes the ordinary way. */
  get hasRoom(): boolean {
    return this.#table >= 0;
  }

  /** Takes the writer's cell, whose row id is above every one before. */
  add(cell: CellWriter, rowId: number): void {
    let at = this.#content - cell.length;
    if (at < LEAF_HEADER + 2 * (this.#cells + 1)) {
      this.#closeLeaf();
      at = PAGE - cell.length;
    }
    this.#page.set(cell.cell.subarray(0, cell.length), at);
    this.#page.writeUInt16BE(at, LEAF_HEADER + 2 * this.#cells);
    this.#cells++;
    this.#content = at;
    this.#lastRowId = rowId;
  }

  /** Copies what is there into the book. */
  flush(): void {
    if (this.#cells > 0) this.#closeLeaf();
    if (this.#leaf > 0) this.#copy();
  }

  /** After the transaction: the file is let go and removed. */
  close(): void {
    try {
      // A rollback makes SQLite read the file's head again, and hold its size against what is said there.
      ftruncateSync(this.#file, this.#pages * PAGE);
      closeSync(this.#file);
      this.#write.exec(`DETACH ${this.#schema}`);
    } finally {
      rmSync(this.#path, { force: true });
    }
  }

  #closeLeaf(): void {
    const page = this.#page;
    page[0] = 13;
    page.writeUInt16BE(0, 1);
    page.writeUInt16BE(this.#cells, 3);
    page.writeUInt16BE(this.#content, 5);
    page[7] = 0;
    writeSync(this.#file, page, 0, PAGE, (this.#leafPage(this.#leaf) - 1) * PAGE);
    page.fill(0, LEAF_HEADER, LEAF_HEADER + 2 * this.#cells);
    this.#keys.push(this.#lastRowId);
    this.#leaf++;
    this.#cells = 0;
    this.#content = PAGE;
    if (this.#leaf === LEAVES) this.#copy();
  }

  #copy(): void {
    const root = Buffer.alloc(PAGE);
    const last = this.#leaf - 1;
    // A page of pointers points to two pages at least; a single leaf is the root itself.
    if (last === 0) readSync(this.#file, root, 0, PAGE, (this.#leafPage(0) - 1) * PAGE);
    else this.#pointTo(root, last);
    writeSync(this.#file, root, 0, PAGE, (this.#roots[this.#table]! - 1) * PAGE);
    this.#write.exec(`INSERT INTO main.${this.#target} SELECT * FROM ${this.#schema}.t${this.#table}`);
    // The pages of this region are never read again: their room on the disk is given back.
    ftruncateSync(this.#file, (this.#leafPage(0) - 1) * PAGE);
    this.#table--;
    this.#leaf = 0;
    this.#keys = [];
  }

  /** Fills the page with pointers to the leaves up to `last`. */
  #pointTo(root: Buffer, last: number): void {
    let content = PAGE;
    const cell = Buffer.alloc(16);
    for (let leaf = 0; leaf < last; leaf++) {
      cell.writeUInt32BE(this.#leafPage(leaf));
      const length = putVarint(cell, 4, this.#keys[leaf]!);
      content -= length;
      root.set(cell.subarray(0, length), content);
      root.writeUInt16BE(content, INTERIOR_HEADER + 2 * leaf);
    }
    root[0] = 5;
    root.writeUInt16BE(last, 3);
    root.writeUInt16BE(content, 5);
    root.writeUInt32BE(this.#leafPage(last), 8);
  }

  #leafPage(leaf: number): number {
    const page = this.#first + this.#table * LEAVES + leaf;
    return page < LOCK_PAGE ? page : page + 1;
  }
}

/** Names under which staging files are attached: SQLite takes ten databases beside the book's own. */
export const STAGING_SCHEMAS = Array.from({ length: 8 }, (_, i) => `staging_${i}`);

const stagingPath = (book: string, schema: string): string => `${book}-${schema}`;

/** Removes what an import that was cut off may have left beside the book; to be called while the book's lock is held. */
export function removeStaging(book: string): void {
  for (const schema of STAGING_SCHEMAS) rmSync(stagingPath(book, schema), { force: true });
}

/** A new database file with so many empty tables of the target's shape; their root pages. */
function makeTables(path: string, ddl: string, target: string, tables: number): number[] {
  rmSync(path, { force: true });
  const database = new Database(path);
  try {
    database.pragma(`page_size = ${PAGE}`);
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
    database.exec('BEGIN');
    for (let i = 0; i < tables; i++) database.exec(ddl.replace(new RegExp(`^CREATE TABLE "?${target}"?`), `CREATE TABLE t${i}`));
    database.exec('COMMIT');
    const roots = database.prepare("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'").all() as {
      name: string;
      rootpage: number;
    }[];
    return roots.sort((a, b) => Number(a.name.slice(1)) - Number(b.name.slice(1))).map((r) => r.rootpage);
  } finally {
    database.close();
  }
}
