import { MEASURE_NAMES, TERM_NAMES } from '../../domain/formats/fields.ts';
import type { BookLine } from '../../domain/focus/line.ts';
import { keyText } from '../../domain/focus/own-columns.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { fromEpochDay } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS, TERM_COLUMNS, vendorOf } from '../measures.ts';
import { Binder } from './binder.ts';
import { whereOf, type BillScope } from './bills-filter.ts';

/** Texts kept at hand while lines stream by; beyond that the oldest half is let go. */
const TERMS_KEPT = 100_000;

/** A line as it is exported: its fields, where it came from, and its identity in the book. */
export type ExportedLine = BookLine & { batch: number; row: number; key: string };

type Cell = number | string | null;

const FIXED = ['l.batch_id', 'l.row', 'l.key_a', 'l.key_b', 'l.vendor', 'l.period', 'l.date', 'l.order_id'];
const FIRST_TERM = FIXED.length;
const PAIRS = ['usage', 'unit_price', ...MEASURE_NAMES.map((m) => MEASURE_COLUMNS[m])];
const FIRST_PAIR = FIRST_TERM + TERM_NAMES.length;
const SQL = `SELECT ${[...FIXED, ...TERM_NAMES.map((t) => `l.${TERM_COLUMNS[t]}`), ...PAIRS.flatMap((c) => [`l.${c}_u`, `l.${c}_f`])].join(
  ', ',
)} FROM json_each(?) wanted CROSS JOIN bill_line l ON l.id = wanted.value ORDER BY wanted.key`;

/** Ids of the scope's lines in the order of import, which is the order of their files. */
export function focusLineIds(read: ReadDb, scope: BillScope): number[] {
  const binder = new Binder();
  const ids: number[] = [];
  // One by one: a million row objects at once would be the largest thing in memory.
  for (const [id] of read.iterateRaw<[number]>(
    `SELECT l.id FROM bill_line l WHERE ${whereOf(read, scope, binder)} ORDER BY l.id`,
    binder.params,
  ))
    ids.push(id);
  return ids;
}

/** Reads lines by their ids: a text is looked up once, and amounts go from the stored integers straight to text. */
export class FocusLineReader {
  readonly #read: ReadDb;
  readonly #days = new Map<number, string>();
  #terms = new Map<number, string>();

  constructor(read: ReadDb) {
    this.#read = read;
  }

  /** The lines in the order of the ids; those that are not there are left out. */
  lines(ids: readonly number[]): ExportedLine[] {
    const rows = [...this.#read.iterateRaw<Cell[]>(SQL, [JSON.stringify(ids)])];
    this.#learn(rows);
    return rows.map((row) => this.#line(row));
  }

  #line(r: readonly Cell[]): ExportedLine {
    const period = String(r[5]);
    const line: Record<string, unknown> = {
      batch: r[0],
      row: r[1],
      key: keyText(r[2] as number, r[3] as number),
      vendor: vendorOf(r[4] as number),
      period: `${period.slice(0, 4)}-${period.slice(4)}`,
      date: this.#day(r[6]),
      orderId: r[7],
      usage: pairText(r[FIRST_PAIR], r[FIRST_PAIR + 1]),
      unitPrice: pairText(r[FIRST_PAIR + 2], r[FIRST_PAIR + 3]),
    };
    for (let i = 0; i < TERM_NAMES.length; i++) {
      const id = r[FIRST_TERM + i];
      line[TERM_NAMES[i]!] = typeof id === 'number' ? (this.#terms.get(id) ?? null) : null;
    }
    for (let i = 0; i < MEASURE_NAMES.length; i++) {
      const at = FIRST_PAIR + 4 + 2 * i;
      line[MEASURE_NAMES[i]!] = pairText(r[at], r[at + 1]);
    }
    return line as unknown as ExportedLine;
  }

  #day(value: unknown): string | null {
    if (typeof value !== 'number') return null;
    let day = this.#days.get(value);
    if (day === undefined) this.#days.set(value, (day = fromEpochDay(value)));
    return day;
  }

  /** Fetches the texts of these rows that are not known yet, all at once. */
  #learn(rows: readonly (readonly Cell[])[]): void {
    if (this.#terms.size > TERMS_KEPT) this.#terms = new Map([...this.#terms].slice(TERMS_KEPT / 2));
    const unknown = new Set<number>();
    for (const row of rows)
      for (let i = FIRST_TERM; i < FIRST_PAIR; i++) {
        const id = row[i];
        if (typeof id === 'number' && !this.#terms.has(id)) unknown.add(id);
      }
    if (unknown.size === 0) return;
    const found = this.#read.all<{ id: number; text: string }>(
      'SELECT t.id AS id, t.text AS text FROM json_each(?) wanted CROSS JOIN term t ON t.id = wanted.value',
      [JSON.stringify([...unknown])],
    );
    for (const { id, text } of found) this.#terms.set(id, text);
  }
}

/** Amount of a stored pair; null where there is none. A line's units stay below 2^53 (±10^15), so plain integers hold both parts exactly. */
function pairText(units: Cell | undefined, fraction: Cell | undefined): Amount | null {
  if (typeof units !== 'number') return null;
  const rest = typeof fraction === 'number' ? fraction : 0;
  if (rest === 0) return String(units);
  const digits = String(Math.abs(rest)).padStart(10, '0');
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end--;
  return `${units < 0 || rest < 0 ? '-' : ''}${Math.abs(units)}.${digits.slice(0, end)}`;
}
