import { isZero } from '../../../domain/money/amount.ts';
import type { Measure } from '../../contract/schema.ts';
import { shown, whole } from '../figures.ts';
import type { ReportData } from '../data.ts';
import type { Cell, Table } from '../tables/model.ts';
import type { Words } from '../words.ts';
import type { Grid, GridCell } from './grid.ts';
import { AMBER, BLUE, GREEN, MUTED, RED, type Colour } from './page.ts';

export type Figures = 'rounded' | 'exact';

/** States in words, with the colour that repeats what the word says. */
function stateColours(words: Words): Map<string, Colour> {
  const { checkStatus: check, invoiceStatus: invoice, certificateStatus: certificate, paymentStatus: payment } = words;
  return new Map<string, Colour>([
    [check.pass, GREEN],
    [check.explained, BLUE],
    [check.fail, RED],
    [check.missing, AMBER],
    [invoice.paid, GREEN],
    [invoice.free, GREEN],
    [invoice.overdue, RED],
    [invoice.disputed, AMBER],
    [invoice['to-confirm'], AMBER],
    [invoice.void, MUTED],
    [certificate.accepted, GREEN],
    [certificate.refused, RED],
    [certificate.submitted, BLUE],
    [certificate.void, MUTED],
    [payment.void, MUTED],
  ]);
}

const WRAPS = new Set([
  'label',
  'measure',
  'title',
  'explanation',
  'step',
  'issuer',
  'reference',
  'method',
  'allocatedTo',
  'note',
  'number',
  'leftSide',
  'rightSide',
  'remarks',
  'credits',
  'entity',
]);

/** The chosen columns of a table as print: rounded for bills, every digit for documents and checks. */
export function gridOf(table: Table, columns: readonly string[], figures: Figures, words: Words): Grid {
  const places = columns.map((id) => table.columns.findIndex((c) => c.id === id)).filter((i) => i >= 0);
  const currencyAt = table.columns.findIndex((c) => c.id === 'currency');
  const colours = stateColours(words);
  const cell = (row: readonly Cell[], at: number): GridCell => {
    const value = row[at] ?? null;
    const column = table.columns[at];
    if (value === null || column === undefined) return { text: '' };
    if (typeof value === 'number') return { text: value.toLocaleString('en-US') };
    if (column.kind !== 'amount') return column.id === 'status' ? { text: value, colour: colours.get(value), bold: true } : { text: value };
    const currency = column.currency ?? String(row[currencyAt] ?? '');
    const text = figures === 'exact' ? whole(value, currency) : shown(value, currency);
    return value.startsWith('-') ? { text: text.replace('-', '−'), colour: RED } : { text };
  };
  return {
    columns: places.map((i) => {
      const column = table.columns[i];
      const right = column?.kind === 'amount' || column?.kind === 'count';
      return { label: column?.label ?? '', align: right ? 'right' : 'left', wraps: !right && WRAPS.has(column?.id ?? '') };
    }),
    rows: table.rows.map((row) => places.map((i) => cell(row, i))),
    totals: table.totals.map((row) => places.map((i) => cell(row, i))),
  };
}

/** Measures with a figure other than zero somewhere in the bill of that currency, in their order; a column of nothing tells nothing. */
export function usedMeasures(data: ReportData, measures: readonly Measure[], currency: string): Measure[] {
  const groups = data.summary.byProductType.filter((card) => card.currency === currency).flatMap((card) => card.groups);
  return measures.filter(
    (m) => m === 'payable' || hasFigure(data.summary.totals[currency]?.[m] ?? null) || groups.some((g) => hasFigure(g.amounts[m])),
  );
}

/** The rows and totals of one currency. */
export function ofCurrency(table: Table, currency: string): Table {
  const at = table.columns.findIndex((c) => c.id === 'currency');
  const own = (row: readonly Cell[]): boolean => row[at] === currency;
  return { ...table, title: `${table.title} · ${currency}`, rows: table.rows.filter(own), totals: table.totals.filter(own) };
}

const hasFigure = (value: string | null): boolean => value !== null && !isZero(value);
