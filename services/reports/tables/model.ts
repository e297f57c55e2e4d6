import type { ColumnKind } from '../columns.ts';

/** Amounts and dates are texts; a number is a count. Null is missing and stays empty. */
export type Cell = string | number | null;

export interface Column {
  id: string;
  label: string;
  kind: ColumnKind;
  /** Width in characters, for spreadsheets. */
  width: number;
  /** Currency of the amounts, where the column has one of its own; else the row's `currency` cell says it. */
  currency?: string;
}

/** A table of the report, exact; the PDF chooses columns of it and rounds for print. */
export interface Table {
  id: string;
  title: string;
  columns: Column[];
  rows: Cell[][];
  /** Sums per currency, below the rows and outside the filter. */
  totals: Cell[][];
}

export const text = (id: string, label: string, width: number): Column => ({ id, label, kind: 'text', width });
export const amounts = (id: string, label: string, width = 18): Column => ({ id, label, kind: 'amount', width });
export const count = (id: string, label: string, width = 9): Column => ({ id, label, kind: 'count', width });
export const date = (id: string, label: string): Column => ({ id, label, kind: 'date', width: 12 });
