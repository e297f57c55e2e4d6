import type { SchemaElement } from 'hyparquet';

/** A column of a written Parquet file. Amounts come as decimal text and are stored as DECIMAL(38, scale), never through a float. */
export type ParquetColumn = { name: string; required?: boolean } & ({ kind: 'text' | 'time' } | { kind: 'decimal'; scale: number });

/** Digits of DECIMAL(38): sixteen bytes hold any of them. */
export const PRECISION = 38;
const LIMIT = 10n ** BigInt(PRECISION);

/** Schema of the file: UTF8 texts, DECIMAL in FIXED_LEN_BYTE_ARRAY(16), TIMESTAMP(MILLIS, UTC). */
export function schemaOf(columns: readonly ParquetColumn[]): SchemaElement[] {
  return [{ name: 'schema', num_children: columns.length, repetition_type: 'REQUIRED' }, ...columns.map(elementOf)];
}

function elementOf(column: ParquetColumn): SchemaElement {
  const base = { name: column.name, repetition_type: column.required ? 'REQUIRED' : 'OPTIONAL' } as const;
  switch (column.kind) {
    case 'text':
      return { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
    case 'time':
      return {
        ...base,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MILLIS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
    case 'decimal':
      return {
        ...base,
        type: 'FIXED_LEN_BYTE_ARRAY',
        type_length: 16,
        converted_type: 'DECIMAL',
        logical_type: { type: 'DECIMAL', precision: PRECISION, scale: column.scale },
        precision: PRECISION,
        scale: column.scale,
      };
  }
}

/**
 * The integer that stands for a plain decimal at a scale: 1.5 at scale 2 is 150. Digits beyond the scale are rounded half away
 * from zero and counted by `onRounded`. Null where the number is too large for 38 digits, or is none.
 */
export function unscaled(text: string, scale: number, onRounded: () => void): bigint | null {
  const match = /^(-?)([0-9]{1,60})(?:\.([0-9]{0,60}))?$/.exec(text);
  if (!match) return null;
  const fraction = match[3] ?? '';
  let value = BigInt(match[2]! + fraction.slice(0, scale).padEnd(scale, '0'));
  if (fraction.length > scale && /[1-9]/.test(fraction.slice(scale))) {
    onRounded();
    if (fraction.charCodeAt(scale) >= 53) value += 1n;
  }
  return value >= LIMIT ? null : match[1] === '-' ? -value : value;
}
