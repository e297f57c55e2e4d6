import { sum, type Amount } from '../../money/amount.ts';
import type { PlainDate } from '../../time/plain-date.ts';

/** A certificate as far as its tax's way to the authority goes. */
export interface Remitted {
  number: string;
  country: string | null;
  form: string | null;
  remittance: string;
  remitted: PlainDate | null;
  currency: string;
  total: Amount;
}
/** One payment to the authority: what the certificates call it, and what they say was paid with it. */
export interface Remittance {
  /** Null: no certificate of it says when. */
  day: PlainDate | null;
  reference: string;
  country: string | null;
  form: string | null;
  currency: string;
  certificates: string[];
  tax: Amount;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Payments to the authority by day and reference; what has no day yet comes last. */
export function remittancesOf(certificates: readonly Remitted[]): Remittance[] {
  const key = (c: Remitted): string => [c.remitted ?? '\uffff', c.remittance, c.country ?? '', c.form ?? '', c.currency].join('\u0000');
  return [...Map.groupBy(certificates, key)]
    .toSorted(([a], [b]) => order(a, b))
    .map(([, own]) => ({
      day: own[0]!.remitted,
      reference: own[0]!.remittance,
      country: own[0]!.country,
      form: own[0]!.form,
      currency: own[0]!.currency,
      certificates: own.map((c) => c.number),
      tax: sum(own.map((c) => c.total)),
    }));
}

export interface RemittanceMonth {
  /** Null: without a day. */
  month: string | null;
  currency: string;
  tax: Amount;
}

/** What was paid over in each month, per currency. */
export const remittanceMonths = (list: readonly Remittance[]): RemittanceMonth[] =>
  [...Map.groupBy(list, (r) => `${r.day?.slice(0, 7) ?? '\uffff'}\u0000${r.currency}`)]
    .toSorted(([a], [b]) => order(a, b))
    .map(([, own]) => ({
      month: own[0]!.day?.slice(0, 7) ?? null,
      currency: own[0]!.currency,
      tax: sum(own.map((r) => r.tax)),
    }));
