import { batchById } from '../../db/queries/batches.ts';
import { registerCount, registerIds, registerRowsById } from '../../db/queries/register-rows.ts';
import { registerTotals } from '../../db/queries/register-sums.ts';
import { REGISTERS } from '../../domain/formats/format.ts';
import { refuse } from '../../domain/result.ts';
import { registerList } from '../../domain/registers/index.ts';
import { say } from '../../domain/words/said.ts';
import { mendedRow } from '../import/mend/trace.ts';
import { readRegisterOriginal } from '../import/register-original.ts';
import type { Handler } from '../runtime/services.ts';
import { asked } from './scope.ts';
import { columnsOf, toRow } from './view.ts';

/** One page of a list, with the number of rows and the exact totals of the whole filter. */
export const rows: Handler<'registers/rows'> = (input, { session }) => {
  const { read } = session.book();
  const { list, scope, sort } = asked(input);
  const ids = registerIds(read, list, scope, sort, input);
  return {
    rows: registerRowsById(read, ids).map((stored) => toRow(list, stored)),
    count: registerCount(read, scope),
    totals: input.sums ? registerTotals(read, list, scope) : null,
  };
};

/** One row with where it comes from, as it stood in its file. */
export const row: Handler<'registers/row'> = ({ id }, { session }) => {
  const { read } = session.book();
  const [stored] = registerRowsById(read, [id]);
  const kind = REGISTERS.find((known) => known === stored?.register);
  if (!stored || !kind)
    refuse('registers.no-row', say`There is no row ${{ id }} of a list.`, {
      value: String(id),
      remedy: 'The import may have been undone; refresh the list.',
    });
  const list = registerList(kind);
  const batch = batchById(read, stored.batch)!;
  return {
    kind,
    columns: columnsOf(list, [{ data: JSON.stringify(stored.data) }]),
    row: toRow(list, stored),
    source: {
      file: stored.file,
      sha256: batch.sha256,
      format: stored.format,
      importedAt: batch.imported_at,
      row: stored.row,
      ...readRegisterOriginal(read, stored),
      mends: mendedRow(read, stored),
    },
  };
};
