import { compare, sum } from '../../../../domain/money/amount.ts';
import type { AgeingRow } from '../../../../services/contract/statements.ts';
import { ageColour, ageParts, type Bucket } from './buckets.ts';

/** How old what is open is, as a bar; the figures stand beside it in the row. */
export function AgeBar({ row, buckets }: { row: AgeingRow; buckets: readonly Bucket[] }) {
  const owed = sum(buckets.map((b) => b.of(row)).filter((amount) => compare(amount, '0') > 0));
  return (
    <span className="age-bar" aria-hidden="true">
      {ageParts(row, buckets, owed).map(({ bucket, width }) => (
        <span key={bucket.id} title={bucket.label} style={{ width, background: ageColour(bucket, buckets) }} />
      ))}
    </span>
  );
}
