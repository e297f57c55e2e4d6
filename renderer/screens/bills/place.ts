import { MEASURE_NAMES, type MeasureName } from '../../../domain/formats/fields.ts';
import type { Filter } from '../../../services/contract/bills.ts';
import { heldFilter, type HeldTo } from '../../app/held-to.ts';

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
  /** First and last billing cycle instead of the global one, both inclusive; null: open at that end. */
  range: { from: string | null; to: string | null } | null;
  /** Amounts by billing cycle, by day, or line by line; null: lines where nothing is grouped by, else by cycle. */
  by: By | null;
  /** Whether billing cycles or days stand as columns of one measure or as rows. */
  spread: 'columns' | 'rows';
  measure: MeasureName;
  /** The saved view that was opened; 0: none, whatever opens by itself. */
  view: number | null;
  /** A code, `ALL`, or null for the one with the most lines. */
  currency: string | null;
  sort: readonly Sort[];
  groupBy: readonly string[];
  groupSort: readonly Sort[];
  /** The chosen group: values of the first group columns, or of all; null for missing. */
  at: readonly (string | null)[] | null;
  /** The line in the inspector. */
  line: number | null;
}

export const ALL_CURRENCIES = 'ALL';
export const MOST_GROUPS = 5;
export type By = 'cycle' | 'day' | 'line';
const BY: readonly By[] = ['cycle', 'day', 'line'];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

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

/** `2023-07..2023-09`, either end may be left out; null where it is none. */
function readRange(text: string | null): DetailsPlace['range'] {
  const [from = '', to = '', ...more] = (text ?? '').split('..');
  const month = (part: string): boolean => part === '' || MONTH.test(part);
  if (more.length > 0 || !text?.includes('..') || !month(from) || !month(to) || from + to === '') return null;
  return from !== '' && to !== '' && from > to ? { from: to, to: from } : { from: from || null, to: to || null };
}

/** The place that the address names. Whatever is not readable counts as absent. */
export function readPlace(search: URLSearchParams): DetailsPlace {
  const groupBy = [...new Set((search.get('group') ?? '').split(',').filter(Boolean))].slice(0, MOST_GROUPS);
  const at = search.has('at') ? parsed(search.get('at')) : null;
  const line = search.get('line') ?? '';
  const view = search.get('view') ?? '';
  return {
    where: parsed(search.get('where'))
      .flatMap((entry) => readFilter(entry) ?? [])
      .slice(0, 40),
    search: (search.get('q') ?? '').slice(0, 200),
    hideZero: search.get('zero') === 'hide',
    kind: search.get('kind') === 'statement' ? 'statement' : 'detail',
    allPeriods: search.get('periods') === 'all',
    range: search.get('periods') === 'all' ? null : readRange(search.get('periods')),
    by: BY.find((by) => by === search.get('by')) ?? null,
    spread: search.get('spread') === 'rows' ? 'rows' : 'columns',
    measure: MEASURE_NAMES.find((m) => m === search.get('measure')) ?? 'payable',
    view: /^\d{1,9}$/.test(view) ? Number(view) : null,
    currency: /^[A-Z]{3}$/.test(search.get('currency') ?? '') ? search.get('currency') : null,
    sort: readSort(search.get('sort')),
    groupBy,
    groupSort: readSort(search.get('gsort')),
    at: at && at.length > 0 && at.every((v) => v === null || isText(v)) ? (at as (string | null)[]) : null,
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
  // All periods and a range are one choice: the part that is given last is the one that holds.
  if (place.range) put('periods', `${place.range.from ?? ''}..${place.range.to ?? ''}`);
  else put('periods', place.allPeriods ? 'all' : place.allPeriods === undefined && place.range === undefined ? undefined : '');
  if (place.by !== undefined) put('by', place.by ?? '');
  put('spread', place.spread && (place.spread === 'rows' ? 'rows' : ''));
  put('measure', place.measure && (place.measure === 'payable' ? '' : place.measure));
  if (place.view !== undefined) put('view', place.view === null ? '' : String(place.view));
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

/** Conditions on one column put in place of the ones it has; null or none takes them away. */
export const withCondition = (where: readonly Filter[], column: string, condition: Filter | readonly Filter[] | null): Filter[] => {
  const rest = where.filter((f) => f.column !== column);
  return condition ? [...rest, ...(Array.isArray(condition) ? (condition as readonly Filter[]) : [condition as Filter])] : rest;
};

/** The condition that holds exactly one value of a column; null: the lines that have none. */
export const exactly = (column: string, value: string | null): Filter =>
  value === null ? { column, op: 'missing', value: '' } : { column, op: 'is', value };

export interface Scope {
  period: string | null;
  from?: string;
  to?: string;
  where: Filter[];
  hideZero: boolean;
  search: string;
  kind: 'detail' | 'statement';
}

/** What the services are asked for: the place within the global period and account. `currency` null: all of them. */
export function scopeOf(place: DetailsPlace, period: string | null, held: HeldTo, currency: string | null): Scope {
  const where = [...place.where, ...heldFilter(held)];
  if (currency !== null) where.push(exactly('currency', currency));
  const { range } = place;
  return {
    period: place.allPeriods || range ? null : period,
    ...(range?.from ? { from: range.from } : {}),
    ...(range?.to ? { to: range.to } : {}),
    where,
    hideZero: place.hideZero,
    search: place.search.trim(),
    kind: place.kind,
  };
}

/** The scope within the chosen group, or the chosen branch of groups. */
export const withinGroup = (scope: Scope, columns: readonly string[], at: readonly (string | null)[] | null): Scope =>
  at === null || at.length === 0
    ? scope
    : {
        ...scope,
        where: [...scope.where, ...columns.slice(0, at.length).map((column, index) => exactly(column, at[index] ?? null))],
      };

/** Whether amounts of several billing cycles are shown, so that they can stand beside each other. */
export const isLong = (place: Pick<DetailsPlace, 'allPeriods' | 'range'>): boolean =>
  place.allPeriods || (place.range !== null && place.range.from !== place.range.to);

/** What is shown: lines, or amounts by billing cycle or day. */
export const byOf = (place: Pick<DetailsPlace, 'by' | 'groupBy'>): By => place.by ?? (place.groupBy.length > 0 ? 'cycle' : 'line');

/** The column of time that amounts are told apart by: none where there is one billing cycle only, or lines. */
export function timeOf(place: Pick<DetailsPlace, 'by' | 'groupBy' | 'allPeriods' | 'range'>): 'date' | 'period' | null {
  const by = byOf(place);
  const time = by === 'day' ? 'date' : by === 'cycle' && (isLong(place) || place.groupBy.length === 0) ? 'period' : null;
  return time !== null && place.groupBy.includes(time) ? null : time;
}

/** Time as columns: only beside groups, and where it was not asked for as rows. */
export const acrossOf = (place: DetailsPlace): 'date' | 'period' | null =>
  place.spread === 'columns' && place.groupBy.length > 0 ? timeOf(place) : null;

/** Group columns in the order of their levels: what was chosen, and time where it stands as rows. */
export function levelsOf(place: DetailsPlace): readonly string[] {
  const time = acrossOf(place) === null ? timeOf(place) : null;
  return time === null ? place.groupBy : [...place.groupBy, time];
}
