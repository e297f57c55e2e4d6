import type { WriteDb } from '../../db/connection.ts';
import { BatchDigest, DIGEST_FIELDS } from '../../db/queries/batches.ts';
import { LineInserter, supersede, TermStore, type MoneyName } from '../../db/queries/lines.ts';
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
  /** Texts of the file by the parser's id, and their ids in the book once known. */
  readonly #texts: string[] = [''];
  #ids = new Int32Array(1024);
  readonly digest = new BatchDigest();
  #current: { rows: Rows; found: { inserter: LineInserter; terms: TermName[]; money: MoneyName[] } } | null = null;
  readonly #inserters = new Map<string, { inserter: LineInserter; terms: TermName[]; money: MoneyName[] }>();

  constructor(write: WriteDb, format: Format | RegisterFormat, batch: number, view: number) {
    this.#write = write;
    this.#batch = batch;
    this.#kind = kindCode(format);
    this.#vendor = vendorCode(format);
    this.#view = view;
    this.#store = new TermStore(write);
  }

  learn(texts: readonly string[]): void {
    for (const text of texts) this.#texts.push(text);
    if (this.#texts.length > this.#ids.length) {
      const bigger = new Int32Array(this.#texts.length * 2);
      bigger.set(this.#ids);
      this.#ids = bigger;
    }
  }

  add(rows: Rows, i: number, replaces: number | null): void {
    if (replaces !== null) supersede(this.#write, replaces, this.#batch);
    const { inserter, terms, money } = this.#inserterFor(rows);
    inserter.push(this.#batch);
    inserter.push(rows.row[i]!);
    inserter.push(rows.part[i]!);
    inserter.push(rows.keyA[i]!);
    inserter.push(rows.keyB[i]!);
    inserter.push(this.#kind);
    inserter.push(this.#vendor);
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
    this.#note(rows, i);
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
  }

  flush(): void {
    for (const { inserter } of this.#inserters.values()) inserter.flush();
  }

  /** The book's id of a text of the file; 0 for none. */
  bookId(id: number): number {
    return id === 0 ? 0 : this.#idOf(id);
  }

  #idOf(id: number): number {
    return (this.#ids[id] ||= this.#store.idOf(this.#texts[id]!));
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
