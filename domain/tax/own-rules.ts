import type { PlainDate } from '../time/plain-date.ts';
import type { Country, Entity, TaxPack, TaxRule } from './pack.ts';

/**
 * A rule as a user writes it: the rule itself without its id, and what the pack does not know yet. `defines` stands where the
 * country or the contracting entity is not in the pack.
 */
export interface OwnBody extends Omit<TaxRule, 'id' | 'own'> {
  defines?: { country?: Country; entity?: Entity };
}

/** One of the user's own rules that is in effect: a new rule, one in the place of a rule of the pack, or one that switches such a rule off. */
export type OwnRule =
  | { id: string; act: 'add'; replaces: null; since: null; body: OwnBody; reason: string }
  | { id: string; act: 'override'; replaces: string; since: null; body: OwnBody; reason: string }
  | { id: string; act: 'off'; replaces: string; since: PlainDate | null; body: null; reason: string };

/** The rule of the pack that an own rule makes, or null where it only switches one off. */
export const ruleOf = (own: OwnRule): TaxRule | null => {
  if (own.body === null) return null;
  const { defines: _, ...rule } = own.body;
  return { id: own.id, ...rule, own: { replaces: own.replaces, reason: own.reason } };
};

/** The pack's countries and entities with those that own rules bring along, and the regions that they name. */
export function withPlaces(pack: TaxPack, own: readonly OwnRule[]): Pick<TaxPack, 'countries' | 'entities'> {
  const countries = new Map(pack.countries.map((c) => [c.iso, c]));
  const entities = new Map(pack.entities.map((e) => [e.id, e]));
  for (const { body } of own) {
    if (body?.defines?.country && !countries.has(body.country)) countries.set(body.country, body.defines.country);
    if (body?.defines?.entity && body.entity !== null && !entities.has(body.entity)) entities.set(body.entity, body.defines.entity);
    const region = body?.region && ('is' in body.region ? body.region.is : body.region.not);
    const country = body && countries.get(body.country);
    if (region && country && !country.regions.includes(region))
      countries.set(country.iso, { ...country, regions: [...country.regions, region].toSorted() });
  }
  return { countries: [...countries.values()], entities: [...entities.values()] };
}
