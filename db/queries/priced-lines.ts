import { emptyLine, type PricedLine, type PricedLines } from '../../domain/reconcile/beside/priced-line.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { pricedIn } from '../blocks/priced.ts';
import type { ReadDb } from '../connection.ts';
import type { LineScope } from './reconcile-lines.ts';

export interface PricedScope extends LineScope {
  /** Only lines of these imports. */
  batches: readonly number[];
}
type Raw = readonly (number | null)[];

const SQL = `SELECT l.id, l.product_type, l.product, l.spec, l.usage_type, l.usage_unit, l.billing_mode, l.region, l.bill_type,
    l.unit_price_u, l.unit_price_f, l.usage_u, l.usage_f, l.list_price_u, l.list_price_f, l.discount_u, l.discount_f
  FROM bill_line l WHERE l.period = :period AND l.kind = 0 AND l.vendor = :vendor AND l.currency IS (SELECT id FROM term WHERE text = :currency)
    AND l.superseded_by IS NULL AND l.batch_id IN (SELECT value FROM json_each(:batches)) ORDER BY l.id`;

/** The month's counted lines with the figures of their prices, from blocks where they can tell. */
export const withPricedLines = <T>(read: ReadDb, scope: PricedScope, work: (lines: PricedLines) => T): T =>
  fromBlocks(
    read,
    () => {
      const { period, vendor, currency, batches } = scope;
      const lines = pricedIn(read, { periods: [period], vendor, currency, kinds: [0], batches });
      return lines && { value: work(lines) };
    },
    () => ({ value: work(plainLines(read, scope)) }),
  ).value;

/** A pair of units and fraction as a whole number of 10^-scale, with as few decimals as it has. */
function putFigure(line: PricedLine, name: 'price' | 'usage' | 'list' | 'discount', units: number | null, fraction: number | null): void {
  let [scale, rest] = [10, fraction ?? 0];
  while (scale > 0 && rest % 10 === 0) [scale, rest] = [scale - 1, rest / 10];
  const value = units === null ? Number.NaN : units * 10 ** scale + rest;
  line[name] = Number.isSafeInteger(value) ? value : Number.NaN;
  line[`${name}Scale`] = scale;
}

/** The same from the lines themselves. */
export function plainLines(read: ReadDb, { batches, ...scope }: PricedScope): PricedLines {
  const numbers = { like: new Map<string, number>(), sold: new Map<string, number>() };
  const numberOf = (of: Map<string, number>, key: string): number => {
    const known = of.get(key);
    if (known === undefined) of.set(key, of.size);
    return known ?? of.size - 1;
  };
  const line = emptyLine();
  return (take) => {
    for (const r of read.iterateRaw<Raw>(SQL, { ...scope, batches: JSON.stringify(batches) })) {
      line.id = r[0]!;
      line.like = r[3] === null && r[4] === null ? -1 : numberOf(numbers.like, r.slice(1, 8).join());
      line.sold = numberOf(numbers.sold, `${r[1]} ${r[6]} ${r[8]}`);
      putFigure(line, 'price', r[9]!, r[10]!);
      putFigure(line, 'usage', r[11]!, r[12]!);
      putFigure(line, 'list', r[13]!, r[14]!);
      putFigure(line, 'discount', r[15]!, r[16]!);
      take(line);
    }
  };
}
