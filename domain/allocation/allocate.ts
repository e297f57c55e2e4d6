import type { Period } from '../time/plain-date.ts';
import { apportionTable } from './apportion.ts';
import { PARTS, PAYMENT_PARTS, type PaymentPart } from './parts.ts';
import { quantumOf } from './scale.ts';
import { monthsOf, type Term } from './term.ts';

/** Money of a line in whole units of 10^-10, one figure for each of PARTS; what no payment part tells stands last. */
export type PartUnits = readonly bigint[];

/** Parts of a line out of what is payable and the payment parts that it tells; a part that is not told is 0 units of that part. */
export function partsOf(payable: bigint, told: Readonly<Partial<Record<PaymentPart, bigint>>>): bigint[] {
  const parts = PAYMENT_PARTS.map((part) => told[part] ?? 0n);
  return [...parts, payable - parts.reduce((a, b) => a + b, 0n)];
}

export const totalOf = (parts: PartUnits): bigint => parts.reduce((a, b) => a + b, 0n);
export const addTo = (sum: bigint[], parts: PartUnits): void => parts.forEach((units, i) => (sum[i]! += units));
export const noParts = (): bigint[] => PARTS.map(() => 0n);

/** What of a line falls into one month. */
export interface MonthShare {
  period: Period;
  days: number;
  parts: bigint[];
}

/**
 * Spreads a line over the months of its term by days, both ways exactly (apportionTable): months add up to the line, and parts to
 * each month. Source: Huawei Cloud international billing guide, section 7.2.2.3 (分摊月: by the order's effective and expiry time).
 */
export function spread(parts: PartUnits, term: Term): MonthShare[] {
  const months = monthsOf(term);
  const quantum = quantumOf(parts);
  const table = apportionTable(
    parts.map((units) => units / quantum),
    months.map(({ days }) => BigInt(days)),
  );
  return months.map(({ period, days }, i) => ({ period, days, parts: table[i]!.map((units) => units * quantum) }));
}

/** An allocation as it stands in a month: before it, in it, and after it. */
export interface Standing {
  opening: bigint[];
  month: bigint[];
  remaining: bigint[];
}

export const nothing = (): Standing => ({ opening: noParts(), month: noParts(), remaining: noParts() });

/** Opening, month and remaining of shares; together they are the whole. */
export function standingIn(shares: readonly MonthShare[], period: Period): Standing {
  const standing = nothing();
  for (const share of shares)
    addTo(share.period < period ? standing.opening : share.period === period ? standing.month : standing.remaining, share.parts);
  return standing;
}

/**
 * Whether a line is part of a month's allocation: it was billed by then and something of it falls into the month or later, or some
 * of its days are in the month whenever it was billed (a renewal paid in the grace period reaches back).
 */
export function concerns(billed: Period, shares: readonly MonthShare[], period: Period): boolean {
  const last = shares.at(-1)?.period ?? '';
  return (billed <= period && last >= period) || shares.some((share) => share.period === period);
}
