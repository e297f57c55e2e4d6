import type { SchemaElement, SchemaTree } from 'hyparquet';

export type Kind =
  | { is: 'decimal'; scale: number }
  | { is: 'integer'; bits: 32 | 64; signed: boolean }
  /** Ticks per second; `zone`: printed with Z. */
  | { is: 'timestamp'; ticks: bigint; zone: boolean }
  | { is: 'time'; ticks: bigint }
  | { is: 'text' | 'binary' | 'uuid' | 'boolean' | 'date' | 'double' | 'float' | 'half' | 'int96' | 'as-decoded' };

const TICKS = { MILLIS: 1_000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;

/**
 * What the values of a leaf are, from its logical type, else its older converted type, else its physical type
 * (Apache Parquet format, LogicalTypes). A DECIMAL's scale may stand in either place.
 */
export function kindOf(element: SchemaElement): Kind {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (logical?.type === 'DECIMAL') return { is: 'decimal', scale: logical.scale };
  if (converted === 'DECIMAL') return { is: 'decimal', scale: element.scale ?? 0 };
  if (logical?.type === 'TIMESTAMP') return { is: 'timestamp', ticks: TICKS[logical.unit], zone: logical.isAdjustedToUTC };
  if (converted === 'TIMESTAMP_MILLIS') return { is: 'timestamp', ticks: TICKS.MILLIS, zone: true };
  if (converted === 'TIMESTAMP_MICROS') return { is: 'timestamp', ticks: TICKS.MICROS, zone: true };
  if (logical?.type === 'TIME') return { is: 'time', ticks: TICKS[logical.unit] };
  if (converted === 'TIME_MILLIS') return { is: 'time', ticks: TICKS.MILLIS };
  if (converted === 'TIME_MICROS') return { is: 'time', ticks: TICKS.MICROS };
  if (logical?.type === 'DATE' || converted === 'DATE') return { is: 'date' };
  if (logical?.type === 'UUID') return { is: 'uuid' };
  if (logical?.type === 'FLOAT16') return { is: 'half' };
  switch (type) {
    case 'BOOLEAN':
      return { is: 'boolean' };
    case 'DOUBLE':
      return { is: 'double' };
    case 'FLOAT':
      return { is: 'float' };
    case 'INT96':
      return { is: 'int96' };
    case 'INT32':
    case 'INT64': {
      const signed = logical?.type === 'INTEGER' ? logical.isSigned : !converted?.startsWith('UINT_');
      return { is: 'integer', bits: type === 'INT32' ? 32 : 64, signed };
    }
    // Some writers mark their texts by nothing at all.
    case 'BYTE_ARRAY':
      return { is: converted === 'BSON' || logical?.type === 'BSON' ? 'binary' : 'text' };
    default:
      return { is: 'binary' };
  }
}

/** True where the values of a column were binary floats before they were written. */
export const isBinaryFloat = (kind: Kind): boolean => kind.is === 'double' || kind.is === 'float' || kind.is === 'half';

/**
 * Takes the types off a leaf, so that the library hands over what stands in the file: unscaled integers of a DECIMAL
 * instead of a float, ticks instead of a Date that has lost its microseconds.
 */
export function bare(element: SchemaElement, kind: Kind): void {
  if (kind.is === 'as-decoded') return;
  element.logical_type = undefined;
  element.converted_type = kind.is === 'text' ? 'UTF8' : undefined;
}

/** A variant is a value with a type of its own in every row; the library has to decode it. */
export const isVariant = (node: SchemaTree): boolean => node.element.logical_type?.type === 'VARIANT';
