import { appendAudit } from '../../../db/audit.ts';
import type { ReadDb } from '../../../db/connection.ts';
import { deleteProfile, listProfiles, profileById, putProfile } from '../../../db/queries/profiles.ts';
import { checkProfile } from '../../../domain/formats/mapping/check-profile.ts';
import { profileIdOf, type Profile } from '../../../domain/formats/profile.ts';
import { refuse, unwrap } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Context } from '../../runtime/services.ts';
import { rememberedSources } from '../bill-sources.ts';
import type { SourceMemory } from '../parser/bill-source.ts';

export interface SavedProfile {
  profile: Profile;
  /** UTC, ISO 8601. */
  savedAt: string;
}

export const savedProfiles = (read: ReadDb): SavedProfile[] =>
  listProfiles(read).map(({ body, saved_at }) => ({ profile: JSON.parse(body) as Profile, savedAt: saved_at }));

/** The profile of that id; refused where the book has none. */
export function savedProfile(read: ReadDb, id: string): Profile {
  const row = profileById(read, id);
  if (row) return JSON.parse(row.body) as Profile;
  const names = listProfiles(read).map((p) => p.id);
  return refuse('profile.no-such', say`The book has no profile “${{ id: id.slice(0, 60) }}”.`, {
    value: id.slice(0, 60),
    remedy: names.length > 0 ? say`Choose one of: ${{ choices: names }}.` : 'Map the columns of a file, or import a profile.',
  });
}

/** Keeps the profile; under an id that the book has, it takes the place of the earlier one with the next revision. */
export function saveProfile(given: Profile, context: Context): SavedProfile {
  const { session, host } = context;
  const profile = unwrap(checkProfile(given));
  return session.transaction(({ write }) => {
    const row = profileById(write, profile.id);
    const before = row ? (JSON.parse(row.body) as Profile) : null;
    if (row && before && sameButRevision(before, profile)) return { profile: before, savedAt: row.saved_at };
    const next: Profile = { ...profile, revision: before ? Math.max(before.revision + 1, profile.revision) : profile.revision };
    const savedAt = session.now();
    putProfile(write, { id: next.id, body: JSON.stringify(next), saved_at: savedAt });
    appendAudit(write, { at: savedAt, who: host.who, action: 'profiles/save', subject: `profile:${next.id}`, before, after: next });
    return { profile: next, savedAt };
  });
}

/** Takes the profile out of the book. What was read by it stays: each batch has its own copy. */
export function removeProfile(id: string, context: Context): void {
  const { session, host } = context;
  session.transaction(({ write, read }) => {
    const before = savedProfile(read, id);
    deleteProfile(write, id);
    appendAudit(write, { at: session.now(), who: host.who, action: 'profiles/delete', subject: `profile:${id}`, before, after: null });
  });
}

/** Two profiles that read files in the same way, whatever their revision. */
export function sameButRevision(a: Profile, b: Profile): boolean {
  const text = ({ revision: _, ...rest }: Profile): string => JSON.stringify(Object.entries(rest).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}

/** How the caller wants files read: by a shipped format, by a profile, or by what the content says. */
export interface Wanted extends SourceMemory {
  format: string | null;
  profile: Profile | null;
  profiles: readonly Profile[];
}

/** By what the content says, among the shipped formats. */
export const DETECT: Wanted = { format: null, profile: null, profiles: [] };

/** The format id and the profile of a call; `profile:<id>` names one of the book. */
export function wantedOf(format: string | null, profile: Profile | null, read: ReadDb): Wanted {
  if (format !== null && profile !== null)
    refuse('import.format-and-profile', 'Both a format and a profile are given.', { remedy: 'Give one of them.' });
  const sources = rememberedSources(read);
  if (profile !== null) return { format: null, profile: unwrap(checkProfile(profile)), profiles: [], sources };
  const id = format === null ? null : profileIdOf(format);
  if (id !== null) return { format: null, profile: savedProfile(read, id), profiles: [], sources };
  return { format, profile: null, profiles: format === null ? savedProfiles(read).map((s) => s.profile) : [], sources };
}
