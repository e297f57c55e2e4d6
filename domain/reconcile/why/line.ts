import type { MeasureName } from '../../formats/fields.ts';
import { fromPair } from '../../money/pair.ts';
import type { Amount } from '../../money/amount.ts';
import type { Period, PlainDate } from '../../time/plain-date.ts';
import type { Words } from '../words.ts';

/** What a line tells of itself beside its money. Two tellings are held together by those that both tell alike. */
export const ATTRIBUTES = [
  'period',
  'currency',
  'order',
  'account',
  'resource',
  'project',
  'productType',
  'product',
  'region',
  'mode',
  'billType',
  'date',
  'spec',
  'usageType',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** One line, or one row of a telling that sums lines up. Money in whole numbers of 10^-10; missing is null or absent. */
export interface WhyLine {
  id: number;
  file: string;
  row: number;
  /** What a person knows it by. */
  name: string;
  attributes: Readonly<Partial<Record<Attribute, string | null>>>;
  amounts: Readonly<Partial<Record<MeasureName | 'usage' | 'unitPrice', bigint | null>>>;
}

export interface WhyOptions {
  /** The difference that is asked about is that of the sum of these. */
  held: readonly MeasureName[];
  /** Money that both sides print, `held` included. */
  measures: readonly MeasureName[];
  /** Attributes that both sides tell alike: lines with the same ones are held against each other. */
  by: readonly Attribute[];
  left: Words;
  right: Words;
  /** The month that both are about. */
  period: Period | null;
  /** Lines of other months or currencies that may be what one side lacks. */
  elsewhere?: readonly WhyLine[];
  /** Accounts and days of which one side has no line at all. */
  absent?: readonly { attribute: 'account' | 'date'; value: string; from: 'left' | 'right' }[];
  /** The side that the other tellings of the month contradict; null or left out where they do not tell. */
  suspect?: 'left' | 'right' | null;
  /** Parts of split files that a side does not have, by the names of the files. */
  missingParts?: { left: readonly string[]; right: readonly string[] };
  /** Lines of the same resources that both sides agree on: what is there too much may be one of them under another number. */
  context?: { left: readonly WhyLine[]; right: readonly WhyLine[] };
  /** So many steps may a search take before it gives up (search.ts). */
  steps?: number;
}

/** Money of one line or group by measure. */
export type Vector = Readonly<Partial<Record<MeasureName, bigint>>>;

export const amountOf = (line: WhyLine, measure: MeasureName | 'usage' | 'unitPrice'): bigint => line.amounts[measure] ?? 0n;
export const heldOf = (line: WhyLine, held: readonly MeasureName[]): bigint => held.reduce((sum, m) => sum + amountOf(line, m), 0n);
export const print = (value: bigint): Amount => fromPair(0n, value);

/** True where the lines tell the same money in all of these measures. */
export const sameMoney = (a: WhyLine, b: WhyLine, measures: readonly MeasureName[]): boolean =>
  measures.every((m) => amountOf(a, m) === amountOf(b, m));
/** A key that lines with the same money share. */
export const moneyKey = (line: WhyLine, measures: readonly MeasureName[], sign = 1n): string =>
  measures.map((m) => amountOf(line, m) * sign).join(' ');
export const isNothing = (line: WhyLine, measures: readonly MeasureName[]): boolean => measures.every((m) => amountOf(line, m) === 0n);

const DELIMITER = '\u0001';
/** Money of both may be told apart by it, and a line told a second time has another one. */
const NUMBERS: readonly Attribute[] = ['order'];
export const keyOf = (line: WhyLine, by: readonly Attribute[]): string => by.map((a) => line.attributes[a] ?? '').join(DELIMITER);
/** Everything that the line tells, so that only its place in the file is left out; `numbered` false: its order number too. */
export const wholeKey = (line: WhyLine, numbered = true): string =>
  `${keyOf(line, numbered ? ATTRIBUTES : ATTRIBUTES.filter((a) => !NUMBERS.includes(a)))}${DELIMITER}${Object.entries(line.amounts)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join(' ')}`;

export const dateOf = (line: WhyLine): PlainDate | null => line.attributes.date ?? null;
