import { makeCountsAnew } from '../../../db/blocks/build.ts';
import { asFailure } from '../../../db/book.ts';
import type { BatchRow } from '../../../db/queries/batches.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { FileImport } from '../../contract/imports.ts';
import type { Context } from '../../runtime/services.ts';
import { holdPeriods } from '../../close/locked.ts';
import { Pace } from '../pace.ts';
import { importTable } from '../run.ts';
import { checkMended, type Finding } from './check.ts';
import { mendableBatch, openReject, wantedOfBatch, type MendedRow } from './mending.ts';
import { recordMends } from './record.ts';

/** Brings mended rows into the book as a batch of their own, all or none; the batch that rejected them stays as it is. */
export async function mendRows(id: number, rows: readonly MendedRow[], context: Context): Promise<FileImport> {
  const book = context.session.book();
  const of = mendableBatch(book.read, id);
  for (const { row } of rows) openReject(book.read, of, row);
  const { findings, given } = await checkMended(of, rows, context);
  for (const [row, finding] of [...findings].sort(([a], [b]) => a - b)) refuseUnlessNew(of, row, finding);
  const { write } = book;
  write.begin();
  try {
    const file = { path: '', name: of.file };
    const result = await importTable(file, null, wantedOfBatch(of), book, context, new Pace(context, 'import'), { of, given });
    if ('members' in result || result.batch === null || result.imported !== rows.length)
      refuse('mend.not-whole', say`The mended rows of “${{ file: of.file }}” could not all be taken in. Nothing was changed.`, {
        file: of.file,
        remedy: 'Check them again, then import them.',
      });
    const { batch } = result;
    holdPeriods(write, result.periods);
    recordMends(
      write,
      of,
      rows.map(({ row, cells }) => ({ row, batch, byRow: row, cells })),
      context,
    );
    makeCountsAnew(write);
    write.commit();
    return result;
  } catch (error) {
    write.rollback();
    throw asFailure(error, book.path);
  }
}

function refuseUnlessNew(of: BatchRow, row: number, finding: Finding): void {
  const { file } = of;
  switch (finding.kind) {
    case 'new':
      return;
    case 'wrong': {
      const { code, column, value, reason, said } = finding.reject;
      refuse('mend.wrong', say`Row ${{ row }} of “${{ file }}” is wrong still: ${{ reason: said ?? reason }}`, {
        file,
        row,
        column: column ?? undefined,
        value: value ?? undefined,
        reason: code,
        remedy: 'Nothing was imported. Mend the cell, or leave the row out.',
      });
    }
    // falls through: refuse does not return
    case 'here':
      refuse(
        'mend.here',
        say`Row ${{ row }} of “${{ file }}”, as mended, is in the book already: row ${{ other: finding.row }} of batch ${{ batch: finding.batch }}.`,
        {
          file,
          row,
          remedy: 'Nothing was imported. Leave the row out: its line is there.',
        },
      );
    // falls through: refuse does not return
    case 'older':
      refuse(
        'mend.older',
        say`Batch ${{ batch: finding.batch }} took the place of “${{ file }}” for the month and account of row ${{ row }}.`,
        {
          file,
          row,
          remedy: 'Nothing was imported. Leave the row out: the newer file tells that month.',
        },
      );
    // falls through: refuse does not return
    case 'ignored':
      refuse(
        'mend.no-line',
        say`Row ${{ row }} of “${{ file }}”, as mended, is no bill line: it is empty, or reads like a line of totals.`,
        {
          file,
          row,
          remedy: 'Nothing was imported. Mend the row, or leave it out.',
        },
      );
  }
}
