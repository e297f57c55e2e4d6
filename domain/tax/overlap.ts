import type { PlainDate } from '../time/plain-date.ts';
import type { TaxRule } from './pack.ts';
import { coversStatus, STATUSES } from './status.ts';

/** Days that both have; null where there are none. Both days inclusive, null: open. */
export function commonDays(
  a: Pick<TaxRule, 'from' | 'to'>,
  b: Pick<TaxRule, 'from' | 'to'>,
): { from: PlainDate | null; to: PlainDate | null } | null {
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return from !== null && to !== null && from > to ? null : { from, to };
}

const commonRegion = (a: TaxRule, b: TaxRule): boolean => {
  if (!a.region || !b.region) return true;
  if ('is' in a.region) return 'is' in b.region ? a.region.is === b.region.is : a.region.is !== b.region.not;
  return 'not' in b.region || b.region.is !== a.region.not;
};

/**
 * True when one case on one day could have both rules: two indirect-tax rules, two withholding rules, or two rates of one treaty.
 * Evidence and identity rules stand beside each other.
 */
export function collide(a: TaxRule, b: TaxRule): boolean {
  if (a.country !== b.country || a.kind !== b.kind || (a.kind !== 'indirect' && a.kind !== 'wht')) return false;
  if (a.treatment === 'not_stated' || b.treatment === 'not_stated') return false;
  if (a.entity !== null && b.entity !== null && a.entity !== b.entity) return false;
  // Days of use and days of invoices are two calendars: a case may have one of each.
  if ((a.basis === 'usage') === (b.basis === 'usage') && commonDays(a, b) === null) return false;
  if (a.kind === 'wht') {
    const [treatyA, treatyB] = [a.treatment === 'treaty_rate', b.treatment === 'treaty_rate'];
    return treatyA === treatyB && (!treatyA || a.wht?.treaty === b.wht?.treaty);
  }
  return commonRegion(a, b) && STATUSES.some((s) => coversStatus(a, s) && coversStatus(b, s));
}

/** The first two rules of the list that collide, or null. */
export function firstCollision(rules: readonly TaxRule[]): [TaxRule, TaxRule] | null {
  for (const ofCountry of Map.groupBy(rules, (r) => r.country).values())
    for (const [i, a] of ofCountry.entries()) for (const b of ofCountry.slice(i + 1)) if (collide(a, b)) return [a, b];
  return null;
}
