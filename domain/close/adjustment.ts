import { equal, type Amount } from '../money/amount.ts';

/** A sum of the locked period, as exact text before and after something came in; null: there was none. */
export interface SumChange {
  what: 'bills' | 'invoices' | 'payments' | 'wht';
  vendor: string | null;
  currency: string;
  before: Amount | null;
  after: Amount | null;
}

/** A check that says something else than before. Null status: it was not there, or is no more. */
export interface CheckChange {
  id: string;
  title: { en: string; zh: string };
  from: string | null;
  to: string | null;
  differenceFrom: Amount | null;
  differenceTo: Amount | null;
}

/** What a close, and the adjustments after it, say of a check. */
export interface CheckState {
  id: string;
  title: { en: string; zh: string };
  status: string;
  difference: Amount | null;
}
/** What they say of the bills of a vendor and currency. */
export interface BillSum {
  vendor: string;
  currency: string;
  payable: Amount | null;
}

const sameAmount = (a: Amount | null, b: Amount | null): boolean => (a === null || b === null ? a === b : equal(a, b));

/** The checks as they stand after the adjustments, in their order. */
export function checksAfter(closed: readonly CheckState[], adjustments: readonly { checks: readonly CheckChange[] }[]): CheckState[] {
  const states = new Map(closed.map((c) => [c.id, c]));
  for (const { id, title, to, differenceTo } of adjustments.flatMap((a) => a.checks)) {
    if (to === null) states.delete(id);
    else states.set(id, { id, title, status: to, difference: differenceTo });
  }
  return [...states.values()];
}

/** The bills' sums as they stand after the adjustments. */
export function billsAfter(closed: readonly BillSum[], adjustments: readonly { sums: readonly SumChange[] }[]): BillSum[] {
  const sums = new Map(closed.map((s) => [`${s.vendor} ${s.currency}`, s]));
  for (const { what, vendor, currency, after } of adjustments.flatMap((a) => a.sums))
    if (what === 'bills' && vendor !== null) sums.set(`${vendor} ${currency}`, { vendor, currency, payable: after });
  return [...sums.values()];
}

/** Checks that differ in status or difference, those that came or went among them. */
export function changedChecks(before: readonly CheckState[], now: readonly CheckState[]): CheckChange[] {
  const after = new Map(now.map((c) => [c.id, c]));
  const known = new Set(before.map((c) => c.id));
  const changed = before.flatMap((b): CheckChange[] => {
    const a = after.get(b.id);
    if (a && a.status === b.status && sameAmount(a.difference, b.difference)) return [];
    return [
      {
        id: b.id,
        title: b.title,
        from: b.status,
        to: a?.status ?? null,
        differenceFrom: b.difference,
        differenceTo: a?.difference ?? null,
      },
    ];
  });
  const come = now
    .filter((c) => !known.has(c.id))
    .map((c) => ({ id: c.id, title: c.title, from: null, to: c.status, differenceFrom: null, differenceTo: c.difference }));
  return [...changed, ...come];
}

/** Sums of bills that differ, of every vendor and currency that either side has. */
export function changedBills(before: readonly BillSum[], now: readonly BillSum[]): SumChange[] {
  const key = (s: BillSum): string => `${s.vendor} ${s.currency}`;
  const [old, current] = [new Map(before.map((s) => [key(s), s])), new Map(now.map((s) => [key(s), s]))];
  return [...new Set([...old.keys(), ...current.keys()])].toSorted().flatMap((k): SumChange[] => {
    const [b, a] = [old.get(k), current.get(k)];
    if (sameAmount(b?.payable ?? null, a?.payable ?? null)) return [];
    const { vendor, currency } = (a ?? b)!;
    return [{ what: 'bills', vendor, currency, before: b?.payable ?? null, after: a?.payable ?? null }];
  });
}
