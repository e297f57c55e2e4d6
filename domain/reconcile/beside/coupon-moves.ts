import { tenOf, type Ten } from './tens.ts';
import { dayOf, type Beside, type ListRow } from './beside.ts';

/** A movement of a coupon: positive where it paid, negative where it was given back. */
export interface CouponMove {
  row: ListRow;
  day: string | null;
  amount: Ten;
  /** Words of the remark: one may be the number of a coupon, of an order or of a transaction. */
  words: readonly string[];
}

const COUPON = /代金券|现金券|优惠券|抵扣券|coupon|voucher/i;
/** Where a coupon is handed out or expires, nothing was paid with it. */
const NOT_PAID = /发放|充值|过期|失效|领取|issue|grant|expire/i;
const known = new WeakMap<readonly ListRow[], CouponMove[]>();

/** The movements of the account that are of coupons: an expense is negative in the list (Huawei Cloud billing guide 13.2.5). */
export function couponMoves(beside: Beside): CouponMove[] {
  const rows = beside.rows('income-expense');
  const found = known.get(rows);
  if (found) return found;
  const moves = rows.flatMap((row): CouponMove[] => {
    const { transactionType, channel, remark, amount } = row.values;
    if (!amount || NOT_PAID.test(transactionType ?? '')) return [];
    if (!COUPON.test(transactionType ?? '') && !COUPON.test(remark ?? '') && !COUPON.test(channel ?? '')) return [];
    return [{ row, day: dayOf(row, 'time'), amount: -tenOf(amount), words: (remark ?? '').split(/[\s,，;；|]+/).filter(Boolean) }];
  });
  known.set(rows, moves);
  return moves;
}

/** Sums by a word of the remark, among those that are asked for. */
export function sumsByWord(
  moves: readonly CouponMove[],
  isKnown: (word: string) => boolean,
): Map<string, { amount: Ten; moves: CouponMove[] }> {
  const sums = new Map<string, { amount: Ten; moves: CouponMove[] }>();
  for (const move of moves) {
    const word = move.words.find(isKnown);
    if (word === undefined) continue;
    const own = sums.get(word);
    if (own) {
      own.amount += move.amount;
      own.moves.push(move);
    } else sums.set(word, { amount: move.amount, moves: [move] });
  }
  return sums;
}
