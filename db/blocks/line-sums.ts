import { NO_SMALL, type MoneyBlock } from './money-block.ts';

const SAFE = 2 ** 53 - 1;
const FINE = 10_000_000_000n;

/** Sums of several figures of each line. */
export interface LineSums {
  /** Whole numbers of 10^-scale; null where 53 bits do not hold them. */
  whole: { scale: number; values: Float64Array } | null;
  /** The sum of one line in 10^-10. */
  exact: (row: number) => bigint;
}

/** True where the line has the figure. */
export const hasFigure = (block: MoneyBlock, row: number): boolean => {
  const value = block.values[block.values.length === 1 ? 0 : row]!;
  return value === value && !(block.values instanceof Int32Array && value === NO_SMALL);
};

/** Adds up the blocks of one segment line by line, each with its sign; a missing figure adds nothing. */
export function lineSums(blocks: readonly MoneyBlock[], signs: readonly (1 | -1)[], count: number): LineSums {
  const exact = (row: number): bigint =>
    blocks.reduce((sum, block, i) => (hasFigure(block, row) ? sum + BigInt(signs[i]!) * figureAt(block, row) : sum), 0n);
  const scale = Math.max(0, ...blocks.map((block) => block.scale));
  const factors = blocks.map((block, i) => signs[i]! * 10 ** (scale - block.scale));
  const most = blocks.reduce((sum, block, i) => sum + block.most * Math.abs(factors[i]!), 0);
  if (blocks.some((block) => block.fractions) || most > SAFE) return { whole: null, exact };
  const values = new Float64Array(count);
  blocks.forEach((block, i) => addTo(values, block, factors[i]!));
  return { whole: { scale, values }, exact };
}

function addTo(sums: Float64Array, { values, full }: MoneyBlock, factor: number): void {
  const { length } = sums;
  if (values.length === 1 && length > 1) {
    const value = values[0]! * factor;
    if (value !== 0) for (let i = 0; i < length; i++) sums[i] = sums[i]! + value;
  } else if (values instanceof Int32Array) {
    for (let i = 0; i < length; i++) if (values[i] !== NO_SMALL) sums[i] = sums[i]! + values[i]! * factor;
  } else if (full) for (let i = 0; i < length; i++) sums[i] = sums[i]! + values[i]! * factor;
  else for (let i = 0; i < length; i++) if (values[i] === values[i]) sums[i] = sums[i]! + values[i]! * factor;
}

function figureAt({ values, fractions, scale }: MoneyBlock, row: number): bigint {
  const value = BigInt(values[values.length === 1 ? 0 : row]!);
  return fractions ? value * FINE + BigInt(fractions[row]!) : value * 10n ** BigInt(10 - scale);
}
