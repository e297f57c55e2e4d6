import { appendAudit } from '../../../db/audit.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { getSetting, setSetting } from '../../../db/settings.ts';
import { refuse, unwrap } from '../../../domain/result.ts';
import { checkOwnProfile, profileOf, type OwnProfile } from '../../../domain/wht/import/own-profile.ts';
import type { ImportProfile } from '../../../domain/wht/import/profile.ts';
import { profileById, PROFILES } from '../../../domain/wht/import/profiles/index.ts';
import { say } from '../../../domain/words/said.ts';
import type { Output } from '../../contract/index.ts';
import { inTransaction } from '../../invoices/act.ts';
import type { Handler } from '../../runtime/services.ts';

const NAME = 'wht-profiles';
const MOST = 100;

/** The mappings of the book, by name. */
export const ownProfiles = (read: ReadDb): OwnProfile[] => getSetting<OwnProfile[]>(read, NAME) ?? [];

/** Shipped profiles and those of the book. */
export const profilesOf = (read: ReadDb): ImportProfile[] => [...ownProfiles(read).map(profileOf), ...PROFILES];

/** The profile of that id; refused where there is none. */
export function profileNamed(read: ReadDb, id: string): ImportProfile {
  const own = id.startsWith('own:') ? ownProfiles(read).find((p) => `own:${p.name}` === id) : undefined;
  const found = own ? profileOf(own) : profileById(id);
  return (
    found ??
    refuse('wht-import.no-profile', say`There is no profile “${{ id: id.slice(0, 100) }}”.`, {
      value: id.slice(0, 100),
      remedy: say`Choose one of: ${{ choices: profilesOf(read).map((p) => p.id) }}.`,
    })
  );
}

export const infoOf = (p: ImportProfile): Output<'wht/importProfiles'>['shipped'][number] => ({
  id: p.id,
  title: { ...p.title },
  country: p.country,
  certainty: p.certainty,
  source: { ...p.source },
  columns: p.columns.map(({ field, headers, own = [] }) => ({ field, headers: [...headers, ...own] })),
});

/** A shipped name stays the shipped profile's; the same mapping again changes nothing. */
export const saveProfile: Handler<'wht/saveImportProfile'> = ({ profile: given }, context) =>
  inTransaction(context, (act) => {
    const profile = unwrap(checkOwnProfile(given));
    const all = ownProfiles(act.write);
    const before = all.find((p) => p.name === profile.name) ?? null;
    if (before && JSON.stringify(before) === JSON.stringify(profile)) return before;
    if (!before && all.length >= MOST)
      refuse('wht-import.too-many-profiles', say`The book has ${{ limit: MOST }} mappings of lists already.`, {
        remedy: 'Remove one that is not used.',
      });
    setSetting(
      act.write,
      NAME,
      [...all.filter((p) => p !== before), profile].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    );
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'wht/saveImportProfile',
      subject: `wht-profile:${profile.name}`,
      before,
      after: profile,
    });
    return profile;
  });

/** Imports keep the name of the profile by which they were read. */
export const removeProfile: Handler<'wht/removeImportProfile'> = ({ name }, context) =>
  inTransaction(context, (act) => {
    const all = ownProfiles(act.write);
    const before = all.find((p) => p.name === name);
    if (!before)
      refuse('wht-import.no-profile', say`There is no profile “${{ id: name }}”.`, {
        value: name,
        remedy: 'List the profiles and choose one of them.',
      });
    setSetting(
      act.write,
      NAME,
      all.filter((p) => p !== before),
    );
    appendAudit(act.write, {
      at: act.at,
      who: act.who,
      action: 'wht/removeImportProfile',
      subject: `wht-profile:${name}`,
      before,
      after: null,
    });
    return {};
  });
