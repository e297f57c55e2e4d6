import type { ReadDb } from '../connection.ts';
import type { LineSet } from '../queries/line-sets.ts';
import { rowsOf } from './answer.ts';
import { testsOfSet } from './keyed.ts';
import { MeasureSum } from './measure-sum.ts';
import { orderCodes } from './order-codes.ts';
import { blockSets, segmentsOf } from './store.ts';
import { moneyTest } from './tests.ts';

/** Lines of a set whose payable is above (below) zero, the first ids of them; the sum in 10^-10. Null where only SQL can tell. */
export function signedIn(
  read: ReadDb,
  set: LineSet,
  sign: 'positive' | 'negative',
  limit: number,
): { ids: number[]; count: number; payable: bigint } | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const check = sign === 'positive' ? ({ op: 'atLeast', than: 1n } as const) : ({ op: 'atMost', than: -1n } as const);
  const tests = [...testsOfSet(read, set, orderCodes(read)), moneyTest('payable', check)];
  const sum = new MeasureSum(1);
  const found = { ids: [] as number[], count: 0 };
  for (const own of sets)
    for (const segment of segmentsOf(read, own)) {
      const rows = rowsOf(segment, tests);
      if (rows.count === 0) continue;
      for (let k = 0; k < rows.count && found.ids.length < limit; k++) found.ids.push(segment.firstId + rows.at[k]!);
      found.count += rows.count;
      sum.add(segment.money('payable')!, rows, new Int32Array(rows.count));
    }
  return { ...found, payable: sum.scaled(0) ?? 0n };
}
