import type { Document } from '../../../statements/export/document.ts';
import type { Cell } from '../../tables/model.ts';
import { amounts, count, text } from '../../tables/model.ts';
import { billGroupsOf, billSheet } from '../bill-sums.ts';
import { aboutBook, aboutSheet } from '../book.ts';
import { tableOf, type DeclaredReport, type ReportContext, type ReportInput } from '../report.ts';
import type { PackageWords } from '../words.ts';
import { arithmeticSheet, checksSheet } from './checks.ts';
import { reconciliationData, type ReconciliationData } from './data.ts';
import { findingsSheet, linesSheet, printedLines } from './findings.ts';
import { totalsSheet } from './totals.ts';

/** Every check of a period with all that it says, so that it can be followed on paper and recomputed in a spreadsheet. */
export const reconciliationReport: DeclaredReport = {
  id: 'reconciliation',
  title: { en: 'Reconciliation report', zh: '逐项对账报告' },
  purpose: {
    en: 'Every check with both sides, the difference, its arithmetic and the lines that do not fit; to be signed.',
    zh: '列出每个检查项的两侧金额、差额、计算过程和不符明细，供签字。',
  },
  parameters: ['vendor'],
  formats: ['xlsx', 'pdf', 'csv'],
  tables: [
    tableOf('totals', 'Totals', '合计'),
    tableOf('checks', 'Checks', '检查项'),
    tableOf('findings', 'Findings', '差异构成'),
    tableOf('lines', 'Lines of findings', '差异明细'),
    tableOf('bills', 'Bill sums', '账单合计'),
    tableOf('sources', 'Made from', '数据来源'),
  ],
  make: (input, given) => reconciliationDocument(reconciliationData(input, given), input, given),
};

/** The report on checks as they are given. */
export function reconciliationDocument(data: ReconciliationData, input: ReportInput, given: ReportContext): Document {
  const { words, context } = given;
  const { common, pack } = words;
  const groups = billGroupsOf(context.session.book().read, input.period).filter((g) => input.vendor === null || g.vendor === input.vendor);
  const lines = linesSheet(data, words);
  const findings = findingsSheet(data, lines, words);
  const checks = checksSheet(data, findings, words);
  const totals = totalsSheet(data, checks, words);
  const bills = billSheet(groups, words);
  const about = aboutBook(input, given, input.vendor === null ? [] : [[common.vendor, common.vendors[input.vendor]]]);
  const { sources, ...head } = about;
  const listed = printedLines(lines, words);
  const title = pack.title.reconciliation;
  const notes = [...(data.findings.length > 0 ? [pack.note.named] : []), ...(data.lines.length > 0 ? [pack.note.listed] : [])];
  const arithmetic = arithmeticSheet(data, words);
  return {
    ...head,
    title,
    range: input.period,
    last: given.last,
    sheets: [totals, checks, findings, lines, bills, sources, aboutSheet(about, title, input.period, notes)].filter(
      (sheet) => sheet.rows.length > 0 || sheet === checks,
    ),
    flat: flatTable(data, words),
    across: true,
    printed: [
      { table: totals, columns: totals.columns.map((c) => c.id), wraps: ['vendor'] },
      {
        table: checks,
        columns: ['no', 'step', 'title', 'vendor', 'currency', 'left', 'right', 'difference', 'status', 'explanation'],
      },
      ...(arithmetic.rows.length > 0
        ? [{ table: arithmetic, columns: arithmetic.columns.map((c) => c.id), wraps: ['arithmetic', 'tolerance'] }]
        : []),
      ...(findings.rows.length > 0
        ? [
            {
              table: findings,
              columns: ['no', 'title', 'kind', 'currency', 'amount', 'count', 'text', 'remedy'],
              wraps: ['text', 'remedy'],
            },
          ]
        : []),
      ...listed.printed,
      ...(bills.rows.length > 0
        ? [{ table: bills, columns: ['vendor', 'currency', 'what', 'billType', 'lines', 'payable', 'coupon', 'total', 'cash', 'tax'] }]
        : []),
      { table: sources, columns: ['batch', 'file', 'rows', 'sha256'], wraps: ['file'] },
    ],
    notes: [...notes, ...listed.notes, common.missingNote],
  };
}

/** As one table: each check, then its findings, then their lines, told apart by the first column. */
function flatTable(data: ReconciliationData, words: PackageWords): Document['flat'] {
  const { common, pack, pick, tell } = words;
  const columns = [
    text('record', pack.record, 10),
    text('check', common.check, 34),
    text('step', common.step, 26),
    text('title', common.title_, 44),
    text('vendor', common.vendor, 14),
    text('currency', common.currency, 9),
    amounts('left', common.left),
    amounts('right', common.right),
    amounts('difference', common.difference),
    text('status', common.status, 12),
    text('tolerance', common.tolerance, 32),
    text('kind', common.kind, 24),
    amounts('amount', common.amount),
    count('count', pack.lines, 10),
    text('file', pack.file, 34),
    count('row', pack.row, 9),
    text('order', pack.order, 28),
    text('resource', pack.resource, 28),
    text('text', common.explanation, 70),
    text('arithmetic', common.arithmetic, 60),
  ];
  const row = (values: Partial<Record<string, Cell>>): Cell[] => columns.map(({ id }) => values[id] ?? null);
  const rows = data.checks.flatMap((c): Cell[][] => {
    const same = {
      check: c.id,
      step: pick(c.step, c.stepZh),
      title: pick(c.title, c.titleZh),
      vendor: c.vendor === null ? null : common.vendors[c.vendor],
      currency: c.currency,
    };
    return [
      row({
        ...same,
        record: pack.records.check,
        left: c.left,
        right: c.right,
        difference: c.difference,
        status: common.checkStatus[c.status],
        tolerance: pick(c.tolerance, c.toleranceZh),
        count: c.lineCount,
        text: tell(c.explanation, c.explanationZh),
        arithmetic: c.arithmetic.map((step, i) => tell(step, c.arithmeticZh[i] ?? step)).join('\n') || null,
      }),
      ...data.findings
        .filter((f) => f.check === c)
        .map(({ finding: f }) =>
          row({
            ...same,
            record: pack.records.finding,
            kind: pick(f.title, f.titleZh),
            amount: f.amount,
            count: f.lineCount,
            text: tell(f.text, f.textZh),
          }),
        ),
      ...data.lines
        .filter((l) => l.check === c)
        .map(({ kind, line, bill }) =>
          row({
            ...same,
            record: pack.records.line,
            kind: kind && pick(kind.en, kind.zh),
            amount: bill?.payable ?? null,
            file: line.file,
            row: line.row,
            order: bill?.orderId ?? null,
            resource: bill ? (bill.resourceName ?? bill.resourceId) : null,
            text: tell(line.text, line.textZh),
          }),
        ),
    ];
  });
  return { id: 'reconciliation', title: pack.title.reconciliation, columns, rows, totals: [] };
}
