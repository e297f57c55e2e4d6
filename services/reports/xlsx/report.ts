import { POLICIES } from '../../../domain/money/rounding.ts';
import type { Sink } from '../../files/sink.ts';
import { dataTime, type LineSource, type ReportData } from '../data.ts';
import { Pace, type Caller } from '../pace.ts';
import { allocations, certificates, invoices, payments } from '../tables/documents.ts';
import { accounts, breakdown, productTypes, summary } from '../tables/groups.ts';
import { exceptions, reconciliation } from '../tables/reconciliation.ts';
import { fill, wordsOf, type Words } from '../words.ts';
import { CellWriter, columnName } from './cells.ts';
import { writeLineSheets } from './lines.ts';
import type { StyleName } from './styles.ts';
import { tableRow, writeTableSheet } from './tables.ts';
import { ReportWorkbook } from './workbook.ts';

/** The whole report as a workbook; returns the number of bill lines in it. */
export async function writeReportXlsx(sink: Sink, data: ReportData, lines: LineSource, caller: Caller): Promise<number> {
  const words = wordsOf(data.language);
  const workbook = new ReportWorkbook(sink, dataTime(data), `${words.title} ${data.period}`);
  try {
    const cells = new CellWriter(workbook.styles);
    await writeSummary(workbook, cells, data, words);
    const checks = exceptions(data, words);
    const tables = [
      breakdown(data, words),
      productTypes(data, words),
      accounts(data, words),
      reconciliation(data, words),
      ...(checks.rows.length > 0 ? [checks] : []),
      invoices(data, words),
      payments(data, words),
      certificates(data, words),
      allocations(data, words),
    ];
    for (const table of tables) await writeTableSheet(workbook, cells, table);
    const pace = new Pace(caller, 'lines', 'rows', lines.count);
    const count = await writeLineSheets(workbook, cells, lines, pace, {
      name: words.lineSheet,
      totalLabel: words.totalOf,
    });
    await writeAbout(workbook, cells, data, words, count);
    await workbook.finish();
    return count;
  } catch (error) {
    workbook.abort();
    throw error;
  }
}

/** Rows of label and value, the heading of the summary and the whole of About. Null ends a block. */
type Fact = readonly [label: string, value: string] | { section: string } | null;

function factRows(cells: CellWriter, facts: readonly Fact[], from: number): { xml: string; next: number } {
  let row = from;
  let xml = '';
  for (const fact of facts) {
    if (fact !== null) {
      if ('section' in fact) xml += cells.row(row, [cells.text(`A${row}`, fact.section, 'section')], 22);
      else xml += cells.row(row, [cells.text(`A${row}`, fact[0], 'label'), cells.text(`B${row}`, fact[1], 'text')]);
    }
    row++;
  }
  return { xml, next: row };
}

const profile = (data: ReportData, words: Words): Fact[] => [
  [words.company, data.book.company || words.none],
  [words.entity, data.book.entity],
  [words.country, data.book.country],
  [words.period, data.period],
  [words.status, words.billStatus[data.summary.status]],
  [words.lines, String(data.summary.lines)],
];

const checksLine = (data: ReportData, words: Words): string => fill(words.checksLine, data.reconciliation.counts);

async function writeSummary(workbook: ReportWorkbook, cells: CellWriter, data: ReportData, words: Words): Promise<void> {
  const table = summary(data, words);
  const sheet = workbook.sheet({
    name: words.summary,
    widths: table.columns.map((c) => c.width).concat(table.columns.length < 2 ? [40] : []),
    frozenRows: 0,
  });
  sheet.first([`${words.title} ${data.period}`], () => 'title', 28);
  const top = factRows(cells, [...profile(data, words), [words.reconciliation, checksLine(data, words)], null], 3);
  await sheet.write(top.xml);
  let row = top.next;
  const header = (i: number): StyleName => (i === 0 ? 'header' : 'headerRight');
  await sheet.write(
    cells.row(
      row,
      table.columns.map((c, i) => cells.text(`${columnName(i)}${row}`, c.label, header(i))),
      20,
    ),
  );
  for (const [i, values] of table.rows.entries()) await sheet.write(tableRow(cells, table, ++row, values, i === 0));
  await sheet.write(factRows(cells, [null, [words.missingNote, '']], row + 1).xml);
  await sheet.close();
}

async function writeAbout(workbook: ReportWorkbook, cells: CellWriter, data: ReportData, words: Words, lines: number): Promise<void> {
  const sheet = workbook.sheet({ name: words.about, widths: [34, 110], frozenRows: 0 });
  sheet.first([words.about], () => 'title', 28);
  const facts: Fact[] = [
    [words.book, data.book.name],
    ...profile(data, words),
    [words.bookCurrency, data.book.currency],
    [
      words.settlement,
      Object.hasOwn(words.settlements, data.book.settlement)
        ? words.settlements[data.book.settlement as keyof Words['settlements']]
        : data.book.settlement,
    ],
    [words.customerStatus, data.book.customerStatus],
    null,
    { section: words.state },
    [words.stateEntry, data.state ? String(data.state.seq) : words.none],
    [words.changedAt, data.state?.at ?? words.none],
    [words.hash, data.state?.hash ?? words.none],
    null,
    { section: words.figures },
    ['', words.figuresNote],
    ['', words.missingNote],
    ['', words.datesNote],
    ['', words.strippedNote],
    ['', `${words.cutNote} ${cells.cut}`],
    ['', words.lineTotalsNote],
    [words.rows, String(lines)],
    null,
    { section: words.policies },
    ...Object.values(POLICIES).map((policy): Fact => [
      policy.id,
      data.language === 'zh-CN' ? `${policy.titleZh}（${policy.sourceZh}）` : `${policy.title} (${policy.source})`,
    ]),
  ];
  await sheet.write(factRows(cells, facts, 3).xml);
  await sheet.close();
}
