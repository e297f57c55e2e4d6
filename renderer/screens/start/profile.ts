import type { Input, Output } from '../../../services/contract/index.ts';

export type Options = Output<'tax/options'>;
export type Profile = Required<Omit<Input<'book/create'>, 'target'>>;

/** Keeps a profile consistent after its country changed: entity, status and region that this country has. */
export function fitToCountry(profile: Profile, options: Options): Profile {
  const country = options.countries.find((c) => c.iso === profile.country);
  if (!country) return profile;
  const entity = country.entities.includes(profile.entity)
    ? profile.entity
    : (country.entities[0] ?? options.entities[0]?.id ?? profile.entity);
  const customerStatus = country.statuses.includes(profile.customerStatus) ? profile.customerStatus : (country.statuses[0] ?? 'any');
  const region = country.regions.length === 0 ? null : profile.region && country.regions.includes(profile.region) ? profile.region : null;
  return { ...profile, entity, customerStatus, region };
}

/** True where the tax depends on a region and none is chosen. */
export const wantsRegion = (profile: Profile, options: Options): boolean =>
  profile.region === null && (options.countries.find((c) => c.iso === profile.country)?.regions.length ?? 0) > 0;
