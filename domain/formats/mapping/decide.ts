import { currencyOf } from './currency-words.ts';
import { isMissing, readFigure, type Decimal, type Thousands } from './printed-amount.ts';
import { DATE_ORDERS, dayOf, monthOfCell, type DateOrder } from './printed-date.ts';

/** One cell that speaks for some readings of its column, and what it reads as under each. */
export interface Evidence {
  row: number;
  value: string;
  /** Reading → canonical text, or null where this reading cannot be. */
  readings: Readonly<Record<string, string | null>>;
}

export interface Decision<O extends string> {
  /** `ambiguous`: several readings fit every cell and differ; `mixed`: no reading fits every cell; `none`: nothing to read. */
  choice: O | 'ambiguous' | 'mixed' | 'none';
  possible: readonly O[];
  /** Cells that read differently under the readings that are left. */
  differs: boolean;
  /** Cells that some reading understands, and cells that none does. */
  readable: number;
  unreadable: number;
  unreadableRows: readonly number[];
  /** First cells that rule a reading out; where the choice is ambiguous, first cells that read differently. */
  evidence: readonly Evidence[];
}

export interface ColumnDecision {
  /** Cells with something in them. */
  filled: number;
  dates: Decision<DateOrder>;
  decimal: Decision<Decimal>;
  /** Thousands separators that occur under each decimal sign. */
  thousands: Readonly<Record<Decimal, Thousands>>;
  /** Cells that name a currency, such as USD or 人民币. */
  currencies: number;
}

const SHOWN = 3;
/** A column none of whose first cells is a date or a figure is text; the rest need not be tried. */
const TRIED = 2000;
/** Distinct texts remembered for each column. */
const REMEMBERED = 20_000;

/** Gathers, cell by cell, which of several readings fit a whole column. */
class Readings<O extends string> {
  readonly #options: readonly O[];
  readonly #possible: Set<O>;
  readonly #ruling: Evidence[] = [];
  readonly #differing: Evidence[] = [];
  readonly #told = new Map<string, number>();
  #differs = false;
  readable = 0;
  #unreadable = 0;
  readonly #unreadableRows: number[] = [];

  constructor(options: readonly O[]) {
    this.#options = options;
    this.#possible = new Set(options);
  }

  /** A text that was read before. */
  again(row: number, readable: boolean): void {
    if (readable) this.readable++;
    else {
      this.#unreadable++;
      if (this.#unreadableRows.length < SHOWN) this.#unreadableRows.push(row);
    }
  }

  /** A text that is met first; true where some reading understands it. */
  add(row: number, value: string, readings: Readonly<Record<O, string | null>>): boolean {
    const fitting = this.#options.filter((o) => readings[o] !== null);
    this.again(row, fitting.length > 0);
    if (fitting.length === 0) return false;
    const [first] = fitting;
    if (fitting.length === this.#options.length && fitting.every((o) => readings[o] === readings[first!])) return true;
    if (fitting.length < this.#options.length) {
      for (const o of this.#options) if (readings[o] === null) this.#possible.delete(o);
      this.#note(this.#ruling, fitting.join(), { row, value: value.slice(0, 60), readings });
    }
    if (new Set(fitting.map((o) => readings[o])).size > 1) {
      this.#differs = true;
      // Kept by which readings agree, so that a reading ruled out later leaves the cells that still differ.
      this.#note(
        this.#differing,
        `differs:${this.#options.map((o) => this.#options.findIndex((p) => readings[p] === readings[o])).join()}`,
        { row, value: value.slice(0, 60), readings },
      );
    }
    return true;
  }

  #note(list: Evidence[], kind: string, evidence: Evidence): void {
    const told = this.#told.get(kind) ?? 0;
    if (told >= SHOWN || list.some((known) => known.value === evidence.value)) return;
    this.#told.set(kind, told + 1);
    list.push(evidence);
  }

  decision(): Decision<O> {
    const possible = this.#options.filter((o) => this.#possible.has(o));
    // Cells seen before a reading was ruled out may have differed only from that one.
    const open = this.#differing.filter((e) => new Set(possible.map((o) => e.readings[o])).size > 1);
    const differs = this.#differs && open.length > 0;
    const choice = choose(this.readable, possible, differs);
    // What leaves the fewest readings comes first.
    const fits = (e: Evidence): number => this.#options.filter((o) => e.readings[o] !== null).length;
    const ruling = this.#ruling.toSorted((a, b) => fits(a) - fits(b));
    const evidence = choice === 'ambiguous' ? open.slice(0, SHOWN) : ruling.slice(0, choice === 'mixed' ? 2 * SHOWN : SHOWN);
    return {
      choice,
      possible,
      differs,
      readable: this.readable,
      unreadable: this.#unreadable,
      unreadableRows: this.#unreadableRows,
      evidence,
    };
  }
}

const choose = <O extends string>(readable: number, possible: readonly O[], differs: boolean): Decision<O>['choice'] =>
  readable === 0 ? 'none' : possible.length === 0 ? 'mixed' : possible.length === 1 || !differs ? possible[0]! : 'ambiguous';

/** What is known of a text that occurred before: it can only be counted. */
type Known = { date: boolean; figure: boolean; currency: boolean };
type Read = {
  dates: Record<DateOrder, string | null>;
  decimal: Record<Decimal, string | null>;
  currency: boolean;
  separator: Partial<Record<Decimal, Thousands>>;
};

/** Decides over a whole column, cell by cell, how its dates and figures are to be read. */
export class ColumnDecider {
  readonly #dates = new Readings<DateOrder>(DATE_ORDERS);
  readonly #decimal = new Readings<Decimal>(['.', ',']);
  readonly #thousands: Record<Decimal, Thousands> = { '.': '', ',': '' };
  readonly #known = new Map<string, Known>();
  #filled = 0;
  #currencies = 0;

  /** True once more cells cannot change what the column is. */
  get settled(): boolean {
    return this.#filled >= TRIED && this.#dates.readable === 0 && this.#decimal.readable === 0;
  }

  /** A cell and the row that it stands in. */
  add(row: number, value: string): void {
    if (isMissing(value)) return;
    this.#filled++;
    if (this.settled) return;
    const known = this.#known.get(value);
    if (known) {
      this.#dates.again(row, known.date);
      this.#decimal.again(row, known.figure);
      if (known.currency) this.#currencies++;
      return;
    }
    const read = readAll(value);
    const date = this.#dates.add(row, value, read.dates);
    const figure = this.#decimal.add(row, value, read.decimal);
    if (read.currency) this.#currencies++;
    for (const decimal of ['.', ','] as const) this.#thousands[decimal] ||= read.separator[decimal] ?? '';
    if (this.#known.size < REMEMBERED) this.#known.set(value, { date, figure, currency: read.currency });
  }

  decision(): ColumnDecision {
    return {
      filled: this.#filled,
      dates: this.#dates.decision(),
      decimal: this.#decimal.decision(),
      thousands: { ...this.#thousands },
      currencies: this.#currencies,
    };
  }
}

/** How the column's dates and figures are to be read, with the rows that say so; nothing is guessed. */
export function decideColumn(values: Iterable<{ row: number; text: string }>): ColumnDecision {
  const decider = new ColumnDecider();
  for (const { row, text } of values) decider.add(row, text);
  return decider.decision();
}

const GROUPS: Readonly<Record<Decimal, readonly Thousands[]>> = { '.': [',', ' ', "'"], ',': ['.', ' ', "'"] };

const NO_DATE = { ymd: null, dmy: null, mdy: null } as const;
const INTEGER = /^-?[0-9]{1,5}$/;
const POINT = /^-?[0-9]{1,9}\.(?:[0-9]{1,2}|[0-9]{5,10})$/;

function readAll(value: string): Read {
  // The usual figures, at once: no date, and no group of three to mistake.
  if (INTEGER.test(value)) return { dates: NO_DATE, decimal: { '.': value, ',': value }, currency: false, separator: {} };
  if (POINT.test(value)) return { dates: NO_DATE, decimal: { '.': value, ',': null }, currency: false, separator: {} };
  const noDigit = !/\p{Nd}/u.test(value);
  if (noDigit || value.length > 64) {
    return { dates: NO_DATE, decimal: { '.': null, ',': null }, currency: noDigit && currencyOf(value) !== null, separator: {} };
  }
  const dates = Object.fromEntries(DATE_ORDERS.map((o) => [o, dayOf(value, o) ?? monthOfCell(value, o)])) as Record<
    DateOrder,
    string | null
  >;
  const separator: Read['separator'] = {};
  const figure = (decimal: Decimal): string | null => {
    const plain = readFigure(value, decimal, ['']);
    if (plain.ok) return plain.value;
    for (const thousands of GROUPS[decimal]) {
      const grouped = readFigure(value, decimal, [thousands]);
      if (!grouped.ok) continue;
      separator[decimal] = thousands;
      return grouped.value;
    }
    return null;
  };
  return { dates, decimal: { '.': figure('.'), ',': figure(',') }, currency: false, separator };
}

/** One reading for several columns of a file: what fits all of them. */
export function agree<O extends string>(decisions: readonly Decision<O>[]): Decision<O> {
  const told = decisions.filter((d) => d.choice !== 'none');
  if (told.length === 0)
    return { choice: 'none', possible: [], differs: false, readable: 0, unreadable: 0, unreadableRows: [], evidence: [] };
  const possible = told[0]!.possible.filter((o) => told.every((d) => d.possible.includes(o)));
  const readable = told.reduce((n, d) => n + d.readable, 0);
  const differs = told.some((d) => d.differs);
  const choice = choose(readable, possible, differs);
  const wanted = told.filter((d) =>
    choice === 'ambiguous' ? d.choice === 'ambiguous' : d.possible.length < 3 && d.choice !== 'ambiguous',
  );
  return {
    choice,
    possible,
    differs,
    readable,
    unreadable: told.reduce((n, d) => n + d.unreadable, 0),
    unreadableRows: told.flatMap((d) => d.unreadableRows).slice(0, SHOWN),
    evidence: wanted.flatMap((d) => d.evidence).slice(0, 2 * SHOWN),
  };
}
