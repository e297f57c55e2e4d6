import { RateStudy } from './rate-study.ts';
import type { PricedLine, PricedLines } from './priced-line.ts';
import { printedBy, RATIOS, waysOf, WAYS, type Way } from './price-ways.ts';
import { most, prevails } from './prevail.ts';

/** A line that stands out: what it prints, and what its like would print; in 10^-10. */
export interface Outlier {
  id: number;
  /** `price`: its unit price is another; `quantity`: its usage does not give its price; `discount`: its rate is another. */
  what: 'price' | 'quantity' | 'discount';
  printed: bigint;
  expected: bigint;
  /** The figure of its like: unit price, or rate of discount. */
  like: bigint;
}

export interface PriceStudy {
  /** Lines whose price could be recomputed, and those of groups in which no way prevails. */
  judged: number;
  open: number;
  /** Lines of specifications of which nearly all have one unit price; lines with a discount that nearly all of their like have. */
  priced: number;
  discounted: number;
  ways: ReadonlyMap<Way, number>;
  outliers: readonly Outlier[];
}

/** Lines of a group that are tried with other units than the printed one. */
const TRIED = 40;

interface Price {
  n: number;
  scale: number;
  lines: number;
}
class Group {
  lines = 0;
  /** Lines by way, for each ratio that was met. */
  readonly ways = new Map<number, number[]>();
  ratio = 1;
  tried = 0;
  readonly prices: Price[] = [];

  price(n: number, scale: number): void {
    const known = this.prices.find((p) => samePrice(p, n, scale));
    if (known) known.lines++;
    else this.prices.push({ n, scale, lines: 1 });
  }

  count(ratio: number, ways: number): void {
    let counts = this.ways.get(ratio);
    if (!counts) this.ways.set(ratio, (counts = WAYS.map(() => 0)));
    for (let way = 0; way < WAYS.length; way++) if (ways & (1 << way)) counts[way]!++;
  }

  /** The ways in which the line's price comes of its usage, with the ratio that holds for the group; 0: in none. */
  fit(line: PricedLine): number {
    const own = at(line, this.ratio);
    if (own !== 0 || this.tried >= TRIED) return own;
    this.tried++;
    const other = RATIOS.find((ratio) => ratio !== this.ratio && at(line, ratio) !== 0);
    if (other === undefined) return 0;
    this.ratio = other;
    return at(line, other);
  }
}

const samePrice = (p: Price, n: number, scale: number): boolean =>
  p.scale === scale ? p.n === n : p.scale > scale ? p.n === n * 10 ** (p.scale - scale) : p.n * 10 ** (scale - p.scale) === n;
/** Of the sizes: a refund prints what is given back as negative, and its usage and price as they were. */
const at = (l: PricedLine, ratio: number): number =>
  waysOf(Math.abs(l.price), l.priceScale, Math.abs(l.usage), l.usageScale, Math.abs(l.list), l.listScale, ratio);
const ten = (n: number, scale: number): bigint => BigInt(n) * 10n ** BigInt(10 - scale);
/** Use that a package or a free quota covers has no price. */
const isMetered = (line: PricedLine): boolean => line.usage === line.usage && line.list === line.list && line.list !== 0;

interface Followed {
  way: Way | null;
  ratio: number;
  price: Price | null;
  /** Taken from the vendor's other lines: any way will do. */
  lent: boolean;
}

function followed(group: Group): Followed {
  let best = { lines: 0, way: null as Way | null, ratio: 1 };
  for (const [ratio, counts] of group.ways)
    for (const [way, lines] of counts.entries()) if (lines > best.lines) best = { lines, way: WAYS[way]!, ratio };
  const price = most(group.prices, (p) => p.lines);
  const priced = group.prices.reduce((n, p) => n + p.lines, 0);
  return {
    way: best.lines > 1 && prevails(best.lines, group.lines, 2) ? best.way : null,
    ratio: best.ratio,
    price: price && prevails(price.lines, priced) ? price : null,
    lent: false,
  };
}

/** Groups of fewer lines are too small to say how they are counted: what holds for nearly all lines of the vendor holds for them. */
const FEW = 10;
function lend(groups: readonly Group[], follow: Followed[]): void {
  const told = WAYS.map((way) => ({ way, lines: 0 }));
  let all = 0;
  groups.forEach(({ lines, ways }) => {
    if (lines < FEW) return;
    all += lines;
    for (const [i, one] of told.entries()) one.lines += ways.get(1)?.[i] ?? 0;
  });
  const common = most(told, (one) => one.lines);
  if (!common || !prevails(common.lines, all, 3 * FEW)) return;
  follow.forEach((own, like) => {
    const { lines } = groups[like]!;
    if (own.way === null && lines > 0 && lines < FEW) follow[like] = { ...own, way: common.way, ratio: 1, lent: true };
  });
}

/**
 * Learns from all lines of a month which price, way of rounding and discount their like have, and tells which lines stand out; they
 * are read a second time only where some do. A group in which nothing prevails says nothing about any of its lines.
 */
export function studyPrices(lines: PricedLines): PriceStudy {
  const groups: Group[] = [];
  const rates = new RateStudy();
  lines((line) => {
    if (line.like >= 0 && line.price === line.price) {
      const group = (groups[line.like] ??= new Group());
      group.price(line.price, line.priceScale);
      if (isMetered(line)) {
        group.lines++;
        const ways = group.fit(line);
        if (ways !== 0) group.count(group.ratio, ways);
      }
    }
    rates.learn(line);
  });
  rates.settle();
  const follow = groups.map((group) => followed(group));
  lend(groups, follow);
  const study = { judged: 0, open: 0, priced: 0, discounted: rates.lines, ways: new Map<Way, number>() };
  let odd = rates.odd;
  groups.forEach((group, like) => {
    const { way, ratio, price } = follow[like]!;
    if (way === null) study.open += group.lines;
    else {
      study.judged += group.lines;
      const fits = group.ways.get(ratio)?.[WAYS.indexOf(way)] ?? 0;
      study.ways.set(way, (study.ways.get(way) ?? 0) + fits);
      odd ||= fits < group.lines;
    }
    if (price === null) return;
    study.priced += group.prices.reduce((n, p) => n + p.lines, 0);
    odd ||= group.prices.length > 1;
  });
  const outliers: Outlier[] = [];
  if (odd)
    lines((line) => {
      const outlier = outlierOf(line, follow[line.like]) ?? rates.outlier(line);
      if (outlier) outliers.push(outlier);
    });
  return { ...study, outliers };
}

/** With the sign of the line's own list price. */
const signed = (line: PricedLine, expected: bigint): bigint => (line.list < 0 === expected < 0n ? expected : -expected);

function outlierOf(line: PricedLine, group: Followed | undefined): Outlier | null {
  if (line.like < 0 || !group || line.price !== line.price) return null;
  const { way, ratio, price, lent } = group;
  const printed = line.list === line.list ? ten(line.list, line.listScale) : 0n;
  if (price !== null && !samePrice(price, line.price, line.priceScale)) {
    const expected =
      way === null || line.usage !== line.usage
        ? printed
        : signed(line, printedBy(way, price.n, price.scale, line.usage, line.usageScale, ratio));
    return { id: line.id, what: 'price', printed, expected, like: ten(price.n, price.scale) };
  }
  if (way === null || !isMetered(line) || at(line, ratio) & (lent ? -1 : 1 << WAYS.indexOf(way))) return null;
  const expected = signed(line, printedBy(way, line.price, line.priceScale, line.usage, line.usageScale, ratio));
  return { id: line.id, what: 'quantity', printed, expected, like: ten(line.price, line.priceScale) };
}
