import { fail, ok, type Result } from '../result.ts';
import type { Period } from '../time/plain-date.ts';
import { say } from '../words/said.ts';

/**
 * Months in which an account was operated by an entity other than the vendor, such as a partner that resells: from the first
 * to the last month, both inclusive; null: open at that end.
 */
export interface EntityPeriod {
  entity: string;
  from: Period | null;
  to: Period | null;
}

const START = '0000-00';
const END = '9999-99';
const firstOf = ({ from }: EntityPeriod): string => from ?? START;
const lastOf = ({ to }: EntityPeriod): string => to ?? END;

/** Who operates in that month; null: the vendor itself. */
export const entityAt = (periods: readonly EntityPeriod[], month: Period): string | null =>
  periods.find((period) => firstOf(period) <= month && month <= lastOf(period))?.entity ?? null;

/** The periods in the order of their months. Fails where one ends before it begins, or where two hold the same month. */
export function inOrder(account: string, periods: readonly EntityPeriod[]): Result<EntityPeriod[]> {
  for (const { entity, from, to } of periods)
    if (from !== null && to !== null && from > to)
      return fail('accounts.range', say`${{ account }}: ${{ entity }} ends in ${{ to }}, before it begins in ${{ from }}.`, {
        column: 'entities',
        remedy: 'Exchange the two months.',
      });
  const sorted = periods.toSorted((a, b) => (firstOf(a) < firstOf(b) ? -1 : firstOf(a) > firstOf(b) ? 1 : 0));
  for (const [i, next] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before && lastOf(before) >= firstOf(next))
      return fail(
        'accounts.overlap',
        say`${{ account }} would have two operating entities in the same month: ${{ one: before.entity }} and ${{ other: next.entity }}.`,
        { column: 'entities', remedy: 'End the earlier one the month before the later one begins.' },
      );
  }
  return ok(sorted);
}
