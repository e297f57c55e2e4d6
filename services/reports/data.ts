import type { BookState } from '../../db/queries/exports.ts';
import type { Output } from '../contract/index.ts';
import type { Measure } from '../contract/schema.ts';
import type { LineColumn } from './columns.ts';

export type Language = 'en' | 'zh-CN';
export type Summary = Output<'bills/summary'>;
export type Reconciliation = Output<'reconcile/run'>;
export type Line = Output<'bills/lines'>['rows'][number];
export type Invoice = Output<'invoices/list'>['invoices'][number];
export type Payment = Output<'payments/show'>;
export type Certificate = Output<'wht/show'>;
export type Totals = Summary['totals'];
export type Measures = Totals[string];

/** A line as it is stored: ids and codes of its texts, integers of its amounts. */
export type RawLine = readonly (number | string | null)[];

/** The texts that codes stand for; a code without one is left out. */
export interface CodeTexts {
  /** What stands where a line has no code; nothing unless given. */
  missing?: string;
  texts(codes: readonly number[]): Iterable<{ id: number; text: string }>;
}

/** Where a column stands in a RawLine. An amount is two integers: whole units, then 10^-10 fractions of the same sign. */
export type LineField =
  | { type: 'code'; place: number; of: CodeTexts }
  | { type: 'text' | 'count' | 'amount'; place: number }
  /** No line has it. */
  | { type: 'absent' };

/** Lines of a selection, page by page, in a fixed order, with what they must add up to. */
export interface LineSource {
  columns: readonly (LineColumn & { field: LineField })[];
  count: number;
  /** What the lines must add up to, per currency. A measure that is not named is not held against anything. */
  totals: Record<string, Partial<Measures>>;
  /** Where each line's currency and the measures that are read stand, for adding them up. */
  currency: { place: number; of: CodeTexts };
  measures: readonly { measure: Measure; place: number }[];
  pages(): Iterable<readonly RawLine[]>;
}

/** Everything a report prints but the lines. Plain values: the writers ask nobody for more. */
export interface ReportData {
  language: Language;
  period: string;
  book: { name: string; company: string; entity: string; country: string; currency: string; settlement: string; customerStatus: string };
  /** Newest change of the book; null in a book without any. */
  state: BookState | null;
  summary: Summary;
  reconciliation: Reconciliation;
  invoices: Invoice[];
  payments: Payment[];
  certificates: Certificate[];
}

/** When the data last changed; the first day of the period in a book without a change. Never the clock. */
export const dataTime = (data: Pick<ReportData, 'state' | 'period'>): Date => new Date(data.state?.at ?? `${data.period}-01T00:00:00Z`);
