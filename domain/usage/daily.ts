import type { PlainDate } from '../time/plain-date.ts';
import type { PeakMethod } from './methods.ts';
import { rank } from './rank.ts';
import { byDay, validDays, type Point } from './samples.ts';

/** What a day comes to. */
export interface DailyPeak {
  day: PlainDate;
  /** Samples of the day, and how many a full day has beyond them. */
  samples: number;
  missing: number;
  /** The day had traffic (有效天). */
  valid: boolean;
  /** The sample that is the day's peak after the highest were left out. */
  peak: Point;
}

/** The peak of each day that has samples, days ascending: the highest after as many are left out as the method says. */
export function dailyPeaks(points: readonly Point[], drop: PeakMethod['drop'], full: number): DailyPeak[] {
  const valid = validDays(points);
  return byDay(points).map(([day, of]) => ({
    day,
    samples: of.length,
    missing: Math.max(0, full - of.length),
    valid: valid.has(day),
    peak: rank(of, drop).chosen!,
  }));
}
