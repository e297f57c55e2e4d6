import { agree, type ColumnDecision, type Decision } from '../../../../domain/formats/mapping/decide.ts';
import { isFooter } from '../../../../domain/formats/mapping/footer.ts';
import type { Decimal, Thousands } from '../../../../domain/formats/mapping/printed-amount.ts';
import type { DateOrder } from '../../../../domain/formats/mapping/printed-date.ts';
import type { Field } from '../../../../domain/formats/format.ts';
import { normaliseHeader } from '../../../../domain/formats/header.ts';
import {
  isAmountField,
  missingRoles,
  PROFILE_FIELDS,
  PROFILE_VERSION,
  readerOf,
  type MissingRole,
  type Profile,
  type ProfileDelimiter,
  type ProfileEncoding,
} from '../../../../domain/formats/profile.ts';
import type { Sentence } from '../../../../domain/words/said.ts';
import type { FileHead } from '../../../../services/contract/imports.ts';

/** How the file is cut into cells; null lets the content decide. */
export interface Cut {
  encoding: ProfileEncoding | null;
  delimiter: ProfileDelimiter | null;
  headerRow: number | null;
}
export const BY_CONTENT: Cut = { encoding: null, delimiter: null, headerRow: null };

/** What the user has said so far. What is null is told by the cells, or still to be said. */
export interface Draft {
  /** Field of each column of the file. */
  roles: readonly (Field | null)[];
  negate: readonly boolean[];
  dateOrder: DateOrder | null;
  decimal: Decimal | null;
  sign: Profile['sign'];
  /** ISO 4217 code, `column`, or null: not said yet. */
  currency: string | null;
  vendor: Profile['vendor'];
  kind: Profile['kind'];
  utcOffset: number;
  title: string;
  /** The saved profile that is being changed. */
  id: string | null;
  revision: number;
}

/** A first mapping of the file: fields that headers and cells suggest. */
export function draftOf(head: FileHead): Draft {
  const roles = head.columns.map((c) => c.suggested as Field | null);
  return {
    roles,
    negate: roles.map(() => false),
    dateOrder: null,
    decimal: null,
    sign: 'charges-positive',
    currency: currencyOfHeaders(head, roles),
    vendor: 'other',
    kind: 'detail',
    utcOffset: 0,
    title: head.file
      .replace(/^.*[›/]\s*/, '')
      .replace(/\.[^.]*$/, '')
      .slice(0, 200),
    id: null,
    revision: 1,
  };
}

/** The currency that a column tells, or that the headers of amounts end in; null where neither does. */
function currencyOfHeaders(head: FileHead, roles: readonly (Field | null)[]): string | null {
  if (roles.includes('currency')) return 'column';
  const codes = new Set(
    head.columns.flatMap((c, i) => (roles[i] && isAmountField(roles[i]) ? (normaliseHeader(c.header).currency ?? []) : [])),
  );
  return codes.size === 1 ? [...codes][0]! : null;
}

/** The draft for the same file cut in another way: fields stay with their headers. */
export function recut(draft: Draft, before: FileHead, after: FileHead): Draft {
  const of = new Map(before.columns.map((c, i) => [c.header, { role: draft.roles[i] ?? null, negate: draft.negate[i] ?? false }]));
  const shared = after.columns.some((c) => of.get(c.header)?.role);
  return {
    ...draft,
    roles: after.columns.map((c) => (shared ? (of.get(c.header)?.role ?? null) : (c.suggested as Field | null))),
    negate: after.columns.map((c) => of.get(c.header)?.negate ?? false),
  };
}

/** The draft with a profile laid over the file's columns. */
export function withProfile(head: FileHead, profile: Profile): Draft {
  const columns = new Map(profile.columns.map((c) => [normaliseHeader(c.header).name, c]));
  const found = head.columns.map((c) => columns.get(normaliseHeader(c.header).name));
  const { dateOrder, decimal, sign, vendor, kind, utcOffset, title, id, revision } = profile;
  return {
    roles: found.map((c) => c?.field ?? null),
    negate: found.map((c) => c?.negate ?? false),
    dateOrder,
    decimal,
    sign,
    currency: profile.currency ?? 'column',
    vendor,
    kind,
    utcOffset,
    title,
    id,
    revision,
  };
}

/** Gives a column its field; a field belongs to one column. */
export function withRole(draft: Draft, at: number, role: Field | null): Draft {
  const roles = draft.roles.map((r, i) => (i === at ? role : r === role ? null : r));
  const currency = role === 'currency' ? 'column' : draft.currency === 'column' && !roles.includes('currency') ? null : draft.currency;
  return { ...draft, roles, currency, negate: draft.negate.map((n, i) => n && roles[i] !== null && isAmountField(roles[i]!)) };
}

/** The currency said; leaving the column frees it. */
export const withCurrency = (draft: Draft, currency: string | null): Draft => ({
  ...draft,
  currency,
  roles: currency === 'column' ? draft.roles : draft.roles.map((r) => (r === 'currency' ? null : r)),
});

export interface Reading {
  dates: Decision<DateOrder>;
  decimals: Decision<Decimal>;
  /** Chosen, or told by the cells; null: to be asked. */
  dateOrder: DateOrder | null;
  decimal: Decimal | null;
  thousands: Thousands;
}

/** How the mapped columns are read: what all their cells tell, unless the user says otherwise. */
export function readingOf(head: FileHead, draft: Draft): Reading {
  const of = (wanted: (field: Field) => boolean) => head.columns.filter((_, i) => draft.roles[i] && wanted(draft.roles[i]));
  const amounts = of(isAmountField);
  const dates = agree<DateOrder>(of((f) => f === 'period' || f === 'date').map((c) => c.dates));
  const decimals = agree<Decimal>(amounts.map((c) => c.decimal));
  const told = <O extends string>(d: Decision<O>, none: O): O | null =>
    d.choice === 'none' ? none : d.choice === 'ambiguous' || d.choice === 'mixed' ? null : d.choice;
  const decimal = draft.decimal ?? told(decimals, '.');
  return {
    dates,
    decimals,
    dateOrder: draft.dateOrder ?? told(dates, 'ymd'),
    decimal,
    thousands: decimal === null ? '' : thousandsOf(head, amounts, decimal),
  };
}

/** Seen in the cells, else the usual one: once the decimal sign is known, the other sign can only stand between thousands. In a workbook a point is the decimal one of its own numbers. */
function thousandsOf(head: FileHead, amounts: readonly { thousands: ColumnDecision['thousands'] }[], decimal: Decimal): Thousands {
  const seen = amounts.map((c) => c.thousands[decimal]).find((t) => t !== '');
  return seen ?? (decimal === '.' ? ',' : head.shape === 'cells' ? '' : '.');
}

export type Open = MissingRole | 'dateOrder' | 'decimal';

/** What is still to be said before the file can be read. */
export function openOf(draft: Draft, reading: Reading): Open[] {
  const columns = draft.roles.flatMap((field) => (field === null ? [] : [{ header: '', field }]));
  const roles = missingRoles({ columns, currency: draft.currency === 'column' ? null : draft.currency });
  return [
    ...roles,
    ...(reading.dateOrder === null ? ['dateOrder' as const] : []),
    ...(reading.decimal === null ? ['decimal' as const] : []),
  ];
}

/** The profile that the draft makes, or null while something is open. Columns without a field are kept, so that the next file is recognised. */
export function profileOf(head: FileHead, cut: Cut, draft: Draft, id: string, title: string): Profile | null {
  const reading = readingOf(head, draft);
  if (openOf(draft, reading).length > 0) return null;
  const seen = new Set<string>();
  const columns = head.columns.flatMap(({ header }, i) => {
    const { name } = normaliseHeader(header);
    const field = draft.roles[i] ?? null;
    if (name === '' || header.length > 200 || (seen.has(name) && field === null)) return [];
    seen.add(name);
    return [{ header, field, ...(draft.negate[i] && field !== null && { negate: true as const }) }];
  });
  return {
    tallybook: 'profile',
    version: PROFILE_VERSION,
    id,
    revision: draft.revision,
    title,
    vendor: draft.vendor,
    kind: draft.kind,
    columns,
    dateOrder: reading.dateOrder!,
    decimal: reading.decimal!,
    thousands: reading.thousands,
    sign: draft.sign,
    currency: draft.currency === 'column' ? null : draft.currency,
    encoding: head.shape === 'cells' ? null : cut.encoding,
    delimiter: head.shape === 'cells' ? null : cut.delimiter,
    headerRow: cut.headerRow,
    utcOffset: draft.utcOffset,
  };
}

/** `waits`: the order of dates or the decimal sign is still to be said. */
export interface ReadCell {
  text: string | null;
  /** `missing`, or what is wrong with the cell. */
  error: Sentence | null;
  waits?: true;
}
export interface ReadRow {
  row: number;
  cells: ReadCell[];
  bad: boolean;
}

/** The first rows as they are understood under the draft: mapped columns only, in the order of the file. */
export function understood(head: FileHead, draft: Draft): { columns: { at: number; field: Field }[]; rows: ReadRow[] } {
  const reading = readingOf(head, draft);
  const columns = head.columns
    .flatMap((_, at) => (draft.roles[at] ? [{ at, field: draft.roles[at]! }] : []))
    .sort((a, b) => PROFILE_FIELDS.indexOf(a.field) - PROFILE_FIELDS.indexOf(b.field));
  const style = {
    decimal: reading.decimal ?? '.',
    thousands: reading.thousands,
    dateOrder: reading.dateOrder ?? 'ymd',
    sign: draft.sign,
    currency: draft.currency === 'column' ? null : draft.currency,
    utcOffset: draft.utcOffset,
  };
  const readers = columns.map(({ at, field }) => ({
    at,
    waits:
      (isAmountField(field) && reading.decimal === null) ||
      ((field === 'period' || field === 'date') && reading.dateOrder === null) ||
      undefined,
    ...readerOf(style, field, draft.negate[at] ?? false),
  }));
  const rows = head.rows
    .filter((r) => r.row > head.headerRow && !isFooter(r.cells[0] ?? ''))
    .map(({ row, cells }): ReadRow => {
      const read = readers.map(({ at, waits, read, required }): ReadCell => {
        const cell = cells[at] ?? '';
        if (waits) return { text: null, error: null, waits: true };
        const missing = ['', '-', '--'].includes(cell.trim());
        const result = missing || !read ? null : read(cell);
        if (result && !result.ok) return { text: cell, error: result.error.details?.said?.message ?? result.error.message };
        const text = missing ? null : result ? result.value : cell.trim();
        return { text, error: text === null && required ? 'missing' : null };
      });
      return { row, cells: read, bad: read.some((c) => c.error !== null) };
    });
  return { columns, rows };
}

/** A name of small letters, digits and hyphens for a title; another one where `taken` has it. */
export function idFor(title: string, taken: readonly string[]): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  // A title without Latin letters gets a name made of its characters.
  const base = slug.length >= 3 && /^[\p{ASCII}]*$/u.test(title) ? slug : `${slug ? `${slug}-` : 'p-'}${hash(title)}`;
  let id = base;
  for (let n = 2; taken.includes(id); n++) id = `${base}-${n}`;
  return id;
}

/** For a mapping that is used once: the same mapping has the same name, so that its rows are recognised again. */
export const onceId = (profile: Profile): string =>
  `once-${hash(JSON.stringify(profile.columns.map((c) => [c.header, c.field, c.negate ?? false])))}`;

function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
}
