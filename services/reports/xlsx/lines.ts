import { MEASURES } from '../../contract/schema.ts';
import type { LineSource, Measures } from '../data.ts';
import { LineCheck } from '../line-check.ts';
import type { Pace } from '../pace.ts';
import { columnName, type CellWriter } from './cells.ts';
import { XlsxLineRows } from './line-rows.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { SheetOptions } from './sheet-options.ts';
import type { StyleIds, StyleName } from './styles.ts';

/** Rows of a spreadsheet, header included. */
export const SHEET_ROWS = 1_048_576;
/** XML of one sheet: an archive's entry holds 4 GiB unless readers know its 64-bit form, which not all do. */
const SHEET_BYTES = 3.9e9;
/** Bytes that are handed over at a time. */
const CHUNK = 1 << 20;

/** A workbook that sheets are written into one after the other: exceljs' for reports, the direct one for lines alone. */
export interface LineWorkbook {
  styles: StyleIds;
  shared?: SharedTexts;
  sheet(options: SheetOptions): LineSheet;
}
export interface LineSheet {
  first(cells: readonly string[], style: (index: number) => StyleName, height: number): void;
  write(xml: string | Uint8Array): Promise<void> | undefined;
  close(filter?: string): Promise<void>;
}

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
  workbook: LineWorkbook,
  cells: CellWriter,
  source: LineSource,
  pace: Pace,
  options: LineSheetOptions,
): Promise<number> {
  const { columns } = source;
  const currencies = Object.keys(source.totals).sort();
  const capacity = (options.sheetRows ?? SHEET_ROWS) - 1 - currencies.length;
  const lastColumn = columnName(columns.length - 1);
  const check = new LineCheck(source);
  const rows = new XlsxLineRows(columns, workbook.styles, workbook.shared ?? null);
  let number = 1;
  let row = 1;
  let bytes = 0;
  let sheet = open(workbook, columns, options.name);
  const flush = async (): Promise<void> => {
    bytes += rows.out.at;
    await sheet.write(rows.out.take());
  };
  for (const page of source.pages()) {
    rows.prepare(page);
    for (const line of page) {
      if (row > capacity || bytes > SHEET_BYTES) {
        await flush();
        await sheet.close(`A1:${lastColumn}${row}`);
        sheet = open(workbook, columns, `${options.name} ${++number}`);
        row = 1;
        bytes = 0;
      }
      rows.put(++row, line);
      check.add(line);
    }
    if (rows.out.at >= CHUNK) await flush();
    if (pace.due) await pace.breathe(check.count);
  }
  await flush();
  check.verify();
  cells.cut += rows.cut;
  const last = row;
  const sums = check.sums();
  for (const currency of currencies) await sheet.write(totalRow(cells, columns, sums[currency] ?? {}, ++row, currency, options.totalLabel));
  await sheet.close(last > 1 ? `A1:${lastColumn}${last}` : undefined);
  pace.finish(check.count);
  return check.count;
}

function open(workbook: LineWorkbook, columns: LineSource['columns'], name: string): LineSheet {
  const sheet = workbook.sheet({ name, widths: columns.map((c) => c.width), frozenRows: 1, landscape: true, titleRow: 1 });
  sheet.first(
    columns.map((c) => c.label),
    (i) => (columns[i]?.kind === 'amount' || columns[i]?.kind === 'count' ? 'headerRight' : 'header'),
    30,
  );
  return sheet;
}

const measureNames = new Set<string>(MEASURES);

/** The sums of a currency. They say of which; where its column is not written, the label does. */
function totalRow(
  cells: CellWriter,
  columns: LineSource['columns'],
  sums: Partial<Measures>,
  row: number,
  currency: string,
  label: string,
): string {
  const named = columns.some((c) => c.id === 'currency');
  return cells.row(
    row,
    columns.map(({ id }, i) => {
      const ref = `${columnName(i)}${row}`;
      if (measureNames.has(id)) return cells.value(ref, 'amount', sums[id as keyof Measures] ?? null, true);
      if (id === 'currency' && i > 0) return cells.value(ref, 'text', currency, true);
      return cells.value(ref, 'text', i === 0 ? (named && columns[0]?.id !== 'currency' ? label : `${label} ${currency}`) : null, true);
    }),
  );
}
