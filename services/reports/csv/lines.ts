import type { Sink } from '../../files/sink.ts';
import type { LineColumn } from '../columns.ts';
import type { Line, LineSource } from '../data.ts';
import type { Pace } from '../pace.ts';
import { LineCheck } from '../line-check.ts';
import { BOM, csvAmount, csvRecord, csvText } from './encode.ts';

export interface CsvOptions {
  bom: boolean;
}

/** Writes header and lines; returns the number of lines. Refuses when they do not add up to the source's totals. */
export async function writeLinesCsv(
  sink: Sink,
  columns: readonly LineColumn[],
  source: LineSource,
  pace: Pace,
  options: CsvOptions,
): Promise<number> {
  await sink.write((options.bom ? BOM : '') + csvRecord(columns.map((column) => csvText(column.label))));
  const check = new LineCheck();
  for await (const page of source.pages()) {
    let text = '';
    for (const line of page) {
      text += record(columns, line);
      check.add(line);
      if (pace.due) await pace.breathe(check.count);
    }
    await sink.write(text);
  }
  check.expect(source);
  pace.finish(check.count);
  return check.count;
}

/** One record, put together as one text: a million arrays of cells would cost as much as the writing. */
function record(columns: readonly LineColumn[], line: Line): string {
  let text = '';
  for (const column of columns) text += `,${cell(column, column.of(line))}`;
  return `${text.slice(1)}\r\n`;
}

function cell(column: LineColumn, value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  return column.kind === 'amount' ? csvAmount(value) : csvText(value);
}
