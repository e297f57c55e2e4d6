import type { BookState } from '../../db/queries/exports.ts';
import type { Output } from '../contract/index.ts';

export type Language = 'en' | 'zh-CN';
export type Summary = Output<'bills/summary'>;
export type Reconciliation = Output<'reconcile/run'>;
export type Line = Output<'bills/lines'>['rows'][number];
export type Invoice = Output<'invoices/show'>;
export type Payment = Output<'payments/show'>;
export type Certificate = Output<'wht/show'>;
export type Totals = Summary['totals'];
export type Measures = Totals[string];

/** Lines of a selection, page by page, in a fixed order, with what they must add up to. */
export interface LineSource {
  count: number;
  totals: Totals;
  pages(): AsyncIterable<readonly Line[]> | Iterable<readonly Line[]>;
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
