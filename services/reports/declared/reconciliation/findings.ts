import { sum } from '../../../../domain/money/amount.ts';
import type { MeasureName } from '../../../../domain/formats/fields.ts';
import type { Printed } from '../../../statements/export/document.ts';
import type { Sheet } from '../../../statements/export/sheet.ts';
import { amounts, count, date, text, type Cell } from '../../tables/model.ts';
import { fill } from '../../words.ts';
import type { PackageWords } from '../words.ts';
import type { NumberedFinding, ReconciliationData } from './data.ts';

/** What of a bill line stands beside it. */
const MEASURES: readonly MeasureName[] = ['payable', 'coupon', 'cash', 'credit', 'monthlySettled', 'outstanding'];
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lines behind the findings, with file and row, and what the bill says of them. */
export function linesSheet({ lines }: ReconciliationData, { common, pack, pick, tell }: PackageWords): Sheet {
  const used = MEASURES.filter((m) => lines.some(({ bill }) => (bill?.[m] ?? null) !== null));
  return {
    id: 'lines',
    title: pack.tables.lines,
    columns: [
      text('no', pack.findings, 10),
      text('check', common.check, 34),
      text('kind', common.kind, 22),
      text('file', pack.file, 34),
      count('row', pack.row, 9),
      date('date', common.date),
      text('order', pack.order, 28),
      text('resource', pack.resource, 28),
      text('product', pack.product, 26),
      text('currency', common.currency, 9),
      ...used.map((m) => amounts(m, common.measures[m])),
      text('text', common.text, 70),
      count('line', common.lineId, 11),
    ],
    rows: lines.map(({ no, check, kind, line, bill }): Cell[] => [
      no,
      check.id,
      kind && pick(kind.en, kind.zh),
      line.file,
      line.row,
      bill?.date ?? null,
      bill?.orderId ?? null,
      bill ? (bill.resourceName ?? bill.resourceId) : null,
      bill ? (bill.product ?? bill.productType) : null,
      bill?.currency ?? check.currency,
      ...used.map((m) => bill?.[m] ?? null),
      tell(line.text, line.textZh) || null,
      bill ? line.id : null,
    ]),
    totals: [],
  };
}

/** Lines of a finding that are printed; a file for programs has them all. */
const PRINTED = 20;

/** The sheet of lines for print, with a note where it leaves lines out; nothing where there is no line. */
export function printedLines(sheet: Sheet, { pack }: PackageWords): { printed: Printed[]; notes: string[] } {
  if (sheet.rows.length === 0) return { printed: [], notes: [] };
  const [no, check] = ['no', 'check'].map((id) => sheet.columns.findIndex((c) => c.id === id)) as [number, number];
  const rows = [...Map.groupBy(sheet.rows, (row) => `${row[check]} ${row[no]}`).values()].flatMap((own) => own.slice(0, PRINTED));
  return {
    printed: [
      {
        table: { ...sheet, rows },
        columns: ['no', 'file', 'row', 'date', 'order', 'resource', 'currency', 'payable', 'text'],
        wraps: ['file', 'order', 'resource', 'text'],
      },
    ],
    notes: rows.length < sheet.rows.length ? [fill(pack.note.printed, { count: PRINTED })] : [],
  };
}

/** The named parts of the differences; what their listed lines come to is added up from the sheet of lines. */
export function findingsSheet({ findings, lines }: ReconciliationData, lineSheet: Sheet, words: PackageWords): Sheet {
  const { common, pack, pick, tell } = words;
  const payable = lineSheet.columns.some((c) => c.id === 'payable');
  const listed = (no: string): ReconciliationData['lines'] => lines.filter((line) => line.no === no);
  const amountOf = (no: string): string | null => {
    const own = listed(no).flatMap(({ bill }) => bill?.payable ?? []);
    return own.length === 0 ? null : sum(own);
  };
  const kindOf = ({ finding }: NumberedFinding): string => pick(finding.title, finding.titleZh);
  const groups = [...Map.groupBy(findings, (f) => `${kindOf(f)}\u0000${f.check.currency ?? ''}`)].toSorted(([a], [b]) => order(a, b));
  return {
    id: 'findings',
    title: pack.tables.findings,
    columns: [
      text('no', pack.no, 8),
      text('check', common.check, 34),
      text('title', common.title_, 40),
      text('vendor', common.vendor, 14),
      text('kind', common.kind, 24),
      text('currency', common.currency, 9),
      amounts('amount', common.amount),
      count('count', pack.lines, 10),
      count('listed', pack.listed, 10),
      ...(payable ? [amounts('linesPayable', pack.linesPayable)] : []),
      text('text', common.text, 70),
      text('remedy', pack.todo, 40),
    ],
    rows: findings.map((f): Cell[] => [
      f.no,
      f.check.id,
      pick(f.check.title, f.check.titleZh),
      f.check.vendor === null ? null : common.vendors[f.check.vendor],
      kindOf(f),
      f.check.currency,
      f.finding.amount,
      f.finding.lineCount,
      listed(f.no).length,
      ...(payable ? [amountOf(f.no)] : []),
      tell(f.finding.text, f.finding.textZh) || null,
      tell(f.finding.remedy, f.finding.remedyZh),
    ]),
    totals: groups.map(([, own]): Cell[] => {
      const [first] = own as [NumberedFinding];
      const figures = own.flatMap(({ finding }) => finding.amount ?? []);
      return [
        common.totalOf,
        null,
        null,
        null,
        kindOf(first),
        first.check.currency,
        figures.length === 0 ? null : sum(figures),
        own.reduce((n, { finding }) => n + finding.lineCount, 0),
        own.reduce((n, { no }) => n + listed(no).length, 0),
        ...(payable ? [null] : []),
        null,
        null,
      ];
    }),
    by: ['kind', 'currency'],
    adds: ['count', 'listed'],
    sums: {
      of: lineSheet,
      columns: payable ? { linesPayable: 'payable' } : {},
      where: () => [['no', 'no']],
      counts: { listed: [] },
    },
  };
}
