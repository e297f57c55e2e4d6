import { add, compare, isZero, subtract, sum, type Amount } from '../money/amount.ts';
import { daysBetween, type PlainDate } from '../time/plain-date.ts';

/** An issued invoice and what lowers it, each by the date that stands on its paper. Amounts in its currency. */
export interface Obligation {
  date: PlainDate;
  /** Null: no due date and no term is known. */
  due: PlainDate | null;
  currency: string;
  total: Amount;
  /** Payments, WHT certificates and credit notes, positive where they lower it. */
  lowered: readonly { date: PlainDate; amount: Amount }[];
  /** Of what was open on the day: withheld, and its certificate pending. Left out: nothing. */
  awaited?: Amount;
}

/** Days past due at which a bucket ends, rising, each above zero; the last bucket is open. */
export const AGE_EDGES: readonly number[] = [30, 60, 90];

/**
 * `undated`: open without a due date; `credit`: more was laid against it than it came to; `awaited`: nothing is to be paid, all that is
 * open was withheld. A number: place of a bucket, 0 is not due yet.
 */
export type AgeBucket = number | 'undated' | 'credit' | 'awaited';

export interface Age {
  open: Amount;
  /** Of `open`: withheld tax whose certificate is pending; it is no overdue cash. */
  awaited: Amount;
  /** Null without a due date; zero and below: not due. */
  days: number | null;
  bucket: AgeBucket;
}

/**
 * What of an invoice was open at the end of the day by the dates on the papers, and how old that was; null where the invoice
 * came later or nothing was open. A day before the invoice's date counts neither the invoice nor what was paid ahead of it.
 */
export function ageOn(o: Obligation, day: PlainDate, edges: readonly number[] = AGE_EDGES): Age | null {
  if (o.date > day) return null;
  const open = subtract(o.total, sum(o.lowered.filter((l) => l.date <= day).map((l) => l.amount)));
  if (isZero(open)) return null;
  const days = o.due === null ? null : daysBetween(o.due, day);
  if (compare(open, '0') < 0) return { open, awaited: '0', days, bucket: 'credit' };
  const awaited = compare(o.awaited ?? '0', open) > 0 ? open : (o.awaited ?? '0');
  if (compare(awaited, open) === 0) return { open, awaited, days, bucket: 'awaited' };
  return { open, awaited, days, bucket: days === null ? 'undated' : bucketOf(days, edges) };
}

/** 0: not due; 1 … n: up to and including that edge; n + 1: beyond the last. */
export const bucketOf = (days: number, edges: readonly number[]): number => {
  if (days <= 0) return 0;
  const at = edges.findIndex((edge) => days <= edge);
  return at < 0 ? edges.length + 1 : at + 1;
};

export interface AgeRow<K> {
  key: K;
  currency: string;
  /** Not due, then each bucket; edges.length + 2 of them. */
  buckets: Amount[];
  undated: Amount;
  credit: Amount;
  /** Withheld, certificate pending; in no bucket. */
  awaited: Amount;
  total: Amount;
  count: number;
}

/** Sums by key and currency in the order in which they first occur; currencies are never added together. */
export function ageRows<T, K>(
  items: readonly T[],
  of: (item: T) => { key: K; currency: string; age: Age },
  keyText: (key: K) => string,
  edges: readonly number[] = AGE_EDGES,
): AgeRow<K>[] {
  const rows = new Map<string, AgeRow<K>>();
  for (const item of items) {
    const { key, currency, age } = of(item);
    const at = `${currency} ${keyText(key)}`;
    let row = rows.get(at);
    if (!row)
      rows.set(
        at,
        (row = {
          key,
          currency,
          buckets: edges.map(() => '0').concat('0', '0'),
          undated: '0',
          credit: '0',
          awaited: '0',
          total: '0',
          count: 0,
        }),
      );
    const cash = subtract(age.open, age.awaited);
    row.awaited = add(row.awaited, age.awaited);
    if (age.bucket === 'undated' || age.bucket === 'credit') row[age.bucket] = add(row[age.bucket], cash);
    else if (age.bucket !== 'awaited') row.buckets[age.bucket] = add(row.buckets[age.bucket] ?? '0', cash);
    row.total = add(row.total, age.open);
    row.count++;
  }
  return [...rows.values()];
}

/** Edges as a person writes them, such as “30,60,90”; the usual ones where they are none: rising whole days from 1 to 3650, at most eight. */
export function edgesOf(text: string | null): readonly number[] {
  if (text === null || !/^\d{1,4}(,\d{1,4}){0,7}$/.test(text)) return AGE_EDGES;
  const edges = text.split(',').map(Number);
  return edges.every((edge, i) => edge >= 1 && edge <= 3650 && (i === 0 || edge > edges[i - 1]!)) ? edges : AGE_EDGES;
}
