import type { MatchBook } from './book.ts';
import { askedOf, figuresIn, ON_RECORD, standingOf } from './fits.ts';
import type { Learned } from './learned.ts';
import type { Money } from './money.ts';
import type { OpenItem } from './open-item.ts';

/** Invoices of one currency by what would settle them, in 10^-10. */
interface ByAmount {
  /** By every figure, instalment and earlier payment. */
  hits: Map<bigint, OpenItem[]>;
  /** By what is open gross and net, ascending: near these a fee can be meant. */
  near: { cash: bigint; item: OpenItem }[];
}
const indexes = new WeakMap<readonly OpenItem[], Map<string, ByAmount>>();

function amountsOf(open: readonly OpenItem[]): Map<string, ByAmount> {
  let found = indexes.get(open);
  if (found) return found;
  found = new Map();
  for (const item of open) {
    let own = found.get(item.currency);
    if (!own) found.set(item.currency, (own = { hits: new Map(), near: [] }));
    const figures = figuresIn(item, null);
    const { parts, paid } = standingOf(item);
    for (const key of new Set([...figures.map((f) => f.cash), ...parts.keys(), ...paid])) {
      const hit = own.hits.get(key);
      if (hit) hit.push(item);
      else own.hits.set(key, [item]);
    }
    for (const { figure, cash } of figures) if (ON_RECORD.has(figure.hypothesis)) own.near.push({ cash, item });
  }
  for (const own of found.values()) own.near.sort((a, b) => (a.cash < b.cash ? -1 : a.cash > b.cash ? 1 : 0));
  indexes.set(open, found);
  return found;
}

/**
 * Of all open invoices those that the amount can be for: one of their figures, or one up to a fee away; those of another currency where it
 * can be converted; those of a party that was learned, whose rate may be another; and those that are named. Most of a book is none of it.
 */
export function worthALook(
  money: Money,
  book: MatchBook,
  open: readonly OpenItem[],
  called: readonly Learned[],
  named: readonly OpenItem[],
): Set<OpenItem> {
  const amounts = amountsOf(open);
  const found = new Set(named);
  const { goal, limit, stated } = askedOf(money, book);
  const own = amounts.get(money.currency);
  if (own) {
    for (const item of own.hits.get(goal) ?? []) found.add(item);
    const most = stated !== null && stated > limit ? stated : limit;
    for (let at = firstAt(own.near, goal - most); at < own.near.length && own.near[at]!.cash <= goal + most; at++)
      found.add(own.near[at]!.item);
  }
  const parties = new Set(called.map((r) => r.partyKey));
  const others = money.kind === 'bank' && amounts.size > (own ? 1 : 0);
  if (parties.size > 0 || others)
    for (const item of open) if (parties.has(item.party.key) || (others && item.currency !== money.currency)) found.add(item);
  return found;
}

/** Place of the first that is not below. */
function firstAt(near: ByAmount['near'], least: bigint): number {
  let [low, high] = [0, near.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (near[middle]!.cash < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
