import { isNegative, isZero, type Amount } from '../money/amount.ts';
import { refuse } from '../result.ts';
import type { Period } from '../time/plain-date.ts';
import { say } from '../words/said.ts';
import { chargedOf, chargeOf, guarantee } from './charge.ts';
import type { DailyPeak } from './daily.ts';
import { gather, type Gathered } from './gather.ts';
import { PEAK_METHODS, type PeakMethodId } from './methods.ts';
import { byDays, dayFigure, peaksOf, percentile } from './monthly.ts';
import type { UsageNotice, UsageStep } from './notice.ts';
import { policyOf, type MissingRule, type PeakPolicy } from './policy.ts';
import type { Ranked } from './rank.ts';
import type { Point, UsageSample } from './samples.ts';
import { MEGABIT_DAYS, MEGABITS, type UnitBase } from './units.ts';

/** What a month of samples is charged by. Amounts are exact; null means not given. */
export interface PeakTerms {
  method: PeakMethodId;
  period: Period | null;
  /** The direction that counts; null: the larger one of each time. */
  direction: string | null;
  /** Bandwidth that was bought, Mbit/s. */
  committed: Amount | null;
  /** Percent of it that is charged at least; null: as the method says. */
  minimumPercent: Amount | null;
  /** Price of one Mbit/s a month, or a day for daily peaks. */
  price: Amount | null;
  /** Days that are charged; null: as the samples tell. */
  days: Amount | null;
  missing: MissingRule;
  base: UnitBase;
  /** The unit of figures that print none. */
  unit: string;
}

export interface DayFigure extends DailyPeak {
  /** What the day counts for: its peak, in whole Mbit/s where the method says so. */
  figure: Amount;
  /** The day is part of the result. */
  counts: boolean;
}

export interface PeakOutcome {
  period: Period;
  /** Mbit/s, or Mbit/s·day where the peaks of days are added up. */
  unit: string;
  /** What is charged: the measured bandwidth or the guaranteed minimum. */
  value: Amount;
  measured: Amount;
  minimum: Amount | null;
  chosen: Point[];
  ranked: Ranked | null;
  days: DayFigure[];
  validDays: number;
  chargedDays: Amount | null;
  charge: Amount | null;
  found: Gathered;
  policy: PeakPolicy;
  steps: UsageStep[];
  notices: UsageNotice[];
}

/**
 * The bandwidth that is charged for a month, by the method, with every step. Samples that are missing, doubled or odd are told in
 * `notices` and never made up. Refuses samples of several months, of another interval or without a unit of bandwidth.
 */
export function peak95(samples: readonly UsageSample[], terms: PeakTerms): PeakOutcome {
  const method = PEAK_METHODS[terms.method];
  for (const column of ['committed', 'minimumPercent', 'price', 'days'] as const) notNegative(column, terms[column]);
  const found = gather(samples, method, terms);
  const peaks = peaksOf(found, method);
  const measured = method.ranked === 'month' ? percentile(found, method, terms.missing) : byDays(found, method, peaks);
  const promised = guarantee(method, terms.committed, terms.minimumPercent);
  const value = chargedOf(measured.value, promised.minimum);
  const { validDays } = measured;
  const due = chargeOf(method, found, { value, validDays, price: terms.price, given: terms.days });
  const counting = new Set(measured.chosen.map((point) => point.day));
  const charged: UsageStep[] =
    promised.minimum === null
      ? []
      : [
          {
            label: say`Charged bandwidth`,
            formula: say`the larger of ${{ measured: measured.value }} and ${{ minimum: promised.minimum }}`,
            value,
            unit: MEGABITS,
          },
        ];
  return {
    period: found.period,
    unit: method.days === 'sum' ? MEGABIT_DAYS : MEGABITS,
    value,
    measured: measured.value,
    minimum: promised.minimum,
    chosen: measured.chosen,
    ranked: measured.ranked,
    days: peaks.map((day) => ({ ...day, figure: dayFigure(day, method).toFixed(), counts: counting.has(day.day) })),
    validDays,
    chargedDays: due.days,
    charge: due.charge,
    found,
    policy: policyOf(terms.method, terms),
    steps: [samplesStep(found), ...measured.steps, ...promised.steps, ...charged, ...due.steps],
    notices: [...found.notices, ...missingNotice(found, terms.missing, method.ranked === 'month'), ...promised.notices],
  };
}

const samplesStep = ({ points, full, days, missing }: Gathered): UsageStep => ({
  label: say`Samples`,
  formula: say`${{ full }} a day × ${{ days }} days with samples − ${{ missing }} missing`,
  value: String(points.length),
  unit: null,
});

function missingNotice({ missing }: Gathered, rule: MissingRule, ranksMonth: boolean): UsageNotice[] {
  if (missing === 0) return [];
  return [
    {
      level: 'warning',
      code: 'missing',
      message: !ranksMonth
        ? say`Samples missing on days that have some: ${{ count: missing }}. The peak of a day is that of the samples that are there.`
        : rule === 'zero'
          ? say`Samples missing on days that have some: ${{ count: missing }}. Those of valid days are ranked as zero.`
          : say`Samples missing on days that have some: ${{ count: missing }}. They are left out, so that fewer samples are ranked.`,
    },
  ];
}

function notNegative(column: 'committed' | 'minimumPercent' | 'price' | 'days', value: Amount | null): void {
  if (value !== null && isNegative(value) && !isZero(value))
    refuse('usage.negative', say`A figure below zero makes no sense here: ${{ value }}.`, {
      column,
      value,
      remedy: 'Give a figure of zero or more.',
    });
}
