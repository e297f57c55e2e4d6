import { listDiscrepancies, type Discrepancy } from '../../../db/queries/discrepancies.ts';
import { sum } from '../../../domain/money/amount.ts';
import { daysBetween } from '../../../domain/time/plain-date.ts';
import type { Document } from '../../statements/export/document.ts';
import type { Sheet } from '../../statements/export/sheet.ts';
import { amounts, count, date, text, type Cell } from '../tables/model.ts';
import { fill } from '../words.ts';
import { aboutBook, aboutSheet } from './book.ts';
import { reconciliationData, type ReconciliationData } from './reconciliation/data.ts';
import { linesSheet, printedLines } from './reconciliation/findings.ts';
import { tableOf, type DeclaredReport, type ReportContext, type ReportInput } from './report.ts';
import type { PackageWords } from './words.ts';

/** Every check that fails and every discrepancy that somebody took up, with where it stands. */
export const differencesReport: DeclaredReport = {
  id: 'differences',
  title: { en: 'Differences', zh: '差异清单' },
  purpose: {
    en: 'Every failed check and every discrepancy of the period: state, reason, age and lines.',
    zh: '账期内所有未通过的检查与差异：状态、原因、天数和明细。',
  },
  parameters: ['vendor', 'asOf'],
  formats: ['xlsx', 'pdf', 'csv'],
  tables: [
    tableOf('byState', 'By state', '按状态'),
    tableOf('differences', 'Differences', '差异'),
    tableOf('lines', 'Lines of findings', '差异明细'),
    tableOf('sources', 'Made from', '数据来源'),
  ],
  make: (input, given) => differencesDocument(reconciliationData(input, given), input, given),
};

type State = Discrepancy['state'] | 'unseen';
interface Difference {
  id: number | null;
  check: string;
  title: { en: string; zh: string };
  kind: { en: string; zh: string } | null;
  vendor: string | null;
  currency: string | null;
  amount: string | null;
  /** The difference when it was taken up. */
  opened: string | null;
  state: State;
  reason: string;
  document: string | null;
  since: string | null;
  due: string | null;
  lines: number;
  text: { en: string; zh: string };
}

/** Discrepancies by number, then failed checks for which there is none. */
function differencesOf({ checks }: ReconciliationData, taken: readonly Discrepancy[]): Difference[] {
  const known = taken.map((d): Difference => {
    const check = checks.find((c) => c.id === d.check);
    const found = check?.findings.find((f) => f.kind === d.kind);
    return {
      id: d.id,
      check: d.check,
      title: d.title,
      kind: found ? { en: found.title, zh: found.titleZh } : null,
      vendor: d.vendor,
      currency: d.currency,
      amount: d.seen,
      opened: d.amount,
      state: d.state,
      reason: d.reason,
      document: d.document,
      since: d.openedAt.slice(0, 10),
      due: d.due,
      lines: d.lineCount,
      text: d.finding,
    };
  });
  const followed = new Set(taken.map((d) => d.check));
  const unseen = checks
    .filter((c) => c.status === 'fail' && !followed.has(c.id))
    .map((c): Difference => ({
      id: null,
      check: c.id,
      title: { en: c.title, zh: c.titleZh },
      kind:
        c.findings.length > 0
          ? {
              en: [...new Set(c.findings.map((f) => f.title))].join(', '),
              zh: [...new Set(c.findings.map((f) => f.titleZh))].join('、'),
            }
          : null,
      vendor: c.vendor,
      currency: c.currency,
      amount: c.difference,
      opened: null,
      state: 'unseen',
      reason: '',
      document: null,
      since: null,
      due: null,
      lines: c.lineCount,
      text: { en: c.explanation, zh: c.explanationZh },
    }));
  return [...known, ...unseen];
}

/** The report on checks as they are given, and the discrepancies of the book. */
export function differencesDocument(data: ReconciliationData, input: ReportInput, given: ReportContext): Document {
  const { words, day, context } = given;
  const { pack, common } = words;
  const taken = listDiscrepancies(context.session.book().read, input.period).filter(
    (d) => input.vendor === null || d.vendor === input.vendor,
  );
  const list = differencesOf(data, taken);
  const table = differenceSheet(list, day, words);
  const states = stateSheet(list, table, words);
  const failing = new Set(list.map((d) => d.check));
  const lines = linesSheet({ ...data, lines: data.lines.filter((l) => failing.has(l.check.id)) }, words);
  const about = aboutBook(input, given, [[pack.asOf, day]]);
  const { sources, ...head } = about;
  const listed = printedLines(lines, words);
  const title = pack.title.differences;
  const notes = [
    fill(pack.note.age, { asOf: day }),
    ...(list.some((d) => d.state === 'unseen') ? [pack.note.unseen] : []),
    ...(lines.rows.length > 0 ? [pack.note.listed] : []),
  ];
  return {
    ...head,
    title,
    range: input.period,
    last: day,
    sheets: [table, states, lines, sources, aboutSheet(about, title, input.period, notes)].filter((s) => s.rows.length > 0 || s === table),
    flat: table,
    across: true,
    printed: [
      { table: states, columns: states.columns.map((c) => c.id) },
      {
        table,
        columns: ['no', 'title', 'kind', 'vendor', 'currency', 'amount', 'status', 'reason', 'since', 'age', 'due', 'count', 'text'],
        wraps: ['kind', 'reason', 'text'],
      },
      ...listed.printed,
      { table: sources, columns: ['batch', 'file', 'rows', 'sha256'], wraps: ['file'] },
    ],
    notes: [...notes, ...listed.notes, common.missingNote],
  };
}

function differenceSheet(list: readonly Difference[], day: string, { common, pack, pick, tell }: PackageWords): Sheet {
  const currencies = [...new Set(list.flatMap((d) => d.currency ?? []))].toSorted();
  return {
    id: 'differences',
    title: pack.tables.differences,
    columns: [
      count('no', pack.no, 7),
      text('title', common.title_, 44),
      text('kind', common.kind, 26),
      text('vendor', common.vendor, 14),
      text('currency', common.currency, 9),
      amounts('amount', common.difference),
      amounts('opened', pack.seen),
      text('status', pack.state, 14),
      text('reason', pack.because, 40),
      text('document', pack.document, 20),
      date('since', pack.opened),
      count('age', pack.age, 9),
      date('due', common.due),
      count('count', pack.lines, 10),
      text('text', common.explanation, 60),
      text('check', common.check, 34),
    ],
    rows: list.map((d, i): Cell[] => [
      i + 1,
      pick(d.title.en, d.title.zh),
      d.kind && pick(d.kind.en, d.kind.zh),
      vendorText(d.vendor, common.vendors),
      d.currency,
      d.amount,
      d.opened,
      pack.states[d.state],
      d.reason || null,
      d.document,
      d.since,
      d.since === null ? null : Math.max(0, daysBetween(d.since, day)),
      d.due,
      d.lines,
      tell(d.text.en, d.text.zh) || null,
      d.check,
    ]),
    totals: currencies.map((currency): Cell[] => {
      const own = list.filter((d) => d.currency === currency);
      const row: Cell[] = Array.from({ length: 16 }, () => null);
      row[1] = common.totalOf;
      row[4] = currency;
      row[5] = sum(own.map((d) => d.amount));
      row[13] = own.reduce((n, d) => n + d.lines, 0);
      return row;
    }),
    by: ['currency'],
    adds: ['count'],
  };
}

/** How many stand in each state, and what they come to by currency. */
function stateSheet(list: readonly Difference[], table: Sheet, { common, pack }: PackageWords): Sheet {
  const groups = [...Map.groupBy(list, (d) => `${d.state} ${d.currency ?? ''}`).values()];
  const order = Object.keys(pack.states);
  const sorted = groups.toSorted(
    (a, b) => order.indexOf(a[0]!.state) - order.indexOf(b[0]!.state) || ((a[0]!.currency ?? '') < (b[0]!.currency ?? '') ? -1 : 1),
  );
  return {
    id: 'byState',
    title: pack.tables.byState,
    columns: [
      text('status', pack.state, 16),
      text('currency', common.currency, 9),
      count('count', pack.count, 9),
      amounts('amount', common.difference),
    ],
    rows: sorted.map((own): Cell[] => [pack.states[own[0]!.state], own[0]!.currency, own.length, sum(own.map((d) => d.amount))]),
    totals: [],
    sums: {
      of: table,
      columns: { amount: 'amount' },
      where: () => [
        ['status', 'status'],
        ['currency', 'currency'],
      ],
      counts: { count: [] },
    },
  };
}

const vendorText = (vendor: string | null, names: PackageWords['common']['vendors']): string | null =>
  vendor !== null && Object.hasOwn(names, vendor) ? names[vendor as keyof typeof names] : vendor;
