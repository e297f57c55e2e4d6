import { MEASURES, type Measure } from '../../contract/schema.ts';
import type { Measures, ReportData, Summary } from '../data.ts';
import type { Words } from '../words.ts';
import { amounts, count, text, type Cell, type Column, type Table } from './model.ts';

type Cards = Summary['byProductType'];
/** What the cards of a summary are made of. */
export type SummaryData = { summary: Summary; book: Pick<ReportData['book'], 'currency'> };

/** Views of a charge that only FOCUS tells: shown where a bill of the period has them. */
const FOCUS_ONLY = new Set<Measure>(['contractedCost', 'effectiveCost']);
const measuresOf = ({ summary: { totals } }: SummaryData): Measure[] =>
  MEASURES.filter((m) => !FOCUS_ONLY.has(m) || Object.values(totals).some((sums) => sums[m] !== null));

const measureColumns = (data: SummaryData, words: Words): Column[] => measuresOf(data).map((m) => amounts(m, words.measures[m]));
const measureCells = (data: SummaryData, measures: Measures): Cell[] => measuresOf(data).map((m) => measures[m]);

function totalsOf(data: SummaryData, words: Words, before: number): Cell[][] {
  return currenciesOf(data).map((currency) => {
    const measures = data.summary.totals[currency];
    const label: Cell[] = [words.totalOf, ...Array.from({ length: before - 1 }, () => null)];
    const cards = data.summary.byProductType.find((card) => card.currency === currency);
    return [
      ...label,
      currency,
      cards ? cards.groups.reduce((n, g) => n + g.lines, 0) : null,
      ...(measures ? measureCells(data, measures) : []),
    ];
  });
}

/** Currencies of the bill: the book's own first, the others by their code. */
export const currenciesOf = (data: SummaryData): string[] =>
  [...new Set([...Object.keys(data.summary.totals), ...Object.keys(data.summary.total)])].sort((a, b) =>
    a === b ? 0 : a === data.book.currency ? -1 : b === data.book.currency ? 1 : a < b ? -1 : 1,
  );

export function grouped(id: string, title: string, label: string, cards: Cards, data: SummaryData, words: Words): Table {
  return {
    id,
    title,
    columns: [text('label', label, 36), text('currency', words.currency, 9), count('lines', words.lines), ...measureColumns(data, words)],
    rows: cards.flatMap((card) =>
      card.groups.map((group): Cell[] => [group.label || words.unnamed, card.currency, group.lines, ...measureCells(data, group.amounts)]),
    ),
    totals: totalsOf(data, words, 1),
  };
}

export const productTypes = (data: SummaryData, words: Words): Table =>
  grouped('byProductType', words.byProductType, words.productType, data.summary.byProductType, data, words);

export const accounts = (data: SummaryData, words: Words): Table =>
  grouped('byAccount', words.byAccount, words.account, data.summary.byAccount, data, words);

/** Vendor, bill type and billing mode in one table; each kind of group covers every line once. */
export function breakdown(data: SummaryData, words: Words): Table {
  const kinds: [string, Cards][] = [
    [words.byVendor, data.summary.byVendor],
    [words.byBillType, data.summary.byBillType],
    [words.byBillingMode, data.summary.byBillingMode],
  ];
  const vendorName = (kind: string, label: string): string =>
    kind === words.byVendor && Object.hasOwn(words.vendors, label) ? words.vendors[label as keyof Words['vendors']] : label;
  return {
    id: 'breakdown',
    title: words.breakdown,
    columns: [
      text('kind', words.groupedBy, 16),
      text('label', words.group, 36),
      text('currency', words.currency, 9),
      count('lines', words.lines),
      ...measureColumns(data, words),
    ],
    rows: kinds.flatMap(([kind, cards]) =>
      cards.flatMap((card) =>
        card.groups.map((group): Cell[] => [
          kind,
          vendorName(kind, group.label) || words.unnamed,
          card.currency,
          group.lines,
          ...measureCells(data, group.amounts),
        ]),
      ),
    ),
    totals: totalsOf(data, words, 2),
  };
}

/** One row per measure, one column per currency; first the total as the vendor's page prints it. */
export function summary(data: SummaryData, words: Words): Table {
  const currencies = currenciesOf(data);
  const row = (label: string, of: (currency: string) => Cell): Cell[] => [label, ...currencies.map(of)];
  const statement = data.summary.statement;
  return {
    id: 'summary',
    title: words.summary,
    columns: [text('measure', words.measure, 40), ...currencies.map((c): Column => ({ ...amounts(c, c, 22), currency: c }))],
    rows: [
      row(words.totalTitle, (c) => data.summary.total[c] ?? null),
      ...measuresOf(data).map((m) => row(words.measures[m], (c) => data.summary.totals[c]?.[m] ?? null)),
      ...(Object.keys(statement).length > 0 ? [row(words.statementTitle, (c) => statement[c]?.payable ?? null)] : []),
    ],
    totals: [],
  };
}
