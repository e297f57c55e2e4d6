import { MEASURE_NAMES } from '../../../domain/formats/fields.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Output, ParsedInput } from '../../contract/index.ts';
import type { Sink } from '../../files/sink.ts';
import type { Context, Handler } from '../../runtime/services.ts';
import { chosenColumns } from '../columns.ts';
import { writeTableCsv } from '../csv/table.ts';
import type { Sources } from '../gather.ts';
import type { ExportJob } from '../job.ts';
import { Pace } from '../pace.ts';
import { amounts, count, type Cell, type Column, type Table } from '../tables/model.ts';
import { wordsOf, type Words } from '../words.ts';
import { writeLines } from './lines.ts';
import { selectionOf, whatOf } from './selection.ts';

/** Groups that are held in memory at a time; more are as good as lines, which stream. */
const MOST = 500_000;

type Sums = Output<'bills/query'>;
export type QuerySources = Pick<Sources, 'book/info'> & { 'bills/query': Handler<'bills/query'> };

/** What the details screen shows: lines, or sums of groups with the totals below. */
export const queryJob = (sources: QuerySources): ExportJob<'export/query'> => ({
  what: whatOf,
  selection: selectionOf,
  write: (sink, input, context) =>
    input.groupBy.length === 0 ? writeLines(sink, input, context, sources) : writeGroups(sink, input, context, sources),
});

async function writeGroups(sink: Sink, input: ParsedInput<'export/query'>, context: Context, sources: QuerySources): Promise<number> {
  const info = await sources['book/info']({}, context);
  const words = wordsOf(input.language ?? info?.language ?? 'en');
  const sums = await sources['bills/query']({ ...input, limit: MOST }, context);
  if (sums.truncated)
    refuse('export.too-many-groups', say`There are more than ${{ most: String(MOST) }} groups.`, {
      remedy: 'Group by fewer columns, narrow the filter, or export the lines.',
    });
  const table = tableOf(sums, input.columns, words);
  const pace = new Pace(context, 'groups', 'rows', table.rows.length);
  if (input.format === 'csv') return writeTableCsv(sink, table, pace, { bom: input.bom });
  const { writeTablesXlsx } = await import('../xlsx/table-book.ts');
  const rows = await writeTablesXlsx(sink, [table], table.title, new Date(info?.createdAt || '2000-01-01T00:00:00Z'));
  pace.finish(rows);
  return rows;
}

/** The group's columns, currency, lines, then the measures that any group has; or the chosen ones of them, in the order chosen. */
function tableOf(sums: Sums, wanted: readonly string[] | null, words: Words): Table {
  const names = sums.columns.slice(0, sums.columns.length - MEASURE_NAMES.length - 1);
  const groups = names.map((name): Column & { key: string } => ({ ...chosenColumns(words, [name])[0]!, key: name }));
  const measures = MEASURE_NAMES.filter((m) => wanted?.includes(m) ?? Object.values(sums.totals).some((t) => t[m] !== null));
  const all = [
    ...groups,
    { ...count('lines', words.lines), key: 'lines' },
    ...measures.map((m) => ({ ...amounts(m, words.measures[m]), key: m as string })),
  ];
  const columns = wanted === null ? all : pick(all, wanted);
  const lines = new Map<string, number>();
  for (const row of sums.rows) {
    const currency = String(row[names.find((n) => n.toLowerCase() === 'currency' || n === 'BillingCurrency') ?? 'currency']);
    lines.set(currency, (lines.get(currency) ?? 0) + Number(row['lines']));
  }
  return {
    id: 'groups',
    title: words.group,
    columns: columns.map(({ key: _key, ...column }) => column),
    rows: sums.rows.map((row) => columns.map(({ id, key }): Cell => inWords(id, row[key] ?? null, words))),
    totals: Object.entries(sums.totals).map(([currency, totals]) =>
      columns.map(({ id, kind }, i): Cell => {
        if (id === 'lines') return lines.get(currency) ?? null;
        if (kind === 'amount') return totals[id as keyof typeof totals] ?? null;
        if (id === 'currency') return currency;
        return i === 0 ? words.totalOf : null;
      }),
    ),
  };
}

/** Chosen columns in their order; unknown ones are refused, so that none is missing without a word. */
function pick<C extends Column>(all: readonly C[], wanted: readonly string[]): C[] {
  return wanted.map(
    (name) =>
      all.find((c) => c.id === name.trim()) ??
      refuse('export.not-a-column', say`The groups have no column “${{ name: name.slice(0, 80) }}”.`, {
        column: name.slice(0, 80),
        remedy: say`Choose from ${{ columns: all.map((c) => c.id) }}.`,
      }),
  );
}

function inWords(id: string, value: string | number | null, words: Words): Cell {
  if (value === null) return null;
  if (id === 'vendor') return Object.hasOwn(words.vendors, value) ? words.vendors[value as keyof Words['vendors']] : value;
  if (id === 'kind') return value === 'statement' ? words.statement : words.detail;
  return value;
}
