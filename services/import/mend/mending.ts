import type { ReadDb } from '../../../db/connection.ts';
import { batchById, type BatchRow, type RejectRow } from '../../../db/queries/batches.ts';
import { mendsOf, rejectOf } from '../../../db/queries/mends.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Dialect, GivenTable } from '../parser/protocol.ts';
import { formatOfBatch, profileOfBatch } from '../profiles/format-of.ts';
import type { Wanted } from '../profiles/store.ts';
import { keptRows } from './kept-rows.ts';

/** Rejected rows of a batch, as mended, on their way into the book. */
export interface Mending {
  of: BatchRow;
  given: GivenTable;
}

/** A rejected row as the user has mended it: its number in the file, and a cell for each column of the header. */
export interface MendedRow {
  row: number;
  cells: string[];
}

/** Rows that a header row may be looked for in; a format decides by those of them that lie below it. */
const FIRST_ROWS = 20;

/** Why the rejected rows of a batch cannot be mended cell by cell; null where they can. */
export type CannotMend = 'json' | 'undone' | 'no-format';

export function whyNot(batch: BatchRow): CannotMend | null {
  if (batch.state === 'undone') return 'undone';
  if (dialectOf(batch).shape === 'json') return 'json';
  return formatOfBatch(batch) ? null : 'no-format';
}

export const dialectOf = (batch: BatchRow): Dialect => JSON.parse(batch.dialect) as Dialect;

/** The batch, or a refusal: there is none, or its rows cannot be mended. */
export function mendableBatch(read: ReadDb, id: number): BatchRow {
  const batch = batchById(read, id);
  if (!batch) refuse('import.no-such-batch', say`There is no batch ${{ id }}.`, { remedy: 'List the batches and choose one of them.' });
  const { file } = batch;
  switch (whyNot(batch)) {
    case 'undone':
      refuse('mend.undone', say`Batch ${{ id }} (${{ file }}) was undone: none of its rows is in the book.`, {
        file,
        remedy: 'Import the file again, then mend its rejected rows.',
      });
    // falls through: refuse does not return
    case 'json':
      refuse('mend.json', say`“${{ file }}” is JSON: its records have no cells that could be edited one by one.`, {
        file,
        remedy:
          'Correct the record in the file, or save the API answer again, and import it: the records that are here already are recognised.',
      });
    // falls through: refuse does not return
    case 'no-format':
      refuse(
        'mend.no-format',
        say`The format ${{ format: batch.format }}, by which “${{ file }}” was read, is not in this program any more.`,
        {
          file,
          remedy: 'Import the file again.',
        },
      );
    // falls through: refuse does not return
    case null:
      return batch;
  }
}

/** What was said of the rejected row; refused where the batch rejected no such row. */
export function rejected(read: ReadDb, { id, file }: BatchRow, row: number): RejectRow {
  const reject = rejectOf(read, id, row);
  if (!reject)
    refuse('mend.no-such-row', say`Row ${{ row }} of “${{ file }}” is not among the rejected rows of batch ${{ id }}.`, {
      file,
      row,
      remedy: 'Choose one of its rejected rows.',
    });
  return reject;
}

/** The same of a row that can be mended; refused where it was mended before, or runs on to the end of the file. */
export function openReject(read: ReadDb, batch: BatchRow, row: number): RejectRow {
  const { id, file } = batch;
  const reject = rejected(read, batch, row);
  const by = mendsOf(read, id, [row]).get(row);
  if (by !== undefined)
    refuse(
      'mend.twice',
      say`Row ${{ row }} of “${{ file }}” was mended before: it is in the book as row ${{ byRow: by.byRow }} of batch ${{ by: by.batch }}.`,
      {
        file,
        row,
        remedy: say`Undo batch ${{ by: by.batch }} to mend it in another way.`,
      },
    );
  if (reject.code === 'row.unterminated-quote')
    refuse(
      'mend.unterminated-quote',
      say`A quotation mark in row ${{ row }} of “${{ file }}” is never closed: all that follows it in the file ran into this row.`,
      {
        file,
        row,
        remedy: 'Correct the quotation mark in the file and import the file again: the rows that are here already are recognised.',
      },
    );
  return reject;
}

/** The rows under the header of their file, to be read as that file was. `first`: rows of the file that go before them. */
export function givenTable(read: ReadDb, of: BatchRow, rows: readonly MendedRow[], first: GivenTable['rows']): GivenTable {
  const { headers, headerRow, shape, source = null } = dialectOf(of);
  const head: GivenTable['head'] = [];
  for (const kept of keptRows(read, of, headerRow + 1)) {
    if (kept.row >= FIRST_ROWS) break;
    head.push(kept.cells);
  }
  // An empty cell of a sheet is none; one of a text is an empty text.
  const cell = (text: string): string | null => (shape === 'cells' && text === '' ? null : text);
  const mended = rows.map(({ row, cells }) => ({ row, cells: cells.map(cell) })).sort((a, b) => a.row - b.row);
  return { header: { row: headerRow, cells: headers }, rows: [...first, ...mended], head, source };
}

/** To be read by the format or the profile that the batch was read by, and by no other. */
export function wantedOfBatch(batch: BatchRow): Wanted {
  const profile = profileOfBatch(batch) ?? null;
  const { source } = dialectOf(batch);
  return {
    format: profile ? null : batch.format,
    profile,
    profiles: [],
    ...(source && { choice: { timeZone: source.timeZone, delivery: source.delivery } }),
  };
}
