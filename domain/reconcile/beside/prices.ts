import type { Amount } from '../../money/amount.ts';
import type { BadLines } from '../facts.ts';

/** Lines whose unit price, usage or discount stands out from that of their like (price-study.ts). */
export interface PriceFacts {
  /** Lines whose price could be recomputed, and metered lines of groups in which no way prevails. */
  judged: number;
  open: number;
  /** How the judged lines were rounded, and how many. */
  ways: readonly { way: string; lines: number }[];
  /** Lines of specifications of which nearly all have one unit price. */
  priced: number;
  /** Lines that have a discount which prevails among their like. */
  discounted: number;
  price: OddLines;
  quantity: OddLines;
  discount: OddLines;
}

export interface OddLines extends BadLines {
  /** List price (discount) of these lines as printed, and as their like give it. */
  printed: Amount;
  expected: Amount;
}
