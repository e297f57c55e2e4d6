import type { Amount } from '../money/amount.ts';
import type { D } from '../money/decimal.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** One printed figure: bandwidth of a resource at a time of the vendor's clock, `YYYY-MM-DDTHH:MM:SS`. */
export interface UsageSample {
  time: string;
  /** Null where the cell held no figure: missing, not zero. */
  value: Amount | null;
  /** As printed; null where none is. */
  unit: string | null;
  /** As printed, such as 入 or outbound; null where none is. */
  direction: string | null;
  resource: string;
}

/** One sample that counts: the figure in Mbit/s at its time. `number` is the same figure for arithmetic. */
export interface Point {
  time: string;
  day: PlainDate;
  value: Amount;
  number: D;
}

/** From the highest down; of equal ones the earlier comes first, so that the order of the file does not matter. */
export const descending = (a: Point, b: Point): number => b.number.comparedTo(a.number) || (a.time < b.time ? -1 : 1);

/** The points of each day, days ascending. */
export function byDay(points: readonly Point[]): [PlainDate, Point[]][] {
  return [...Map.groupBy(points, (point) => point.day)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The days on which there was any traffic (有效天): at least one sample above zero. */
export const validDays = (points: readonly Point[]): Set<PlainDate> =>
  new Set(points.filter((point) => point.number.gt(0)).map((point) => point.day));
