import type { Sink } from '../../files/sink.ts';
import type { Pace } from '../pace.ts';
import type { Cell, Table } from '../tables/model.ts';
import { BOM, csvAmount, csvRecord, csvText } from './encode.ts';

/** Records put together before they are handed over. */
const PAGE = 500;

/** Writes a table with its totals below; returns the number of its rows. */
export async function writeTableCsv(sink: Sink, table: Table, pace: Pace, options: { bom: boolean }): Promise<number> {
  await sink.write((options.bom ? BOM : '') + csvRecord(table.columns.map((column) => csvText(column.label))));
  const record = (row: readonly Cell[]): string => csvRecord(row.map((value, i) => cell(table.columns[i]?.kind ?? 'text', value)));
  const rows = [...table.rows, ...table.totals];
  for (let from = 0; from < rows.length; from += PAGE) {
    await sink.write(
      rows
        .slice(from, from + PAGE)
        .map(record)
        .join(''),
    );
    if (pace.due) await pace.breathe(Math.min(from + PAGE, table.rows.length));
  }
  pace.finish(table.rows.length);
  return table.rows.length;
}

function cell(kind: Table['columns'][number]['kind'], value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return kind === 'amount' ? csvAmount(value) : csvText(value);
}
