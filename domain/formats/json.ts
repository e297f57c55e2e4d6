import type { JsonRecord } from './format.ts';

export type JsonObject = Record<string, unknown>;

/** The plain object, or null for arrays, texts, numbers (which arrive as objects with their text) and everything else. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isNumberText(value) ? (value as JsonObject) : null;
}

/** The value under an own key; inherited names such as `constructor` are never found. */
export const own = (object: JsonObject | null, key: string): unknown => (object && Object.hasOwn(object, key) ? object[key] : undefined);

export const objectAt = (object: JsonObject | null, key: string): JsonObject | null => asObject(own(object, key));

/** The array under an own key, or null. */
export function arrayAt(object: JsonObject | null, key: string): readonly unknown[] | null {
  const value = own(object, key);
  return Array.isArray(value) ? (value as readonly unknown[]) : null;
}

const isNumberText = (value: object): value is { value: string } =>
  'isLosslessNumber' in value && 'value' in value && typeof value.value === 'string';

/**
 * Text of a scalar exactly as the document prints it; null for null, absent keys, objects and arrays.
 * A binary number has lost its text already: that is a programmer's mistake and throws TypeError.
 */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') throw new TypeError('JSON numbers must be read as text.');
  return typeof value === 'object' && value !== null && isNumberText(value) ? value.value : null;
}

export const textAt = (object: JsonObject | null, key: string): string | null => textOf(own(object, key));

/** Texts of the scalars of an object under `prefix` + key. Nested objects and arrays stay in the original only. */
export function scalars(object: JsonObject, prefix = ''): Record<string, string | null> {
  const cells: Record<string, string | null> = {};
  for (const [key, value] of Object.entries(object)) {
    if (key === '__proto__') continue;
    if (value === null || typeof value !== 'object' || isNumberText(value)) cells[prefix + key] = textOf(value);
  }
  return cells;
}

/** One JsonRecord per element, one part each. Elements that are no objects become records without cells, to be rejected by row. */
export function* eachRecord(items: readonly unknown[], cells: (item: JsonObject) => Record<string, string | null>): Iterable<JsonRecord> {
  let row = 0;
  for (const item of items) {
    row++;
    const object = asObject(item);
    yield { row, part: 0, cells: object ? cells(object) : {}, original: item };
  }
}
