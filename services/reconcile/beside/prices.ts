import type { ReadDb } from '../../../db/connection.ts';
import { withPricedLines } from '../../../db/queries/priced-lines.ts';
import type { LineScope } from '../../../db/queries/reconcile-lines.ts';
import type { LineFact } from '../../../domain/reconcile/beside/beside.ts';
import { studyPrices, type Outlier } from '../../../domain/reconcile/beside/price-study.ts';
import { amountOf } from '../../../domain/reconcile/beside/tens.ts';
import type { OddLines, PriceFacts } from '../../../domain/reconcile/beside/prices.ts';
import type { BadLine } from '../../../domain/reconcile/facts.ts';
import { Failure } from '../../../domain/result.ts';
import { readOriginal } from '../../import/original.ts';
import { say, type Sentence } from '../../../domain/words/said.ts';

const LISTED = 200;
type Named = (ids: readonly number[], text: (line: LineFact) => Sentence | null) => BadLine[];

/** What the month's prices say of one another. */
export function priceFacts(read: ReadDb, scope: LineScope, batches: readonly number[], named: Named): PriceFacts {
  const { outliers: found, ways, ...study } = withPricedLines(read, { ...scope, batches }, studyPrices);
  const outliers = found.filter((outlier, i) => i >= LISTED || !isCovered(read, outlier));
  const odd = (what: Outlier['what']): OddLines => {
    const own = outliers.filter((outlier) => outlier.what === what);
    const byId = new Map(own.slice(0, LISTED).map((outlier) => [outlier.id, outlier]));
    return {
      lines: named([...byId.keys()], (line) => told(byId.get(line.id)!, line)),
      count: own.length,
      printed: amountOf(own.reduce((sum, o) => sum + o.printed, 0n)),
      expected: amountOf(own.reduce((sum, o) => sum + o.expected, 0n)),
    };
  };
  return {
    ...study,
    ways: [...ways].map(([way, lines]) => ({ way, lines })).sort((a, b) => b.lines - a.lines),
    price: odd('price'),
    quantity: odd('quantity'),
    discount: odd('discount'),
  };
}

const COVERED = /套餐内使用量|预留实例内使用量|Package Usage|Reserved Instance Usage/i;

/** Charged less than unit price × usage, and the row itself says that a package or a reserved instance covered some of the use. */
function isCovered(read: ReadDb, { what, id, printed, expected }: Outlier): boolean {
  if (what !== 'quantity' || (printed < 0n ? -printed : printed) >= (expected < 0n ? -expected : expected)) return false;
  try {
    return readOriginal(read, id).columns.some(({ header, value }) => COVERED.test(header) && /[1-9]/.test(value));
  } catch (error) {
    // Without its file the line stands as it is.
    if (error instanceof Failure) return false;
    throw error;
  }
}

function told({ what, expected, like }: Outlier, line: LineFact): Sentence {
  const figures = { price: line.unitPrice ?? '—', list: line.listPrice ?? '—', usage: line.usage ?? '—', expected: amountOf(expected) };
  if (what === 'price')
    return say`unit price ${{ price: figures.price }}, other lines of the kind ${{ like: amountOf(like) }}: list price ${{ list: figures.list }}, by that price ${{ expected: figures.expected }}`;
  if (what === 'quantity')
    return say`${{ price: figures.price }} × ${{ usage: figures.usage }} = ${{ expected: figures.expected }}, list price ${{ list: figures.list }}`;
  return say`discount ${{ discount: line.discount ?? '—' }} of ${{ list: figures.list }}; at the ${{ rate: amountOf(like * 100n) }} % of other lines of the kind ${{ expected: figures.expected }}`;
}
