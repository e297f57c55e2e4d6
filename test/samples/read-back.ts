/**
 * A plain, slow reader of bills for tests: csv-parse or lossless-json, a format's columns by normalised name, decimal.js. It shares
 * nothing with the import but the formats themselves.
 */
import { parse as parseCsv } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { parse as parseJson } from 'lossless-json';
import { isMeasure, type MeasureName } from '../../domain/formats/fields.ts';
import type { Column, Field, Format, FormatContext } from '../../domain/formats/format.ts';
import { normaliseHeader } from '../../domain/formats/header.ts';

export const BOOK: FormatContext = { settlement: 'monthly', currency: 'USD' };

/** Which header fills which field: of rivals for one field the alias that the format lists first. */
export function headersByField(format: Format, headers: readonly string[], context = BOOK): Map<Field, { header: string; column: Column }> {
  const found = new Map<Field, { header: string; column: Column }>();
  for (const column of format.columns) {
    const field = typeof column.field === 'function' ? column.field(context) : column.field;
    for (const alias of column.headers) {
      const header = headers.find((h) => normaliseHeader(h).name === normaliseHeader(alias).name);
      if (header === undefined || found.has(field)) continue;
      found.set(field, { header, column });
    }
  }
  return found;
}

/** field → header, as plain data for comparisons. */
export const plainBinding = (format: Format, headers: readonly string[], context = BOOK): Record<string, string> =>
  Object.fromEntries([...headersByField(format, headers, context)].map(([field, { header }]) => [field, header]));

export type ReadLine = Partial<Record<Field, string | null>>;

/** Lines of a file's text: money as plain decimal text, null where a placeholder stands; everything else as printed. */
export function readBack(format: Format, text: string, context = BOOK, delimiter = ','): ReadLine[] {
  const rows: Record<string, string | null>[] =
    format.shape === 'json'
      ? [...(format.records(parseJson(text)) ?? [])].map((record) => record.cells)
      : (parseCsv(text, { columns: true, bom: true, delimiter }) as Record<string, string>[]);
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const binding = headersByField(format, headers, context);
  return rows.map((row) => {
    const line: ReadLine = {};
    for (const [field, { header, column }] of binding) {
      const cell = row[header] ?? null;
      line[field] =
        column.type === 'amount' ? amountOf(cell, column.scale ?? 0) : cell !== null && column.codes ? (column.codes[cell] ?? cell) : cell;
    }
    for (const { field, from, minus } of format.derive ?? []) {
      if (line[field] !== undefined) continue;
      const parts = [line[from], ...minus.map((m) => line[m])];
      if (parts.every((p): p is string => typeof p === 'string'))
        line[field] = parts
          .slice(1)
          .reduce((rest, p) => rest.minus(p), new Decimal(parts[0]!))
          .toFixed();
    }
    return line;
  });
}

const amountOf = (cell: string | null, scale: number): string | null =>
  cell === null || ['', '-', '--'].includes(cell) ? null : new Decimal(cell).div(new Decimal(10).pow(scale)).toFixed();

/** Sums of the measures over all lines; a measure that no line has is absent. */
export function sums(lines: readonly ReadLine[]): Partial<Record<MeasureName, string>> {
  const totals = new Map<MeasureName, Decimal>();
  for (const line of lines)
    for (const [field, value] of Object.entries(line))
      if (isMeasure(field) && typeof value === 'string') totals.set(field, (totals.get(field) ?? new Decimal(0)).plus(value));
  return Object.fromEntries([...totals].map(([measure, value]) => [measure, value.toFixed()]));
}

/** Lines whose identity fails, as `id@line`; missing terms are left out. */
export function brokenIdentities(format: Format, lines: readonly ReadLine[]): string[] {
  return lines.flatMap((line, index) =>
    format.identities
      .filter(({ left, right }) => {
        const value = line[left];
        if (typeof value !== 'string') return false;
        return !right.reduce((sum, part) => sum.plus(line[part] ?? 0), new Decimal(0)).eq(value);
      })
      .map(({ id }) => `${id}@${index + 1}`),
  );
}
