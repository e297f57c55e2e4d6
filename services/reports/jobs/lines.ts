import { columnOf } from '../../../domain/bill/columns.ts';
import { unwrap } from '../../../domain/result.ts';
import { scopeOf } from '../../bills/scope.ts';
import type { ParsedInput } from '../../contract/index.ts';
import type { Sink } from '../../files/sink.ts';
import type { Context } from '../../runtime/services.ts';
import { chosenColumns, lineColumns } from '../columns.ts';
import { writeLinesCsv } from '../csv/lines.ts';
import type { Sources } from '../gather.ts';
import type { ExportJob } from '../job.ts';
import { lineSource } from '../lines.ts';
import { Pace } from '../pace.ts';
import { wordsOf } from '../words.ts';
import { writeLinesXlsx } from '../xlsx/bills.ts';
import { selectionOf, whatOf } from './selection.ts';

type Choice = Omit<ParsedInput<'export/query'>, 'groupBy' | 'target'>;

/** Writes bill lines or transaction statements, one a row. */
export async function writeLines(sink: Sink, choice: Choice, context: Context, sources: Pick<Sources, 'book/info'>): Promise<number> {
  const info = await sources['book/info']({}, context);
  const words = wordsOf(choice.language ?? info?.language ?? 'en');
  const columns = choice.columns === null ? lineColumns(words) : chosenColumns(words, choice.columns);
  const sort = choice.sort.map(({ column, descending }) => ({ column: unwrap(columnOf(column)), descending }));
  const lines = lineSource(context.session.book().read, scopeOf(choice), sort, columns, words);
  const pace = new Pace(context, 'lines', 'rows', lines.count);
  if (choice.format === 'csv') return writeLinesCsv(sink, lines, pace, { bom: choice.bom });
  return writeLinesXlsx(sink, words, lines, pace, new Date(info?.createdAt || '2000-01-01T00:00:00Z'));
}

/** Bill lines of a selection with every column. */
export const billsJob = (sources: Pick<Sources, 'book/info'>): ExportJob<'export/bills'> => ({
  what: whatOf,
  selection: selectionOf,
  write: (sink, input, context) =>
    writeLines(sink, { ...input, from: null, to: null, sort: [], columns: null, language: null }, context, sources),
});
