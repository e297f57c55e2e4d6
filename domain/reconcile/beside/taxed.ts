import { absolute, compare, percentOf, subtract, type Amount } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import type { Facts } from '../facts.ts';
import type { LineKey, TaxRule } from './beside.ts';
import type { Way } from './tax-ways.ts';
import { amountOf, percentOfTen, tenOf, type Ten } from './tens.ts';

/** What is taxed under one key, and the tax that the bill has for it. */
export interface Taxed {
  keys: readonly (string | null)[];
  payable: Ten;
  coupons: Ten;
  tax: Ten;
  /** Lines of tax; 0 where there is none. */
  lines: number;
  /** The bill has something that is taxed. */
  based: boolean;
}

/** Bases and tax lines of the month by key, tax lines only of the numbers in `only` where it is given. Lines without a key are left out. */
export function taxedBy(
  facts: Facts,
  by: readonly LineKey[],
  baseTypes: readonly string[],
  taxed: readonly string[],
  only: readonly (string | null)[] | null,
): Taxed[] {
  const { beside } = facts.probe;
  const found = new Map<string, Taxed>();
  const isTax = new Set(taxed);
  const take = (types: readonly string[], orders: readonly (string | null)[] | null): void => {
    const among = [{ key: 'billType' as const, values: types }, ...(orders ? [{ key: 'orderId' as const, values: orders }] : [])];
    for (const { keys, sums, lines } of beside.sums(
      { of: 'month', single: true, among },
      [...by, 'billType'],
      [['payable'], ['coupon', 'flexiCoupon']],
    )) {
      const own = keys.slice(0, -1);
      if (own.every((key) => key === null)) continue;
      const key = own.length === 1 ? own[0]! : JSON.stringify(own);
      let t = found.get(key);
      if (!t) found.set(key, (t = { keys: own, payable: 0n, coupons: 0n, tax: 0n, lines: 0, based: false }));
      if (isTax.has(keys.at(-1) ?? '')) {
        t.tax += sums[0] ?? 0n;
        t.lines += lines;
      } else {
        t.payable += sums[0] ?? 0n;
        t.coupons += sums[1] ?? 0n;
        t.based = true;
      }
    }
  };
  if (only === null) take([...baseTypes, ...taxed], null);
  else {
    if (baseTypes.length > 0) take(baseTypes, null);
    take(taxed, only);
  }
  return [...found.values()];
}

const baseOf = ({ payable, coupons }: Taxed, way: Way): Ten => (way.coupons ? payable - coupons : payable);

export const expectedTax = (taxed: Taxed, rule: TaxRule, way: Way): Ten =>
  percentOfTen(baseOf(taxed, way), tenOf(rule.ratePct), way.places, way.mode);

/** A rate that somebody could have taken: whole quarters of a percent, that give the tax to its last digit or the one before. */
export function impliedRate(taxed: Taxed, way: Way): Amount | null {
  const base = amountOf(baseOf(taxed, way));
  // What is charged or taxed twice looks like half or double the rate.
  if (taxed.lines > 1 || base === '0') return null;
  const tax = amountOf(taxed.tax);
  const rate = new D(tax).dividedBy(base).times(400).toDecimalPlaces(0).dividedBy(4).toFixed();
  const near = way.places === 2 ? '0.01' : '0.00000002';
  // A base so small that any rate would do tells none.
  const telling = compare(absolute(percentOf(base, '0.25')), near) > 0;
  return telling && compare(rate, '0') > 0 && compare(absolute(subtract(percentOf(base, rate), tax)), near) <= 0 ? rate : null;
}
