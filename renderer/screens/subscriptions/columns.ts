import type { Output } from '../../../services/contract/index.ts';
import type { RegisterColumn, RegisterList, RegisterRow } from '../../../services/contract/registers.ts';
import type { DataColumn } from '../../ui/index.ts';
import { amountWidth } from '../bills/details/columns.ts';

export type RegisterTotals = NonNullable<Output<'registers/rows'>['totals']>;

/** A time as it is read: `2023-10-24 21:08:45`, by the clock of its vendor; a day stays a day. */
export const clockText = (value: string | null): string | null => value && value.slice(0, 19).replace('T', ' ').replace(/Z$/, '');

const KINDS: Readonly<Record<RegisterColumn['type'], NonNullable<DataColumn<RegisterRow>['kind']>>> = {
  text: 'text',
  ident: 'ident',
  money: 'amount',
  quantity: 'amount',
  number: 'amount',
  time: 'date',
  day: 'date',
  month: 'date',
  count: 'count',
};
const WIDTHS: Partial<Record<RegisterColumn['type'], number>> = { text: 132, ident: 172, time: 162, day: 122, month: 104, count: 84 };
/** Columns that take what is left over: those whose texts are long. The first that is shown. */
const LONG = ['packageName', 'couponName', 'remark', 'content', 'domain', 'resourceName', 'productType', 'paymentMethod'];

export interface ColumnWords {
  title: (column: { title: string; titleZh: string }) => string;
  vendor: (vendor: string) => string;
  t: (key: 'vendor' | 'currency' | 'file' | 'row') => string;
}

/** The units in which the column's sum is told, with the sums. */
export const sumsOf = (column: string, totals: RegisterTotals): [unit: string, sum: string][] =>
  Object.entries(totals).flatMap(([unit, sums]) => (sums[column] === undefined ? [] : [[unit, sums[column]]]));

/** Columns of a list's table: its own, then whose row it is and where it comes from. */
export function tableColumns(list: RegisterList, totals: RegisterTotals, words: ColumnWords): DataColumn<RegisterRow>[] {
  const [currency] = list.currencies.length === 1 ? list.currencies : [];
  const grow = LONG.find((name) => list.columns.some((column) => column.name === name && column.shown));
  const money = list.columns.some((column) => column.type === 'money');
  return [
    ...list.columns.map((column): DataColumn<RegisterRow> => {
      const { name, type } = column;
      const kind = KINDS[type];
      const longest = sumsOf(name, totals)
        .map(([, sum]) => sum)
        .sort((a, b) => b.length - a.length)[0];
      const width = kind === 'amount' ? amountWidth(longest, 100) : name === 'status' ? 96 : WIDTHS[type];
      return {
        id: name,
        header: words.title(column),
        kind,
        hidden: !column.shown,
        value: type === 'time' ? (row) => clockText(row.values[name] ?? null) : (row) => row.values[name] ?? null,
        ...(width === undefined ? {} : { width }),
        ...(name === grow ? { grow: true } : {}),
        // What was paid stands in a currency of its own, beside it.
        ...(type === 'money' && currency && column.name !== 'paidAmount' ? { currency } : {}),
      };
    }),
    ...(money && list.currencies.length > 1
      ? [{ id: 'currency', header: words.t('currency'), width: 84, value: (row: RegisterRow) => row.currency }]
      : []),
    { id: 'vendor', header: words.t('vendor'), width: 124, hidden: list.vendors.length < 2, value: (row) => words.vendor(row.vendor) },
    { id: 'file', header: words.t('file'), width: 180, hidden: true, value: (row) => row.file },
    { id: 'row', header: words.t('row'), kind: 'count', hidden: true, value: (row) => row.row },
  ];
}

/** Sums that stand under their columns, and those in several units, which do not: they are told in the head of the screen. */
export function partTotals(
  list: RegisterList,
  totals: RegisterTotals,
): { under: Record<string, string>; beside: { column: RegisterColumn; sums: [unit: string, sum: string][] }[] } {
  const told = list.columns.filter((column) => column.adds).map((column) => ({ column, sums: sumsOf(column.name, totals) }));
  return {
    under: Object.fromEntries(told.flatMap(({ column, sums }) => (sums.length === 1 ? [[column.name, sums[0]![1]]] : []))),
    beside: told.filter(({ column, sums }) => sums.length > 1 && column.shown),
  };
}
