import { equal, percentOf, subtract, type Amount } from '../../money/amount.ts';
import type { IncomeLine } from '../certificate.ts';
import { isLive, type WhtStatus } from '../states.ts';

/** `counted`: in the sums. `draft`: listed apart, with sums of its own. `out`: void or refused, listed and in no sum. */
export const STANDINGS = ['counted', 'out', 'draft'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a register does with a certificate of that status. */
export const standingOf = (status: WhtStatus): Standing => (isLive(status) ? 'counted' : status === 'draft' ? 'draft' : 'out');

/** A line of a certificate in a register: income as printed, an invoice it was laid on, or both where they are the same tax. */
export interface Part<A> {
  income: IncomeLine | null;
  allocation: A | null;
}

/**
 * The lines of one certificate, each income line and each invoice exactly once: adding up a column never counts one twice.
 * An invoice stands beside an income line where there is only one of each, or where its amount is the line's tax (each line
 * takes the first such invoice that is free); other income lines come first, other invoices last. No income line and no
 * invoice: one line with neither.
 */
export function partsOf<A extends { amount: Amount }>(income: readonly IncomeLine[], allocations: readonly A[]): Part<A>[] {
  if (income.length === 0 && allocations.length === 0) return [{ income: null, allocation: null }];
  if (income.length === 1 && allocations.length === 1) return [{ income: income[0]!, allocation: allocations[0]! }];
  const free = [...allocations];
  const parts = income.map((line): Part<A> => {
    const at = free.findIndex((a) => equal(a.amount, line.tax));
    return { income: line, allocation: at < 0 ? null : (free.splice(at, 1)[0] ?? null) };
  });
  return [...parts, ...free.map((allocation) => ({ income: null, allocation }))];
}

/** Base × rate without rounding, in the certificate's currency; null where the paper prints only one of them. */
export const byRate = ({ base, rate }: Pick<IncomeLine, 'base' | 'rate'>): Amount | null =>
  base === null || rate === null ? null : percentOf(base, rate);

/** Tax as printed less base × rate; null where that is not known. */
export function rateDifference(line: IncomeLine): Amount | null {
  const exact = byRate(line);
  return exact === null ? null : subtract(line.tax, exact);
}
