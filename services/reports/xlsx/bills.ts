import type { Sink } from '../../files/sink.ts';
import type { LineSource } from '../data.ts';
import type { Pace } from '../pace.ts';
import type { Words } from '../words.ts';
import { DirectWorkbook } from './direct-workbook.ts';
import { writeLineSheets } from './lines.ts';

/** A selection of bill lines as a workbook of its own; returns the number of lines. `created` comes from the data. */
export async function writeLinesXlsx(sink: Sink, words: Words, lines: LineSource, pace: Pace, created: Date): Promise<number> {
  const workbook = new DirectWorkbook(sink, created, words.lineSheet);
  const count = await writeLineSheets(workbook, workbook.cells, lines, pace, { name: words.lineSheet, totalLabel: words.totalOf });
  await workbook.finish();
  return count;
}
