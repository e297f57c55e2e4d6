import type { Cell, Table } from '../tables/model.ts';
import { columnName, type CellWriter } from './cells.ts';
import type { LineWorkbook } from './lines.ts';

/** A sheet with one table: frozen header, filter over its rows, totals below. Returns the number of rows. */
export async function writeTableSheet(workbook: LineWorkbook, cells: CellWriter, table: Table): Promise<number> {
  const sheet = workbook.sheet({
    name: table.title,
    widths: table.columns.map((c) => c.width),
    frozenRows: 1,
    landscape: true,
    titleRow: 1,
  });
  sheet.first(
    table.columns.map((c) => c.label),
    (i) => (isRight(table, i) ? 'headerRight' : 'header'),
    30,
  );
  let row = 1;
  for (const values of table.rows) await sheet.write(tableRow(cells, table, ++row, values, false));
  const last = row;
  for (const values of table.totals) await sheet.write(tableRow(cells, table, ++row, values, true));
  await sheet.close(table.rows.length > 0 ? `A1:${columnName(table.columns.length - 1)}${last}` : undefined);
  return table.rows.length;
}

const isRight = (table: Table, index: number): boolean => {
  const kind = table.columns[index]?.kind;
  return kind === 'amount' || kind === 'count';
};

/** The XML of a table's row at sheet row `row`. */
export function tableRow(cells: CellWriter, table: Pick<Table, 'columns'>, row: number, values: readonly Cell[], total: boolean): string {
  return cells.row(
    row,
    values.map((value, i) => cells.value(`${columnName(i)}${row}`, table.columns[i]?.kind ?? 'text', value, total)),
  );
}
