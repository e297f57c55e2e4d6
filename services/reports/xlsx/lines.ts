import { MEASURES } from '../../contract/schema.ts';
import type { LineColumn } from '../columns.ts';
import type { LineSource, Totals } from '../data.ts';
import { LineCheck } from '../line-check.ts';
import type { Pace } from '../pace.ts';
import { columnName, type CellWriter } from './cells.ts';
import type { ReportSheet, ReportWorkbook } from './workbook.ts';

/** Rows of a spreadsheet, header included. */
export const SHEET_ROWS = 1_048_576;

export interface LineSheetOptions {
  name: string;
  totalLabel: string;
  /** For tests; SHEET_ROWS unless given. */ sheetRows?: number;
}

/**
 * Writes every line, going on in “<name> 2” when a sheet is full, with the sums per currency below the last line.
 * Returns the number of lines; refuses when they do not add up to the source's totals.
 */
export async function writeLineSheets(
  workbook: ReportWorkbook,
  cells: CellWriter,
  columns: readonly LineColumn[],
  source: LineSource,
  pace: Pace,
  options: LineSheetOptions,
): Promise<number> {
  const currencies = Object.keys(source.totals).sort();
  const capacity = (options.sheetRows ?? SHEET_ROWS) - 1 - currencies.length;
  const names = columns.map((_, i) => columnName(i));
  const lastColumn = names.at(-1) ?? 'A';
  const check = new LineCheck();
  let number = 1;
  let row = 1;
  let sheet = open(workbook, columns, options.name);
  for await (const page of source.pages()) {
    for (const line of page) {
      if (row > capacity) {
        await sheet.close(`A1:${lastColumn}${row}`);
        sheet = open(workbook, columns, `${options.name} ${++number}`);
        row = 1;
      }
      row++;
      const xml = cells.row(
        row,
        columns.map((column, i) => cells.value(`${names[i]}${row}`, column.kind, column.of(line))),
      );
      const pending = sheet.write(xml);
      if (pending) await pending;
      check.add(line);
      if (pace.due) await pace.breathe(check.count);
    }
  }
  check.expect(source);
  const last = row;
  for (const currency of currencies) await sheet.write(totalRow(cells, columns, names, ++row, currency, source.totals, options.totalLabel));
  await sheet.close(last > 1 ? `A1:${lastColumn}${last}` : undefined);
  pace.finish(check.count);
  return check.count;
}

function open(workbook: ReportWorkbook, columns: readonly LineColumn[], name: string): ReportSheet {
  const sheet = workbook.sheet({ name, widths: columns.map((c) => c.width), frozenRows: 1, landscape: true, titleRow: 1 });
  sheet.first(
    columns.map((c) => c.label),
    (i) => (columns[i]?.kind === 'amount' || columns[i]?.kind === 'count' ? 'headerRight' : 'header'),
    30,
  );
  return sheet;
}

function totalRow(
  cells: CellWriter,
  columns: readonly LineColumn[],
  names: readonly string[],
  row: number,
  currency: string,
  totals: Totals,
  label: string,
): string {
  const measures = new Set<string>(MEASURES);
  return cells.row(
    row,
    columns.map((column, i) => {
      const ref = `${names[i]}${row}`;
      if (i === 0) return cells.value(ref, 'text', label, true);
      if (column.id === 'currency') return cells.value(ref, 'text', currency, true);
      const value = measures.has(column.id) ? (totals[currency]?.[column.id as keyof Totals[string]] ?? null) : null;
      return cells.value(ref, 'amount', value, true);
    }),
  );
}
