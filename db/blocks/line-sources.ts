import { NULL_NUMBER, type ColumnSource } from '../bulk/record.ts';
import type { ReadDb } from '../connection.ts';
import { INT_COLUMNS, MONEY_COLUMNS } from './columns.ts';
import { NO_INT } from './int-block.ts';

const LINES = 4096;
const NUMBERS = MONEY_COLUMNS.flatMap((name) => [`${name}_u`, `${name}_f`]);

/** So many lines from the first id on, some thousands at a time, as an import hands them over. */
export function* lineSources(
  read: ReadDb,
  { firstId, lines }: { firstId: number; lines: number },
): Generator<{ sources: Map<string, ColumnSource>; count: number }> {
  const ints = INT_COLUMNS.map((name) => ({ name, values: new Int32Array(LINES), missing: name === 'date' ? NO_INT : 0 }));
  const numbers = NUMBERS.map((name) => ({ name, values: new Float64Array(LINES) }));
  for (let next = firstId; next < firstId + lines; next += LINES) {
    const orders: (string | null)[] = [];
    // A page at a time, so that blocks can be written in between.
    for (const row of read.iterateRaw<(number | string | null)[]>(
      `SELECT order_id, ${[...INT_COLUMNS, ...NUMBERS].join(', ')} FROM bill_line WHERE id BETWEEN ? AND ? ORDER BY id`,
      [next, Math.min(next + LINES, firstId + lines) - 1],
    )) {
      const at = orders.length;
      orders.push(row[0] as string | null);
      ints.forEach(({ values, missing }, i) => (values[at] = (row[1 + i] as number | null) ?? missing));
      numbers.forEach(({ values }, i) => (values[at] = (row[1 + ints.length + i] as number | null) ?? NULL_NUMBER));
    }
    yield { sources: sourcesOf(ints, numbers, orders), count: orders.length };
  }
}

function sourcesOf(
  ints: readonly { name: string; values: Int32Array }[],
  numbers: readonly { name: string; values: Float64Array }[],
  orders: readonly (string | null)[],
): Map<string, ColumnSource> {
  const sources = new Map<string, ColumnSource>([['order_id', { kind: 'texts', values: orders }]]);
  for (const { name, values } of ints) sources.set(name, { kind: 'ints', values, zeroIsNull: name !== 'date' });
  for (const { name, values } of numbers) sources.set(name, { kind: 'numbers', values });
  return sources;
}
