import type { TableFormat } from '../../../domain/formats/format.ts';
import { formatOfProfile, type Profile } from '../../../domain/formats/profile.ts';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Binding } from './binding.ts';
import type { AnyBinding, Reading } from './detect.ts';

/** The mapping profiles that a file may be read by: the one that was chosen, or those of the book. */
export interface OwnProfiles {
  profile?: Profile | null;
  profiles?: readonly Profile[];
}

/** From this share of known columns on, a file is one of the profile's own. */
const OWN = 90;

/** Each profile as a format; a chosen one stands alone. */
export const profileFormats = ({ profile, profiles }: OwnProfiles): Map<TableFormat, Profile> =>
  new Map((profile ? [profile] : (profiles ?? [])).map((p) => [formatOfProfile(p), p]));

/** The readings that the profile's hints leave: its delimiter, its header row. Sheets have no delimiter. */
export function hinted(given: readonly Reading[], profile: Profile | null | undefined): Reading[] {
  return given
    .filter((reading) => !profile?.delimiter || reading.delimiter === '' || reading.delimiter === profile.delimiter)
    .map((reading) => ({ ...reading, rows: profile?.headerRow ? reading.rows.filter((r) => r.row >= profile.headerRow!) : reading.rows }));
}

interface Found {
  binding: AnyBinding;
  delimiter: string;
  headerRow: number;
}

/** The book's profiles go before the shipped formats where they know the file, for the user made them; elsewhere they say nothing. */
export function preferOwn<T extends Found>(found: readonly T[], profiles: ReadonlyMap<TableFormat, Profile>): T[] {
  const profileOf = (f: Found): Profile | undefined =>
    f.binding.kind === 'lines' ? profiles.get(f.binding.lines.format as TableFormat) : undefined;
  const isOwn = (f: T): boolean => {
    const profile = profileOf(f);
    const lines = f.binding.kind === 'lines' ? f.binding.lines : null;
    if (!profile || !lines || lines.score < OWN || lines.missing.length > 0) return false;
    return (
      (profile.delimiter === null || f.delimiter === '' || f.delimiter === profile.delimiter) &&
      (profile.headerRow === null || f.headerRow === profile.headerRow)
    );
  };
  const own = found.filter(isOwn);
  return own.length > 0 ? own : found.filter((f) => !profileOf(f));
}

/** A header such as “Amount (USD)” contradicts a profile that says another currency. */
export function refuseOtherCurrency(binding: Binding, profile: Profile, file: string, row: number): void {
  const { headerCurrency } = binding;
  if (headerCurrency !== null && profile.currency !== null && headerCurrency !== profile.currency)
    refuse(
      'profile.other-currency',
      say`The headers of “${{ file }}” say ${{ headerCurrency }}; the profile “${{ title: profile.title }}” says ${{ currency: profile.currency }}.`,
      { file, row, remedy: 'Choose the currency of this file in a profile of its own.' },
    );
}
