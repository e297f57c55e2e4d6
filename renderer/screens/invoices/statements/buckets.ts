import { compare, isZero, type Amount } from '../../../../domain/money/amount.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { AgeingRow } from '../../../../services/contract/statements.ts';
import { barWidth } from '../../bills/share.ts';
import type { StatementWords } from './words.ts';

type Sums = Pick<AgeingRow, 'buckets' | 'undated' | 'awaited' | 'credit'>;
export interface Bucket {
  id: string;
  label: string;
  of: (row: Sums) => Amount;
  /** Grows with the age, for colours: 0 is not due; null: no age is known. */
  age: number | null;
}

/**
 * The buckets of an ageing in their order; those without a due date, what was withheld and is not certified, and what is owed back
 * only where there is any.
 */
export function bucketNames({ edges, totals }: Pick<Output<'invoices/ageing'>, 'edges' | 'totals'>, t: StatementWords['t']): Bucket[] {
  const at = (i: number, label: string): Bucket => ({ id: String(i), label, of: (row) => row.buckets[i] ?? '0', age: i });
  const beside = (['undated', 'awaited', 'credit'] as const).filter((id) => totals.some((total) => !isZero(total[id])));
  return [
    at(0, t('ageing.bucket.notDue')),
    ...edges.map((to, i) => at(i + 1, t('ageing.bucket.upTo', { from: (edges[i - 1] ?? 0) + 1, to }))),
    at(edges.length + 1, t('ageing.bucket.over', { days: edges.at(-1) ?? 0 })),
    ...beside.map((id): Bucket => ({ id, label: t(`ageing.bucket.${id}`), of: (row) => row[id], age: null })),
  ];
}

/** Colour of a bucket: the older, the nearer to failing. */
export function ageColour({ age }: Bucket, buckets: readonly Bucket[]): string {
  if (age === null) return 'var(--ink-dim)';
  if (age === 0) return 'var(--accent)';
  const oldest = Math.max(...buckets.map((b) => b.age ?? 0));
  return age === oldest ? 'var(--fail)' : `color-mix(in srgb, var(--fail) ${Math.round((age / oldest) * 100)}%, var(--due))`;
}

/** Parts of the row that is owed, each with its share of the whole as a width; only a position. */
export function ageParts(row: Sums, buckets: readonly Bucket[], whole: Amount): { bucket: Bucket; width: string }[] {
  return buckets.filter((b) => compare(b.of(row), '0') > 0).map((bucket) => ({ bucket, width: barWidth(bucket.of(row), whole) }));
}
