import type { ReadDb } from '../../../db/connection.ts';
import { refuse, unwrap } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { bestRow, bindHeader, likelyHeader, recognise, type Bound } from '../../../domain/wht/import/headers.ts';
import { checkOwnProfile, profileOf } from '../../../domain/wht/import/own-profile.ts';
import type { ImportProfile } from '../../../domain/wht/import/profile.ts';
import { generic } from '../../../domain/wht/import/profiles/generic.ts';
import { readingOf, type Reading } from '../../../domain/wht/import/reading.ts';
import type { Table } from '../../../domain/wht/import/table.ts';
import type { ParsedInput } from '../../contract/index.ts';
import type { ReadSheet } from '../../import/parser/table/message.ts';
import { profileNamed, profilesOf } from './profiles.ts';
import type { GrantedTable } from './read-file.ts';

export type How = ParsedInput<'wht/importPreview'>;

/** How a file is read: its table, the profile laid over its header, and the way in which it writes dates and figures. */
export interface Understood {
  sheet: string | null;
  sheets: string[];
  table: Table;
  /** Null: no profile knows its columns. */
  bound: Bound | null;
  candidates: readonly Bound[];
  /** Where no profile does: the row that may be the header, with what common words say of its columns. */
  guessed: Bound | null;
  reading: Reading;
}

const UNREAD: Reading = { dates: null, decimal: null, thousands: { '.': '', ',': '' }, told: { dates: false, decimal: false } };

/** Finds sheet, header and profile by the names of the columns, or takes what is asked for. */
export function understand(read: ReadDb, { name, read: file }: GrantedTable, how: How): Understood {
  const sheets = file.tables.flatMap((t) => t.sheet ?? []);
  const tables = how.sheet === null ? file.tables : file.tables.filter((t) => t.sheet === how.sheet);
  if (tables.length === 0)
    refuse('wht-import.no-sheet', say`“${{ name }}” has no sheet “${{ sheet: how.sheet ?? '' }}”.`, {
      file: name,
      remedy: say`Choose one of: ${{ choices: sheets }}.`,
    });
  const wanted = wantedProfile(read, how);
  const { at, bound, candidates } = wanted ? byProfile(tables, wanted, name) : byContent(read, tables);
  const table = tables[at]!;
  const chosen = bound && withCurrency(bound, how.currency);
  const body = chosen ? table.rows.filter((r) => r.row > chosen.headerRow) : [];
  const header = bound ? null : likelyHeader(table.rows);
  return {
    sheet: table.sheet,
    sheets,
    table,
    bound: chosen,
    candidates,
    guessed: header && bindHeader(generic, header),
    reading: chosen ? readingOf(chosen, body, how) : UNREAD,
  };
}

function wantedProfile(read: ReadDb, { profile, mapping }: How): ImportProfile | null {
  if (mapping) return profileOf(unwrap(checkOwnProfile(mapping)));
  return profile === null ? null : profileNamed(read, profile);
}

type Found = { at: number; bound: Bound | null; candidates: readonly Bound[] };

/** The sheet on which most columns of the profile are; refuses a file that lacks what the profile cannot do without. */
function byProfile(tables: readonly ReadSheet[], profile: ImportProfile, name: string): Found {
  const bounds = tables.map((t) => bestRow(profile, t.rows));
  const rank = (b: Bound | null): number => (b === null ? -1 : b.known - 100 * b.missing.length);
  const at = bounds.reduce((best, b, i) => (rank(b) > rank(bounds[best]!) ? i : best), 0);
  const bound = bounds[at]!;
  if (bound === null || bound.missing.length > 0) {
    const lacking = (bound?.missing ?? profile.required)
      .map((f) => profile.columns.find((c) => c.field === f))
      .flatMap((c) => [...(c?.headers ?? []), ...(c?.own ?? [])].slice(0, 1));
    refuse(
      'wht-import.missing-column',
      say`“${{ name }}” lacks a column that ${{ profile: profile.title }} needs: ${{ columns: lacking.map((h) => `“${h}”`) }}.`,
      {
        file: name,
        ...(bound && { row: bound.headerRow }),
        remedy: 'Choose another profile, or map the columns of this file.',
      },
    );
  }
  return { at, bound, candidates: [] };
}

function byContent(read: ReadDb, tables: readonly ReadSheet[]): Found {
  const profiles = profilesOf(read);
  const found = tables.map((t) => recognise(profiles, t.rows));
  const score = (i: number): number => found[i]!.best?.score ?? 0;
  // Where no sheet is known, the longest is the likeliest.
  const at = found.reduce(
    (best, _, i) =>
      score(i) > score(best) || (score(i) === score(best) && score(i) === 0 && tables[i]!.rows.length > tables[best]!.rows.length)
        ? i
        : best,
    0,
  );
  return { at, bound: found[at]!.best, candidates: found[at]!.candidates };
}

/** What the user says of the currency stands in the place of the profile's. */
const withCurrency = (bound: Bound, currency: string | null): Bound =>
  currency === null ? bound : { ...bound, profile: { ...bound.profile, currency } };
