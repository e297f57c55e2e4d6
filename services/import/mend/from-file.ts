import type { ReadDb, WriteDb } from '../../../db/connection.ts';
import { batchById, type BatchRow } from '../../../db/queries/batches.ts';
import { importedRows, mendsOf, rejectOf } from '../../../db/queries/mends.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Context } from '../../runtime/services.ts';
import type { Started } from '../parser/protocol.ts';
import { KeptRows } from './kept-rows.ts';
import { markedBatch } from './marks.ts';
import { dialectOf } from './mending.ts';
import { recordMends, type Recorded } from './record.ts';

/**
 * The batch whose rejected rows a corrected file holds; null for every other file. Where the book does not have that batch,
 * the rows are taken like those of any file, but refused if a file of their kind would take the place of the whole month.
 */
export function mendedByFile(read: ReadDb, { dialect, format, delivery }: Started, file: string): BatchRow | null {
  const marked = markedBatch(dialect.headers);
  if (!marked) return null;
  const of = batchById(read, marked.batch);
  if (of && of.state === 'active' && of.format === format) return of;
  if (delivery !== 'adds' || dialect.source?.delivery === 'replacement')
    refuse('mend.file-of-other', say`“${{ file }}” holds corrected rows of import ${{ batch: marked.batch }}, which is not in this book.`, {
      file,
      row: dialect.headerRow,
      remedy:
        'Open the book from which the rows were exported, or import the whole bill again: by themselves they would take the place of the month.',
    });
  return null;
}

/** After such a file came in: its rows that are lines now are rejected no more. */
export function recordFileMends(write: WriteDb, of: BatchRow, batch: number, context: Context): void {
  const by = batchById(write, batch)!;
  const { column } = markedBatch(dialectOf(by).headers)!;
  const width = dialectOf(of).headers.length;
  const kept = new KeptRows(write, by);
  const mends: Recorded[] = [];
  const taken = new Set<number>();
  for (const byRow of importedRows(write, batch)) {
    const cells = kept.cells(byRow) ?? [];
    const number = cells[column]?.trim() ?? '';
    const row = /^\d{1,9}$/.test(number) ? Number(number) : 0;
    if (taken.has(row) || !rejectOf(write, of.id, row) || mendsOf(write, of.id, [row]).size > 0) continue;
    taken.add(row);
    mends.push({ row, batch, byRow, cells: cells.slice(0, width) });
  }
  if (mends.length > 0) recordMends(write, of, mends, context);
}
