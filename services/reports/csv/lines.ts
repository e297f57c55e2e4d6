import type { Sink } from '../../files/sink.ts';
import type { LineSource } from '../data.ts';
import type { Pace } from '../pace.ts';
import { LineCheck } from '../line-check.ts';
import { BOM, csvRecord, csvText } from './encode.ts';
import { CsvLineRows } from './line-rows.ts';

export interface CsvOptions {
  bom: boolean;
}

/** Bytes that are handed over at a time. */
const CHUNK = 512 * 1024;

/** Writes header and lines; returns the number of lines. Refuses when they do not add up to the source's totals. */
export async function writeLinesCsv(sink: Sink, source: LineSource, pace: Pace, options: CsvOptions): Promise<number> {
  await sink.write((options.bom ? BOM : '') + csvRecord(source.columns.map((column) => csvText(column.label))));
  const check = new LineCheck(source);
  const rows = new CsvLineRows(source.columns);
  for (const page of source.pages()) {
    rows.prepare(page);
    for (const line of page) {
      rows.put(line);
      check.add(line);
    }
    if (rows.out.at >= CHUNK) await sink.write(rows.out.take());
    if (pace.due) await pace.breathe(check.count);
  }
  await sink.write(rows.out.take());
  check.verify();
  pace.finish(check.count);
  return check.count;
}
