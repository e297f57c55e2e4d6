import { periodBounds } from '../../domain/time/plain-date.ts';
import { settingsOf } from '../book/profile.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { Sink } from '../files/sink.ts';
import { BOM, csvAmount, csvRecord, csvText } from '../reports/csv/encode.ts';
import { Pace } from '../reports/pace.ts';
import { recordExport } from '../reports/record.ts';
import { exportTarget } from '../reports/target.ts';
import { CellWriter, columnName } from '../reports/xlsx/cells.ts';
import { ReportWorkbook } from '../reports/xlsx/workbook.ts';
import type { Context, Handler } from '../runtime/services.ts';
import type { ParsedInput } from '../contract/index.ts';
import { prepaidRows, tellLines } from './rows.ts';
import { groupColumns, lineColumns, partsIn, type SheetColumn } from './sheet.ts';
import { allocationOf, tellGroup } from './summary.ts';
import { sheetWords, type Language } from './words.ts';

/** Lines told at a time. */
const PAGE = 500;

interface Table<Row> {
  columns: SheetColumn<Row>[];
  count: number;
  pages(): Iterable<readonly Row[]>;
}

/** Writes the allocation of a month as CSV or XLSX: its groups, or every line that is paid ahead, figures with every digit. */
export const exportAllocation: Handler<'export/allocation'> = async (input, context) => {
  const target = await exportTarget(context, input.target);
  const { read } = context.session.book();
  const language = input.language ?? settingsOf(read).language;
  // The one or the other: their rows have different columns.
  const write = (sink: Sink): Promise<number> =>
    input.rows === 'groups'
      ? writeTable(groupsOf(input, context, language), sink, input, language, context)
      : writeTable(linesOf(input, context, language), sink, input, language, context);
  const result = await writeAtomically(target.path, context.signal, write);
  const written = { file: target.name, sha256: result.sha256, rows: result.value, bytes: result.bytes };
  return recordExport(context, 'export/allocation', `allocation ${input.period}`, input.format, written);
};

type Asked = ParsedInput<'export/allocation'>;

function groupsOf(input: Asked, { session }: Context, language: Language) {
  const { groups, columns, totals } = allocationOf(session.book().read, input);
  return { columns: groupColumns(language, columns, totals), count: groups.length, pages: () => tellPages(groups) };
}

function* tellPages(groups: ReturnType<typeof allocationOf>['groups']) {
  for (let at = 0; at < groups.length; at += PAGE) yield groups.slice(at, at + PAGE).map(tellGroup);
}

function linesOf(input: Asked, { session }: Context, language: Language) {
  const { read } = session.book();
  const { period, where, search } = input;
  const found = prepaidRows(read, { period, where, search, state: 'all', sort: 'id', descending: false });
  const page = (at: number) => tellLines(read, found.slice(at, at + PAGE), period);
  function* pages() {
    for (let at = 0; at < found.length; at += PAGE) yield page(at);
  }
  // Which parts occur is told by all lines; their standings are made from what is in memory.
  const used = new Set<ReturnType<typeof partsIn> extends Set<infer P> ? P : never>();
  for (const lines of pages()) for (const part of partsIn(lines.map(({ standing }) => standing))) used.add(part);
  return { columns: lineColumns(language, used), count: found.length, pages };
}

async function writeTable<Row>(
  table: Table<Row>,
  sink: Sink,
  { format, bom, period }: Asked,
  language: Language,
  context: Context,
): Promise<number> {
  const pace = new Pace(context, 'rows', 'rows', table.count);
  const count =
    format === 'csv' ? await writeCsv(table, sink, bom, pace) : await writeXlsx(table, sink, sheetWords(language).sheet, period, pace);
  pace.finish(count);
  return count;
}

async function writeCsv<Row>({ columns, pages }: Table<Row>, sink: Sink, bom: boolean, pace: Pace): Promise<number> {
  await sink.write((bom ? BOM : '') + csvRecord(columns.map(({ title }) => csvText(title))));
  let count = 0;
  for (const page of pages())
    for (const row of page) {
      await sink.write(csvRecord(columns.map(({ kind, of }) => csvCell(kind, of(row)))));
      count++;
      if (pace.due) await pace.breathe(count);
    }
  return count;
}

const csvCell = (kind: SheetColumn<unknown>['kind'], value: string | number | null): string =>
  typeof value === 'number' ? String(value) : kind === 'amount' ? csvAmount(value) : csvText(value);

async function writeXlsx<Row>({ columns, pages }: Table<Row>, sink: Sink, name: string, period: string, pace: Pace): Promise<number> {
  const workbook = new ReportWorkbook(sink, new Date(`${periodBounds(period).last}T00:00:00Z`), name);
  try {
    const cells = new CellWriter(workbook.styles);
    const sheet = workbook.sheet({ name, widths: columns.map(({ width }) => width), frozenRows: 1, landscape: true, titleRow: 1 });
    const right = columns.map(({ kind }) => kind === 'amount' || kind === 'count');
    sheet.first(
      columns.map(({ title }) => title),
      (i) => (right[i] ? 'headerRight' : 'header'),
      30,
    );
    let row = 1;
    for (const page of pages())
      for (const line of page) {
        row++;
        const pending = sheet.write(
          cells.row(
            row,
            columns.map(({ kind, of }, i) => cells.value(`${columnName(i)}${row}`, kind, of(line))),
          ),
        );
        if (pending) await pending;
        if (pace.due) await pace.breathe(row - 1);
      }
    await sheet.close(row > 1 ? `A1:${columnName(columns.length - 1)}${row}` : undefined);
    await workbook.finish();
    return row - 1;
  } catch (error) {
    workbook.abort();
    throw error;
  }
}
