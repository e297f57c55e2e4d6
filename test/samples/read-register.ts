/**
 * A plain reader of registers for tests: csv-parse or lossless-json, fields by normalised header, decimal.js. Shares nothing with
 * the import but the formats and the readers of printed cells that they name.
 */
import { parse as parseCsv } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { parse as parseJson } from 'lossless-json';
import { instantOf } from '../../domain/formats/clock.ts';
import type { RegisterField, RegisterFormat } from '../../domain/formats/format.ts';
import { normaliseHeader } from '../../domain/formats/header.ts';
import { unwrap } from '../../domain/result.ts';
import { parseDate, parsePeriod } from '../../domain/time/plain-date.ts';

/** Which header fills which field: of several the one that the field lists first. One header may fill several fields. */
export function registerHeaders(format: RegisterFormat, headers: readonly string[]): Map<RegisterField, string> {
  const found = new Map<RegisterField, string>();
  for (const field of format.fields)
    for (const alias of field.headers) {
      const header = headers.find((h) => normaliseHeader(h).name === normaliseHeader(alias).name);
      if (header !== undefined && !found.has(field)) found.set(field, header);
    }
  return found;
}

/** True when marks and excludes let the format have these headers, and nothing required lacks. */
export function fitsRegister(format: RegisterFormat, headers: readonly string[]): boolean {
  const names = new Set(headers.map((h) => normaliseHeader(h).name));
  const has = (h: string): boolean => names.has(normaliseHeader(h).name);
  const complete = format.fields.every((field) => !field.required || field.headers.some(has));
  return complete && format.marks.some(has) && !(format.excludes ?? []).some(has);
}

/** Rows by field: amounts as plain decimal text, instants in UTC, null where a placeholder stands. */
export function readRegister(format: RegisterFormat, text: string): Record<string, string | null>[] {
  const rows = format.records
    ? [...(format.records(parseJson(text)) ?? [])].map((record) => record.cells)
    : (parseCsv(text, { columns: true, bom: true }) as Record<string, string>[]);
  const binding = registerHeaders(format, [...new Set(rows.flatMap((row) => Object.keys(row)))]);
  return rows.map((row) =>
    Object.fromEntries([...binding].map(([field, header]) => [field.name, valueOf(format, field, (row[header] ?? '').trim())])),
  );
}

function valueOf(format: RegisterFormat, field: RegisterField, cell: string): string | null {
  if (['', '-', '--'].includes(cell)) return null;
  const text = field.read ? unwrap(field.read(cell)) : cell;
  if (text === null) return null;
  switch (field.type) {
    case 'amount':
      return new Decimal(text.replaceAll(',', '')).div(new Decimal(10).pow(field.scale ?? 0)).toFixed();
    case 'instant':
      return unwrap(instantOf(text, format.utcOffset));
    case 'date':
      return unwrap(parseDate(text.slice(0, 10)));
    case 'period':
      return unwrap(parsePeriod(text));
    default:
      return text;
  }
}
