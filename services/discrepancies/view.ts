import type { ReadDb } from '../../db/connection.ts';
import type { Discrepancy } from '../../db/queries/discrepancies.ts';
import { KINDS } from '../../domain/reconcile/kinds.ts';
import { actsIn } from '../../domain/discrepancies/states.ts';
import { daysBetween } from '../../domain/time/plain-date.ts';
import type { DiscrepancyShown } from '../contract/discrepancies.ts';
import { checksOf } from '../reconcile/index.ts';
import { standingsOf, type Stood } from './current.ts';

/** A difference as the interface shows it, beside what reconciliation says now. */
export function shownDiscrepancy({ discrepancy: d, now, standing }: Stood, today: string): DiscrepancyShown {
  const kind = d.kind !== null && Object.hasOwn(KINDS, d.kind) ? KINDS[d.kind as keyof typeof KINDS].title : null;
  return {
    ...d,
    vendor: d.vendor as DiscrepancyShown['vendor'],
    kindTitle: kind && { ...kind },
    title: { ...d.title },
    finding: { ...d.finding },
    lines: d.lines.map((l) => ({ ...l })),
    now: now?.amount ?? null,
    standing,
    age: daysBetween(d.openedAt.slice(0, 10), today),
    late: d.due === null ? null : daysBetween(d.due, today),
    acts: actsIn(d.state),
  };
}

/** Every difference of the period as it stands now. */
export const shownOfPeriod = (read: ReadDb, period: string, today: string): DiscrepancyShown[] =>
  standingsOf(read, period, checksOf(read, period, today)).standings.map((s) => shownDiscrepancy(s, today));

export function shownOne(read: ReadDb, d: Discrepancy, today: string): DiscrepancyShown {
  return shownOfPeriod(read, d.period, today).find((s) => s.id === d.id)!;
}
