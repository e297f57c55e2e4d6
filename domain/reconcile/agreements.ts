import { add, compare, isNegative, isZero, subtract, type Amount } from '../money/amount.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Period } from '../time/plain-date.ts';
import { say } from '../words/said.ts';
import type { Vendor } from './facts.ts';
import type { TierTable } from './tiers.ts';

export type { TierTable };

/** Counted against the guaranteed amount: what was charged, or what is left of it after refunds. */
export const SPENT = ['charges', 'net'] as const;

/** What the vendor's page showed of the quota at the end of a month; amounts in the agreement's currency, null where not read. */
export interface QuotaReading {
  period: Period;
  used: Amount | null;
  remaining: Amount | null;
  /** Billed and not paid yet, of all months. */
  billed: Amount | null;
  /** Used and not billed yet: the monthly-settled amount of the month. */
  unbilled: Amount | null;
  cash: Amount | null;
  voucher: Amount | null;
}
export const READING_PARTS = ['used', 'remaining', 'billed', 'unbilled', 'cash', 'voucher'] as const;

/** What was agreed with a vendor and stands on no bill; entered once, held against every month from `from` to `to`, both included. */
export interface Agreement {
  name: string;
  vendor: Vendor;
  currency: string;
  from: Period;
  /** Null: until further notice. */
  to: Period | null;
  /** At least this much is charged for each month. */
  guaranteed: { amount: Amount; spent: (typeof SPENT)[number] } | null;
  quota: { total: Amount; readings: readonly QuotaReading[] } | null;
  tables: readonly TierTable[];
}

export const holdsIn = ({ from, to }: Pick<Agreement, 'from' | 'to'>, period: Period): boolean =>
  from <= period && (to === null || period <= to);

const meet = (a: Agreement, b: Agreement): boolean =>
  a.vendor === b.vendor && a.currency === b.currency && (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** The agreements, or the first that makes no sense by itself or beside another one. Amounts must be canonical decimal text. */
export function checkAgreements(all: readonly Agreement[]): Result<readonly Agreement[]> {
  for (const [i, own] of all.entries()) {
    const alone = checkOne(own);
    if (!alone.ok) return alone;
    for (const other of all.slice(0, i)) {
      if (other.name === own.name)
        return fail('agreement.name-twice', say`Two agreements are called “${{ name: own.name }}”.`, {
          value: own.name,
          remedy: 'Give each a name of its own.',
        });
      if (!meet(own, other)) continue;
      const both =
        (own.guaranteed && other.guaranteed) || (own.quota && other.quota)
          ? say`“${{ one: other.name }}” and “${{ two: own.name }}” agree on the same thing in the same months.`
          : null;
      if (both) return fail('agreement.overlap', both, { value: own.name, remedy: 'End the earlier one before the later one begins.' });
      const table = own.tables.find((t) => other.tables.some((o) => o.name === t.name));
      if (table) return tableTwice(table.name);
    }
  }
  return ok(all);
}

const tableTwice = (name: string): Result<never> =>
  fail('agreement.table-twice', say`Two price tables of the same months are called “${{ name }}”.`, {
    value: name,
    remedy: 'Give each a name of its own.',
  });

function checkOne(own: Agreement): Result<null> {
  const { name, from, to, guaranteed, quota, tables } = own;
  if (to !== null && to < from)
    return fail('agreement.months', say`“${{ name }}” ends in ${{ to }}, before it begins in ${{ from }}.`, {
      value: to,
      remedy: 'Correct the months.',
    });
  if (!guaranteed && !quota && tables.length === 0)
    return fail('agreement.empty', say`“${{ name }}” agrees on nothing.`, {
      value: name,
      remedy: 'Enter a guaranteed amount, a quota or a price table.',
    });
  for (const amount of [guaranteed?.amount, quota?.total])
    if (amount !== undefined && (isZero(amount) || isNegative(amount)))
      return fail('agreement.amount', say`${{ amount }} in “${{ name }}” is not above zero.`, {
        value: amount,
        remedy: 'Enter an amount above zero, or leave it out.',
      });
  const readings = quota?.readings ?? [];
  for (const [i, reading] of readings.entries()) {
    if (readings.slice(0, i).some((r) => r.period === reading.period))
      return fail('agreement.reading-twice', say`“${{ name }}” has two readings of ${{ period: reading.period }}.`, {
        value: reading.period,
        remedy: 'Keep one of them.',
      });
    if (!holdsIn(own, reading.period))
      return fail('agreement.reading-outside', say`The reading of ${{ period: reading.period }} is outside the months of “${{ name }}”.`, {
        value: reading.period,
        remedy: 'Correct the months.',
      });
    if (READING_PARTS.every((part) => reading[part] === null))
      return fail('agreement.reading-empty', say`The reading of ${{ period: reading.period }} has no figure.`, {
        value: reading.period,
        remedy: 'Enter a figure, or remove the reading.',
      });
  }
  for (const [i, table] of tables.entries()) {
    if (tables.slice(0, i).some((t) => t.name === table.name)) return tableTwice(table.name);
    const checked = checkTable(table);
    if (!checked.ok) return checked;
  }
  return ok(null);
}

function checkTable({ name, match, tiers }: TierTable): Result<null> {
  if (Object.values(match).every((text) => text === null))
    return fail('agreement.no-match', say`Price table “${{ name }}” does not say which lines it prices.`, {
      value: name,
      remedy: 'Name a product type, product, specification or usage type as the bill prints it.',
    });
  const ends = tiers.map((tier) => tier.upTo);
  const rises = ends.slice(0, -1).every((end, i) => end !== null && compare(end, ends[i - 1] ?? '0') > 0);
  if (tiers.length === 0 || !rises || ends.at(-1) !== null)
    return fail('agreement.tiers', say`The tiers of “${{ name }}” do not rise from zero to no limit.`, {
      value: name,
      remedy: 'Write the upper ends in rising order; the last tier has none.',
    });
  const below = tiers.find((tier) => isNegative(tier.price));
  if (below)
    return fail('agreement.price', say`A price of “${{ name }}” is below zero: ${{ price: below.price }}.`, {
      value: below.price,
      remedy: 'Enter the price of one unit.',
    });
  return ok(null);
}

/** Huawei Cloud billing guide 5.3: used = billed + unbilled − cash − voucher; null while a part was not read. */
export function usedByFormula({ billed, unbilled, cash, voucher }: QuotaReading): Amount | null {
  if (billed === null || unbilled === null || cash === null || voucher === null) return null;
  return subtract(subtract(add(billed, unbilled), cash), voucher);
}
