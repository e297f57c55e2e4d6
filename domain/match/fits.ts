import { absolute, compare, equal, isZero, multiply, percentOf, subtract, type Amount } from '../money/amount.ts';
import { documentConversion } from '../money/conversion.ts';
import { D } from '../money/decimal.ts';
import { round } from '../money/rounding.ts';
import { whole } from '../wht/import/sums.ts';
import { say, type Said } from '../words/said.ts';
import type { MatchBook } from './book.ts';
import { figuresOf, instalmentsOf, type Figure } from './figures.ts';
import type { Learned } from './learned.ts';
import type { Money } from './money.ts';
import type { OpenItem } from './open-item.ts';
import { printed } from './printed.ts';
import { reason, type Exchange, type Hypothesis, type Reason, type Withheld } from './proposal.ts';

/** One way in which the money can be for one invoice. */
export interface Fit {
  hypothesis: Hypothesis;
  /** What is laid on the invoice, in its currency. */
  share: Amount;
  wht: Withheld | null;
  fee: Amount | null;
  fx: Exchange | null;
  steps: Said[];
  /** What stays of the money, in its currency. */
  residual: Amount;
  reasons: Reason[];
  exact: boolean;
}

/** A fee that nobody states is presumed up to a fifth of the amount: beyond that it is more likely something else. */
const LARGEST_PART = 5n;

/** Figures that what is on record alone makes. */
export const ON_RECORD: ReadonlySet<Hypothesis> = new Set(['gross', 'net', 'net-learned']);
/** What is asked of an invoice again and again, in 10^-10; a book has many amounts of money, and it is made once. */
interface Standing {
  figures: Map<string, { figure: Figure; cash: bigint }[]>;
  open: bigint;
  openCash: bigint;
  parts: ReturnType<typeof instalmentsOf>;
  paid: ReadonlySet<bigint>;
}
const cache = new WeakMap<OpenItem, Standing>();
/** What is asked of the invoice, made once. */
export function standingOf(item: OpenItem): Standing {
  let found = cache.get(item);
  if (!found) {
    found = {
      figures: new Map(),
      open: whole(item.open),
      openCash: whole(item.openCash),
      parts: instalmentsOf(item),
      paid: new Set(item.paid.map(whole)),
    };
    cache.set(item, found);
  }
  return found;
}
/** Its figures, with the rate that was learned of its party where one was. */
export function figuresIn(item: OpenItem, learned: string | null): { figure: Figure; cash: bigint }[] {
  const { figures } = standingOf(item);
  const key = learned ?? '';
  let found = figures.get(key);
  if (!found) figures.set(key, (found = figuresOf(item, learned).map((figure) => ({ figure, cash: whole(figure.cash) }))));
  return found;
}

/** The money in 10^-10, with what a bank may have kept of it. */
interface Asked {
  goal: bigint;
  limit: bigint;
  stated: bigint | null;
}
const asked = new WeakMap<Money, WeakMap<MatchBook, Asked>>();
/** The money as it is compared, made once. */
export function askedOf(money: Money, book: MatchBook): Asked {
  let own = asked.get(money);
  if (!own) asked.set(money, (own = new WeakMap()));
  let found = own.get(book);
  if (!found) {
    found = {
      goal: whole(money.left),
      limit: whole(book.settings.fees[money.currency] ?? '0'),
      stated: money.charges !== null && equal(money.left, money.amount) ? whole(absolute(money.charges)) : null,
    };
    own.set(book, found);
  }
  return found;
}

/**
 * Every way in which the money can be for the invoice by its amount, and, where its words name the invoice, as a part of it or more than
 * it. Ways that come to the same share and fee are one: the strongest.
 */
export function fitsOf(money: Money, item: OpenItem, book: MatchBook, rule: Learned | null, named: boolean): Fit[] {
  const figures = figuresIn(item, rule?.whtPct ?? null);
  const found =
    money.currency === item.currency
      ? inOwn(money, item, figures, book, rule, named)
      : money.kind === 'bank'
        ? inOther(money, item, figures, book)
        : [];
  const best = new Map<string, Fit>();
  for (const fit of found) {
    const key = `${fit.share}|${fit.fee ?? ''}`;
    const known = best.get(key);
    if (!known || weight(fit) > weight(known)) best.set(key, fit);
  }
  return [...best.values()];
}

const weight = (fit: Fit): number => fit.reasons.reduce((n, r) => n + r.weight, 0);

function inOwn(
  money: Money,
  item: OpenItem,
  figures: readonly { figure: Figure; cash: bigint }[],
  book: MatchBook,
  rule: Learned | null,
  named: boolean,
): Fit[] {
  const found: Fit[] = [];
  const { goal, limit, stated } = askedOf(money, book);
  const kept = rule !== null && rule.fee !== null && rule.fee.currency === money.currency ? whole(rule.fee.amount) : null;
  for (const { figure, cash } of figures) {
    if (cash === goal) found.push({ ...plain(figure), share: figure.share, residual: subtract(money.left, figure.share) });
    else if (ON_RECORD.has(figure.hypothesis)) {
      const off = item.direction === 'received' ? goal - cash : cash - goal;
      if (off <= 0n) continue;
      const how = off === stated ? 'fee-stated' : off === kept ? 'fee-learned' : off <= limit && off * LARGEST_PART <= cash ? 'fee' : null;
      if (how !== null) found.push(withFee(money, item, figure, how));
    }
  }
  if (found.some((f) => f.exact)) return found;
  const part = instalment(item, money.left, goal);
  if (part) found.push(part);
  else if (named) {
    const more = goal > standingOf(item).open;
    const share = more ? item.open : money.left;
    const residual = subtract(money.left, share);
    const show = (value: Amount): string => printed(value, item.currency);
    found.push({
      ...NOTHING,
      hypothesis: more ? 'more' : 'part',
      share,
      residual,
      steps: [
        more
          ? say`${{ money: show(money.left) }} − ${{ open: show(item.open) }} = ${{ rest: show(residual) }} ${{ currency: item.currency }}`
          : say`${{ open: show(item.open) }} − ${{ money: show(share) }} = ${{ rest: show(subtract(item.open, share)) }} ${{ currency: item.currency }}`,
      ],
      reasons: [reason(more ? 'more' : 'part', more ? say`The amount is more than is open.` : say`The amount is a part of what is open.`)],
    });
  }
  return found;
}

/** One of equal instalments, or as much as was paid of it before; null where it is neither. */
function instalment(item: OpenItem, money: Amount, goal: bigint): Fit | null {
  const { parts, paid, openCash } = standingOf(item);
  if (goal >= openCash) return null;
  const part = parts.get(goal);
  const { currency } = item;
  if (part)
    return {
      ...NOTHING,
      hypothesis: 'instalment',
      share: money,
      steps: [
        say`${{ whole: printed(part.whole, currency) }} ÷ ${{ count: part.count }} = ${{ part: printed(money, currency) }} ${{ currency }}`,
      ],
      reasons: [reason('instalment', say`The amount is one of ${{ count: part.count }} equal instalments.`)],
    };
  return paid.has(goal)
    ? {
        ...NOTHING,
        hypothesis: 'again',
        share: money,
        steps: [say`${{ open: printed(money, currency) }} ${{ currency }}`],
        reasons: [reason('again', say`As much was paid of it before.`)],
      }
    : null;
}

const NOTHING = { wht: null, fee: null, fx: null, residual: '0', exact: false } as const;

const plain = (f: Figure): Fit => ({
  ...NOTHING,
  hypothesis: f.hypothesis,
  share: f.share,
  wht: f.wht,
  steps: [f.step],
  reasons: [f.why],
  exact: f.exact,
});

/** The figure with what the bank kept: as it states it, as it usually does, or up to the limit. */
function withFee(money: Money, item: OpenItem, figure: Figure, hypothesis: 'fee-stated' | 'fee-learned' | 'fee'): Fit {
  const out = item.direction === 'received';
  const fee = out ? subtract(money.left, figure.cash) : subtract(figure.cash, money.left);
  const [stated, learned] = [hypothesis === 'fee-stated', hypothesis === 'fee-learned'];
  const [show, currency] = [(value: Amount): string => printed(value, money.currency), money.currency];
  const said = stated
    ? say`The bank states a fee of ${{ fee: show(fee) }} ${{ currency }}.`
    : learned
      ? say`The rest of ${{ fee: show(fee) }} ${{ currency }} is the fee that this bank kept before.`
      : say`The rest of ${{ fee: show(fee) }} ${{ currency }} can be a fee of the bank.`;
  const kept = money.kind === 'bank';
  const share = out || kept ? figure.cash : money.left;
  return {
    ...NOTHING,
    hypothesis,
    share,
    wht: figure.wht,
    // A payment of the book says what was paid; only a line of a statement can be parted into payment and fee.
    fee: kept ? fee : null,
    residual: kept ? '0' : subtract(money.left, share),
    steps: [
      ...(figure.hypothesis === 'gross' ? [] : [figure.step]),
      out
        ? say`${{ money: show(money.left) }} − ${{ fee: show(fee) }} = ${{ cash: show(figure.cash) }} ${{ currency }}`
        : say`${{ money: show(money.left) }} + ${{ fee: show(fee) }} = ${{ cash: show(figure.cash) }} ${{ currency }}`,
    ],
    reasons: [reason(hypothesis, said), ...(figure.hypothesis === 'gross' ? [] : [{ ...figure.why, weight: 0 }])],
    exact: kept && (stated || learned),
  };
}

/** A line in another currency: by the amount before conversion where the bank prints it, else near a rate that is on record. */
function inOther(money: Money, item: OpenItem, figures: readonly { figure: Figure; cash: bigint }[], book: MatchBook): Fit[] {
  // What is left of a line in part cannot be told in another currency.
  if (!equal(money.left, money.amount)) return [];
  const { original } = money;
  if (original !== null && original.currency === item.currency) {
    const goal = whole(absolute(original.amount));
    const rate = ratio(money.left, absolute(original.amount));
    return figures
      .filter((f) => f.cash === goal && equal(f.figure.share, f.figure.cash))
      .map(({ figure }) => {
        const fit = plain(figure);
        const said = say`The bank states ${{ amount: printed(figure.cash, item.currency) }} ${{ currency: item.currency }} before conversion.`;
        return {
          ...fit,
          fx: { currency: item.currency, rate, paid: figure.share },
          steps: [...fit.steps, conversion(figure.cash, item.currency, rate, money.left, money.currency)],
          reasons: [...fit.reasons, reason('original', said)],
        };
      });
  }
  const rate =
    item.fx?.currency === money.currency
      ? { rate: item.fx.rate, told: say`invoice ${{ number: item.number }}` }
      : book.rateOn(item.currency, money.currency, money.date);
  if (rate === null) return [];
  return figures.flatMap(({ figure }): Fit[] => {
    if (!ON_RECORD.has(figure.hypothesis)) return [];
    const expected = round(multiply(figure.cash, rate.rate), documentConversion(money.currency));
    const off = subtract(money.left, expected);
    if (isZero(expected) || compare(absolute(off), percentOf(expected, book.settings.tolerancePct)) > 0) return [];
    const step = say`${{ cash: printed(figure.cash, item.currency) }} ${{ from: item.currency }} × ${{ rate: rate.rate }} = ${{ value: printed(expected, money.currency) }} ${{ currency: money.currency }} (${{ told: rate.told }})`;
    const said = isZero(off)
      ? say`The amount agrees at the rate ${{ rate: rate.rate }} (${{ told: rate.told }}).`
      : say`${{ off: printed(off, money.currency) }} ${{ currency: money.currency }} away from the amount at the rate ${{ rate: rate.rate }} (${{ told: rate.told }}).`;
    return [
      {
        ...plain(figure),
        hypothesis: 'converted',
        fx: { currency: item.currency, rate: ratio(money.left, figure.share), paid: figure.share },
        steps: [...(figure.hypothesis === 'gross' ? [] : [figure.step]), step],
        reasons: [reason('converted', said), ...(figure.hypothesis === 'gross' ? [] : [{ ...figure.why, weight: 0 }])],
        exact: false,
      },
    ];
  });
}

/** The rate that a line and what it paid imply. */
const ratio = (of: Amount, per: Amount): Amount => new D(of).dividedBy(per).toDecimalPlaces(10).toFixed();

const conversion = (cash: Amount, from: string, rate: Amount, value: Amount, currency: string): Said =>
  say`${{ cash: printed(cash, from) }} ${{ from }} × ${{ rate }} = ${{ value: printed(value, currency) }} ${{ currency }}`;
