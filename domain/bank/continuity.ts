import { add, isZero, subtract, sum, type Amount } from '../money/amount.ts';
import { daysBetween, type PlainDate } from '../time/plain-date.ts';

/** A statement as its neighbours see it; `lines` are the lines of the account that it has, by id. */
export interface Link {
  id: number;
  first: PlainDate;
  last: PlainDate;
  opening: Amount | null;
  closing: Amount | null;
  lines: ReadonlyMap<number, Amount>;
}

/**
 * How a statement follows the one before it. first: there is none. follows: its opening balance is the other's closing one (or, where
 * the bank prints no opening one or they overlap, the closings differ by the lines that came new). gap: they differ by `difference`.
 * contained: it lies within others. unknown: the balances that would tell are not printed.
 */
export type Continuity =
  | { state: 'first' }
  | { state: 'follows'; after: number }
  | { state: 'gap'; after: number; difference: Amount; days: number }
  | { state: 'contained'; after: number }
  | { state: 'unknown'; after: number };

/** Continuity of every statement of one account, by id; order does not matter. */
export function continuityOf(statements: readonly Link[]): Map<number, Continuity> {
  const sorted = statements.toSorted((a, b) =>
    a.last === b.last ? (a.first === b.first ? a.id - b.id : a.first < b.first ? -1 : 1) : a.last < b.last ? -1 : 1,
  );
  return new Map(sorted.map((s, i) => [s.id, follow(s, sorted.slice(0, i), sorted.slice(i + 1))]));
}

function follow(s: Link, before: readonly Link[], after: readonly Link[]): Continuity {
  const around = [...before, ...after].find(
    (o) => o.first <= s.first && o.last >= s.last && (o.first < s.first || o.last > s.last || o.id < s.id),
  );
  if (around) return { state: 'contained', after: around.id };
  // Those that lie within this one say nothing of what came before it.
  const previous = before.findLast((o) => o.first <= s.first);
  if (!previous) return { state: 'first' };
  const adjacent = previous.last < s.first || disjoint(previous, s);
  const difference =
    adjacent && s.opening !== null && previous.closing !== null
      ? subtract(s.opening, previous.closing)
      : s.closing !== null && previous.closing !== null
        ? subtract(
            s.closing,
            add(previous.closing, sum([...s.lines].filter(([id]) => !previous.lines.has(id)).map(([, amount]) => amount))),
          )
        : null;
  if (difference === null) return { state: 'unknown', after: previous.id };
  return isZero(difference)
    ? { state: 'follows', after: previous.id }
    : { state: 'gap', after: previous.id, difference, days: Math.max(0, daysBetween(previous.last, s.first) - 1) };
}

/** They share the day at their border and no line: one ends where the other begins. */
const disjoint = (a: Link, b: Link): boolean => a.last === b.first && ![...b.lines.keys()].some((id) => a.lines.has(id));
