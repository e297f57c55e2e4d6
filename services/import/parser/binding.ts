import { isMeasure, MEASURE_NAMES, TERM_NAMES, type MeasureName } from '../../../domain/formats/fields.ts';
import type { Column, Delivery, Field, Format, FormatContext } from '../../../domain/formats/format.ts';
import { normaliseHeader } from '../../../domain/formats/header.ts';
import { tagKey } from '../../../domain/formats/tags.ts';
import type { View } from '../../../domain/formats/views.ts';
import { isMark } from '../mend/marks.ts';

export type MoneyField = MeasureName | 'usage' | 'unitPrice';

/** One source column that fills one field. */
export interface Bound {
  cell: number;
  header: string;
  field: Field;
  column: Column;
  scale: number;
}

/** How the columns of one file fill the canonical line. */
export interface Binding {
  format: Format;
  bound: Bound[];
  /** Per source column the field it fills, or null. */
  fields: (Field | null)[];
  missing: string[];
  /** Headers that name the same column twice. */
  doubled: string[];
  /** Currency told by the headers' suffix. */
  headerCurrency: string | null;
  /** Different currencies in one header row: no line could say which is meant. */
  currencies: string[];
  score: number;
  view: View;
  delivery: Delivery;
  /** Columns that are the customer's own tags. */
  tags: { cell: number; key: string }[];
  /** Cells of the billing month and of the time of deduction, where the format tells its basis by them. */
  basis: { month: number; deduction: number } | null;
}

export const isMoney = (field: Field): field is MoneyField => isMeasure(field) || field === 'usage' || field === 'unitPrice';

/** Columns that customers add by tagging: their number says nothing about the format. */
const TAG_HEADER = /^(?:标签键:|tag_key:|tag:)/;

/** Fields in one fixed order, so that a row's identity does not depend on the order of its columns. */
const ORDER: readonly string[] = [...TERM_NAMES, 'orderId', 'sourceKey', 'period', 'date', 'usage', 'unitPrice', ...MEASURE_NAMES];

const aliasTables = new WeakMap<Format, Map<string, Column[]>>();

/** One header may fill several fields (an invoice's id is its number and its key). */
function aliases(format: Format): Map<string, Column[]> {
  let table = aliasTables.get(format);
  if (!table) {
    table = new Map();
    for (const column of format.columns)
      for (const header of column.headers) {
        const { name } = normaliseHeader(header);
        const columns = table.get(name);
        if (!columns) table.set(name, [column]);
        else if (!columns.includes(column)) columns.push(column);
      }
    aliasTables.set(format, table);
  }
  return table;
}

/** Binds headers to a format's columns by normalised name; never by position. */
export function bind(format: Format, headers: readonly string[], context: FormatContext): Binding {
  const table = aliases(format);
  const bound: Bound[] = [];
  const fields: (Field | null)[] = [];
  const names = new Set<string>();
  const unused = new Set(format.unused?.map((h) => normaliseHeader(h).name));
  const doubled: string[] = [];
  const currencies = new Set<string>();
  let known = 0;
  let named = 0;
  headers.forEach((header, cell) => {
    const { name, currency } = normaliseHeader(header);
    if (name && !isMark(header) && !TAG_HEADER.test(name) && (table.has(name) || !format.varying?.test(name))) named++;
    const columns = table.get(name);
    if (name && names.has(name) && columns) doubled.push(header);
    names.add(name);
    let first: Field | null = null;
    if (columns || (name && unused.has(name))) known++;
    for (const column of columns ?? []) {
      const field = typeof column.field === 'function' ? column.field(context) : column.field;
      // The same field under two names (a project's name and id): the header that comes first in the format wins below.
      bound.push({ cell, header: header.trim(), field, column, scale: column.scale ?? 0 });
      first ??= field;
      if (currency && isMoney(field)) currencies.add(currency);
    }
    fields.push(first);
  });
  dropRivals(bound, fields);
  const missing = format.columns
    .filter((c) => c.required && !c.headers.some((h) => names.has(normaliseHeader(h).name)))
    .map((c) => c.headers[0]!);
  const marked = format.marks.length === 0 || format.marks.some((h) => names.has(normaliseHeader(h).name));
  const excluded = format.excludes?.some((h) => names.has(normaliseHeader(h).name)) ?? false;
  const told = format.when?.(names) ?? true;
  const share = named === 0 ? 0 : (known / named) * 100;
  bound.sort((x, y) => ORDER.indexOf(x.field) - ORDER.indexOf(y.field) || rank(x) - rank(y));
  return {
    format,
    bound,
    fields,
    missing,
    doubled,
    headerCurrency: [...currencies][0] ?? null,
    currencies: [...currencies],
    delivery: typeof format.delivery === 'function' ? format.delivery(names) : (format.delivery ?? 'adds'),
    tags: bound.some((b) => b.field === 'tags') ? [] : tagsOf(format, headers),
    basis: basisOf(format, headers),
    view: typeof format.view === 'function' ? format.view(names) : (format.view ?? (format.kind === 'invoices' ? 'invoice' : 'detail')),
    score: !told ? 0 : excluded || !marked ? Math.floor(share / 4) : Math.floor(missing.length > 0 ? share / 2 : share),
  };
}

/**
 * Where several headers fill one field, keeps the one that the format lists first. Months and days keep all: a cell may be
 * empty in the better column and filled in the next.
 */
function dropRivals(bound: Bound[], fields: (Field | null)[]): void {
  const best = new Map<Field, Bound>();
  for (const b of bound) {
    const rival = best.get(b.field);
    if (!rival || rank(b) < rank(rival)) best.set(b.field, b);
  }
  for (let i = bound.length - 1; i >= 0; i--) {
    const b = bound[i]!;
    if (best.get(b.field) === b || b.field === 'period' || b.field === 'date') continue;
    if (fields[b.cell] === b.field) fields[b.cell] = null;
    bound.splice(i, 1);
  }
}

/** The place of the header in its column's list of names. */
const rank = (b: Bound): number => b.column.headers.findIndex((h) => normaliseHeader(h).name === normaliseHeader(b.header).name);

const tagsOf = (format: Format, headers: readonly string[]): Binding['tags'] =>
  headers
    .flatMap((header, cell) => {
      const key = format.tagPrefix ? tagKey(header, format.tagPrefix) : null;
      return key === null ? [] : [{ cell, key }];
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));

function basisOf(format: Format, headers: readonly string[]): Binding['basis'] {
  if (!format.basisFrom) return null;
  const names = headers.map((h) => normaliseHeader(h).name);
  const find = (wanted: readonly string[]): number => names.findIndex((name) => wanted.some((w) => normaliseHeader(w).name === name));
  const [month, deduction] = [find(format.basisFrom.month), find(format.basisFrom.deduction)];
  return month < 0 || deduction < 0 ? null : { month, deduction };
}
