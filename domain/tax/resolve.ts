import type { PlainDate } from '../time/plain-date.ts';
import type { CustomerStatus, TaxPack, TaxRule } from './pack.ts';
import { coversStatus } from './status.ts';

export interface TaxCase {
  country: string;
  entity: string;
  status: CustomerStatus;
  /** ISO 3166-2 such as PK-SD. */
  region: string | null;
  date: PlainDate;
  /**
   * Day of consumption in the rule's own zone (Beijing time for the withholding clause), for rules that count by it; left out
   * or null: they are held against `date` too.
   */
  usageDate?: PlainDate | null | undefined;
}

/**
 * Exactly one rule, or none with the reason in words. “No rule” is not 0 %. `choose`: the statuses of which one has to be
 * chosen, where that is what is missing.
 */
export type Resolved = { rule: TaxRule; notes: string[]; choose?: undefined } | { rule: null; notes: string[]; choose?: CustomerStatus[] };

/** The day of the case that the rule's dates count by. */
export const dayFor = (rule: Pick<TaxRule, 'basis'>, at: Pick<TaxCase, 'date' | 'usageDate'>): PlainDate =>
  rule.basis === 'usage' ? (at.usageDate ?? at.date) : at.date;

/** Both boundaries belong to the rule; an unprinted one is open. */
export const inForce = (rule: Pick<TaxRule, 'from' | 'to'>, date: PlainDate): boolean =>
  (rule.from === null || date >= rule.from) && (rule.to === null || date <= rule.to);

/** True when the rule is printed for the country and, where it names one, the contracting entity. */
export const forParties = (rule: TaxRule, at: Pick<TaxCase, 'country' | 'entity'>): boolean =>
  rule.country === at.country && (rule.entity === null || rule.entity === at.entity);

function inRegion(rule: TaxRule, at: TaxCase): boolean {
  if (!rule.region) return true;
  if (at.region === null || !at.region.startsWith(`${rule.country}-`)) return false;
  return 'is' in rule.region ? at.region === rule.region.is : at.region !== rule.region.not;
}

/** The indirect-tax rule of the case, by entity, status, region and date. */
export function resolveTax(pack: TaxPack, at: TaxCase): Resolved {
  const country = pack.countries.find((c) => c.iso === at.country);
  if (!country) return none(`The rule pack ${pack.id} does not cover the country ${at.country}.`);
  const printed = pack.rules.filter((r) => r.kind === 'indirect' && r.country === at.country && r.treatment !== 'not_stated');
  const where = country.nameEn;
  const byEntity = printed.filter((r) => forParties(r, at));
  if (byEntity.length === 0) {
    const named = [...new Set(printed.map((r) => r.entity))].join(', ');
    return none(
      named === ''
        ? `No indirect-tax rule is printed for ${where}.`
        : `No rule is printed for ${where} and the entity ${at.entity}; there are rules for ${named}.`,
    );
  }
  const byRegion = byEntity.filter((r) => inRegion(r, at));
  if (byRegion.length === 0) {
    const regions = byEntity
      .map((r) => (r.region && 'is' in r.region ? r.region.is : null))
      .filter((r) => r !== null)
      .join(', ');
    return none(
      at.region === null
        ? `The tax in ${where} depends on the region, and none is given (a rule is printed for ${regions}).`
        : `No rule is printed for the region ${at.region}; there is one for ${regions}.`,
    );
  }
  const dated = byRegion.filter((r) => inForce(r, dayFor(r, at)));
  if (dated.length === 0)
    return none(`No rule for ${where} and ${at.entity} is in force on ${at.date}: the first begins on ${first(byRegion)}.`);
  return byStatus(dated, at, where);
}

function byStatus(rules: TaxRule[], at: TaxCase, where: string): Resolved {
  const named = rules.filter((r) => coversStatus(r, at.status));
  if (named.length === 1) return { rule: named[0]!, notes: [] };
  if (at.status === 'any') {
    const fallback = rules.find((r) => r.ifStatusUnset)?.ifStatusUnset;
    const treated = fallback ? rules.find((r) => coversStatus(r, fallback)) : undefined;
    if (treated)
      return { rule: treated, notes: ['No registration status is chosen: the guide then treats the customer as not registered.'] };
    const charges = new Set(rules.map((r) => JSON.stringify([r.treatment, r.tax])));
    if (charges.size === 1) return { rule: rules[0]!, notes: ['No registration status is chosen; the tax is the same for each.'] };
  }
  const known = rules.map((r) => r.status);
  return at.status === 'any'
    ? { ...none(`The tax in ${where} depends on the registration status, and none is chosen (${known.join(', ')}).`), choose: known }
    : none(`No rule is printed for ${where}, ${at.entity} and the status ${at.status}; there are rules for ${known.join(', ')}.`);
}

const none = (note: string): Resolved & { rule: null } => ({ rule: null, notes: [`${note} “No rule” is not 0 %: no amount is computed.`] });
const first = (rules: TaxRule[]): string =>
  rules
    .map((r) => r.from ?? '')
    .toSorted()
    .find((d) => d !== '') ?? 'a date that is not printed';
