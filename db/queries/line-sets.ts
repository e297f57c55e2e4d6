import type { DimensionName } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';

/** What lines are told apart by; a key has up to four of them. */
export type KeyName = Exclude<DimensionName, 'vendor' | 'kind'>;
/** Texts of a key, as lines are read; null where a line has none. */
export type KeyTexts = readonly (string | null)[];

/** Live lines of one vendor and currency that tell the same thing. */
export interface LineSet {
  /** YYYYMM; null: every month. */
  periods: readonly number[] | null;
  vendor: number;
  /** Its text; NO_CURRENCY: lines without one. */
  currency: string;
  /** Codes of bill_line.kind: 0 the bill, 1 the statement, 10 + view another telling. */
  kinds: readonly number[];
  /** Only lines of these batches; null or left out: of all. */
  batches?: readonly number[] | null;
  /** Only lines with one of these texts; with `not`, only lines with none of them. All of the conditions hold. */
  among?: readonly { key: KeyName; values: KeyTexts; not?: boolean }[];
}

/** Each amount is the sum of these measures. */
export type Amounts = readonly (readonly MeasureName[])[];
export interface Side {
  set: LineSet;
  amounts: Amounts;
}

/** Lines of a key; sums in 10^-10, null where no line has a figure. */
export interface KeySums {
  lines: number;
  sums: readonly (bigint | null)[];
}
export interface KeyedSums extends KeySums {
  keys: KeyTexts;
}
export interface DifferingKey {
  keys: KeyTexts;
  left: KeySums;
  right: KeySums;
}
export interface Differing {
  /** The first of them: the largest difference of the first amount first, then by their texts. */
  keys: DifferingKey[];
  /** All of them, and the lines of both sides that they have. */
  count: number;
  lines: number;
  /** Among all, those that only one side has lines of. */
  leftOnly: number;
  rightOnly: number;
  /** All keys that a side has lines of. */
  leftKeys: number;
  rightKeys: number;
}
export interface DifferingOptions {
  limit: number;
  /** A key that only one side has lines of differs also where its sums are zero. */
  presence?: boolean;
}
