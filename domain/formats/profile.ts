import { MEASURE_NAMES, TERM_NAMES, isMeasure } from './fields.ts';
import type { Column, Field, TableFormat } from './format.ts';
import { currencyOf } from './mapping/currency-words.ts';
import { printedAmount, type Decimal, type Thousands } from './mapping/printed-amount.ts';
import { readDay, readMonth, type DateOrder } from './mapping/printed-date.ts';
import { fail, ok } from '../result.ts';
import { say } from '../words/said.ts';

export const PROFILE_VERSION = 1;
export const PROFILE_FIELDS: readonly Field[] = [
  'period',
  'date',
  ...MEASURE_NAMES,
  ...TERM_NAMES,
  'usage',
  'unitPrice',
  'orderId',
  'sourceKey',
];
export const PROFILE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'] as const;
export type ProfileEncoding = (typeof PROFILE_ENCODINGS)[number];
export const PROFILE_DELIMITERS = [',', ';', '\t', '|'] as const;
export type ProfileDelimiter = (typeof PROFILE_DELIMITERS)[number];
export const PROFILE_SIGNS = ['charges-positive', 'charges-negative'] as const;
export const PROFILE_VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;
export const PROFILE_KINDS = ['detail', 'statement'] as const;

export interface ProfileColumn {
  header: string;
  /** What the column fills; null: it is known and not used. */
  field: Field | null;
  /** The column's figures have the opposite sign of the others', such as discounts printed with a minus. */
  negate?: true;
}

/**
 * How the columns of a sheet that no shipped format knows fill the canonical bill line. A JSON document that can be passed
 * on; `version` is that of the document's form, `revision` counts the changes of this profile.
 */
export interface Profile {
  tallybook: 'profile';
  version: typeof PROFILE_VERSION;
  id: string;
  revision: number;
  title: string;
  vendor: (typeof PROFILE_VENDORS)[number];
  kind: (typeof PROFILE_KINDS)[number];
  /** Several headers for one field are other names of the same column: the first that a file has is taken. */
  columns: readonly ProfileColumn[];
  dateOrder: DateOrder;
  decimal: Decimal;
  thousands: Thousands;
  sign: (typeof PROFILE_SIGNS)[number];
  /** ISO 4217 code of every amount; null: a column says it. */
  currency: string | null;
  /** Null: told by the content. */
  encoding: ProfileEncoding | null;
  delimiter: ProfileDelimiter | null;
  /** 1-based; null: found by the headers. */
  headerRow: number | null;
  /** Hours east of UTC of the sheet's days. */
  utcOffset: number;
}

const PREFIX = 'profile:';
export const formatIdOf = (profile: Pick<Profile, 'id'>): string => PREFIX + profile.id;
/** The profile's id in a format id `profile:<id>`, or null for a shipped format. */
export const profileIdOf = (formatId: string): string | null => (formatId.startsWith(PREFIX) ? formatId.slice(PREFIX.length) : null);

export const isAmountField = (field: Field): boolean => isMeasure(field) || field === 'usage' || field === 'unitPrice';

/** What a bill line cannot do without: the amount, its currency, and the month or the day. */
export type MissingRole = 'payable' | 'period' | 'currency';

/** Roles that the profile still lacks. */
export function missingRoles(profile: Pick<Profile, 'columns' | 'currency'>): MissingRole[] {
  const has = (field: Field): boolean => profile.columns.some((c) => c.field === field);
  const missing: MissingRole[] = [];
  if (!has('payable')) missing.push('payable');
  if (!has('period') && !has('date')) missing.push('period');
  if (profile.currency === null && !has('currency')) missing.push('currency');
  return missing;
}

/** The table format that reads files of the profile; ids are `profile:<id>`. */
export function formatOfProfile(profile: Profile): TableFormat {
  return {
    id: formatIdOf(profile),
    vendor: profile.vendor,
    title: profile.title,
    titleZh: profile.title,
    kind: profile.kind,
    shape: 'table',
    columns: columnsOf(profile),
    unused: profile.columns.filter((c) => c.field === null).map((c) => c.header),
    tellsAbsent: true,
    identities: [],
    marks: [],
    currency: () => profile.currency,
    utcOffset: profile.utcOffset,
  };
}

function columnsOf(profile: Profile): Column[] {
  const groups = new Map<string, { field: Field; negate: boolean; headers: string[] }>();
  for (const { header, field, negate } of profile.columns) {
    if (field === null) continue;
    const key = `${field}:${negate ?? false}`;
    const group = groups.get(key);
    if (group) group.headers.push(header);
    else groups.set(key, { field, negate: negate ?? false, headers: [header] });
  }
  return [...groups.values()].map(({ field, negate, headers }) => ({ field, headers, ...readerOf(profile, field, negate) }));
}

/** How a cell of the field becomes the text that typing accepts. */
export function readerOf(
  profile: Pick<Profile, 'decimal' | 'thousands' | 'sign' | 'currency' | 'dateOrder' | 'utcOffset'>,
  field: Field,
  negate: boolean,
): Pick<Column, 'type' | 'required' | 'read'> {
  const { decimal, thousands, dateOrder, utcOffset } = profile;
  if (isMeasure(field)) {
    const style = { decimal, thousands, negate: (profile.sign === 'charges-negative') !== negate, currency: profile.currency };
    return { type: 'amount', ...(field === 'payable' && { required: true }), read: (cell) => printedAmount(cell, style) };
  }
  if (isAmountField(field)) {
    const style = { decimal, thousands, negate, currency: field === 'unitPrice' ? profile.currency : null };
    return { type: 'amount', read: (cell) => printedAmount(cell, style) };
  }
  if (field === 'period') return { type: 'period', read: (cell) => readMonth(cell, dateOrder, utcOffset) };
  if (field === 'date') return { type: 'date', read: (cell) => readDay(cell, dateOrder, utcOffset) };
  if (field === 'currency') return { required: true, read: (cell) => currency(cell) };
  return {};
}

const currency = (cell: string): ReturnType<NonNullable<Column['read']>> => {
  const code = currencyOf(cell);
  return code
    ? ok(code)
    : fail('currency.invalid', say`“${{ cell: cell.slice(0, 40) }}” names no currency.`, {
        value: cell.slice(0, 40),
        remedy: 'Write an ISO 4217 code such as USD.',
      });
};
