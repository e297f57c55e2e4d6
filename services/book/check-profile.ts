import { refuse } from '../../domain/result.ts';
import { taxOptions } from '../../domain/tax/options.ts';
import { taxPack } from '../../domain/tax/pack.ts';
import type { Profile } from './profile.ts';

/** Refuses a country, contracting entity or status that the rule pack does not have, naming what would be right. */
export function checkProfile(profile: Pick<Profile, 'country' | 'entity' | 'customerStatus' | 'region'>): void {
  const { countries, entities } = taxOptions(taxPack);
  if (!entities.some((e) => e.id === profile.entity))
    refuse('book.unknown-entity', `“${profile.entity}” is not a contracting entity that Tallybook knows.`, {
      column: 'entity',
      value: profile.entity,
      remedy: `Choose one of: ${entities.map((e) => e.id).join(', ')}.`,
    });
  const country = countries.find((c) => c.iso === profile.country);
  // A country without printed rules is welcome: tax questions then answer “no rule”.
  if (profile.region !== null && !profile.region.startsWith(`${profile.country}-`))
    refuse('book.region-elsewhere', `“${profile.region}” is not a region of ${profile.country}.`, {
      column: 'region',
      value: profile.region,
      remedy: `Choose one of: ${country?.regions.join(', ') || 'none'}.`,
    });
}
