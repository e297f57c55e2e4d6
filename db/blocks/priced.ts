import { emptyLine, type PricedLine, type PricedLines } from '../../domain/reconcile/beside/priced-line.ts';
import type { ReadDb } from '../connection.ts';
import type { LineSet } from '../queries/line-sets.ts';
import { rowsOf } from './answer.ts';
import { GroupCodes } from './group-codes.ts';
import { intAt } from './int-block.ts';
import { testsOfSet } from './keyed.ts';
import { NO_SMALL, type MoneyBlock } from './money-block.ts';
import { orderCodes } from './order-codes.ts';
import { blockSets, segmentsOf } from './store.ts';

const LIKE = ['product_type', 'product', 'spec', 'usage_type', 'usage_unit', 'billing_mode', 'region'] as const;
const SOLD = ['product_type', 'billing_mode', 'bill_type'] as const;
const FIGURES = [
  ['unit_price', 'price'],
  ['usage', 'usage'],
  ['list_price', 'list'],
  ['discount', 'discount'],
] as const;

/** A figure of a line; NaN where it is missing or kept as a pair, which 53 bits do not hold. */
function figureAt(block: MoneyBlock | null, row: number): number {
  if (!block || block.fractions) return Number.NaN;
  const value = block.values.length === 1 ? block.values[0]! : block.values[row]!;
  return value === NO_SMALL && block.values instanceof Int32Array ? Number.NaN : value;
}

/** The set's lines with the figures of their prices; null where a batch has no blocks. */
export function pricedIn(read: ReadDb, set: LineSet): PricedLines | null {
  const sets = blockSets(read);
  if (!sets) return null;
  const tests = testsOfSet(read, set, orderCodes(read));
  const codes = { like: new GroupCodes(LIKE.map((column) => ({ column }))), sold: new GroupCodes(SOLD.map((column) => ({ column }))) };
  const line = emptyLine();
  return (take: (line: PricedLine) => void) => {
    for (const own of set.batches ? sets.filter(({ batch }) => set.batches!.includes(batch)) : sets)
      for (const segment of segmentsOf(read, own)) {
        const rows = rowsOf(segment, tests);
        if (rows.count === 0) continue;
        const [like, sold] = [new Int32Array(rows.count), new Int32Array(rows.count)];
        codes.like.assign(segment, rows, like);
        codes.sold.assign(segment, rows, sold);
        const blocks = FIGURES.map(([column]) => segment.money(column));
        if (blocks.every((block) => block === null)) continue;
        const [spec, usageType] = [segment.ints('spec'), segment.ints('usage_type')];
        for (const [i, [, name]] of FIGURES.entries()) line[`${name}Scale`] = blocks[i]?.scale ?? 0;
        const [price, usage, list, discount] = blocks as [MoneyBlock | null, MoneyBlock | null, MoneyBlock | null, MoneyBlock | null];
        for (let k = 0; k < rows.count; k++) {
          const row = rows.at[k]!;
          line.id = segment.firstId + row;
          line.like = intAt(spec, row) === 0 && intAt(usageType, row) === 0 ? -1 : like[k]!;
          line.sold = sold[k]!;
          line.price = figureAt(price, row);
          line.usage = figureAt(usage, row);
          line.list = figureAt(list, row);
          line.discount = figureAt(discount, row);
          take(line);
        }
      }
  };
}
