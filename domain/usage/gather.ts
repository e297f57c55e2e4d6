import { refuse } from '../result.ts';
import { periodBounds, type Period } from '../time/plain-date.ts';
import { say } from '../words/said.ts';
import { commonGap, isDaily, minuteOf } from './interval.ts';
import { merge, type Merged, type MergeOptions } from './merge.ts';
import { samplesADay, type PeakMethod } from './methods.ts';
import type { UsageNotice } from './notice.ts';
import { byDay, type UsageSample } from './samples.ts';

export interface Gathered extends Merged {
  period: Period;
  /** Days of the month. */
  monthDays: number;
  /** Samples of a full day: 1 where the file has one figure a day. */
  full: number;
  /** Days that have any sample, and samples that a full day of them has beyond those that are there. */
  days: number;
  missing: number;
  notices: UsageNotice[];
}

export interface GatherOptions extends Omit<MergeOptions, 'interval'> {
  /** The month; null: the one that all samples are of. */
  period: Period | null;
}

/** The month of the samples; refuses several. */
export function periodOf(samples: readonly UsageSample[]): Period {
  const months = [...new Set(samples.map((sample) => sample.time.slice(0, 7)))].sort();
  if (months.length > 1)
    refuse('usage.several-periods', say`The samples are of ${{ count: months.length }} months: ${{ months: months.slice(0, 12) }}.`, {
      column: 'period',
      remedy: 'Say which month with --period, or choose one.',
    });
  return months[0] ?? noSamples();
}

function noSamples(): never {
  return refuse('usage.no-samples', 'There are no usage samples for this.', {
    remedy: 'Choose another month, resource or direction, or import the usage details of the month.',
  });
}

/**
 * The samples of one month as points, with what is missing, doubled or odd about them told, and nothing made up. Refuses samples of
 * another interval than the method's; one figure a day will do where the method takes the peak of each day.
 */
export function gather(samples: readonly UsageSample[], method: PeakMethod, options: GatherOptions): Gathered {
  if (samples.length === 0) noSamples();
  const period = options.period ?? periodOf(samples);
  const { first, last } = periodBounds(period);
  const within = samples.filter(({ time }) => time.slice(0, 10) >= first && time.slice(0, 10) <= last);
  const daily = checkInterval(within, method);
  const merged = merge(within, { ...options, interval: daily ? 1440 : method.interval });
  if (merged.points.length === 0) noSamples();
  const full = daily ? 1 : samplesADay(method);
  const days = byDay(merged.points);
  const missing = days.reduce((sum, [, points]) => sum + Math.max(0, full - points.length), 0);
  const found: Gathered = {
    ...merged,
    period,
    monthDays: Number(last.slice(8)),
    full,
    days: days.length,
    missing,
    notices: [],
  };
  found.notices = noticesOf(found, samples.length - within.length, options);
  return found;
}

/** True where the samples are one a day. */
function checkInterval(samples: readonly UsageSample[], method: PeakMethod): boolean {
  const gap = commonGap([...Map.groupBy(samples, (s) => s.resource).values()].map((of) => of.map((s) => minuteOf(s.time))));
  const peaks = method.days !== null && 'count' in method.drop && method.drop.count === 0;
  if (peaks && isDaily(gap)) return true;
  if (gap !== null && gap !== method.interval)
    refuse(
      'usage.interval',
      say`The samples are ${{ gap }} minutes apart; this method needs one every ${{ interval: method.interval }} minutes.`,
      {
        value: String(gap),
        remedy: 'Export the usage details at an interval of 5 minutes.',
      },
    );
  return false;
}

function noticesOf(found: Gathered, outside: number, { direction, unit }: GatherOptions): UsageNotice[] {
  const all: (UsageNotice | false)[] = [
    outside > 0 && { level: 'info', code: 'outside', message: say`Samples of other months, left out: ${{ count: outside }}.` },
    found.full === 1 && {
      level: 'info',
      code: 'daily',
      message: say`The file has one figure a day; each is taken as the peak of its day.`,
    },
    direction === null &&
      found.directions.length > 1 && {
        level: 'info',
        code: 'directions',
        message: say`The larger direction of each time counts: ${{ directions: found.directions }}.`,
      },
    found.resources > 1 && {
      level: 'info',
      code: 'added',
      message: say`Resources added up at each time: ${{ count: found.resources }}.`,
    },
    found.uneven > 0 && {
      level: 'warning',
      code: 'uneven',
      message: say`Times at which one of the resources has no sample: ${{ count: found.uneven }}. What is there is added up.`,
    },
    found.withoutUnit > 0 && {
      level: 'warning',
      code: 'no-unit',
      message: say`No unit is printed beside ${{ count: found.withoutUnit }} figures; they are taken as ${{ unit }}.`,
    },
    found.without > 0 && {
      level: 'warning',
      code: 'no-figure',
      message: say`Samples without a figure, left out: ${{ count: found.without }}.`,
    },
    found.same > 0 && {
      level: 'info',
      code: 'repeated',
      message: say`Samples that stand there twice with the same value, counted once: ${{ count: found.same }}.`,
    },
    found.differing > 0 && {
      level: 'warning',
      code: 'differing',
      message: say`Times with two different values: ${{ count: found.differing }}. The larger one counts.`,
    },
    found.days < found.monthDays && {
      level: 'info',
      code: 'days-without',
      message: say`Days of the month without any sample: ${{ count: found.monthDays - found.days }}. They are not counted.`,
    },
  ];
  return all.filter((notice) => notice !== false);
}
