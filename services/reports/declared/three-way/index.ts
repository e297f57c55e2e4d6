import { subtract, sum } from '../../../../domain/money/amount.ts';
import { isLive } from '../../../../domain/wht/states.ts';
import type { Document } from '../../../statements/export/document.ts';
import type { Sheet } from '../../../statements/export/sheet.ts';
import { amounts, date, text, type Cell } from '../../tables/model.ts';
import { billSheet } from '../bill-sums.ts';
import { aboutBook, aboutSheet } from '../book.ts';
import { tableOf, type DeclaredReport, type ReportContext, type ReportInput } from '../report.ts';
import type { PackageWords } from '../words.ts';
import { threeWayData, type Lack, type ThreeWayData } from './data.ts';

/** Bill, invoice, payment and certificate beside each other, with what is missing. */
export const threeWayReport: DeclaredReport = {
  id: 'three-way',
  title: { en: 'Three-way match', zh: '三方核对' },
  purpose: {
    en: 'Bill against invoice against payment and WHT certificate, by vendor and invoice, with what is missing.',
    zh: '按厂商和发票核对账单、发票、付款与WHT凭证，并列出缺少内容。',
  },
  parameters: ['vendor', 'asOf'],
  formats: ['xlsx', 'pdf', 'csv'],
  tables: [
    tableOf('matched', 'Bill and invoices', '账单与发票'),
    tableOf('papers', 'Invoices', '发票'),
    tableOf('bills', 'Bill sums', '账单合计'),
    tableOf('sources', 'Made from', '数据来源'),
  ],
  make: threeWayDocument,
};

function threeWayDocument(input: ReportInput, given: ReportContext): Document {
  const { words, day } = given;
  const { pack, common } = words;
  const data = threeWayData(input, given);
  const papers = paperSheet(data, words);
  const bills = billSheet(data.groups, words);
  const matched = matchedSheet(data, { papers, bills }, words);
  const about = aboutBook(input, given, [[pack.asOf, day]]);
  const { sources, ...head } = about;
  const title = pack.title.threeWay;
  const notes = [pack.note.threeWay, pack.note.asOf];
  return {
    ...head,
    title,
    range: input.period,
    last: day,
    sheets: [matched, papers, bills, sources, aboutSheet(about, title, input.period, notes)].filter(
      (s) => s.rows.length > 0 || s === matched,
    ),
    flat: papers.rows.length > 0 ? papers : matched,
    across: true,
    printed: [
      { table: matched, columns: matched.columns.map((c) => c.id).filter((id) => id !== 'what'), wraps: ['numbers', 'missing'] },
      {
        table: papers,
        columns: [
          'number',
          'vendor',
          'date',
          'currency',
          'net',
          'tax',
          'total',
          'credited',
          'paid',
          'certified',
          'rest',
          'expected',
          'payments',
          'certificates',
          'missing',
        ],
        wraps: ['payments', 'certificates', 'missing'],
      },
      { table: sources, columns: ['batch', 'file', 'rows', 'sha256'], wraps: ['file'] },
    ],
    notes: [...notes, common.missingNote],
  };
}

/** What is missing in words; complete where nothing is. */
const missingText = (lacks: readonly Lack[], { pack }: PackageWords): string =>
  lacks.length === 0 ? pack.complete : lacks.map((lack) => pack.lacks[lack]).join(', ');

/** Bill and invoices of each vendor and currency; the sums of invoices are those of the sheet of invoices. */
function matchedSheet({ bills }: ThreeWayData, of: { papers: Sheet; bills: Sheet }, words: PackageWords): Sheet {
  const { common, pack } = words;
  const sumOf = (own: readonly { net: string; tax: string }[], of: 'net' | 'tax'): string | null =>
    own.length === 0 ? null : sum(own.map((i) => i[of]));
  const less = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : subtract(a, b));
  return {
    id: 'matched',
    title: pack.tables.matched,
    columns: [
      text('vendor', common.vendor, 14),
      text('currency', common.currency, 9),
      amounts('bill', pack.bill),
      amounts('net', pack.invoiceNet),
      amounts('netDifference', pack.netDifference),
      amounts('billTax', pack.billTax),
      amounts('tax', pack.invoiceTax),
      amounts('taxDifference', pack.taxDifference),
      text('what', pack.what, 20),
      text('numbers', pack.invoiceNumbers, 40),
      text('missing', pack.missing, 30),
    ],
    rows: bills.map((b): Cell[] => {
      const [net, tax] = [sumOf(b.invoices, 'net'), sumOf(b.invoices, 'tax')];
      return [
        common.vendors[b.vendor],
        b.currency,
        b.bill,
        net,
        less(b.bill, net),
        b.tax,
        tax,
        less(b.tax, tax),
        b.bill === null ? null : pack[b.kind],
        b.invoices.map((i) => i.number).join(', ') || null,
        missingText(b.lacks, words),
      ];
    }),
    totals: [],
    across: [
      { column: 'netDifference', plus: ['bill'], minus: ['net'] },
      { column: 'taxDifference', plus: ['billTax'], minus: ['tax'] },
    ],
    sums: [
      { of: of.papers, columns: { net: 'net', tax: 'tax' }, where: () => PLACE },
      { of: of.bills, columns: { bill: 'total' }, where: () => [...PLACE, ['what', 'what']], only: ['taxLine', pack.not] },
    ],
  };
}

const PLACE = [
  ['vendor', 'vendor'],
  ['currency', 'currency'],
] as const;

/** Each invoice with what was credited, paid and certified; a credit note stands with its figures alone. */
function paperSheet({ invoices }: ThreeWayData, words: PackageWords): Sheet {
  const { common, pack } = words;
  const groups = [...Map.groupBy(invoices, ({ record }) => `${record.vendor} ${record.currency}`).values()];
  const columns = [
    text('number', common.number, 24),
    text('kind', common.kind, 13),
    text('vendor', common.vendor, 14),
    date('date', common.date),
    date('due', common.due),
    text('currency', common.currency, 9),
    amounts('net', common.net),
    amounts('tax', common.tax),
    amounts('total', common.gross),
    amounts('credited', common.credited),
    amounts('paid', common.paid),
    amounts('certified', pack.certified),
    amounts('rest', common.open),
    amounts('expected', pack.expected),
    text('payments', pack.paymentReferences, 36),
    text('certificates', pack.certificateNumbers, 36),
    text('missing', pack.missing, 36),
  ];
  const added = ['net', 'tax', 'total', 'credited', 'paid', 'certified', 'rest', 'expected'] as const;
  const figures = ({ record, settled }: ThreeWayData['invoices'][number]): Record<(typeof added)[number], string | null> => ({
    net: record.net,
    tax: record.tax,
    total: record.total,
    credited: settled?.credited ?? null,
    paid: settled?.cash ?? null,
    certified: settled?.certified ?? null,
    rest: settled?.open ?? null,
    expected: settled && settled.shares.expected,
  });
  return {
    id: 'papers',
    title: pack.tables.papers,
    columns,
    rows: invoices.map((of): Cell[] => {
      const { record, ledger, lacks } = of;
      return [
        record.number,
        common.invoiceKind[record.kind],
        common.vendors[record.vendor],
        record.date,
        record.due,
        record.currency,
        ...added.map((id) => figures(of)[id]),
        ledger?.cash.map((c) => c.reference).join(', ') || null,
        ledger?.certificates
          .filter((c) => isLive(c.status))
          .map((c) => c.number)
          .join(', ') || null,
        ledger ? missingText(lacks, words) : null,
      ];
    }),
    totals: groups.map((own): Cell[] => {
      const { record } = own[0]!;
      const sums = added.map((id) => {
        const values = own.flatMap((of) => figures(of)[id] ?? []);
        return values.length === 0 ? null : sum(values);
      });
      return [common.totalOf, null, common.vendors[record.vendor], null, null, record.currency, ...sums, null, null, null];
    }),
    by: ['vendor', 'currency'],
    across: [
      { column: 'total', plus: ['net', 'tax'] },
      { column: 'rest', plus: ['total'], minus: ['credited', 'paid', 'certified'] },
    ],
  };
}
