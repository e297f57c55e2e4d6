import { isZero } from '../../money/amount.ts';
import { periodBounds } from '../../time/plain-date.ts';
import { say } from '../../words/said.ts';
import { dayOf, rowLine } from '../beside/beside.ts';
import { sumsByOrder } from '../beside/by-order.ts';
import { couponMoves, sumsByWord, type CouponMove } from '../beside/coupon-moves.ts';
import { judgeItems, type Item } from '../beside/items.ts';
import { amountOf, sumOf, tenOf, type Ten } from '../beside/tens.ts';
import type { CheckRule, Verdict } from '../check.ts';
import { sumMeasures } from '../bill-types.ts';
import type { Facts } from '../facts.ts';
import { figure, linesDrill } from '../figures.ts';
import { STEPS } from '../steps.ts';

const COUPONS = ['coupon', 'flexiCoupon'] as const;

/** Left: coupons used on the bill. Right: what their movements took in the month; transaction by transaction where they name it. */
export const couponMovements: CheckRule = {
  id: 'coupon.movements',
  title: { en: 'Coupons on the bill = movements of coupons', zh: '账单代金券抵扣 = 代金券收支' },
  step: STEPS.lists,
  scope: 'lists',
  left: { en: 'coupons used on the bill', zh: '账单代金券抵扣' },
  right: { en: 'movements of coupons in the month', zh: '本月代金券收支明细' },
  tolerance: [],
  explanation: {
    en: 'Every coupon on the bill was taken from a coupon, exactly once.',
    zh: '账单上的每笔代金券抵扣都有且只有一笔收支记录。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 7.2.2.2 (coupons are matched with eight decimals), 9.1.2, 13.2.5',
  run(facts) {
    const { beside } = facts.probe;
    const moves = couponMoves(beside);
    if (moves.length === 0 || !facts.detail) return [];
    const used = tenOf(sumMeasures(facts.detail.sums, COUPONS) ?? '0');
    const { first, last } = periodBounds(facts.period);
    let own = moves.filter((m) => m.day !== null && m.day >= first && m.day <= last);
    if (own.length === 0 && used === 0n) return [];
    let items: Item[] = [];
    if (used !== sumOf(own.map((m) => m.amount))) ({ own, items } = byTrade(facts, moves, own));
    const taken = sumOf(own.map((m) => m.amount));
    return [
      judgeItems({
        left: figure('Bill: coupons', '账单：代金券抵扣', amountOf(used), linesDrill(facts, 'detail')),
        right: figure('Movements of coupons', '代金券收支', amountOf(taken), null),
        missing: { left: { en: 'There is no bill.', zh: '没有账单。' }, right: { en: 'There are no movements.', zh: '没有收支明细。' } },
        pass: { en: `${own.length} movements of coupons are what the bill used.`, zh: `${own.length} 笔代金券收支与账单一致。` },
        fail: (difference) => ({
          en: `Coupons on the bill and their movements differ by ${difference} ${facts.currency}.`,
          zh: `账单代金券与收支相差 ${difference} ${facts.currency}。`,
        }),
        some: (n) => ({ en: `${n} coupons differ, though the sums agree.`, zh: `${n} 笔代金券不一致，尽管合计相等。` }),
        items,
      }),
    ];
  },
};

interface Use {
  id: string;
  used: Ten;
  taken: Ten;
  moves: CouponMove[];
}

/** Holds bill and movements against each other by order and transaction number; movements that name one of this bill belong to its month. */
function byTrade(facts: Facts, moves: readonly CouponMove[], timed: readonly CouponMove[]): { own: CouponMove[]; items: Item[] } {
  const { beside } = facts.probe;
  const billed = sumsByOrder(beside, { of: 'month' }, COUPONS);
  const taken = sumsByWord(moves, (word) => billed.has(word));
  if (taken.size === 0) return { own: [...timed], items: [] };
  const named = new Set([...taken.values()].flatMap((t) => t.moves));
  // What names no transaction of this bill counts by its day, unless another month's bill has the transaction.
  const loose = timed.filter((m) => !named.has(m));
  const others = new Set(
    loose.length === 0
      ? []
      : beside
          .sums(
            { of: 'book', among: [{ key: 'orderId', values: [...new Set(loose.flatMap((m) => m.words))] }] },
            ['orderId'],
            [[...COUPONS]],
          )
          .map((g) => g.keys[0]),
  );
  const unused = loose.filter((m) => !m.words.some((word) => others.has(word)));
  const uses = [
    ...new Set(
      [...billed]
        .filter(([, amount]) => amount !== 0n)
        .map(([id]) => id)
        .concat([...taken.keys()]),
    ),
  ].map((id): Use => {
    const own = taken.get(id);
    return { id, used: billed.get(id) ?? 0n, taken: own?.amount ?? 0n, moves: own?.moves ?? [] };
  });
  const wrong = uses.filter((use) => use.used !== use.taken).slice(0, 500);
  const stated = inStatement(
    facts,
    wrong.map((use) => use.id),
  );
  // A transaction that the statement has and the details lack is a line that is missing.
  const known = inStatement(facts, [...new Set(unused.flatMap((move) => move.words))]);
  const told = new Set(unused.filter((move) => move.words.some((word) => known.has(word))));
  return {
    own: [...named, ...unused],
    items: [
      ...wrong.map((use) => itemOf(facts, use, stated.get(use.id) ?? null)),
      ...unused.map((move): Item => ({
        kind: named.size > 0 && told.has(move) ? null : 'coupon.unused',
        amount: amountOf(-move.amount),
        text: say`A coupon paid ${{ amount: amountOf(move.amount) }} on ${{ day: move.day ?? '—' }} for something that no bill has.`,
        lines: [rowLine(move.row, say`${{ amount: amountOf(move.amount) }} that no bill line has`)],
      })),
    ],
  };
}

/** Coupons that the transaction statement has of these transactions. */
function inStatement(facts: Facts, ids: readonly string[]): Map<string, Ten> {
  if (ids.length === 0 || !facts.statement) return new Map();
  return sumsByOrder(facts.probe.beside, { of: 'month', statement: true, among: [{ key: 'orderId', values: ids }] }, COUPONS);
}

function itemOf(facts: Facts, { id, used, taken, moves }: Use, stated: Ten | null): Item {
  const [paid, recorded] = [amountOf(used), amountOf(taken)];
  // Where statement and details differ in their coupons, that is named there.
  const told = stated !== null && stated !== used;
  const kind = told ? null : repeated(used, taken, moves) ? 'coupon.twice' : used > taken ? 'coupon.unrecorded' : 'coupon.unused';
  const { lines } = facts.probe.beside.lines({ of: 'month' }, ['orderId'], [[id]], (line) =>
    isZero(line.coupon ?? '0') && isZero(line.flexiCoupon ?? '0') && used !== 0n
      ? null
      : say`coupon ${{ coupon: line.coupon ?? '—' }}; movements of this transaction ${{ taken: recorded }}`,
  );
  return {
    kind,
    amount: amountOf(used - taken),
    text: say`${{ order: id }}: the bill uses coupons of ${{ used: paid }}, their movements are ${{ taken: recorded }}.`,
    lines: [
      ...lines,
      ...moves.map((move) => rowLine(move.row, say`movement of ${{ amount: amountOf(move.amount) }}; the bill uses ${{ used: paid }}`)),
    ],
  };
}

/** One side is the other once more. */
const repeated = (used: Ten, taken: Ten, moves: readonly CouponMove[]): boolean =>
  used !== 0n && taken !== 0n && (used === 2n * taken || (taken === 2n * used && moves.length > 1));

/** Left: face value less balance of each coupon. Right: its movements, where these name coupons. Not month by month: up to now. */
export const couponBalance: CheckRule = {
  id: 'coupon.balance',
  title: { en: 'Face value − balance of coupons = their movements', zh: '代金券面值 − 余额 = 代金券收支' },
  step: STEPS.lists,
  scope: 'lists',
  left: { en: 'face value less balance of every coupon', zh: '各代金券面值减余额' },
  right: { en: 'movements that name these coupons, of all months', zh: '收支明细中这些代金券的全部金额' },
  tolerance: [],
  explanation: {
    en: 'What a coupon has lost of its value was used, and no coupon gives more than its value.',
    zh: '代金券减少的金额即已使用金额，且不超过面值。',
  },
  vendors: null,
  source: 'Huawei Cloud billing guide 9.1.2 (value and balance), 13.2.5 (income and expenses)',
  run(facts) {
    const { beside } = facts.probe;
    const coupons = beside.rows('coupons').filter((row) => row.values['couponId'] && row.values['value'] && row.values['balance']);
    if (coupons.length === 0) return [];
    const moves = couponMoves(beside);
    const { first, last } = periodBounds(facts.period);
    if (!moves.some((m) => m.day !== null && m.day >= first && m.day <= last)) return [];
    const ids = new Set(coupons.map((row) => row.values['couponId']!));
    const taken = sumsByWord(moves, (word) => ids.has(word));
    if (taken.size === 0) return [];
    const since = moves.flatMap((m) => m.day ?? []).sort()[0] ?? '';
    const held = coupons.map((row) => {
      const { couponId, value, balance } = row.values;
      const own = taken.get(couponId!);
      const worth = tenOf(value!);
      return {
        row,
        id: couponId!,
        worth,
        used: worth - tenOf(balance!),
        taken: own?.amount ?? 0n,
        moves: own?.moves ?? [],
        effective: dayOf(row, 'effective')?.slice(0, 7) ?? '',
      };
    });
    // Used before the list of movements begins: nothing to hold it against.
    const judged = held.filter((c) => !(c.used > c.taken && c.effective < since.slice(0, 7)));
    const items = judged
      .filter((c) => c.used !== c.taken)
      .map((c): Item => {
        const over = c.taken > c.worth;
        const [value, used, taken] = [amountOf(c.worth), amountOf(c.used), amountOf(c.taken)];
        return {
          kind: over ? 'coupon.twice' : c.used > c.taken ? 'coupon.unrecorded' : 'coupon.unused',
          amount: amountOf(c.used - c.taken),
          text: over
            ? say`Coupon ${{ coupon: c.id }} of ${{ value }} paid ${{ taken }}, more than its value.`
            : say`Coupon ${{ coupon: c.id }}: value less balance is ${{ used }}, its movements are ${{ taken }}.`,
          lines: [
            rowLine(c.row, say`value ${{ value }}, used ${{ used }}`),
            ...c.moves.map((m) => rowLine(m.row, say`movement of ${{ amount: amountOf(m.amount) }}`)),
          ],
        };
      });
    const verdict: Verdict = judgeItems({
      left: figure('Coupons: face value less balance', '代金券：面值减余额', amountOf(sumOf(judged.map((c) => c.used))), null),
      right: figure('Movements of these coupons', '这些代金券的收支', amountOf(sumOf(judged.map((c) => c.taken))), null),
      missing: {
        left: { en: 'There are no coupons.', zh: '没有代金券。' },
        right: { en: 'There are no movements.', zh: '没有收支明细。' },
      },
      pass: { en: `${judged.length} coupons fit their movements.`, zh: `${judged.length} 张代金券与收支一致。` },
      fail: (difference) => ({
        en: `Coupons and their movements differ by ${difference} ${facts.currency}.`,
        zh: `代金券与收支相差 ${difference} ${facts.currency}。`,
      }),
      some: (n) => ({ en: `${n} coupons differ, though the sums agree.`, zh: `${n} 张代金券不一致，尽管合计相等。` }),
      items,
    });
    return [verdict];
  },
};
