import { billWordsOf } from '../summary-bill/words.ts';
import type { Language } from '../data.ts';
import type { Words } from '../words.ts';
import { accounts, breakdown, grouped, productTypes, summary, type SummaryData } from './groups.ts';
import { amounts, count, date, text, type Cell, type Table } from './model.ts';

/** Every card of a bill summary as a table: what has no rows is left out. */
export function summaryTables(data: SummaryData, words: Words, language: Language): Table[] {
  return [
    summary(data, words),
    settlement(data, words, language),
    productTypes(data, words),
    accounts(data, words),
    breakdown(data, words),
    { ...grouped('refunds', billWordsOf(language).refunds, words.byBillType, data.summary.refunds, data, words), totals: [] },
    payments(data, words, language),
    coupons(data, words, language),
    usageItems(data, words),
    checks(data, words, language),
  ].filter((table) => table.rows.length > 0);
}

/** What the total is made of, exact, as printed, and in the payment currency where there is a rate. */
function settlement({ summary: { settlement: settled } }: SummaryData, words: Words, language: Language): Table {
  const own = billWordsOf(language);
  return {
    id: 'settlement',
    title: own.settlement,
    columns: [
      text('item', own.column.item, 32),
      text('currency', words.currency, 9),
      amounts('exact', words.exact),
      amounts('printed', words.printed),
      text('into', own.inPayment, 14),
      amounts('rate', words.rate),
      amounts('converted', own.column.converted),
    ],
    rows: settled.flatMap(({ currency, figures, rate }) =>
      figures.map(({ id, exact, printed, converted }): Cell[] => [
        own.figure[id],
        currency,
        exact,
        printed,
        rate?.to ?? null,
        rate?.rate ?? null,
        converted,
      ]),
    ),
    totals: [],
  };
}

function checks({ summary: { settlement: settled } }: SummaryData, words: Words, language: Language): Table {
  const own = billWordsOf(language);
  return {
    id: 'checks',
    title: own.checks,
    columns: [
      text('check', own.column.check, 44),
      text('currency', words.currency, 9),
      amounts('left', words.left),
      amounts('right', words.right),
      amounts('difference', own.column.difference),
      text('status', own.column.status, 12),
      text('arithmetic', own.column.arithmetic, 60),
    ],
    rows: settled.flatMap(({ currency, checks: held }) =>
      held.map((c): Cell[] => [own.held[c.id], currency, c.left, c.right, c.difference, own.status[c.status], c.arithmetic]),
    ),
    totals: [],
  };
}

function payments({ summary: { payments: paid } }: SummaryData, words: Words, language: Language): Table {
  const own = billWordsOf(language);
  return {
    id: 'payments',
    title: own.payments,
    columns: [
      text('invoice', own.column.invoice, 24),
      text('vendor', words.vendor, 14),
      date('date', own.column.date),
      date('due', own.column.due),
      text('status', own.column.status, 14),
      text('currency', words.currency, 9),
      amounts('total', own.column.total),
      amounts('paid', own.column.paid),
      amounts('withheld', own.column.withheld),
      amounts('credited', own.column.credited),
      amounts('open', own.column.open),
    ],
    rows: paid.flatMap(({ currency, invoices }) =>
      invoices.map((i): Cell[] => [
        i.number,
        words.vendors[i.vendor],
        i.date,
        i.due,
        words.invoiceStatus[i.status],
        currency,
        i.total,
        i.paid,
        i.withheld,
        i.credited,
        i.open,
      ]),
    ),
    totals: paid.map((p): Cell[] => [
      words.totalOf,
      null,
      null,
      p.due,
      null,
      p.currency,
      p.invoiced,
      p.paid,
      p.withheld,
      p.credited,
      p.remaining,
    ]),
  };
}

function coupons({ summary: { coupons: held } }: SummaryData, words: Words, language: Language): Table {
  const own = billWordsOf(language);
  return {
    id: 'coupons',
    title: own.coupons,
    columns: [
      text('coupon', own.column.coupon, 28),
      text('name', words.name, 28),
      text('vendor', words.vendor, 14),
      text('status', own.column.status, 14),
      date('effective', words.validFrom),
      date('expires', words.validTo),
      text('currency', words.currency, 9),
      amounts('value', own.column.value),
      amounts('used', own.column.used),
      amounts('balance', own.column.balance),
    ],
    rows: held.map((c): Cell[] => [
      c.id,
      c.name,
      words.vendors[c.vendor],
      c.status,
      c.effective,
      c.expires,
      c.currency,
      c.value,
      c.used,
      c.balance,
    ]),
    totals: [],
  };
}

/** Usage charges that stand beside the invoice that counts as the bill. */
function usageItems({ summary: { usageItems: items } }: SummaryData, words: Words): Table {
  return {
    id: 'usageItems',
    title: words.usageItems,
    columns: [
      text('item', words.line.usageType, 36),
      text('vendor', words.vendor, 14),
      text('currency', words.currency, 9),
      count('lines', words.lines),
      amounts('payable', words.measures.payable),
    ],
    rows: items.map((i): Cell[] => [i.item ?? words.unnamed, words.vendors[i.vendor], i.currency, i.lines, i.payable]),
    totals: [],
  };
}

/** Columns that name a row rather than tell something of it. */
const naming = (table: Table): number =>
  Math.max(
    1,
    table.columns.findIndex((c) => c.id === 'currency'),
  );

/**
 * The tables as one, a figure a row: card, what it is of, currency, figure, value. So that a program reads the whole summary
 * with one header.
 */
export function asOneTable(tables: readonly Table[], words: Words): Table {
  const rows = tables.flatMap((table): Cell[][] =>
    [...table.rows, ...table.totals].flatMap((row) => {
      const at = table.columns.findIndex((c) => c.id === 'currency');
      const names = row.slice(0, naming(table)).filter((cell) => cell !== null);
      return table.columns.flatMap((column, i): Cell[][] =>
        (column.kind === 'amount' || column.kind === 'count') && row[i] !== null
          ? [
              [
                table.title,
                names.join(' · '),
                column.currency ?? (at < 0 ? null : (row[at] ?? null)),
                column.currency ? words.amount : column.label,
                row[i] ?? null,
              ],
            ]
          : [],
      );
    }),
  );
  return {
    id: 'summary',
    title: words.summary,
    columns: [
      text('card', words.card, 28),
      text('item', words.group, 40),
      text('currency', words.currency, 9),
      text('figure', words.figure, 24),
      amounts('value', words.value),
    ],
    rows,
    totals: [],
  };
}
