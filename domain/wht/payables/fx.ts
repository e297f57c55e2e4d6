import { add, compare, equal, isZero, multiply, subtract, sum, type Amount } from '../../money/amount.ts';
import { documentConversion } from '../../money/conversion.ts';
import { POLICIES, round } from '../../money/rounding.ts';
import type { PlainDate } from '../../time/plain-date.ts';
import { say, type Said } from '../../words/said.ts';
import { conversionOf } from '../conversion.ts';
import { isLive } from '../states.ts';
import type { CertificateOn } from './settlement.ts';
import type { CashShare } from './shares.ts';

/** 1 unit of the invoice's currency = `rate` units of the certificate's; `told` says where it stands. */
export interface DayRate {
  rate: Amount;
  told: Said;
}
/** The rate of the day of a payment, or null where none is known. */
export type RateOnDay = (from: string, to: string, day: PlainDate) => DayRate | null;

/**
 * A difference of currencies, on a line of its own. `own-rate`: what the certificate is counted with on the invoice less its amount at
 * its own rate, in the invoice's currency. `payment-rate`: its amount less what was withheld at the rate of the day of payment, in
 * the certificate's currency. Neither changes what is settled.
 */
export interface FxDifference {
  kind: 'own-rate' | 'payment-rate';
  certificate: number;
  number: string;
  date: PlainDate;
  currency: string;
  given: Amount;
  converted: Amount;
  /** given − converted. */
  difference: Amount;
  step: Said;
}

/** A certificate's part on one payment, in the invoice's currency. */
export interface Covered {
  certificate: number;
  payment: string;
  date: PlainDate;
  amount: Amount;
}

/**
 * Which payments' withheld tax the live certificates cover: the oldest certificate covers the oldest payment first. What is certified
 * beyond every payment is on none.
 */
export function coverOf(shares: readonly CashShare[], certificates: readonly CertificateOn[]): Covered[] {
  const left = shares.map((s) => ({ key: s.key, date: s.date, amount: s.withheld ?? '0' }));
  const covered: Covered[] = [];
  for (const c of liveInOrder(certificates)) {
    let rest = c.payAmount;
    for (const share of left) {
      if (isZero(rest)) break;
      const amount = compare(rest, share.amount) < 0 ? rest : share.amount;
      if (isZero(amount)) continue;
      covered.push({ certificate: c.id, payment: share.key, date: share.date, amount });
      share.amount = subtract(share.amount, amount);
      rest = subtract(rest, amount);
    }
  }
  return covered;
}

/** The differences of every live certificate in another currency than the invoice's, oldest first. */
export function fxDifferences(
  currency: string,
  shares: readonly CashShare[],
  certificates: readonly CertificateOn[],
  rateOn: RateOnDay,
): FxDifference[] {
  const covered = coverOf(shares, certificates);
  return liveInOrder(certificates)
    .filter((c) => c.currency !== currency)
    .flatMap((c) => [
      ...ofOwnRate(currency, c),
      ...ofPayments(
        currency,
        c,
        covered.filter((part) => part.certificate === c.id),
        rateOn,
      ),
    ]);
}

/** amount ÷ rate by the policy of certificates, beside what the certificate is counted with. */
function ofOwnRate(currency: string, c: CertificateOn): FxDifference[] {
  const made = c.fx !== null && isZero(c.fx.rate) ? null : conversionOf(c);
  if (made === null || c.fx === null) return [];
  const policy = POLICIES.certificateConversion.id;
  const step = say`${{ amount: c.amount }} ${{ from: c.currency }} ÷ ${{ rate: c.fx.rate }} → ${{ value: made.converted }} ${{ currency }} (${{ policy }})`;
  return [{ ...head(c, 'own-rate', currency), given: c.payAmount, ...made, step }];
}

/** The withheld tax that it covers, each payment's part at the rate of its day; silent where one rate is not known. */
function ofPayments(currency: string, c: CertificateOn, parts: readonly Covered[], rateOn: RateOnDay): FxDifference[] {
  // Certified beyond what was withheld so far: its payment is still to come, and so is the rate.
  if (parts.length === 0 || !equal(sum(parts.map((p) => p.amount)), c.payAmount)) return [];
  const byDay = [...Map.groupBy(parts, (p) => p.date)].map(([date, own]) => ({
    amount: own.reduce((total, p) => add(total, p.amount), '0'),
    rate: rateOn(currency, c.currency, date),
  }));
  if (byDay.some((part) => part.rate === null)) return [];
  const terms = byDay.map(({ amount, rate }) => ({
    exact: multiply(amount, rate!.rate),
    step: say`${{ amount }} × ${{ rate: rate!.rate }} (${{ told: rate!.told }})`,
  }));
  // The parts are rounded once, together: rounded one by one they would drift.
  const policy = documentConversion(c.currency);
  const converted = round(sum(terms.map((t) => t.exact)), policy);
  const step = say`${{ terms: plus(terms.map((t) => t.step)) }} = ${{ value: converted }} ${{ currency: c.currency }} (${{ policy: policy.id }})`;
  return [{ ...head(c, 'payment-rate', c.currency), given: c.amount, converted, difference: subtract(c.amount, converted), step }];
}

const plus = ([first, ...rest]: readonly Said[]): Said => rest.reduce((all, term) => say`${{ all }} + ${{ term }}`, first!);

const head = (c: CertificateOn, kind: FxDifference['kind'], currency: string) => ({
  kind,
  certificate: c.id,
  number: c.number,
  date: c.date,
  currency,
});

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const liveInOrder = (certificates: readonly CertificateOn[]): CertificateOn[] =>
  certificates
    .filter((c) => isLive(c.status))
    .toSorted((a, b) => text(a.date, b.date) || text(a.number, b.number) || text(a.issuer, b.issuer) || compare(a.payAmount, b.payAmount));
