import type { Register } from '../../formats/format.ts';
import type { MeasureName, TermName } from '../../formats/fields.ts';
import type { Amount } from '../../money/amount.ts';
import { addDays, type Period, type PlainDate } from '../../time/plain-date.ts';
import type { Sentence } from '../../words/said.ts';
import type { BadLine, BadLines } from '../facts.ts';
import type { Agreement } from '../agreements.ts';
import type { TierTable } from '../tiers.ts';
import type { PriceFacts } from './prices.ts';
import type { Ten } from './tens.ts';
import type { TieredLines } from './tiered.ts';

/** A live row of one of the vendor's lists; amounts as exact text, instants in UTC. */
export interface ListRow {
  id: number;
  file: string;
  row: number;
  list: Register;
  /** Null: the list names none. */
  currency: string | null;
  values: Readonly<Record<string, string | null>>;
  /** Hours east of UTC of the vendor's clock. */
  clock: number;
}

/** What lines are told apart by. */
export type LineKey = 'orderId' | 'account' | 'productType' | 'billType' | 'date' | 'period' | 'resourceId';

/** Lines of the vendor and currency: of the month, or of the whole book. */
export interface LineChoice {
  of: 'month' | 'book';
  /** Only lines of bills that are told line by line: no sums by day or cycle, which are rounded otherwise. */
  single?: boolean;
  /** The transaction statement instead of the counted bill. */
  statement?: boolean;
  among?: readonly { key: LineKey; values: readonly (string | null)[]; not?: boolean }[];
}
export interface LineSums {
  keys: readonly (string | null)[];
  lines: number;
  /** One for each amount that was asked for; null where no line has it. */
  sums: readonly (Ten | null)[];
}

/** A bill line in full. */
export type LineFact = Readonly<Record<MeasureName | 'usage' | 'unitPrice', Amount | null>> &
  Readonly<Record<Exclude<TermName, 'currency'>, string | null>> & {
    id: number;
    file: string;
    row: number;
    period: Period;
    date: PlainDate | null;
    orderId: string | null;
  };

/** Rate of the indirect tax that the seller adds, by the rules of the book; null where no rule or rate is known. */
export interface TaxRule {
  id: string;
  ratePct: Amount;
}

export interface PaymentKnown {
  id: number;
  reference: string;
  date: PlainDate;
  amount: Amount;
}

/** What stands beside the bill in the book: lists, rates, tax rules, other months. Everything is asked only when needed. */
export interface Beside {
  /** The day on which the question is asked. */
  today: PlainDate;
  /** Rows of the vendor's lists of the kind in the currency of the facts, or without any. */
  rows(kind: Register): readonly ListRow[];
  /** Months of which the book has a bill of the vendor in the currency, in order. */
  months(): readonly Period[];
  sums(choice: LineChoice, by: readonly LineKey[], amounts: readonly (readonly MeasureName[])[]): readonly LineSums[];
  /** Lines with one of the keys, at most 200 listed; lines of which `text` says nothing are left out. */
  lines(
    choice: LineChoice,
    by: readonly LineKey[],
    keys: readonly (readonly (string | null)[])[],
    text: (line: LineFact) => Sentence | null,
  ): BadLines;
  /** Lines of the month with a bill type among those given, whose payable has that sign. */
  signed(billTypes: readonly string[], sign: 'positive' | 'negative', text: (line: LineFact) => Sentence): BadLines & { payable: Amount };
  taxRule(day: PlainDate): TaxRule | null;
  /** Units of `to` for one unit of the currency in the month: as a list states it, else as it was entered. */
  rate(to: string, month: Period): { rate: Amount; from: 'list' | 'entered' } | null;
  /** Pairs of the month's documents that look like one, the later one second; pairs that were marked as two are left out. */
  repeatedInvoices(): readonly { first: number; second: number }[];
  /** Every active payment in the currency, whether or not it is laid on an invoice. */
  payments(): readonly PaymentKnown[];
  /** What invoices of the month state of another currency, by their ids. */
  invoiceRates(): ReadonlyMap<number, { currency: string; rate: Amount }>;
  prices(): PriceFacts;
  /** What was agreed with the vendor in the currency for the month. */
  agreements(): readonly Agreement[];
  /** The month's lines of a price table, without those of these bill types. */
  tiered(table: TierTable, without: readonly string[]): TieredLines;
}

/** A list's row where lines are listed. */
export const rowLine = ({ id, file, row, list }: ListRow, text: Sentence): BadLine => ({ id, file, row, list, text });

/** The day of a time of the row on the vendor's clock; null where it has none. */
export function dayOf(row: ListRow, ...names: readonly string[]): PlainDate | null {
  for (const name of names) {
    const time = row.values[name];
    if (!time) continue;
    const hour = Number(time.slice(11, 13)) + row.clock;
    return !time.endsWith('Z') || (hour >= 0 && hour < 24) ? time.slice(0, 10) : addDays(time.slice(0, 10), hour < 0 ? -1 : 1);
  }
  return null;
}
