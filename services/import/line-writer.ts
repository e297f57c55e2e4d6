import type { WriteDb } from '../../db/connection.ts';
import { BatchBlocks } from '../../db/blocks/build.ts';
import { BulkLines } from '../../db/bulk/bulk-lines.ts';
import type { ColumnSource } from '../../db/bulk/record.ts';
import { TERM_COLUMNS } from '../../db/measures.ts';
import { BatchDigest, DIGEST_FIELDS, LATER_MEASURES } from '../../db/queries/batches.ts';
import { LineInserter, moneyColumn, supersede, TermStore, type MoneyName } from '../../db/queries/lines.ts';
import type { TermName } from '../../domain/formats/fields.ts';
import type { Format, RegisterFormat } from '../../domain/formats/format.ts';
import { MISSING, type Rows } from './parser/protocol.ts';
import { kindCode, vendorCode } from './plan.ts';

/** Writes typed rows of one batch. Texts get their book-wide ids when a line first needs them. */
export class LineWriter {
  readonly #write: WriteDb;
  readonly #batch: number;
  readonly #kind: number;
  readonly #vendor: number;
  readonly #view: number;
  readonly #store: TermStore;
  /** Texts of the file by the parser's id, until their ids in the book are known: a bill may name a million resources. */
  readonly #texts = new Map<number, string>();
  #learned = 0;
  #ids = new Int32Array(1024);
  readonly digest = new BatchDigest();
  #bulk: BulkLines | null = null;
  readonly #blocks: BatchBlocks | null;
  /** The frame that #bulk takes its values from. */
  #loading: Rows | null = null;
  /** Rows of the last frame that were written, as runs from … to before …; in the blocks once the frame is done. */
  #written: { rows: Rows; runs: { from: number; to: number }[] } | null = null;
  /** Columns of #loading in the book's own ids. */
  #sources: { rows: Rows; of: Map<string, ColumnSource> } | null = null;
  #current: { rows: Rows; found: { inserter: LineInserter; terms: TermName[]; money: MoneyName[] } } | null = null;
  readonly #inserters = new Map<string, { inserter: LineInserter; terms: TermName[]; money: MoneyName[] }>();

  constructor(write: WriteDb, format: Format | RegisterFormat, batch: number, view: number) {
    this.#write = write;
    this.#batch = batch;
    this.#kind = kindCode(format);
    this.#vendor = vendorCode(format);
    this.#view = view;
    this.#store = new TermStore(write);
    this.#blocks = format.kind === 'register' ? null : new BatchBlocks(write, batch, this.#kind);
  }

  learn(texts: readonly string[]): void {
    if (this.#learned + texts.length >= this.#ids.length) {
      const bigger = new Int32Array((this.#learned + texts.length + 1) * 2);
      bigger.set(this.#ids);
      this.#ids = bigger;
    }
    for (const text of texts) {
      this.#learned++;
      if (this.#bulk) this.#ids[this.#learned] = this.#store.idOf(text);
      else this.#texts.set(this.#learned, text);
    }
  }

  /** From now on lines are loaded in bulk; about so many will come. */
  byTheThousand(rows: number): void {
    this.#bulk = new BulkLines(this.#write, rows);
  }

  /** All rows of a frame, of which none replaces anything. */
  addAll(rows: Rows): void {
    for (let i = 0; i < rows.count; i++) this.add(rows, i, null);
  }

  add(rows: Rows, i: number, replaces: number | null): void {
    if (replaces !== null) supersede(this.#write, replaces, this.#batch);
    if (!this.#bulk) this.#insert(rows, i);
    else this.#load(this.#bulk, rows, i);
    this.#note(rows, i);
    this.#remember(rows, i);
  }

  #remember(rows: Rows, i: number): void {
    if (this.#written?.rows !== rows) {
      this.#intoBlocks();
      this.#written = { rows, runs: [] };
    }
    const run = this.#written.runs.at(-1);
    if (run?.to === i) run.to++;
    else this.#written.runs.push({ from: i, to: i + 1 });
  }

  /** Only now every text of the frame's rows has its id. */
  #intoBlocks(): void {
    if (!this.#written || !this.#blocks) return;
    const { rows, runs } = this.#written;
    const sources = this.#sources?.rows === rows ? this.#sources.of : this.#sourcesOf(rows);
    for (const { from, to } of runs) this.#blocks.take(sources, from, to);
    this.#written = null;
  }

  #load(bulk: BulkLines, rows: Rows, i: number): void {
    if (this.#loading !== rows) {
      this.#intoBlocks();
      this.#sources = { rows, of: this.#sourcesOf(rows) };
      bulk.use(this.#sources.of);
      this.#loading = rows;
    }
    if (bulk.add(i)) return;
    // A line that does not fit goes by itself, in its place.
    bulk.flush();
    this.#insert(rows, i);
    this.#current?.found.inserter.flush();
    bulk.passed();
  }

  #sourcesOf(rows: Rows): Map<string, ColumnSource> {
    const constant = (value: number | null): ColumnSource => ({ kind: 'constant', value });
    const sources = new Map<string, ColumnSource>([
      ['batch_id', constant(this.#batch)],
      ['row', { kind: 'ints', values: rows.row, zeroIsNull: false }],
      ['part', { kind: 'ints', values: rows.part, zeroIsNull: false }],
      ['key_a', { kind: 'numbers', values: rows.keyA }],
      ['key_b', { kind: 'numbers', values: rows.keyB }],
      ['kind', constant(this.#kind)],
      ['vendor', rows.vendor ? { kind: 'ints', values: rows.vendor, zeroIsNull: false } : constant(this.#vendor)],
      ['view', constant(Math.max(0, this.#view))],
      ['period', { kind: 'ints', values: rows.period, zeroIsNull: false }],
      ['date', { kind: 'numbers', values: rows.date }],
      ['order_id', { kind: 'texts', values: rows.orderId }],
      ['content', { kind: 'numbers', values: rows.content }],
    ]);
    for (const [name, ids] of Object.entries(rows.terms) as [TermName, Int32Array][])
      sources.set(TERM_COLUMNS[name], { kind: 'ints', values: this.#bookIds(ids), zeroIsNull: true });
    for (const [name, column] of Object.entries(rows.money) as [MoneyName, { units: Float64Array; fraction: Float64Array }][]) {
      sources.set(`${moneyColumn(name)}_u`, { kind: 'numbers', values: column.units });
      sources.set(`${moneyColumn(name)}_f`, { kind: 'numbers', values: column.fraction });
    }
    return sources;
  }

  #bookIds(ids: Int32Array): Int32Array {
    const found = new Int32Array(ids.length);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      if (id !== 0) found[i] = this.#ids[id]!;
    }
    return found;
  }

  #insert(rows: Rows, i: number): void {
    const { inserter, terms, money } = this.#inserterFor(rows);
    inserter.push(this.#batch);
    inserter.push(rows.row[i]!);
    inserter.push(rows.part[i]!);
    inserter.push(rows.keyA[i]!);
    inserter.push(rows.keyB[i]!);
    inserter.push(this.#kind);
    inserter.push(rows.vendor ? rows.vendor[i]! : this.#vendor);
    inserter.push(Math.max(0, this.#view));
    inserter.push(rows.period[i]!);
    inserter.push(orNull(rows.date[i]!));
    inserter.push(rows.orderId[i] ?? null);
    inserter.push(orNull(rows.content[i]!));
    for (const name of terms) {
      const id = rows.terms[name]![i]!;
      inserter.push(id === 0 ? null : this.#idOf(id));
    }
    for (const name of money) {
      const column = rows.money[name]!;
      inserter.push(orNull(column.units[i]!));
      inserter.push(orNull(column.fraction[i]!));
    }
    inserter.endRow();
  }

  #note(rows: Rows, i: number): void {
    const { into, at } = this.digest.next();
    into[at] = rows.row[i]!;
    into[at + 1] = rows.part[i]!;
    into[at + 2] = rows.period[i]!;
    for (let k = 0; k < DIGEST_FIELDS.length; k++) {
      const column = rows.money[DIGEST_FIELDS[k]!];
      into[at + 3 + 2 * k] = column ? column.units[i]! : MISSING;
      into[at + 4 + 2 * k] = column ? column.fraction[i]! : MISSING;
    }
    if (rows.money.contractedCost || rows.money.effectiveCost) this.#noteLater(rows, i);
  }

  #noteLater(rows: Rows, i: number): void {
    const figures = LATER_MEASURES.flatMap((name) => {
      const column = rows.money[name];
      return column ? [column.units[i]!, column.fraction[i]!] : [MISSING, MISSING];
    });
    if (figures.some((figure) => figure !== MISSING)) this.digest.later(figures);
  }

  /** After the last line. */
  finish(): void {
    this.#bulk?.flush();
    for (const { inserter } of this.#inserters.values()) inserter.flush();
    this.#intoBlocks();
    this.#blocks?.finish();
  }

  /** What an id of the parser stands for. */
  textOf(id: number): string {
    return this.#texts.get(id) ?? this.#store.textOf(this.#ids[id]!);
  }

  /** The book's id of a text of the file; 0 for none. */
  bookId(id: number): number {
    return id === 0 ? 0 : this.#idOf(id);
  }

  #idOf(id: number): number {
    const known = this.#ids[id]!;
    if (known !== 0) return known;
    const made = this.#store.idOf(this.#texts.get(id)!);
    this.#texts.delete(id);
    return (this.#ids[id] = made);
  }

  /** Frames leave out columns without a value, so the set of columns can differ between two frames. */
  #inserterFor(rows: Rows): { inserter: LineInserter; terms: TermName[]; money: MoneyName[] } {
    if (this.#current?.rows === rows) return this.#current.found;
    const terms = Object.keys(rows.terms) as TermName[];
    const money = Object.keys(rows.money) as MoneyName[];
    const key = `${terms.join()};${money.join()}`;
    let found = this.#inserters.get(key);
    if (!found) this.#inserters.set(key, (found = { inserter: new LineInserter(this.#write, terms, money), terms, money }));
    // Lines keep the order of the file: what an earlier statement still holds goes in first.
    if (this.#current && this.#current.found !== found) this.#current.found.inserter.flush();
    this.#current = { rows, found };
    return found;
  }
}

const orNull = (value: number): number | null => (value === MISSING ? null : value);
