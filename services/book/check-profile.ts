import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { taxOptions } from '../../domain/tax/options.ts';
import { taxPack, type TaxPack } from '../../domain/tax/pack.ts';
import type { Profile } from './profile.ts';

/** Refuses a country, contracting entity or status that the rules (of the book, else the shipped ones) do not have, naming what would be right. */
export function checkProfile(profile: Pick<Profile, 'country' | 'entity' | 'customerStatus' | 'region'>, pack: TaxPack = taxPack): void {
  const { countries, entities } = taxOptions(pack);
  if (!entities.some((e) => e.id === profile.entity))
    refuse('book.unknown-entity', say`“${{ entity: profile.entity }}” is not a contracting entity that Tallybook knows.`, {
      column: 'entity',
      value: profile.entity,
      remedy: say`Choose one of: ${{ choices: entities.map((e) => e.id) }}.`,
    });
  const country = countries.find((c) => c.iso === profile.country);
  // A country without printed rules is welcome: tax questions then answer “no rule”.
  if (profile.region !== null && !profile.region.startsWith(`${profile.country}-`))
    refuse('book.region-elsewhere', say`“${{ region: profile.region }}” is not a region of ${{ country: profile.country }}.`, {
      column: 'region',
      value: profile.region,
      remedy: say`Choose one of: ${{ choices: country && country.regions.length > 0 ? country.regions : say`none` }}.`,
    });
}
