import { absolute, compare, percentOf, subtract, type Amount } from '../../money/amount.ts';
import { round } from '../../money/rounding.ts';
import type { Percent } from '../../tax/pack.ts';
import { taxPolicy } from '../payables/policy.ts';
import { sharesOf } from '../payables/shares.ts';
import type { PaidShare } from './facts.ts';
import { added, atLeast, less, none, positive } from './figures.ts';

/** One smallest unit: what rounding can make two honest figures differ by. */
export const rounding = (currency: string): Amount => {
  const { places } = taxPolicy(currency);
  return places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`;
};
export const nearly = (a: Amount, b: Amount, currency: string): boolean =>
  a === b || compare(absolute(subtract(a, b)), rounding(currency)) <= 0;

/** Where no rate is known, a rest of more than this share of the base is a payment still to come rather than tax. */
export const MOST_PRESUMED_PCT: Percent = '50';

export interface Withholding {
  total: Amount;
  base: Amount;
  currency: string;
  /** Null: no rate is known. */
  ratePct: Percent | null;
  tax: Amount | null;
  /** As ExpectedRate.holds. */
  holds: boolean | null;
  payments: readonly PaidShare[];
  /** Submitted and accepted certificates. */
  certified: Amount;
}

/**
 * What was withheld so far, as the payments tell. Each payment carries its share of the base (`sharesOf`); once the net amount is
 * paid, what is not paid is what was withheld, down to nothing where the whole total was. Without a rate the rest of a payment that
 * is short counts, unless it is more than half of the base. `closed`: no more cash is to come.
 */
export function withheldSoFar(w: Withholding): { withheld: Amount; closed: boolean } {
  const paid = added(w.payments.map((p) => p.amount));
  const rest = less(w.total, paid);
  if (none(paid)) return { withheld: '0', closed: false };
  // What rounding explains was not withheld.
  if (!positive(rest) || (none(w.certified) && nearly(rest, '0', w.currency) && !isTax(rest, w))) return { withheld: '0', closed: true };
  if (atLeast(w.certified, rest)) return { withheld: rest, closed: true };
  if (w.holds === false) return { withheld: w.certified, closed: false };
  if (w.tax === null || w.ratePct === null)
    return atLeast(percentOf(w.base, MOST_PRESUMED_PCT), rest)
      ? { withheld: rest, closed: true }
      : { withheld: w.certified, closed: false };
  if (atLeast(w.tax, rest)) return { withheld: rest, closed: true };
  const shares = sharesOf(
    { currency: w.currency, total: w.total, base: w.base, ratePct: w.ratePct, borne: false },
    w.payments.map((p, index) => ({ ...p, key: String(index) })),
    w.certified,
  );
  const share = round(shares.withheld ?? '0', taxPolicy(w.currency));
  return { withheld: atLeast(share, w.tax) ? w.tax : share, closed: false };
}

/** The rest is what the rate says, however small. */
const isTax = (rest: Amount, { tax, currency }: Withholding): boolean => tax !== null && positive(tax) && nearly(rest, tax, currency);
