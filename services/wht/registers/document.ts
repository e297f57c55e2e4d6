import type { ReadDb } from '../../../db/connection.ts';
import { breakdown, currencyTotals, invoiceTotals, type CurrencyTotal } from '../../../domain/wht/register/totals.ts';
import { remittanceMonths, remittancesOf } from '../../../domain/wht/register/remittances.ts';
import { standingOf } from '../../../domain/wht/register/row.ts';
import type { WhtRegisterRow } from '../../contract/wht-registers.ts';
import { countryName } from '../../reports/pdf/front.ts';
import { amounts, count, date, text, type Cell } from '../../reports/tables/model.ts';
import { fill } from '../../reports/words.ts';
import { ofBook, type Document, type Printed } from '../../statements/export/document.ts';
import type { Sheet } from '../../statements/export/sheet.ts';
import type { DocumentLanguage } from '../../statements/export/words.ts';
import { categoryLabel, formLabel, toldColumns } from './columns.ts';
import { countryOf, whtRegisterData, type WhtRegisterData, type WhtRegisterInput } from './data.ts';
import { expectedSheet } from './expected-sheet.ts';
import { whtWords, type WhtWords } from './words.ts';

/** Columns that are printed; every other stands in the spreadsheet. */
const PRINTED = [
  'number',
  'date',
  'country',
  'form',
  'party',
  'category',
  'currency',
  'base',
  'rate',
  'tax',
  'total',
  'invoice',
  'invoiceCurrency',
  'payAmount',
  'status',
];

/** The register of certificates of a range: lines, drafts apart, sums by country, form and income, payments to the authority. */
export function whtRegisterDocument(read: ReadDb, input: WhtRegisterInput, language: DocumentLanguage): Document {
  const data = whtRegisterData(read, input);
  const words = whtWords(language);
  const { wht } = words;
  const counted = (row: WhtRegisterRow): boolean => row.standing !== 'draft';
  const totals = currencyTotals(data.rows);
  const lines = (title: string, id: string, keep: (row: WhtRegisterRow) => boolean, standing: CurrencyTotal['standing']): Sheet =>
    linesSheet({ id, title, rows: data.rows.filter(keep), totals: totals.filter((t) => t.standing === standing) }, words, language);
  const register = lines(wht.register, 'register', counted, 'counted');
  const drafts = lines(wht.drafts, 'drafts', (row) => !counted(row), 'draft');
  const sums = sumsSheet(data.rows, register, words);
  const expected = expectedSheet(read, input, words);
  const paid = remittancesSheet(read, data, words);
  const more = [drafts, sums, ...invoiceSheets(data.rows, register, words), paid, expected].filter((sheet) => sheet.rows.length > 0);
  return {
    ...shared(read, input, data, words, language),
    title: wht.register,
    sheets: [register, ...more],
    flat: { ...register, rows: [...register.rows, ...drafts.rows], totals: [...register.totals, ...drafts.totals] },
    printed: [printedLines(register, words), ...more.map((sheet) => (sheet === drafts ? printedLines(sheet, words) : whole(sheet)))],
    across: true,
  };
}

const whole = (table: Sheet): Printed => ({ table, columns: table.columns.map((c) => c.id) });

function printedLines(table: Sheet, { wht }: WhtWords): Printed {
  const standing = table.columns.findIndex((c) => c.id === 'standing');
  return {
    table,
    columns: PRINTED,
    pageSums: {
      label: wht.pageSum,
      of: ['base', 'tax', 'total'],
      by: 'currency',
      counts: (row) => row[standing] !== wht.standings.out,
    },
  };
}

interface Lines {
  id: string;
  title: string;
  rows: readonly WhtRegisterRow[];
  totals: readonly CurrencyTotal[];
}

function linesSheet({ id, title, rows, totals }: Lines, words: WhtWords, language: DocumentLanguage): Sheet {
  const told = toldColumns(words, language);
  const put = (t: CurrencyTotal): Record<string, Cell> => ({
    number: words.common.totalOf,
    standing: words.wht.standings[t.standing],
    currency: t.currency,
    base: t.base,
    tax: t.tax,
    total: t.total,
    amount: t.amount,
  });
  return {
    id,
    title,
    columns: told.map(({ column }) => column),
    rows: rows.map((row) => told.map(({ value }) => value(row))),
    totals: totals.map((t) => told.map(({ column }) => put(t)[column.id] ?? null)),
    by: ['standing', 'currency'],
    across: [{ column: 'difference', plus: ['tax'], minus: ['byRate'] }],
  };
}

/** Sums by country, form and income, each following from the lines of the register. */
function sumsSheet(rows: readonly WhtRegisterRow[], register: Sheet, words: WhtWords): Sheet {
  const { wht, common, own } = words;
  const found = breakdown(rows);
  return {
    id: 'totals',
    title: wht.totals,
    columns: [
      text('by', wht.totalsBy, 24),
      text('country', own.country, 9),
      text('form', wht.form, 18),
      text('category', wht.category, 24),
      text('currency', common.currency, 9),
      count('certificates', wht.certificates, 12),
      amounts('base', wht.base),
      amounts('tax', wht.tax),
    ],
    rows: found.map((r): Cell[] => [
      wht.by[r.by],
      r.country,
      formLabel(r.form),
      categoryLabel(r.category, words),
      r.currency,
      r.certificates,
      r.base,
      r.tax,
    ]),
    totals: [],
    sums: {
      of: register,
      columns: { base: 'base', tax: 'tax' },
      where: (row) => {
        const { by } = found[row]!;
        const keys = by === 'all' ? (['country', 'form', 'category'] as const) : [by];
        return [...keys, 'currency'].map((key) => [key, key] as const);
      },
      only: ['standing', wht.standings.counted],
    },
  };
}

/** Withheld tax by the currency of the invoices; nothing where every invoice has the currency of its certificate. */
function invoiceSheets(rows: readonly WhtRegisterRow[], register: Sheet, { wht, common }: WhtWords): Sheet[] {
  if (rows.every((r) => r.invoiceCurrency === null || r.invoiceCurrency === r.currency)) return [];
  return [
    {
      id: 'invoices',
      title: wht.byInvoiceCurrency,
      columns: [text('invoiceCurrency', common.invoiceCurrency, 12), amounts('payAmount', wht.payAmount)],
      rows: invoiceTotals(rows).map((t): Cell[] => [t.currency, t.payAmount]),
      totals: [],
      sums: {
        of: register,
        columns: { payAmount: 'payAmount' },
        where: () => [['invoiceCurrency', 'invoiceCurrency']],
        only: ['standing', wht.standings.counted],
      },
    },
  ];
}

/** Payments to the authority by month, of the certificates that count. */
function remittancesSheet(read: ReadDb, data: WhtRegisterData, { wht, common, own }: WhtWords): Sheet {
  const { profile } = ofBook(read);
  const found = remittancesOf(
    data.certificates
      .filter((c) => standingOf(c.status) === 'counted' && c.side === 'payer')
      .map((c) => ({ ...c, country: countryOf(c, profile) })),
  );
  return {
    id: 'remittances',
    title: wht.remittances,
    columns: [
      text('month', wht.month, 10),
      date('day', wht.day),
      text('reference', wht.remittance, 24),
      text('country', own.country, 9),
      text('form', wht.form, 18),
      text('currency', common.currency, 9),
      text('invoices', wht.papers, 40),
      amounts('tax', wht.tax),
    ],
    rows: found.map((r): Cell[] => [
      r.day?.slice(0, 7) ?? null,
      r.day,
      r.reference || null,
      r.country,
      formLabel(r.form),
      r.currency,
      r.certificates.join(', '),
      r.tax,
    ]),
    totals: remittanceMonths(found).map((m): Cell[] => [m.month, null, common.totalOf, null, null, m.currency, null, m.tax]),
    by: ['month', 'currency'],
  };
}

function shared(
  read: ReadDb,
  input: WhtRegisterInput,
  data: WhtRegisterData,
  words: WhtWords,
  language: DocumentLanguage,
): Omit<Document, 'title' | 'sheets' | 'flat' | 'printed'> {
  const { own, common, wht } = words;
  const book = ofBook(read);
  const range = `${input.first} – ${input.last}`;
  const countries = [...new Set(data.rows.flatMap((r) => r.country ?? []))].toSorted();
  return {
    ...book,
    words,
    language,
    range,
    last: input.last,
    facts: [
      [common.company, book.profile.company || common.none],
      [own.range, `${range} · ${wht.bases[input.basis]}`],
      [wht.side, input.side === null ? wht.bothSides : wht.sides[input.side]],
      [
        own.country,
        input.country === null ? countries.join(', ') || common.none : countryName(input.country, language === 'zh-CN' ? 'zh-CN' : 'en'),
      ],
      ...(input.form === null ? [] : [[wht.form, formLabel(input.form) ?? ''] as [string, string]]),
    ],
    notes: [
      wht.note.sums,
      wht.note.lines,
      wht.note.base,
      wht.note.remittances,
      wht.note.expected,
      ...(data.withoutDay > 0 ? [fill(wht.note.withoutDay, { count: data.withoutDay })] : []),
    ],
  };
}
