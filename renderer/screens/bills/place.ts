import type { Filter } from '../../../services/contract/bills.ts';

export interface Sort {
  column: string;
  descending: boolean;
}

/** Everything that the details screen shows, as it stands in the address; period and account stand there too, globally. */
export interface DetailsPlace {
  where: readonly Filter[];
  search: string;
  hideZero: boolean;
  kind: 'detail' | 'statement';
  /** All periods of the book instead of the global one. */
  allPeriods: boolean;
  /** A code, `ALL`, or null for the one with the most lines. */
  currency: string | null;
  sort: readonly Sort[];
  groupBy: readonly string[];
  groupSort: readonly Sort[];
  /** The chosen group: one value for each group column, null for missing. */
  at: readonly (string | null)[] | null;
  /** The line in the inspector. */
  line: number | null;
}

export const ALL_CURRENCIES = 'ALL';
export const MOST_GROUPS = 3;

const OPS: readonly Filter['op'][] = ['is', 'isNot', 'contains', 'in', 'atLeast', 'atMost', 'missing', 'present'];
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 500;

/** A condition out of `[column, op, value]`; undefined where the address was written by someone else. */
function readFilter(entry: unknown): Filter | undefined {
  if (!Array.isArray(entry)) return undefined;
  const [column, op, value = ''] = entry as unknown[];
  const known = OPS.find((name) => name === op);
  if (!isText(column) || column.length > 120 || !known) return undefined;
  if (isText(value)) return { column, op: known, value };
  return Array.isArray(value) && value.length <= 500 && value.every(isText) ? { column, op: known, value } : undefined;
}

function parsed(text: string | null): unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const readSort = (text: string | null): Sort[] =>
  (text ?? '')
    .split(',')
    .filter(Boolean)
    .slice(0, 5)
    .map((part) => (part.startsWith('-') ? { column: part.slice(1), descending: true } : { column: part, descending: false }));
const writeSort = (sort: readonly Sort[]): string => sort.map((s) => `${s.descending ? '-' : ''}${s.column}`).join(',');

/** The place that the address names. Whatever is not readable counts as absent. */
export function readPlace(search: URLSearchParams): DetailsPlace {
  const groupBy = [...new Set((search.get('group') ?? '').split(',').filter(Boolean))].slice(0, MOST_GROUPS);
  const at = search.has('at') ? parsed(search.get('at')) : null;
  const line = search.get('line') ?? '';
  return {
    where: parsed(search.get('where'))
      .flatMap((entry) => readFilter(entry) ?? [])
      .slice(0, 40),
    search: (search.get('q') ?? '').slice(0, 200),
    hideZero: search.get('zero') === 'hide',
    kind: search.get('kind') === 'statement' ? 'statement' : 'detail',
    allPeriods: search.get('periods') === 'all',
    currency: /^[A-Z]{3}$/.test(search.get('currency') ?? '') ? search.get('currency') : null,
    sort: readSort(search.get('sort')),
    groupBy,
    groupSort: readSort(search.get('gsort')),
    at:
      at && groupBy.length > 0 && at.every((v) => v === null || isText(v)) && at.length >= groupBy.length
        ? (at as (string | null)[])
        : null,
    line: /^\d{1,15}$/.test(line) ? Number(line) : null,
  };
}

/** Address parameters of a place, for `go('/bills/details', detailsParams({ where }))`; parts not given are not written. */
export function detailsParams(place: Partial<DetailsPlace>): Record<string, string | null> {
  const out: Record<string, string | null> = {};
  const put = (name: string, text: string | null | undefined): void => {
    if (text !== undefined) out[name] = text === '' ? null : text;
  };
  put(
    'where',
    place.where &&
      (place.where.length === 0
        ? ''
        : JSON.stringify(
            place.where.map(({ column, op, value }) => (op === 'missing' || op === 'present' ? [column, op] : [column, op, value])),
          )),
  );
  put('q', place.search);
  put('zero', place.hideZero === undefined ? undefined : place.hideZero ? 'hide' : '');
  put('kind', place.kind && (place.kind === 'statement' ? 'statement' : ''));
  put('periods', place.allPeriods === undefined ? undefined : place.allPeriods ? 'all' : '');
  put('currency', place.currency);
  put('sort', place.sort && writeSort(place.sort));
  put('group', place.groupBy?.join(','));
  put('gsort', place.groupSort && writeSort(place.groupSort));
  put('at', place.at && JSON.stringify(place.at));
  put('line', place.line === undefined || place.line === null ? place.line : String(place.line));
  return out;
}

/** Conditions as the summary and the checks name them: the currency becomes the screen's own choice. */
export function placeOf(filters: readonly Filter[]): Pick<DetailsPlace, 'where' | 'currency'> {
  const currency = filters.find((f) => f.column === 'currency' && f.op === 'is' && typeof f.value === 'string');
  return { where: filters.filter((f) => f !== currency), currency: typeof currency?.value === 'string' ? currency.value : null };
}

/** A condition on one column put in place of the ones it has; null takes them away. */
export const withCondition = (where: readonly Filter[], column: string, condition: Filter | null): Filter[] => {
  const rest = where.filter((f) => f.column !== column);
  return condition ? [...rest, condition] : rest;
};

/** The condition that holds exactly one value of a column; null: the lines that have none. */
export const exactly = (column: string, value: string | null): Filter =>
  value === null ? { column, op: 'missing', value: '' } : { column, op: 'is', value };

export interface Scope {
  period: string | null;
  where: Filter[];
  hideZero: boolean;
  search: string;
  kind: 'detail' | 'statement';
}

/** What the services are asked for: the place within the global period and account. `currency` null: all of them. */
export function scopeOf(place: DetailsPlace, period: string | null, account: string | null, currency: string | null): Scope {
  const where = [...place.where];
  if (account !== null) where.push(exactly('account', account));
  if (currency !== null) where.push(exactly('currency', currency));
  return { period: place.allPeriods ? null : period, where, hideZero: place.hideZero, search: place.search.trim(), kind: place.kind };
}

/** The scope within the chosen group. */
export const withinGroup = (scope: Scope, columns: readonly string[], at: readonly (string | null)[] | null): Scope =>
  at === null ? scope : { ...scope, where: [...scope.where, ...columns.map((column, index) => exactly(column, at[index] ?? null))] };
