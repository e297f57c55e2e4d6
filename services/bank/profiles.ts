import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { getSetting, setSetting } from '../../db/settings.ts';
import { checkOwnProfile, profileOf, type OwnBankProfile } from '../../domain/bank/table/own-profile.ts';
import type { BankProfile } from '../../domain/bank/table/profile.ts';
import { profileById, PROFILES } from '../../domain/bank/table/profiles/index.ts';
import { refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Output } from '../contract/index.ts';
import { inTransaction } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';

const NAME = 'bank-profiles';
const MOST = 100;

/** The mappings of the book, by name. */
export const ownProfiles = (read: ReadDb): OwnBankProfile[] => getSetting<OwnBankProfile[]>(read, NAME) ?? [];

/** Mappings of the book and shipped profiles. */
export const profilesOf = (read: ReadDb): BankProfile[] => [...ownProfiles(read).map(profileOf), ...PROFILES];

/** The profile of that id; refused where there is none. */
export function profileNamed(read: ReadDb, id: string): BankProfile {
  const own = id.startsWith('own:') ? ownProfiles(read).find((p) => `own:${p.name}` === id) : undefined;
  const found = own ? profileOf(own) : profileById(id);
  return (
    found ??
    refuse('bank.no-profile', say`There is no profile “${{ id: id.slice(0, 100) }}”.`, {
      value: id.slice(0, 100),
      remedy: say`Choose one of: ${{ choices: profilesOf(read).map((p) => p.id) }}.`,
    })
  );
}

export const infoOf = ({ id, title, kind, source }: BankProfile): Output<'bank/profiles'>['shipped'][number] => ({
  id,
  title: { ...title },
  kind,
  source: { ...source },
});

/** The same mapping again changes nothing. */
export const saveProfile: Handler<'bank/saveProfile'> = ({ profile: given }, context) =>
  inTransaction(context, (act) => {
    const profile = unwrap(checkOwnProfile(given));
    const all = ownProfiles(act.write);
    const before = all.find((p) => p.name === profile.name) ?? null;
    if (before && JSON.stringify(before) === JSON.stringify(profile)) return before;
    if (!before && all.length >= MOST)
      refuse('bank.too-many-profiles', say`The book has ${{ limit: MOST }} mappings of lists already.`, {
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
      action: 'bank/saveProfile',
      subject: `bank-profile:${profile.name}`,
      before,
      after: profile,
    });
    return profile;
  });

/** Statements keep a copy of the mapping that they were read with. */
export const removeProfile: Handler<'bank/removeProfile'> = ({ name }, context) =>
  inTransaction(context, (act) => {
    const all = ownProfiles(act.write);
    const before = all.find((p) => p.name === name);
    if (!before)
      refuse('bank.no-profile', say`There is no profile “${{ id: name }}”.`, {
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
      action: 'bank/removeProfile',
      subject: `bank-profile:${name}`,
      before,
      after: null,
    });
    return {};
  });
