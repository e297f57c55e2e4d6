import { amount, compare, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { round } from '../money/rounding.ts';
import { refuse } from '../result.ts';
import { say } from '../words/said.ts';
import type { Gathered } from './gather.ts';
import type { PeakMethod } from './methods.ts';
import type { UsageNotice, UsageStep } from './notice.ts';
import { USAGE_CHARGE } from './policy.ts';
import { MEGABITS } from './units.ts';

export interface Guarantee {
  /** Mbit/s that are charged at least; null where nothing is guaranteed or the bought bandwidth is not known. */
  minimum: Amount | null;
  steps: UsageStep[];
  notices: UsageNotice[];
}

/** Bought bandwidth × percent, in whole Mbit/s where the method says so. Source: EIP pricing, guaranteed bandwidth (日保底带宽). */
export function guarantee(method: PeakMethod, committed: Amount | null, percent: Amount | null): Guarantee {
  if (!method.minimum) return { minimum: null, steps: [], notices: [] };
  if (committed === null && method.minimum.needed)
    refuse('usage.no-committed', 'This method charges a guaranteed minimum, and no bandwidth is given.', {
      column: 'committed',
      remedy: 'Give the committed bandwidth in Mbit/s.',
    });
  if (committed === null)
    return {
      minimum: null,
      steps: [],
      notices: [
        {
          level: 'info',
          code: 'no-committed',
          message: say`No bought bandwidth is given, so the guaranteed minimum of ${{ percent: percent ?? method.minimum.percent }} % of it is not held against the result.`,
        },
      ],
    };
  const share = percent ?? method.minimum.percent;
  const exact = new D(committed).times(share).dividedBy(100);
  const minimum = amount(method.wholeMegabits ? exact.truncated() : exact);
  return {
    minimum,
    steps: [
      {
        label: say`Guaranteed minimum`,
        formula: method.wholeMegabits
          ? say`${{ committed }} × ${{ share }} %, cut to whole Mbit/s`
          : say`${{ committed }} × ${{ share }} %`,
        value: minimum,
        unit: MEGABITS,
      },
    ],
    notices: [],
  };
}

/** What is charged: the measured bandwidth, or the guaranteed minimum where that is more. */
export const chargedOf = (measured: Amount, minimum: Amount | null): Amount =>
  minimum !== null && compare(minimum, measured) > 0 ? minimum : measured;

export interface Charge {
  /** Days that are charged, as decimal text; null where each day is charged for itself. */
  days: Amount | null;
  /** Price × bandwidth × days ÷ days of the month; null without a price. */
  charge: Amount | null;
  steps: UsageStep[];
}

/** Bandwidth × price, for the part of the month that the method charges. `given` replaces the days that the samples tell of. */
export function chargeOf(
  method: PeakMethod,
  found: Gathered,
  { value, validDays, price, given }: { value: Amount; validDays: number; price: Amount | null; given: Amount | null },
): Charge {
  if (method.charged === 'each-day') {
    const charge = price === null ? null : round(amount(new D(value).times(price)), USAGE_CHARGE);
    return { days: null, charge, steps: charge === null ? [] : [stepOf(say`${{ value }} × ${{ price: price! }}`, charge)] };
  }
  const days = given ?? daysOf(method, found, validDays);
  if (given !== null && (!new D(given).gt(0) || new D(given).gt(found.monthDays)))
    refuse('usage.days', say`${{ days }} days do not fit a month of ${{ month: found.monthDays }} days.`, {
      column: 'days',
      value: days,
      remedy: 'Give the days that are charged, up to the days of the month.',
    });
  const steps: UsageStep[] = [
    {
      label: say`Charged days`,
      formula:
        given !== null
          ? say`as given`
          : method.charged === 'valid-days'
            ? say`valid days`
            : say`${{ samples: found.points.length }} samples ÷ ${{ full: found.full }} a day`,
      value: days,
      unit: null,
    },
  ];
  if (price === null) return { days, charge: null, steps };
  const charge = round(amount(new D(value).times(price).times(days).dividedBy(found.monthDays)), USAGE_CHARGE);
  steps.push(stepOf(say`${{ value }} × ${{ price }} × ${{ days }} ÷ ${{ month: found.monthDays }}`, charge));
  return { days, charge, steps };
}

/** Days by the number of samples keep eight decimals, cut; a full month is whole. */
function daysOf(method: PeakMethod, found: Gathered, validDays: number): Amount {
  if (method.charged === 'valid-days') return String(validDays);
  return round(amount(new D(found.points.length).dividedBy(found.full)), { mode: 'truncate', places: 8 });
}

const stepOf = (formula: UsageStep['formula'], value: Amount): UsageStep => ({ label: say`Charge`, formula, value, unit: null });
