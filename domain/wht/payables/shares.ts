import { add, amount as canonical, compare, isZero, subtract, sum, type Amount } from '../../money/amount.ts';
import { D } from '../../money/decimal.ts';
import { round } from '../../money/rounding.ts';
import { grossUp } from '../../tax/gross-up.ts';
import type { Percent } from '../../tax/pack.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { sharePolicy, taxPolicy, withheldOf } from './policy.ts';

/** What is owed on one invoice after its credit notes, and what of it is withheld; amounts in the invoice's currency. */
export interface Claim {
  currency: string;
  /** With indirect tax. Withholding never lowers it. */
  total: Amount;
  /** Without indirect tax. */
  base: Amount;
  /** Null: no rule or no rate is known, and nothing is presumed to be withheld. */
  ratePct: Percent | null;
  /** The price excludes the tax: the buyer pays it on top, out of its own pocket, and the seller gets the invoice whole. */
  borne: boolean;
}

/** Cash laid against the invoice; `key` is the caller's own. */
export interface Cash {
  key: string;
  date: PlainDate;
  reference: string;
  amount: Amount;
}

/** What one payment settles: `gross` = cash + what was withheld from it = base + indirect tax. */
export interface CashShare extends Cash {
  base: Amount;
  indirectTax: Amount;
  /** Presumed; null while no rate is known and nothing certified says it. Paid on top where the tax is borne. */
  withheld: Amount | null;
  gross: Amount;
  /** It closes the invoice and takes what rounding left. */
  last: boolean;
}

/**
 * What the cash says together: `none` yet; `net-part` and `net` of the amount without the tax; `beyond-net`: more than that, so less
 * than expected was withheld; `gross`: the whole total, so nothing was; `certified`: certificates cover the rest, whatever the
 * rate; `presumed`: no rate is known, and what was not paid is taken as withheld (settlementOf).
 */
export const CASH_KINDS = ['none', 'net-part', 'net', 'beyond-net', 'gross', 'certified', 'presumed'] as const;
export type CashKind = (typeof CASH_KINDS)[number];

export interface CashShares {
  kind: CashKind;
  /** base × rate by the policy of withheld tax; null without a rate. */
  expected: Amount | null;
  /** The base of `expected`: grossed up where the tax is borne. */
  expectedBase: Amount;
  /** total − expected, or the total where the tax is borne or no rate is known. */
  fullNet: Amount;
  /** The cash that carries the whole base: the net amount, or what was paid once nothing more is to come. */
  whole: Amount;
  cash: Amount;
  /** Sums of the shares. */
  base: Amount;
  withheld: Amount | null;
  policy: string;
  shares: CashShare[];
}

/**
 * The share of the base and of the withheld tax that each payment carries. A payment of p is taken as net: it settles p ÷ (total −
 * base × rate) of the base, and rate × that share was withheld. When the cash reaches the net amount, or certificates (`certified`,
 * live ones) cover the rest, the last payment takes the remainder of base and tax, so that the shares add up exactly. Cash beyond
 * the net amount lowers what can have been withheld, down to nothing when the whole total was paid. The answer follows from the
 * set: payments count by date, reference and amount, in whatever order they come.
 */
export function sharesOf(claim: Claim, cash: readonly Cash[], certified: Amount = '0'): CashShares {
  const policy = sharePolicy(claim.currency);
  const { expected, expectedBase } = expectedOf(claim);
  const deducted = claim.borne ? '0' : (expected ?? '0');
  const fullNet = subtract(claim.total, deducted);
  const paid = sum(cash.map((c) => c.amount));
  const kind = kindOf(claim, fullNet, deducted, paid, certified);
  const closed = kind !== 'none' && kind !== 'net-part';
  const positive = (value: Amount): Amount => (compare(value, '0') > 0 ? value : '0');
  // Once it is closed, what was not paid is what was withheld; before that, the rate says it.
  const tax = claim.borne ? expected : closed ? positive(subtract(claim.total, paid)) : expected;
  const whole = closed || compare(fullNet, '0') <= 0 ? (closed ? paid : claim.total) : fullNet;
  const byRate = tax !== null && expected !== null && compare(tax, expected) === 0;

  let baseLeft = expectedBase;
  let taxLeft = tax ?? '0';
  const ordered = cash.toSorted(inOrder);
  const shares = ordered.map((c, index): CashShare => {
    const last = closed && index === ordered.length - 1;
    const base = last ? baseLeft : least(part(expectedBase, c.amount, whole, policy), baseLeft);
    const own = (): Amount =>
      byRate ? withheldOf(base, claim.ratePct!, claim.currency) : part(tax ?? '0', base, expectedBase, taxPolicy(claim.currency));
    const withheld = last ? taxLeft : least(own(), taxLeft);
    baseLeft = subtract(baseLeft, base);
    taxLeft = subtract(taxLeft, withheld);
    const gross = claim.borne ? c.amount : add(c.amount, withheld);
    return {
      ...c,
      base,
      withheld: tax === null ? null : withheld,
      gross,
      indirectTax: subtract(claim.borne ? add(gross, withheld) : gross, base),
      last,
    };
  });
  return {
    kind,
    expected,
    expectedBase,
    fullNet,
    whole,
    cash: paid,
    base: sum(shares.map((s) => s.base)),
    withheld: tax === null ? null : sum(shares.map((s) => s.withheld)),
    policy: policy.id,
    shares,
  };
}

/** What is to be withheld from the whole invoice: base × rate, or what makes the price up to the gross where the buyer bears it. */
export function expectedOf({ base, ratePct, borne, currency }: Omit<Claim, 'total'>): { expected: Amount | null; expectedBase: Amount } {
  if (ratePct === null) return { expected: null, expectedBase: base };
  if (!borne || compare(ratePct, '100') >= 0) return { expected: withheldOf(base, ratePct, currency), expectedBase: base };
  const { gross, wht } = grossUp(base, ratePct, currency);
  return { expected: wht, expectedBase: gross };
}

function kindOf({ total }: Claim, fullNet: Amount, deducted: Amount, paid: Amount, certified: Amount): CashKind {
  if (isZero(paid)) return 'none';
  if (compare(paid, total) >= 0) return 'gross';
  if (!isZero(deducted) && compare(paid, fullNet) === 0) return 'net';
  if (compare(add(paid, certified), total) >= 0) return 'certified';
  return compare(paid, fullNet) > 0 ? 'beyond-net' : 'net-part';
}

/** whole × share ÷ of, rounded; nothing of nothing. */
const part = (whole: Amount, share: Amount, of: Amount, policy: Parameters<typeof round>[1]): Amount =>
  isZero(of) ? '0' : round(canonical(new D(whole).times(share).dividedBy(of)), policy);
const least = (a: Amount, b: Amount): Amount => (compare(a, b) < 0 ? a : b);

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: Cash, b: Cash): number =>
  text(a.date, b.date) || text(a.reference, b.reference) || compare(a.amount, b.amount) || text(a.key, b.key);
