/**
 * A line as far as prices are held against one another. Figures are whole numbers of 10^-scale, NaN where missing or beyond 53 bits;
 * the object is used for one line after the other.
 */
export interface PricedLine {
  id: number;
  /** Lines of the same number have one price: specification, usage type, unit, mode and region; -1: nothing says what was metered. */
  like: number;
  /** Lines of the same number have one discount: product type, billing mode and bill type. */
  sold: number;
  price: number;
  priceScale: number;
  usage: number;
  usageScale: number;
  list: number;
  listScale: number;
  discount: number;
  discountScale: number;
}

/** The month's lines, as often as they are asked for; numbers of `like` and `sold` are the same each time. */
export type PricedLines = (take: (line: PricedLine) => void) => void;

export const emptyLine = (): PricedLine => ({
  id: 0,
  like: -1,
  sold: 0,
  price: Number.NaN,
  priceScale: 0,
  usage: Number.NaN,
  usageScale: 0,
  list: Number.NaN,
  listScale: 0,
  discount: Number.NaN,
  discountScale: 0,
});
