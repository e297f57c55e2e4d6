import { add, compare, subtract, type Amount } from '../money/amount.ts';

export interface Overflow {
  /** Zero or below: what refunds on the credit account exceed its charges by. */
  overflow: Amount;
  /** What is still to be paid on credit this month; zero where there is an overflow. */
  due: Amount;
}

/**
 * Credit account of one month: charges (zero or above) plus refunds (zero or below). Where refunds exceed charges the rest is the
 * overflow amount (溢出金额), which pays earlier bills that are open and later ones.
 * Source: Huawei Cloud international billing guide, section 7.2.2.3.
 */
export function overflowOf(charges: Amount, refunds: Amount): Overflow {
  const net = add(refunds, charges);
  return compare(net, '0') < 0 ? { overflow: net, due: '0' } : { overflow: '0', due: net };
}

/**
 * What an overflow takes off open bills, the oldest first: `open` in the order of their months. Returns what is taken off each, and
 * the overflow that is left for later bills (zero or below).
 */
export function absorb(overflow: Amount, open: readonly Amount[]): { taken: Amount[]; left: Amount } {
  let left = overflow;
  const taken = open.map((amount) => {
    const available = subtract('0', left);
    const share = compare(amount, '0') <= 0 ? '0' : compare(amount, available) <= 0 ? amount : available;
    left = add(left, share);
    return share;
  });
  return { taken, left };
}
