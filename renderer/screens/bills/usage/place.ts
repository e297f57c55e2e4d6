import { isAmount } from '../../../../domain/money/amount.ts';
import { parseDate } from '../../../../domain/time/plain-date.ts';
import { PEAK_METHOD_IDS, type PeakMethodId } from '../../../../domain/usage/methods.ts';
import type { UsageSeriesKey } from '../../../../services/contract/usage.ts';

/** What the usage view shows, as it stands in the address; the month stands there too, globally. */
export interface UsagePlace {
  view: 'charged' | 'samples';
  /** Null: the series with the most samples. */
  series: UsageSeriesKey | null;
  /** Null: what the billing specification of the series says. */
  method: PeakMethodId | null;
  direction: string | null;
  committed: string | null;
  percent: string | null;
  price: string | null;
  zero: boolean;
  base1024: boolean;
  /** Of the samples: usage type, resource and day. */
  spec: string | null;
  resource: string | null;
  day: string | null;
  sort: readonly { column: string; descending: boolean }[];
}

const VENDORS = ['huawei', 'tencent', 'qingcloud', 'zilliz', 'other'] as const;

/** `["huawei","spec","region","resource"]`, each but the vendor null where there is none; null for anything else. */
export function readSeries(text: string | null): UsageSeriesKey | null {
  try {
    const parts: unknown = JSON.parse(text ?? '');
    if (!Array.isArray(parts) || parts.length !== 4) return null;
    const [vendorText, ...rest] = parts as unknown[];
    const vendor = VENDORS.find((name) => name === vendorText);
    const words = rest.filter((part): part is string | null => part === null || (typeof part === 'string' && part.length <= 500));
    if (!vendor || words.length !== 3) return null;
    return { vendor, spec: words[0] ?? null, region: words[1] ?? null, resource: words[2] ?? null };
  } catch {
    return null;
  }
}

export const writeSeries = ({ vendor, spec, region, resource }: UsageSeriesKey): string => JSON.stringify([vendor, spec, region, resource]);

/** The place that the address names. Whatever is not readable counts as absent. */
export function readPlace(search: URLSearchParams): UsagePlace {
  const amount = (name: string): string | null => (isAmount(search.get(name) ?? '') ? search.get(name) : null);
  const word = (name: string): string | null => search.get(name)?.slice(0, 500) ?? null;
  return {
    view: search.get('view') === 'samples' ? 'samples' : 'charged',
    series: readSeries(search.get('series')),
    method: PEAK_METHOD_IDS.find((id) => id === search.get('method')) ?? null,
    direction: search.get('direction')?.slice(0, 80) ?? null,
    committed: amount('committed'),
    percent: amount('percent'),
    price: amount('price'),
    zero: search.get('missing') === 'zero',
    base1024: search.get('base') === '1024',
    spec: word('spec'),
    resource: word('resource'),
    day: parseDate(search.get('day') ?? '').ok ? search.get('day') : null,
    sort: (search.get('sort') ?? '')
      .split(',')
      .flatMap((text) => (/^-?\w{1,80}$/.test(text) ? { column: text.replace(/^-/, ''), descending: text.startsWith('-') } : []))
      .slice(0, 5),
  };
}

/** Address parameters of what changes; parts not given are not written. */
export function placeParams(part: Partial<UsagePlace>): Record<string, string | null> {
  const out: Record<string, string | null> = {};
  if (part.view !== undefined) out['view'] = part.view === 'samples' ? 'samples' : null;
  if (part.series !== undefined) out['series'] = part.series && writeSeries(part.series);
  if (part.sort !== undefined) out['sort'] = part.sort.map((s) => `${s.descending ? '-' : ''}${s.column}`).join(',') || null;
  if (part.zero !== undefined) out['missing'] = part.zero ? 'zero' : null;
  if (part.base1024 !== undefined) out['base'] = part.base1024 ? '1024' : null;
  for (const name of ['method', 'direction', 'committed', 'percent', 'price', 'spec', 'resource', 'day'] as const)
    if (part[name] !== undefined) out[name] = part[name];
  return out;
}

/** The method that a billing specification names, in the words of the guides; else the plain percentile. */
export function methodOfSpec(spec: string | null): PeakMethodId {
  const text = (spec ?? '').toLowerCase();
  if (/增强|enhanced|plus/.test(text)) return 'enhanced';
  if (/保底|guarant|minimum/.test(text)) return 'minimum';
  if (/月平均|平均日峰值|average/.test(text)) return 'monthly-average-daily-peak';
  if (/95/.test(text)) return 'classic';
  if (/日峰值|峰值|peak/.test(text)) return 'daily-peak';
  return 'classic';
}
