import { fail, ok, type Result } from '../../result.ts';
import { say, type Said } from '../../words/said.ts';
import { normaliseHeader } from '../header.ts';
import {
  isAmountField,
  missingRoles,
  PROFILE_DELIMITERS,
  PROFILE_ENCODINGS,
  PROFILE_FIELDS,
  PROFILE_KINDS,
  PROFILE_SIGNS,
  PROFILE_VENDORS,
  PROFILE_VERSION,
  type Profile,
  type ProfileColumn,
} from '../profile.ts';
import { DATE_ORDERS } from './printed-date.ts';

/** A longer document is no profile. */
const LONGEST = 1 << 20;
const MOST_COLUMNS = 2000;
/** Header rows are looked for in the first rows of a file. */
export const LAST_HEADER_ROW = 20;

const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
const KEYS = [
  'tallybook',
  'version',
  'id',
  'revision',
  'title',
  'vendor',
  'kind',
  'columns',
  'dateOrder',
  'decimal',
  'thousands',
  'sign',
  'currency',
  'encoding',
  'delimiter',
  'headerRow',
  'utcOffset',
];
const COLUMN_KEYS = ['header', 'field', 'negate'];

/** The profile in the text of a JSON file; refused with the name of what is wrong. */
export function readProfile(text: string, file?: string): Result<Profile> {
  const place = file === undefined ? {} : { file };
  const no = fail(
    'profile.not-json',
    file === undefined ? 'The profile is not a JSON document.' : say`“${{ file }}” is not a JSON document.`,
    {
      ...place,
      remedy: 'Choose a profile that Tallybook exported.',
    },
  );
  if (text.length > LONGEST) return no;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return no;
  }
  const checked = checkProfile(value);
  return checked.ok ? checked : { ok: false, error: { ...checked.error, details: { ...place, ...checked.error.details } } };
}

/** The value as a profile, with nothing unknown in it. Errors: `profile.not-a-profile`, `profile.newer`, `profile.invalid`. */
export function checkProfile(value: unknown): Result<Profile> {
  if (!isRecord(value) || value['tallybook'] !== 'profile')
    return fail('profile.not-a-profile', 'This is not a mapping profile of Tallybook: “tallybook” is not “profile”.', {
      column: 'tallybook',
      remedy: 'Choose a profile that Tallybook exported.',
    });
  const { version } = value;
  if (typeof version === 'number' && version > PROFILE_VERSION)
    return fail('profile.newer', say`The profile has version ${{ version }}; this Tallybook reads version ${{ known: PROFILE_VERSION }}.`, {
      column: 'version',
      remedy: 'Use a newer Tallybook.',
    });
  const problem = shapeProblem(value) ?? columnsProblem(value['columns'] as unknown[]) ?? meaningProblem(value as unknown as Profile);
  if (problem)
    return fail('profile.invalid', say`The profile cannot be used: ${{ at: problem.at }} ${{ what: problem.what }}.`, {
      column: problem.at,
      remedy: 'Correct the profile, or map the columns again.',
    });
  return ok(value as unknown as Profile);
}

interface Problem {
  at: string;
  what: Said;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, longest: number): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= longest;
const isInteger = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

function shapeProblem(p: Record<string, unknown>): Problem | null {
  const unknown = Object.keys(p).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) return { at: unknown.slice(0, 60), what: say`is not known` };
  const absent = KEYS.find((key) => !Object.hasOwn(p, key));
  if (absent !== undefined) return { at: absent, what: say`is missing` };
  const oneOf = (at: string, choices: readonly unknown[]): Problem | null =>
    choices.includes(p[at])
      ? null
      : { at, what: say`is not one of ${{ choices: choices.map((c) => (c === null ? 'null' : `“${String(c)}”`)) }}` };
  return (
    oneOf('version', [PROFILE_VERSION]) ??
    (typeof p['id'] === 'string' && ID.test(p['id'])
      ? null
      : { at: 'id', what: say`is not a name of small letters, digits and hyphens` }) ??
    (isInteger(p['revision'], 1, 1e6) ? null : { at: 'revision', what: say`is not a whole number from 1` }) ??
    (isText(p['title'], 200) ? null : { at: 'title', what: say`is empty or longer than 200 characters` }) ??
    oneOf('vendor', PROFILE_VENDORS) ??
    oneOf('kind', PROFILE_KINDS) ??
    oneOf('dateOrder', DATE_ORDERS) ??
    oneOf('decimal', ['.', ',']) ??
    oneOf('thousands', ['', ',', '.', ' ', "'"]) ??
    oneOf('sign', PROFILE_SIGNS) ??
    (p['currency'] === null || (typeof p['currency'] === 'string' && /^[A-Z]{3}$/.test(p['currency']))
      ? null
      : { at: 'currency', what: say`is neither an ISO 4217 code such as “USD” nor null` }) ??
    oneOf('encoding', [...PROFILE_ENCODINGS, null]) ??
    oneOf('delimiter', [...PROFILE_DELIMITERS, null]) ??
    (p['headerRow'] === null || isInteger(p['headerRow'], 1, LAST_HEADER_ROW)
      ? null
      : { at: 'headerRow', what: say`is neither null nor a row from 1 to ${{ last: LAST_HEADER_ROW }}` }) ??
    (typeof p['utcOffset'] === 'number' && isInteger(p['utcOffset'] * 4, -48, 56)
      ? null
      : { at: 'utcOffset', what: say`is not a number of hours from -12 to 14` }) ??
    (Array.isArray(p['columns']) && p['columns'].length > 0 && p['columns'].length <= MOST_COLUMNS
      ? null
      : { at: 'columns', what: say`is not a list of 1 to ${{ most: MOST_COLUMNS }} columns` })
  );
}

function columnsProblem(columns: readonly unknown[]): Problem | null {
  const seen = new Map<string, number>();
  for (const [i, column] of columns.entries()) {
    const at = `columns[${i}]`;
    if (!isRecord(column)) return { at, what: say`is not a column {header, field}` };
    const unknown = Object.keys(column).find((key) => !COLUMN_KEYS.includes(key));
    if (unknown !== undefined) return { at: `${at}.${unknown.slice(0, 60)}`, what: say`is not known` };
    const { header, field, negate } = column as Partial<ProfileColumn>;
    if (!isText(header, 200)) return { at: `${at}.header`, what: say`is empty or longer than 200 characters` };
    if (field !== null && !(PROFILE_FIELDS as readonly unknown[]).includes(field))
      return { at: `${at}.field`, what: say`is not a field of a bill line, or null: “${{ field: String(field).slice(0, 60) }}”` };
    if (negate !== undefined && (negate !== true || field === null || field === undefined || !isAmountField(field)))
      return { at: `${at}.negate`, what: say`can only be true, on a column of amounts` };
    const { name } = normaliseHeader(header!);
    const earlier = seen.get(name);
    if (earlier !== undefined)
      return { at: `${at}.header`, what: say`is the same as that of columns[${{ earlier }}]: “${{ header: header! }}”` };
    seen.set(name, i);
  }
  return null;
}

function meaningProblem(profile: Profile): Problem | null {
  const [missing] = missingRoles(profile);
  if (missing === 'payable') return { at: 'columns', what: say`has no column for “payable”` };
  if (missing === 'period') return { at: 'columns', what: say`has no column for “period” or “date”` };
  if (missing === 'currency') return { at: 'currency', what: say`is null, and no column tells the currency` };
  if (profile.currency !== null && profile.columns.some((c) => c.field === 'currency'))
    return { at: 'currency', what: say`is given, and a column tells it too` };
  if (profile.thousands === profile.decimal) return { at: 'thousands', what: say`is the same sign as “decimal”` };
  return null;
}
