import type { SaidError } from '../result.ts';
import type { TimeZone } from '../time/zone.ts';
import type { Sentence } from '../words/said.ts';

/**
 * How a source delivers a month, in the words of FOCUS: each file adds rows to those delivered before, or each file tells the
 * month anew and takes the place of the one before. No file says which it is.
 */
export const SOURCE_DELIVERIES = ['append-only', 'replacement'] as const;
export type SourceDelivery = (typeof SOURCE_DELIVERIES)[number];

/** What the files of a source leave open, so that it is decided once per source. */
export interface SourceChoice {
  /** The clock by which the source cuts its months; null lets each file tell. */
  timeZone: TimeZone | null;
  /** Null: nobody has said; then rows add. */
  delivery: SourceDelivery | null;
}

export const NO_CHOICE: SourceChoice = { timeZone: null, delivery: null };

/** Who delivers a file, as its rows name it. */
export interface BillSource {
  provider: string | null;
  /** The billing account. */
  account: string | null;
}

/** The name under which the choice for a source is kept; empty where the rows name neither provider nor account. */
export const sourceIdOf = ({ provider, account }: BillSource): string =>
  provider === null && account === null ? '' : `${(provider ?? '').toLowerCase()} ${account ?? ''}`.trim();

/** Something about a file that the reader should know. Nothing is lost by it: refused rows are listed elsewhere. */
export interface Finding {
  code: string;
  /** `broken`: against the format's own rules. `gap`: a figure or text that the source does not give. `info`: how it was read. */
  severity: 'broken' | 'gap' | 'info';
  message: string;
  remedy: string | null;
  /** What message and remedy were made of. */
  said?: SaidError;
  column: string | null;
  /** How many cells or rows; 1 for a finding about the whole file. */
  count: number;
  /** The first rows, at most 20; empty for a finding about the whole file. */
  rows: number[];
  /** First of them, or null. */
  row: number | null;
}

export interface Clock {
  /** The zone that the file speaks for; null where it speaks for several or none. */
  told: TimeZone | null;
  evidence: Sentence;
}

/** Texts of one row, in the order of the headers; null is missing. */
export type Cells = readonly (string | null)[];

/**
 * Brings the rows of one file into the form that typing expects: months in the source's own time zone, computed cells,
 * one spelling of missing. It changes how a cell reads, never the file: the original stays as it was. Made once per file.
 */
export interface RowAdapter {
  /** The file's own headers, then those of the computed cells. The format's columns name both. */
  headers: readonly string[];
  /** What was decided about the file, and why. */
  evidence: readonly Sentence[];
  /** By which clock months and days are cut, for formats whose sources differ in it. */
  clock?: Clock;
  /** The row's cells, computed ones included. The array is used again for the next row. */
  row(cells: Cells, row: number): Cells;
  /** What was noticed, once all rows are through. */
  end(): Finding[];
}

/** `head`: the first rows below the header, for decisions about the whole file. */
export type Adapt = (headers: readonly string[], head: readonly Cells[], choice: SourceChoice) => RowAdapter;
