import type { Sink } from '../../files/sink.ts';
import { lineColumns } from '../columns.ts';
import type { LineSource } from '../data.ts';
import type { Pace } from '../pace.ts';
import type { Words } from '../words.ts';
import { CellWriter } from './cells.ts';
import { writeLineSheets } from './lines.ts';
import { ReportWorkbook } from './workbook.ts';

/** A selection of bill lines as a workbook of its own; returns the number of lines. `created` comes from the data. */
export async function writeLinesXlsx(sink: Sink, words: Words, lines: LineSource, pace: Pace, created: Date): Promise<number> {
  const workbook = new ReportWorkbook(sink, created, words.lineSheet);
  try {
    const cells = new CellWriter(workbook.styles);
    const count = await writeLineSheets(workbook, cells, lineColumns(words), lines, pace, {
      name: words.lineSheet,
      totalLabel: words.totalOf,
    });
    await workbook.finish();
    return count;
  } catch (error) {
    workbook.abort();
    throw error;
  }
}
