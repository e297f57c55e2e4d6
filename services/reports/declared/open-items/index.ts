import { sum } from '../../../../domain/money/amount.ts';
import type { Document } from '../../../statements/export/document.ts';
import type { Sheet } from '../../../statements/export/sheet.ts';
import { amounts, count, text, type Cell } from '../../tables/model.ts';
import { aboutBook, aboutSheet } from '../book.ts';
import { tableOf, type DeclaredReport, type ReportContext, type ReportInput } from '../report.ts';
import type { PackageWords } from '../words.ts';
import { bankSheet, certificateSheet, discrepancySheet, invoiceSheet, paymentSheet } from './sheets.ts';

/** What is not finished on a day, of all periods. */
export const openItemsReport: DeclaredReport = {
  id: 'open-items',
  title: { en: 'Open items', zh: '未结事项' },
  purpose: {
    en: 'Open invoices, payments and bank lines without an invoice, certificates to come and open discrepancies, as of a day.',
    zh: '截至某日的未结发票、未分配付款、未匹配银行流水、待取得凭证和未结差异。',
  },
  parameters: ['vendor', 'asOf'],
  formats: ['xlsx', 'pdf', 'csv'],
  tables: [
    tableOf('items', 'Totals', '合计'),
    tableOf('invoices', 'Open invoices', '未结发票'),
    tableOf('payments', 'Payments not allocated', '未分配付款'),
    tableOf('bank', 'Open bank lines', '未匹配银行流水'),
    tableOf('certificates', 'Certificates to come', '待取得凭证'),
    tableOf('discrepancies', 'Open discrepancies', '未结差异'),
  ],
  make: openItemsDocument,
};

function openItemsDocument(input: ReportInput, given: ReportContext): Document {
  const { words, day } = given;
  const { pack, common } = words;
  const sheets = [
    invoiceSheet(input, given),
    paymentSheet(input, given),
    bankSheet(given),
    certificateSheet(input, given),
    discrepancySheet(input, given),
  ].filter((sheet) => sheet.rows.length > 0);
  const items = sheets.map((sheet) => itemSheet(sheet, words));
  const { sources: _sources, ...head } = aboutBook(input, given);
  const facts: [string, string][] = [
    ...head.facts.filter(([label]) => label !== pack.madeFrom && label !== common.period),
    [pack.asOf, day],
    ...(input.vendor === null ? [] : [[common.vendor, common.vendors[input.vendor]] as [string, string]]),
  ];
  const range = day;
  const title = pack.title.openItems;
  const notes = [pack.note.asOf];
  const summary = mergedItems(items, words);
  return {
    ...head,
    facts,
    title,
    range,
    last: day,
    sheets: [...sheets, ...items, aboutSheet({ ...head, facts, sources: summary }, title, range, notes)],
    flat: flatItems(sheets, words),
    across: true,
    printed: [
      { table: summary, columns: summary.columns.map((c) => c.id), wraps: ['item'] },
      ...sheets.map((table) => ({
        table,
        columns: table.columns.map((c) => c.id),
        wraps: ['party', 'counterparty', 'text', 'invoices', 'account', 'title'],
      })),
    ],
    notes: [...notes, common.missingNote],
  };
}

/** How many rows a sheet has and what they come to, by currency; each a formula over the sheet. */
function itemSheet(of: Sheet, { common, pack }: PackageWords): Sheet {
  const at = (id: string): number => of.columns.findIndex((c) => c.id === id);
  const [currency, rest] = [at('currency'), at('rest')];
  const direction = at('direction');
  const groups = Map.groupBy(of.rows, (row) => `${direction < 0 ? '' : String(row[direction])}\u0000${String(row[currency] ?? '')}`);
  return {
    id: `${of.id}-totals`,
    title: `${pack.tables.totals} ${of.title}`,
    columns: [
      text('item', pack.item, 34),
      ...(direction < 0 ? [] : [text('direction', pack.direction, 12)]),
      text('currency', common.currency, 9),
      count('count', pack.count, 9),
      amounts('rest', pack.rest),
    ],
    rows: [...groups.values()].map((own): Cell[] => [
      of.title,
      ...(direction < 0 ? [] : [own[0]![direction] ?? null]),
      own[0]![currency] ?? null,
      own.length,
      sum(own.map((row) => row[rest] as string | null)),
    ]),
    totals: [],
    sums: {
      of,
      columns: { rest: 'rest' },
      where: () => [...(direction < 0 ? [] : [['direction', 'direction'] as const]), ['currency', 'currency'] as const],
      counts: { count: [] },
    },
  };
}

/** The totals of every part in one table, for print. */
function mergedItems(items: readonly Sheet[], { common, pack }: PackageWords): Sheet {
  return {
    id: 'items',
    title: pack.tables.totals,
    columns: [
      text('item', pack.item, 34),
      text('direction', pack.direction, 12),
      text('currency', common.currency, 9),
      count('count', pack.count, 9),
      amounts('rest', pack.rest),
    ],
    rows: items.flatMap((sheet) =>
      sheet.rows.map((row) => (sheet.columns.some((c) => c.id === 'direction') ? row : [row[0] ?? null, null, ...row.slice(1)])),
    ),
    totals: [],
  };
}

/** Every item as one row: what it is, its name, day, age, currency and what is open of it. */
function flatItems(sheets: readonly Sheet[], { common, pack }: PackageWords): Document['flat'] {
  const pickOf = (sheet: Sheet, row: readonly Cell[], ...ids: string[]): Cell => {
    for (const id of ids) {
      const value = row[sheet.columns.findIndex((c) => c.id === id)] ?? null;
      if (value !== null) return value;
    }
    return null;
  };
  return {
    id: 'open-items',
    title: pack.title.openItems,
    columns: [
      text('item', pack.item, 26),
      text('name', common.document, 30),
      text('vendor', common.vendor, 14),
      text('direction', pack.direction, 11),
      { id: 'date', label: common.date, kind: 'date', width: 12 },
      { id: 'due', label: common.due, kind: 'date', width: 12 },
      count('days', pack.age, 10),
      text('currency', common.currency, 9),
      amounts('amount', common.amount),
      amounts('rest', pack.rest),
    ],
    rows: sheets.flatMap((sheet) =>
      sheet.rows.map((row): Cell[] => [
        sheet.title,
        pickOf(sheet, row, 'number', 'invoice', 'reference', 'title', 'text'),
        pickOf(sheet, row, 'vendor'),
        pickOf(sheet, row, 'direction'),
        pickOf(sheet, row, 'date', 'booked', 'paidOn', 'since'),
        pickOf(sheet, row, 'due'),
        pickOf(sheet, row, 'days'),
        pickOf(sheet, row, 'currency'),
        pickOf(sheet, row, 'total', 'amount', 'withheld', 'rest'),
        pickOf(sheet, row, 'rest'),
      ]),
    ),
    totals: [],
  };
}
