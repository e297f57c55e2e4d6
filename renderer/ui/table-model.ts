import type { ReactNode } from 'react';
import { compare, isAmount } from '../../domain/money/amount.ts';

/** One column. `value` is the exact value: it is copied, sorted and, without `render`, shown. */
export interface DataColumn<Row> {
  id: string;
  header: string;
  kind?: 'text' | 'amount' | 'date' | 'ident' | 'count';
  value: (row: Row) => string | number | null | undefined;
  render?: (row: Row) => ReactNode;
  /** Pixels; the column with `grow` takes what is left over. */
  width?: number;
  grow?: boolean;
  align?: 'start' | 'end' | 'center';
  sortable?: boolean;
  /** Not shown until it is chosen. */
  hidden?: boolean;
  /** Stays at the left until the user says otherwise. */
  pinned?: boolean;
  /** Named once, in the header. */
  currency?: string | null;
  /** Longer words for the header's tool tip. */
  help?: string;
}

/** A line of totals: words at the left, exact amounts under their columns. */
export interface Totals {
  label: string;
  values: Readonly<Record<string, string | null | undefined>>;
}

const WIDTH = { text: 160, amount: 128, date: 96, ident: 180, count: 72 };
export const widthOf = <Row>(column: DataColumn<Row>): number => column.width ?? WIDTH[column.kind ?? 'text'];
export const alignOf = <Row>(column: DataColumn<Row>): 'start' | 'end' | 'center' =>
  column.align ?? (column.kind === 'amount' || column.kind === 'count' ? 'end' : 'start');

/** CSS grid columns. Where no column grows, the last one that is not a figure does. */
export function templateOf<Row>(columns: readonly (DataColumn<Row> & { left?: number })[]): string {
  const grows = columns.some((c) => c.grow);
  const spare = grows ? -1 : columns.findLastIndex((c) => alignOf(c) === 'start' && c.left === undefined);
  return columns.map((c, index) => (c.grow || index === spare ? `minmax(${widthOf(c)}px, 1fr)` : `${widthOf(c)}px`)).join(' ');
}
export const totalWidth = <Row>(columns: readonly DataColumn<Row>[]): number => columns.reduce((sum, c) => sum + widthOf(c), 0);

/** Compares exactly: amounts as decimals, counts as numbers, else by the language's order. Missing comes last. */
export function compareValues(
  a: string | number | null | undefined,
  b: string | number | null | undefined,
  kind: DataColumn<object>['kind'],
): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [String(a), String(b)];
  if (kind === 'amount' && isAmount(x) && isAmount(y)) return compare(x, y);
  return x.localeCompare(y, undefined, { numeric: true });
}

/** Rows in the order of `sorting`; stable, and the same array when nothing sorts. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  sorting: readonly { id: string; desc: boolean }[],
): readonly Row[] {
  const by = sorting.flatMap((s) => {
    const column = columns.find((c) => c.id === s.id);
    return column ? [{ column, desc: s.desc }] : [];
  });
  if (by.length === 0) return rows;
  return [...rows].sort((left, right) => {
    for (const { column, desc } of by) {
      const [a, b] = [column.value(left), column.value(right)];
      const [noA, noB] = [a === null || a === undefined || a === '', b === null || b === undefined || b === ''];
      if (noA || noB) {
        if (noA !== noB) return noA ? 1 : -1;
        continue;
      }
      const order = compareValues(a, b, column.kind);
      if (order !== 0) return desc ? -order : order;
    }
    return 0;
  });
}
