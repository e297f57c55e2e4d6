import type { Format, RegisterFormat, TableFormat } from '../../domain/formats/format.ts';
import { formats as huawei } from '../../domain/formats/huawei/index.ts';
import { formats as qingcloud } from '../../domain/formats/qingcloud/index.ts';
import { formats as tencent } from '../../domain/formats/tencent/index.ts';
import { formats as zilliz } from '../../domain/formats/zilliz/index.ts';
import { normaliseHeader } from '../../domain/formats/header.ts';
import type { View } from '../../domain/formats/views.ts';
import { fitsRegister } from './read-register.ts';

/** Everything of the four vendors. */
export const vendorFormats: readonly (Format | RegisterFormat)[] = [...huawei, ...tencent, ...qingcloud, ...zilliz];

export const namesOf = (headers: readonly string[]): Set<string> => new Set(headers.map((header) => normaliseHeader(header).name));

/** True when marks, excludes and `when` let the format have these headers, and nothing required lacks. */
export function fits(format: TableFormat, headers: readonly string[]): boolean {
  const names = namesOf(headers);
  const has = (header: string): boolean => names.has(normaliseHeader(header).name);
  const complete = format.columns.every((column) => !column.required || column.headers.some(has));
  return (
    complete &&
    (format.marks.length === 0 || format.marks.some(has)) &&
    !(format.excludes ?? []).some(has) &&
    (format.when?.(names) ?? true)
  );
}

/** Ids of the tables and registers that may have these headers: one, or the file is not known or ambiguous. */
export const fitting = (headers: readonly string[]): string[] =>
  vendorFormats
    .filter((format) =>
      format.kind === 'register'
        ? format.records === undefined && fitsRegister(format, headers)
        : format.shape === 'table' && fits(format, headers),
    )
    .map(({ id }) => id);

/** The view of a file with these headers in a format. */
export function viewIn(format: Format | RegisterFormat, headers: readonly string[]): View | null {
  if (format.kind === 'register' || format.kind === 'statement') return null;
  return typeof format.view === 'function' ? format.view(namesOf(headers)) : (format.view ?? 'detail');
}

export const formatNamed = (id: string): Format | RegisterFormat => {
  const format = vendorFormats.find((f) => f.id === id);
  if (!format) throw new TypeError(`There is no format ${id}.`);
  return format;
};
