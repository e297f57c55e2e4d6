import type { Amount } from '../../../../domain/money/amount.ts';
import type { KindId } from '../../../../domain/reconcile/kinds.ts';
import type { Random } from '../../../../services/sample/random.ts';
import { print8, units, type Units } from '../../../../services/sample/units.ts';
import { detailName } from '../bill-files.ts';
import type { ConsistentBook } from '../book.ts';
import type { Papers } from '../papers.ts';
import { columnAt, rowNumber, type Table } from '../table.ts';

/** A row of a file as an import counts it. */
export interface Place {
  file: string;
  row: number;
}

/** What was made wrong: the files as they are imported then, as tables or as text (null: not at all), and the papers as they are entered. */
export interface Fault {
  files: ReadonlyMap<string, Table | string | null>;
  papers?: Papers;
  /** Rows that must be listed: of each group at least one. Empty where the fault is no row (a missing file, a paper). */
  lines: readonly (readonly Place[])[];
  /** Currency amount by which something is wrong; null where that is no money. */
  amount: Amount | null;
  what: string;
}

/** One thing that can be wrong in an otherwise right book, and by which name it must be found. */
export interface Injection {
  id: string;
  kind: KindId;
  /** Other names that are true of the same fault as well: what they find beside is no false alarm. */
  also: readonly KindId[];
  /** Null where this book has no place for it. The same random gives the same fault. */
  apply(book: ConsistentBook, random: Random): Fault | null;
}

export interface Picked {
  table: Table;
  row: number;
  cell(name: string): string;
  set(name: string, value: string): void;
  money(name: string): Units;
  place: Place;
}

export function pickedAt(table: Table, row: number): Picked {
  // Kept: it is still the picked row when others were taken out.
  let cells = table.rows[row]!;
  const cell = (name: string): string => cells[columnAt(table, name)]!;
  return {
    table,
    row,
    cell,
    set: (name, value) => void (table.rows[row] = cells = cells.with(columnAt(table, name), value)),
    money: (name) => units(cell(name)),
    place: { file: table.name, row: rowNumber(row) },
  };
}

/** A row at random of those that fit; null where none does. */
export function pick(table: Table, random: Random, fits: (row: Picked) => boolean): Picked | null {
  const start = random.int(Math.max(1, table.rows.length));
  for (let i = 0; i < table.rows.length; i++) {
    const found = pickedAt(table, (start + i) % table.rows.length);
    if (fits(found)) return found;
  }
  return null;
}

const partsOf = (book: ConsistentBook): string[] => book.names.filter((name) => name.startsWith(detailName(0).slice(0, -5)));
/** Names of the numbered parts of the detail bill. */
export const parts = partsOf;

/** A row of a part of the detail bill that fits, the part at random. */
export function pickDetail(book: ConsistentBook, random: Random, fits: (row: Picked) => boolean): Picked | null {
  const names = partsOf(book);
  const start = random.int(names.length);
  for (let i = 0; i < names.length; i++) {
    const found = pick(book.table(names[(start + i) % names.length]!), random, fits);
    if (found) return found;
  }
  return null;
}

export const changed = (...tables: Table[]): Fault['files'] => new Map(tables.map((table) => [table.name, table]));
export const missing = (...names: string[]): Fault['files'] => new Map(names.map((name) => [name, null]));

/** Places of the rows of a table in which a column says this. */
export const placesWhere = (table: Table, name: string, value: string): Place[] => {
  const at = columnAt(table, name);
  return table.rows.flatMap((row, i) => (row[at] === value ? [{ file: table.name, row: rowNumber(i) }] : []));
};

export const MONEY = ['官网价', '优惠金额', '抹零金额', '应付金额', '现金支付', '代金券抵扣', '月度结算'] as const;
/** Adds to the columns; they must have amounts. */
export function addTo(row: Picked, amount: Units, ...names: string[]): void {
  for (const name of names) row.set(name, print8(row.money(name) + amount));
}

/** Pay-per-use, charged, settled at the month's end. */
export const isUsage = (row: Picked): boolean =>
  row.cell('账单类型') === '消费-使用' && row.money('应付金额') > 10_000n && row.money('月度结算') > 10_000n;
export const isOrder = (row: Picked): boolean =>
  /^消费-(新购|续订|自动续订)$/.test(row.cell('账单类型')) && row.money('月度结算') > 100_000_000n;
