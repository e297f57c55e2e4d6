import { ExportLineReader, exportLineIds } from '../../db/queries/export-lines.ts';
import { MEASURE_NAMES } from '../../domain/formats/fields.ts';
import { scopeOf } from '../bills/scope.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import type { Context, Handler } from '../runtime/services.ts';
import type { LineSource } from './data.ts';

/** Lines read at a time: small enough that a page never holds the process up. */
const PAGE = 250;

type Selection = Pick<ParsedInput<'bills/lines'>, 'period' | 'where' | 'hideZero' | 'search' | 'kind'>;
export type ReadLines = Handler<'bills/lines'>;

/**
 * The selection's lines as a source for files. Count and totals come from bills/lines, the procedure that screens show;
 * the lines are read by their ids, which are fixed at the start. The writer holds the one against the other.
 */
export async function lineSource(selection: Selection, context: Context, readLines: ReadLines): Promise<LineSource> {
  const first: Output<'bills/lines'> = await readLines({ ...selection, sort: [], offset: 0, limit: 1, ids: null }, context);
  const read = context.session.book().read;
  const ids = exportLineIds(read, scopeOf(selection));
  const present = MEASURE_NAMES.filter((m) => Object.values(first.totals).some((t) => t[m] !== null));
  return {
    count: first.count,
    totals: first.totals,
    *pages() {
      const reader = new ExportLineReader(read, present);
      for (let i = 0; i < ids.length; i += PAGE) yield reader.lines(ids.slice(i, i + PAGE));
    },
  };
}
