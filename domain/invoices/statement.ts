import { add, sum, type Amount } from '../money/amount.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** What changes what is owed; in this order within a day. `called-paid`: the vendor says that the rest is paid, without a payment in the book. */
export const MOVEMENTS = ['invoice', 'credit-note', 'certificate', 'payment', 'called-paid'] as const;
export type MovementKind = (typeof MOVEMENTS)[number];

export interface Movement {
  date: PlainDate;
  kind: MovementKind;
  /** Number of the document, or reference of the payment. */
  reference: string;
  currency: string;
  /** Above zero where it raises what is owed. */
  amount: Amount;
}

export interface StatementOf<M extends Movement> {
  currency: string;
  /** Owed at the beginning of the first day. */
  opening: Amount;
  lines: (M & { balance: Amount })[];
  /** Owed at the end of the last day: opening + every line. */
  closing: Amount;
  /** Movements of the range by kind. */
  sums: Record<MovementKind, Amount>;
}

/**
 * A statement for each currency that has an opening balance or a movement, the movements of `from` … `to` (both inclusive) by
 * date with the balance after each. What is later than `to` is not told.
 */
export function statementOf<M extends Movement>(
  movements: readonly M[],
  { from, to }: { from: PlainDate; to: PlainDate },
): StatementOf<M>[] {
  const known = movements.filter((m) => m.date <= to);
  const currencies = [...new Set(known.map((m) => m.currency))].toSorted();
  return currencies.map((currency) => {
    const own = known.filter((m) => m.currency === currency);
    const opening = sum(own.filter((m) => m.date < from).map((m) => m.amount));
    const within = own.filter((m) => m.date >= from).toSorted(inOrder);
    let balance = opening;
    const lines = within.map((m) => ({ ...m, balance: (balance = add(balance, m.amount)) }));
    const sums = Object.fromEntries(
      MOVEMENTS.map((kind) => [kind, sum(within.filter((m) => m.kind === kind).map((m) => m.amount))]),
    ) as Record<MovementKind, Amount>;
    return { currency, opening, lines, closing: balance, sums };
  });
}

function inOrder(a: Movement, b: Movement): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.kind !== b.kind) return MOVEMENTS.indexOf(a.kind) - MOVEMENTS.indexOf(b.kind);
  return a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0;
}
