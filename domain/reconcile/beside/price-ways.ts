/** How a vendor brings a product of two figures to the one that it prints: all its decimals, or so many of them. */
export const WAYS = ['exact', 'truncate-8', 'half-up-8', 'truncate-4', 'half-up-4', 'truncate-2', 'half-up-2'] as const;
export type Way = (typeof WAYS)[number];
const PLACES = [20, 8, 8, 4, 4, 2, 2] as const;
const HALF_UP = [false, false, true, false, true, false, true] as const;
const ALL = 2 ** WAYS.length - 1;

const SAFE = Number.MAX_SAFE_INTEGER;
const TEN: readonly number[] = Array.from({ length: 23 }, (_, i) => 10 ** i);
const BIG: readonly bigint[] = Array.from({ length: 41 }, (_, i) => 10n ** BigInt(i));

/** By how much the printed usage may be counted in a smaller unit than the one that is priced. Huawei Cloud billing guide 7.2.2.3 (使用量转换比率). */
export const RATIOS: readonly number[] = [1, 3600, 60, 1024, 1024 ** 2, 1024 ** 3, 1000, 1000 ** 2, 1000 ** 3, 86_400, 24, 10_000];

/**
 * The ways, as bits by their place in WAYS, in which `a` × `b` ÷ `ratio` is printed as `c`. Each figure is a whole number of
 * 10^-scale, exact in 53 bits; products beyond them are taken in BigInt.
 */
export function waysOf(a: number, aScale: number, b: number, bScale: number, c: number, cScale: number, ratio: number): number {
  const scale = aScale + bScale;
  const product = a * b;
  const level = scale > 8 ? scale : 8;
  if (ratio === 1 && level >= cScale && product <= SAFE && product >= -SAFE) {
    const [wide, figure] = [product * TEN[level - scale]!, c * TEN[level - cScale]!];
    if (wide <= SAFE && wide >= -SAFE && figure <= SAFE && figure >= -SAFE) return inNumbers(wide, figure, level);
  }
  return inBigs(BigInt(a) * BigInt(b), scale, BigInt(c), cScale, BigInt(ratio));
}

function inNumbers(product: number, figure: number, scale: number): number {
  if (product === figure) return ALL;
  const [size, apart] = [Math.abs(product), Math.abs(product - figure)];
  if (scale <= 2 || apart > TEN[scale - 2]! || (product < 0 !== figure < 0 && figure !== 0)) return 0;
  const printed = Math.abs(figure);
  let ways = 0;
  for (let way = 1; way < PLACES.length; way++) {
    const places = PLACES[way]!;
    if (places >= scale) continue;
    const step = TEN[scale - places]!;
    const rest = size % step;
    if (size - rest + (HALF_UP[way] && rest * 2 >= step ? step : 0) === printed) ways |= 1 << way;
  }
  return ways;
}

function inBigs(product: bigint, scale: number, figure: bigint, figureScale: number, ratio: bigint): number {
  let ways = 0;
  const printed = figure * BIG[20 - figureScale]!;
  for (let way = 0; way < PLACES.length; way++) if (bring(product, scale, ratio, way) === printed) ways |= 1 << way;
  // A product without a rest under its ratio is exact.
  return (product * BIG[20 - Math.min(scale, 20)]!) % ratio === 0n ? ways : ways & ~1;
}

/** In 10^-20. */
function bring(product: bigint, scale: number, ratio: bigint, way: number): bigint {
  const step = BIG[20 - PLACES[way]!]!;
  const size = ((product < 0n ? -product : product) * BIG[20 - scale]!) / ratio;
  const cut = (size / step) * step + (HALF_UP[way] && (size % step) * 2n >= step ? step : 0n);
  return product < 0n ? -cut : cut;
}

/** The product in 10^-10 as the way prints it. */
export const printedBy = (way: Way, a: number, aScale: number, b: number, bScale: number, ratio: number): bigint =>
  bring(BigInt(a) * BigInt(b), aScale + bScale, BigInt(ratio), WAYS.indexOf(way)) / BIG[10]!;
