import { addDays, addPeriods, toEpochDay, type Period, type PlainDate } from '../time/plain-date.ts';

/** Minutes east of UTC at an instant in minutes since 1970-01-01T00:00Z (domain/time/zone.ts, clockOf). */
export type Clock = (minutes: number) => number;

/** A stretch of time in UTC as FOCUS prints it; the end is exclusive. */
export interface Bounds {
  start: string;
  end: string;
}

/** The first moment of a local day, `YYYY-MM-DDTHH:mm:ssZ`. */
export function dayStart(date: PlainDate, clock: Clock): string {
  const local = toEpochDay(date) * 1440;
  // Around a change of the clock the offset that counts is the one at the answer itself.
  const guess = local - clock(local);
  return `${new Date((local - clock(guess)) * 60_000).toISOString().slice(0, 19)}Z`;
}

/** Months and days of one clock in UTC, each computed once: a bill has few. */
export class LocalBounds {
  readonly #clock: Clock;
  readonly #months = new Map<Period, Bounds>();
  readonly #days = new Map<PlainDate, Bounds>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  month(period: Period): Bounds {
    let bounds = this.#months.get(period);
    if (!bounds) {
      bounds = { start: dayStart(`${period}-01`, this.#clock), end: dayStart(`${addPeriods(period, 1)}-01`, this.#clock) };
      this.#months.set(period, bounds);
    }
    return bounds;
  }

  day(date: PlainDate): Bounds {
    let bounds = this.#days.get(date);
    if (!bounds) {
      bounds = { start: dayStart(date, this.#clock), end: dayStart(addDays(date, 1), this.#clock) };
      this.#days.set(date, bounds);
    }
    return bounds;
  }
}
