import { add, compare, isZero, negate, subtract, sum, type Amount } from '../money/amount.ts';

/** What is laid on one invoice, in its currency; below zero: so much of what was paid too much of it is used up. */
export interface Laid {
  invoice: number;
  amount: Amount;
}

/** A share that an earlier payment holds. */
export interface Held {
  payment: number;
  invoice: number;
  amount: Amount;
}

/** `own`: shares of the money itself. `shifts`: parts of earlier payments that go from one invoice to another. */
export interface Laying {
  own: Laid[];
  shifts: { payment: number; from: number; to: number; amount: Amount }[];
}

/**
 * Turns lines, credits among them, into shares above zero. A credit is money that an earlier payment laid on an invoice which charges less
 * since: it is taken off that payment's share, the latest payment first, and laid on the invoices of the list, the last first; the money
 * itself on the others, the first first. Null where `held` has less than the credits say, or the credits are more than the invoices.
 */
export function layingOf(lines: readonly Laid[], held: readonly Held[]): Laying | null {
  const wanted = lines.filter((l) => compare(l.amount, '0') > 0).map((l) => ({ ...l }));
  const shifts: Laying['shifts'] = [];
  for (const credit of lines.filter((l) => compare(l.amount, '0') < 0)) {
    let left = negate(credit.amount);
    for (const share of held.filter((h) => h.invoice === credit.invoice)) {
      let rest = least(left, share.amount);
      for (const to of wanted.toReversed()) {
        const amount = least(rest, to.amount);
        if (isZero(amount)) continue;
        shifts.push({ payment: share.payment, from: credit.invoice, to: to.invoice, amount });
        to.amount = subtract(to.amount, amount);
        [rest, left] = [subtract(rest, amount), subtract(left, amount)];
      }
    }
    if (!isZero(left)) return null;
  }
  return { own: wanted.filter((l) => !isZero(l.amount)), shifts };
}

const least = (a: Amount, b: Amount): Amount => (compare(a, b) < 0 ? a : b);

/** What the money is worth on invoices: less a fee that was paid with it, and with one that was kept from it. */
export const worthOf = (money: Amount, fee: Amount | null, direction: 'received' | 'issued'): Amount =>
  fee === null ? money : direction === 'received' ? subtract(money, fee) : add(money, fee);

/** What stays of the money's worth after the lines; below zero: more is laid out than there is. */
export const residualOf = (worth: Amount, lines: readonly { amount: Amount }[]): Amount => subtract(worth, sum(lines.map((l) => l.amount)));

/** The shares with the changes added; those that come to nothing are left out. `less`: a share would fall below zero. */
export function sharesAfter(held: readonly Laid[], changes: readonly Laid[]): { shares: Laid[]; less: number | null } {
  const byInvoice = new Map(held.map((h) => [h.invoice, h.amount]));
  for (const c of changes) byInvoice.set(c.invoice, add(byInvoice.get(c.invoice) ?? '0', c.amount));
  const all = [...byInvoice].map(([invoice, amount]) => ({ invoice, amount }));
  return { shares: all.filter((s) => !isZero(s.amount)), less: all.find((s) => compare(s.amount, '0') < 0)?.invoice ?? null };
}
