import type { Encoding } from '../protocol.ts';

/** To the parser process: one small file that may be a table, to be handed over whole. */
export interface TableRequest {
  type: 'table';
  path: string;
  name: string;
}

/** One table of the file: the text itself, or a sheet that is shown. Blank rows are left out. */
export interface ReadSheet {
  /** Null for a text. */
  sheet: string | null;
  shape: 'text' | 'cells';
  rows: { row: number; cells: string[]; errors?: number[] }[];
}

/** Everything that the file says, as text; nothing in it is believed. */
export interface TableRead {
  type: 'table-read';
  sha256: string;
  size: number;
  /** How a text is read; null for a workbook. */
  text: { encoding: Encoding; delimiter: string } | null;
  tables: ReadSheet[];
}
