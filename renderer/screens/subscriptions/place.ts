import type { Input } from '../../../services/contract/index.ts';
import type { RegisterList } from '../../../services/contract/registers.ts';
import { parseDate } from '../../../domain/time/plain-date.ts';

export type Kind = RegisterList['kind'];
type Vendor = RegisterList['vendors'][number]['vendor'];
const VENDORS: readonly Vendor[] = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'];

export interface Sort {
  column: string;
  descending: boolean;
}

/** What the screen shows of a list, as it stands in the address. */
export interface Place {
  search: string;
  vendor: Vendor | null;
  account: string | null;
  state: string | null;
  from: string | null;
  to: string | null;
  batch: number | null;
  /** Null: as the list is best read. */
  sort: readonly Sort[] | null;
  /** The row in the inspector. */
  row: number | null;
}

/** Names of the address's parameters; `row` and `sort` among them. */
const NAMES = {
  search: 'q',
  vendor: 'vendor',
  account: 'of',
  state: 'state',
  from: 'from',
  to: 'to',
  batch: 'batch',
  sort: 'sort',
  row: 'row',
} as const;
const NO_SORT = 'file';

const day = (text: string | null): string | null => (text !== null && parseDate(text).ok ? text : null);
const whole = (text: string | null): number | null => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : null);
const short = (text: string | null): string | null => (text === null || text === '' ? null : text.slice(0, 200));

function readSort(text: string | null): Sort[] | null {
  if (text === null) return null;
  if (text === NO_SORT) return [];
  return text
    .split(',')
    .filter(Boolean)
    .slice(0, 5)
    .map((part) => (part.startsWith('-') ? { column: part.slice(1), descending: true } : { column: part, descending: false }));
}

/** The place that the address names. Whatever is not readable counts as absent. */
export function readPlace(address: URLSearchParams): Place {
  const get = (name: keyof typeof NAMES): string | null => address.get(NAMES[name]);
  return {
    search: (get('search') ?? '').slice(0, 200),
    vendor: VENDORS.find((known) => known === get('vendor')) ?? null,
    account: short(get('account')),
    state: short(get('state')),
    from: day(get('from')),
    to: day(get('to')),
    batch: whole(get('batch')),
    sort: readSort(get('sort')),
    row: whole(get('row')),
  };
}

/** Address parameters of a part of a place; null takes one away. Parts not given are not written. */
export function placeParams(part: Partial<Place>): Record<string, string | null> {
  const text = (name: keyof Place): string | null => {
    if (name === 'sort') return part.sort ? part.sort.map((s) => `${s.descending ? '-' : ''}${s.column}`).join(',') || NO_SORT : null;
    const value = part[name];
    return value === null || value === undefined || value === '' ? null : String(value);
  };
  return Object.fromEntries((Object.keys(part) as (keyof Place)[]).map((name) => [NAMES[name], text(name)]));
}

/** Nothing narrowed, sorted or open. */
export const ANYWHERE: Place = {
  search: '',
  vendor: null,
  account: null,
  state: null,
  from: null,
  to: null,
  batch: null,
  sort: null,
  row: null,
};

/** True where the place narrows its list. */
export const isNarrowed = (place: Place): boolean =>
  place.search !== '' || [place.vendor, place.account, place.state, place.from, place.to, place.batch].some((part) => part !== null);

/** What the services are asked for. */
export const scopeOf = (kind: Kind, { search, vendor, account, state, from, to, batch }: Place): Input<'registers/rows'> => ({
  kind,
  search: search.trim(),
  vendor,
  account,
  state,
  from,
  to,
  batch,
});

/** The order in force: the one chosen, else by the list's own day. */
export const sortOf = (list: RegisterList, place: Place): readonly Sort[] =>
  place.sort ?? [{ column: list.date.column, descending: list.date.order === 'descending' }];
