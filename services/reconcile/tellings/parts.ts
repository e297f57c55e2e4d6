import type { ReadDb } from '../../../db/connection.ts';
import { splitFiles } from '../../../db/queries/telling-batches.ts';
import type { Place } from './place.ts';

/** Split files that are here in part, and the parts that are missing before the last one that is here. */
export function partsOf(read: ReadDb, place: Place, kinds: readonly number[] | null): { files: number; missing: string[] } {
  const files = splitFiles(read, place.vendor, place.period, kinds);
  return {
    files: files.length,
    missing: files.flatMap(({ name, parts }) => {
      const known = new Set(parts);
      return Array.from({ length: Math.max(...parts) }, (_, i) => i + 1)
        .filter((part) => !known.has(part))
        .map((part) => `${name}_${part}`);
    }),
  };
}
