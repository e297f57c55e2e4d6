/** A table as the parser process hands it over: cells as text, rows with their numbers in the file; blank rows are left out. */
export interface Table {
  /** `cells`: a workbook, whose dates are ISO and whose numbers are plain. */
  readonly shape: 'text' | 'cells';
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** From 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Columns (from 0) that show a spreadsheet error such as #N/A. */
  readonly errors?: readonly number[];
}
