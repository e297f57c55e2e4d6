import { addPeriods } from '../../../../domain/time/plain-date.ts';
import { monthsOf, parseRange, rangeBefore, rangeText, yearBefore, type PeriodRange } from '../../../../domain/analysis/ranges.ts';
import { isAmount } from '../../../../domain/money/amount.ts';
import type { Filter } from '../../../../services/contract/bills.ts';
import { ALL_CURRENCIES, detailsParams, exactly, readPlace, type Sort } from '../place.ts';

export const PARTS = ['changes', 'trend', 'cost', 'unusual', 'duplicates'] as const;
export type Part = (typeof PARTS)[number];
export const SPANS = [1, 3, 6, 12] as const;
export const TRENDS = [6, 12, 24] as const;
export const STANDINGS = ['all', 'up', 'down', 'new', 'gone'] as const;
export const STATES = ['suspected', 'explained', 'dismissed'] as const;

/** What the comparing screen shows, as it stands in the address beside the global period and account. */
export interface ComparePlace {
  part: Part;
  /** Months that end with the global period. */
  span: number;
  /** The months before, the same of the year before, or a range of its own. */
  against: 'before' | 'year-before' | PeriodRange;
  by: string;
  where: readonly Filter[];
  currency: string | null;
  only: (typeof STANDINGS)[number];
  sort: Sort;
  /** Trend: how many months, and whether they are drawn as lines. */
  months: number;
  lines: boolean;
  /** Thresholds of unusual changes as typed; null: the policy's own. */
  leastAmount: string | null;
  leastPercent: string | null;
  state: (typeof STATES)[number];
  /** What the inspector shows: a group's value, a resource or a pair. */
  at: string | null;
}

const oneOf = <T>(all: readonly T[], value: unknown, otherwise: T): T => all.find((v) => v === value) ?? otherwise;
const typed = (text: string | null): string | null => (text !== null && isAmount(text) ? text : null);

/** The place that the address names; whatever is not readable counts as absent. */
export function readCompare(search: URLSearchParams): ComparePlace {
  const { where, currency } = readPlace(search);
  const against = search.get('against') ?? '';
  const range = against === '' || against === 'year' ? null : parseRange(against);
  const sort = search.get('sort') ?? '';
  return {
    part: oneOf(PARTS, search.get('part'), 'changes'),
    span: oneOf<number>(SPANS, Number(search.get('span')), 1),
    against: against === 'year' ? 'year-before' : range?.ok ? range.value : 'before',
    by: (search.get('by') ?? '').slice(0, 120) || 'productType',
    where,
    currency,
    only: oneOf(STANDINGS, search.get('only'), 'all'),
    sort: sort === '' ? { column: 'change', descending: true } : { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    months: oneOf<number>(TRENDS, Number(search.get('months')), 12),
    lines: search.get('draw') === 'lines',
    leastAmount: typed(search.get('least')),
    leastPercent: typed(search.get('leastPercent')),
    state: oneOf(STATES, search.get('state'), 'suspected'),
    at: search.get('row'),
  };
}

/** Address parameters of a place; what is not given is not written, defaults are taken out. */
export function compareParams(place: Partial<ComparePlace>): Record<string, string | null> {
  const { where, currency } = place;
  const out = detailsParams({ ...(where !== undefined && { where }), ...(currency !== undefined && { currency }) });
  const put = (name: string, value: string | null | undefined, otherwise: string): void => {
    if (value !== undefined) out[name] = value === otherwise ? null : value;
  };
  put('part', place.part, 'changes');
  put('span', place.span?.toString(), '1');
  put('by', place.by, 'productType');
  put('only', place.only, 'all');
  put('months', place.months?.toString(), '12');
  put('draw', place.lines === undefined ? undefined : place.lines ? 'lines' : '', '');
  put('least', place.leastAmount, '');
  put('leastPercent', place.leastPercent, '');
  put('state', place.state, 'suspected');
  put('row', place.at, '');
  if (place.sort) put('sort', `${place.sort.descending ? '-' : ''}${place.sort.column}`, '-change');
  if (place.against !== undefined)
    out['against'] = place.against === 'before' ? null : place.against === 'year-before' ? 'year' : rangeText(place.against);
  return out;
}

/** The two sides that the place and the global period come to. */
export function sidesOf(place: ComparePlace, period: string): { now: PeriodRange; before: PeriodRange } {
  const now = { from: addPeriods(period, 1 - place.span), to: period };
  const before = place.against === 'before' ? rangeBefore(now) : place.against === 'year-before' ? yearBefore(now) : place.against;
  return { now, before };
}

/** Parameters of the details screen that show exactly the lines of a filter in a range of months. */
export function linesParams(range: PeriodRange, where: readonly Filter[], code: string | null): Record<string, string | null> {
  // XXX stands for lines whose source names no currency: the details know them by the missing value.
  if (code === 'XXX') return linesParams(range, [...where, exactly('currency', null)], ALL_CURRENCIES);
  const currency = code;
  return range.from === range.to
    ? { ...detailsParams({ where, currency, allPeriods: false }), period: range.to }
    : detailsParams({ where: [...where, { column: 'period', op: 'in', value: monthsOf(range) }], currency, allPeriods: true });
}

/** The next column to break a group of one down by. */
export function nextLevel(by: string, where: readonly Filter[]): string {
  const after = ['vendor', 'account', 'enterpriseProject', 'region', 'billingMode', 'payingAccount'].includes(by) || by.startsWith('tag:');
  const order = after
    ? ['productType', 'resourceId', 'usageType']
    : by === 'resourceId'
      ? ['usageType', 'billType']
      : ['resourceId', 'usageType', 'billType'];
  const taken = new Set([by, ...where.map((f) => f.column)]);
  return order.find((column) => !taken.has(column)) ?? 'date';
}

/** One level down: the group becomes a condition, and its parts are compared. */
export const inside = (place: ComparePlace, value: string | null, by = nextLevel(place.by, place.where)): Partial<ComparePlace> => ({
  where: [...place.where.filter((f) => f.column !== place.by), exactly(place.by, value)],
  by,
  at: null,
});
