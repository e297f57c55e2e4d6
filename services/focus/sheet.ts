import { guardText } from '../reports/csv/guard.ts';
import { csvRecord } from '../reports/csv/encode.ts';
import type { ParquetColumn } from '../reports/parquet/columns.ts';

/** Decimals of money; prices and quantities of foreign files may have more. */
export const MONEY_SCALE = 10;
export const FIGURE_SCALE = 18;

/** A column of a FOCUS file as it is written. */
export interface SheetColumn {
  name: string;
  type: 'text' | 'number' | 'time' | 'json';
  /** Decimals in Parquet, for numbers. */
  scale?: number;
}

export const parquetColumns = (columns: readonly SheetColumn[]): ParquetColumn[] =>
  columns.map(({ name, type, scale }) =>
    type === 'number' ? { name, kind: 'decimal', scale: scale ?? MONEY_SCALE } : { name, kind: type === 'time' ? 'time' : 'text' },
  );

const QUOTED = /[",;\t\r\n]|^\s|\s$/;

/**
 * One CSV record. Texts are guarded against formulas as in every file that a spreadsheet may open; where that changed one, the
 * cell at `mark` says so, and the import undoes it. JSON, dates and figures cannot begin a formula and stay as they are.
 */
export function focusRecord(columns: readonly SheetColumn[], cells: readonly (string | null)[], mark: number): string {
  let guarded = false;
  const texts = columns.map(({ type }, i) => {
    const cell = cells[i] ?? null;
    if (cell === null || type === 'number' || type === 'time') return cell ?? '';
    const safe = type === 'json' ? cell : guardText(cell);
    guarded ||= safe !== cell;
    return quoted(safe);
  });
  if (guarded && mark >= 0) texts[mark] = 'true';
  return csvRecord(texts);
}

const quoted = (text: string): string => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
