import { amount, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { round } from '../money/rounding.ts';
import { say, type Said } from '../words/said.ts';
import { dailyPeaks, type DailyPeak } from './daily.ts';
import type { Gathered } from './gather.ts';
import { AVERAGE_PLACES, type PeakMethod } from './methods.ts';
import type { UsageStep } from './notice.ts';
import type { MissingRule } from './policy.ts';
import { rank, type Ranked } from './rank.ts';
import { validDays, type Point } from './samples.ts';
import { MEGABIT_DAYS, MEGABITS } from './units.ts';

/** What the samples of a month come to before anything is guaranteed or charged. */
export interface Measured {
  value: Amount;
  /** The samples that make the figure. */
  chosen: Point[];
  /** The ranked month; null where days were ranked. */
  ranked: Ranked | null;
  validDays: number;
  steps: UsageStep[];
}

const step = (label: Said, formula: Said, value: string | number, unit: string | null = null): UsageStep => ({
  label,
  formula,
  value: String(value),
  unit,
});
const shown = (time: string): string => time.replace('T', ' ').slice(0, 16);

/** The 95th percentile: samples of valid days from the highest down, the highest 5 % left out, the next one taken. */
export function percentile(found: Gathered, method: PeakMethod, missing: MissingRule): Measured {
  const valid = validDays(found.points);
  const counted = method.validDaysOnly ? found.points.filter((point) => valid.has(point.day)) : found.points;
  const count = missing === 'zero' ? Math.max(counted.length, valid.size * found.full) : counted.length;
  const ranked = rank(counted, method.drop, count);
  const percent = 'percent' in method.drop ? method.drop.percent : '0';
  const value = ranked.chosen?.value ?? '0';
  return {
    value,
    chosen: ranked.chosen ? [ranked.chosen] : [],
    ranked,
    validDays: valid.size,
    steps: [
      step(say`Valid days`, say`days with traffic, of ${{ days: found.monthDays }}`, valid.size),
      step(
        say`Ranked samples`,
        missing === 'zero'
          ? say`${{ full: found.full }} a day × ${{ days: valid.size }} valid days, missing ones as zero`
          : say`samples of the valid days that are there`,
        count,
      ),
      step(say`Left out`, say`highest ${{ percent }} % of ${{ count }}, cut to a whole number`, ranked.dropped),
      step(
        say`Chosen sample`,
        ranked.chosen
          ? say`number ${{ rank: ranked.dropped + 1 }} from the highest, at ${{ time: shown(ranked.chosen.time) }}`
          : count === 0
            ? say`there was no traffic`
            : say`number ${{ rank: ranked.dropped + 1 }} from the highest is a missing sample, taken as zero`,
        value,
        MEGABITS,
      ),
    ],
  };
}

/** Methods that rank each day: the peak of every day, then the sum or the average of the days that count. */
export function byDays(found: Gathered, method: PeakMethod, days: readonly DailyPeak[]): Measured {
  const valid = days.filter((day) => day.valid).length;
  const counted = days.filter((day) => day.valid || !method.validDaysOnly);
  const top = method.topDays === null ? counted : [...counted].sort(highestFirst(method)).slice(0, method.topDays);
  const figures = top.map((day) => dayFigure(day, method));
  const sum = figures.reduce((total, figure) => total.plus(figure), new D(0));
  const left = 'count' in method.drop ? method.drop.count : 0;
  const steps = [
    step(say`Valid days`, say`days with traffic, of ${{ days: found.monthDays }}`, valid),
    step(
      say`Daily peaks`,
      left === 0
        ? say`highest sample of each day`
        : method.wholeMegabits
          ? say`sample number ${{ rank: left + 1 }} of each day from the highest, cut to whole Mbit/s`
          : say`sample number ${{ rank: left + 1 }} of each day from the highest`,
      counted.length,
    ),
  ];
  if (method.days === 'sum') {
    steps.push(step(say`Sum of daily peaks`, say`each day is charged by its own peak`, amount(sum), MEGABIT_DAYS));
    return { value: amount(sum), chosen: top.map((day) => day.peak), ranked: null, validDays: valid, steps };
  }
  const places = method.wholeMegabits ? 0 : AVERAGE_PLACES;
  const value = top.length === 0 ? '0' : round(amount(sum.dividedBy(top.length)), { mode: 'truncate', places });
  steps.push(
    step(
      method.topDays === null ? say`Average of daily peaks` : say`Average of the highest daily peaks`,
      say`(${{ terms: terms(figures) }}) ÷ ${{ count: top.length }}, cut to ${{ places }} decimals`,
      value,
      MEGABITS,
    ),
  );
  return { value, chosen: top.map((day) => day.peak), ranked: null, validDays: valid, steps };
}

/** The figure of a day: its peak, in whole Mbit/s where the method says so. */
export const dayFigure = (day: DailyPeak, method: PeakMethod): D => (method.wholeMegabits ? day.peak.number.truncated() : day.peak.number);

const highestFirst =
  (method: PeakMethod) =>
  (a: DailyPeak, b: DailyPeak): number =>
    dayFigure(b, method).comparedTo(dayFigure(a, method)) || (a.day < b.day ? -1 : 1);

/** `120 + 118 + 117`; of many only the first and the last. */
function terms(figures: readonly D[]): string {
  const texts = figures.map((figure) => figure.toFixed());
  return texts.length <= 6 ? texts.join(' + ') : `${texts[0]} + … + ${texts.at(-1)}`;
}

export const peaksOf = (found: Gathered, method: PeakMethod): DailyPeak[] => dailyPeaks(found.points, rankedByDay(method), found.full);
/** A month that is ranked as a whole still shows the plain peak of each day. */
const rankedByDay = (method: PeakMethod): PeakMethod['drop'] => (method.ranked === 'day' ? method.drop : { count: 0 });
