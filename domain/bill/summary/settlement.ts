import type { MeasureName } from '../../formats/fields.ts';
import { add, subtract, sum, type Amount } from '../../money/amount.ts';
import { hold, sumPresent, type Held } from './hold.ts';
import type { ChargeKind } from './charge-kind.ts';
import type { Seller } from './seller.ts';

/** Sums of lines of one seller and kind, however finely they are parted; null where no line has the measure. */
export interface ChargeSums {
  seller: Seller;
  kind: ChargeKind;
  sums: Readonly<Record<MeasureName, Amount | null>>;
}

/** What one seller charged, exact. */
export interface Settled {
  /** Paid at once: money of the account. */
  realtime: Amount | null;
  /** Settled with the month's bill, or still open. */
  monthly: Amount | null;
  /** What the bill prints no payment for. */
  untold: Amount | null;
  /** realtime + monthly + untold. */
  total: Amount | null;
}

/** The bill summary of one currency, exact. Coupons and cash refunds are in none of the totals. */
export interface BillFigures {
  cloud: Settled;
  store: Settled;
  /** cloud + store. */
  total: Amount | null;
  /** Payable of every line. */
  details: Amount | null;
  /** Money given back to the account; zero or below. */
  refunds: Amount | null;
  coupons: Amount | null;
  writeOff: Amount | null;
  checks: Held[];
}

const REALTIME = ['cash', 'bonus', 'transfer', 'storedCard'] as const satisfies readonly MeasureName[];
const MONTHLY = ['monthlySettled', 'credit', 'outstanding'] as const satisfies readonly MeasureName[];
const COUPONS = ['coupon', 'flexiCoupon'] as const satisfies readonly MeasureName[];
/** What is paid at once, settled later, and paid by coupon. */
export const PAID_BY = { realtime: REALTIME, monthly: MONTHLY, coupons: COUPONS } as const;

const pick = (part: ChargeSums, measures: readonly MeasureName[]): Amount | null => sumPresent(measures.map((m) => part.sums[m]));
const over = (parts: readonly ChargeSums[], amount: (part: ChargeSums) => Amount | null): Amount | null => sumPresent(parts.map(amount));

/** payable − coupons − write-off of lines that print no payment; null for lines that do. */
function untoldOf(part: ChargeSums): Amount | null {
  if (part.sums.payable === null || pick(part, REALTIME) !== null || pick(part, MONTHLY) !== null) return null;
  return subtract(part.sums.payable, sum([pick(part, COUPONS), part.sums.writeOff]));
}

function settledBy(parts: readonly ChargeSums[], seller: Seller): Settled {
  const own = parts.filter((part) => part.seller === seller);
  const consumed = own.filter((part) => part.kind === 'consumption');
  const realtime = over(consumed, (part) => pick(part, REALTIME));
  // Refunds and adjustments that are settled with the month lower the month; those in cash are told by themselves.
  const monthly = over(own, (part) => pick(part, MONTHLY));
  const untold = over(consumed, untoldOf);
  return { realtime, monthly, untold, total: sumPresent([realtime, monthly, untold]) };
}

/**
 * The bill summary: what was settled at once and with the month, by the vendor itself and on its marketplace.
 * total = cloud + store; cloud = real-time + monthly; details − cash refunds − coupons (− write-off) = total.
 * Source: Huawei Cloud international billing guide, sections 7.2.3.1, 7.2.2.2 and 7.2.2.3 (amounts due).
 */
export function billFigures(parts: readonly ChargeSums[]): BillFigures {
  const cloud = settledBy(parts, 'cloud');
  const store = settledBy(parts, 'store');
  const total = sumPresent([cloud.total, store.total]);
  const refunded = parts.filter((part) => part.kind === 'refund');
  const refunds = over(refunded, (part) => sumPresent([pick(part, REALTIME), untoldOf(part)]));
  const details = over(parts, (part) => part.sums.payable);
  const coupons = over(parts, (part) => pick(part, COUPONS));
  const writeOff = over(parts, (part) => part.sums.writeOff);
  // A line that prints no list price, or no payment, has nothing to hold there.
  const sums = (name: MeasureName, of: readonly ChargeSums[]): Amount | null => over(of, (part) => part.sums[name]);
  const listed = parts.filter((part) => part.sums.listPrice !== null);
  const settled = parts.filter((part) => untoldOf(part) === null);
  const checks = [
    hold('total.cloud-store', total, [{ value: cloud.total }, { value: store.total }]),
    ...[cloud, store].map((own, i) =>
      hold(i === 0 ? 'cloud.settled' : 'store.settled', own.total, [
        { value: own.realtime },
        { value: own.monthly },
        { value: own.untold === '0' ? null : own.untold },
      ]),
    ),
    details === null
      ? null
      : hold('details.total', total, [
          { value: details },
          { value: refunds, minus: true },
          { value: coupons, minus: true },
          { value: writeOff, minus: true },
        ]),
    hold(
      'list-price',
      sums('listPrice', listed),
      (['discount', 'roundingOff', 'payable'] as const).map((name) => ({ value: sums(name, listed) })),
    ),
    hold(
      'payable.paid',
      sums('payable', settled),
      [...REALTIME, ...MONTHLY, ...COUPONS, 'writeOff' as const].map((name) => ({ value: sums(name, settled) })),
    ),
  ];
  return { cloud, store, total, details, refunds, coupons, writeOff, checks: checks.filter((held) => held !== null) };
}

/** What the period's invoices say of its payment; amounts of one currency, exact. */
export interface Papers {
  invoiced: Amount;
  /** Tax on the invoices that the bill's lines do not carry. */
  tax: Amount;
  credited: Amount;
  paid: Amount;
  withheld: Amount;
  remaining: Amount;
}

/**
 * total (+ tax that the invoices add) = remaining + paid, where what was paid by payment, certificate and credit note counts as paid,
 * and `atOnce`: what was paid before any invoice; null where the invoices cover it. `printed` is the bill's total as its page prints it. Null without invoices: nothing says what remains.
 * Source: Huawei Cloud international billing guide, sections 6.1.1 and 7.2.3.1 (payments against invoices).
 */
export function settlementHeld(printed: Amount | null, atOnce: Amount | null, papers: Papers | null): Held | null {
  if (printed === null || papers === null) return null;
  return hold('total.paid', add(printed, papers.tax), [
    { value: papers.remaining },
    { value: atOnce },
    { value: papers.paid },
    { value: papers.withheld },
    { value: papers.credited },
  ]);
}
