import { batchById } from '../../../db/queries/batches.ts';
import { mendsOf } from '../../../db/queries/mends.ts';
import type { Output } from '../../contract/index.ts';
import type { Handlers } from '../../runtime/services.ts';
import { mendRows } from './apply.ts';
import { checkMended, type Finding } from './check.ts';
import { keptRow } from './kept-rows.ts';
import { dialectOf, mendableBatch, openReject, rejected } from './mending.ts';

export type MendNames = 'import/rejectedRow' | 'import/checkMend' | 'import/mend';

export const mendHandlers: Handlers<MendNames> = {
  'import/rejectedRow': ({ batch, row }, { session }) => {
    const { read } = session.book();
    const of = mendableBatch(read, batch);
    const by = mendsOf(read, batch, [row]).get(row) ?? null;
    const reject = by === null ? openReject(read, of, row) : rejected(read, of, row);
    const { headers, delimiter } = dialectOf(of);
    const cells = (keptRow(read, of, row) ?? []).map((c) => c ?? '');
    const mended =
      by === null
        ? null
        : { ...by, cells: (keptRow(read, batchById(read, by.batch)!, by.byRow) ?? []).slice(0, headers.length).map((c) => c ?? '') };
    const column = headers.findIndex((h) => h.trim() === reject.column);
    return { headers: headers.map((h) => h.trim()), cells, delimiter, column: column < 0 ? null : column, mended };
  },

  'import/checkMend': async ({ batch, rows }, context) => {
    const { read } = context.session.book();
    const of = mendableBatch(read, batch);
    for (const { row } of rows) openReject(read, of, row);
    const { findings } = await checkMended(of, rows, context);
    return { rows: rows.map(({ row }) => toCheck(row, findings.get(row)!)) };
  },

  'import/mend': ({ batch, rows }, context) => mendRows(batch, rows, context),
};

const NOTHING = { column: null, value: null, code: null, reason: null, batch: null, inRow: null, fields: null };

function toCheck(row: number, finding: Finding): Output<'import/checkMend'>['rows'][number] {
  const { kind: state } = finding;
  switch (finding.kind) {
    case 'new':
      return { ...NOTHING, row, state, fields: finding.fields };
    case 'wrong': {
      const { column, value, code, reason, said } = finding.reject;
      return { ...NOTHING, row, state, column, value, code, reason, ...(said && { said }) };
    }
    case 'here':
      return { ...NOTHING, row, state, batch: finding.batch, inRow: finding.row };
    case 'older':
      return { ...NOTHING, row, state, batch: finding.batch };
    case 'ignored':
      return { ...NOTHING, row, state };
  }
}
