import { isZero, subtract, type Amount } from '../money/amount.ts';
import { changePercent } from './percent.ts';

/** How a group stands between the two sides: there on both, only now, or only before. */
export type Standing = 'both' | 'new' | 'gone';

/** Two figures of the same thing. A side that has lines without the figure is null, as is one without lines. */
export interface Compared {
  before: Amount | null;
  now: Amount | null;
  /** now − before, where a side without the figure counts for nothing; null where neither side has it. */
  difference: Amount | null;
  /** In per cent of what was, by PERCENT; null where nothing or zero was. */
  percent: Amount | null;
}

/** The change between two sums of the same currency. */
export function compared(before: Amount | null, now: Amount | null): Compared {
  if (before === null && now === null) return { before, now, difference: null, percent: null };
  return {
    before,
    now,
    difference: subtract(now ?? '0', before ?? '0'),
    percent: before === null || isZero(before) ? null : changePercent(before, now ?? '0'),
  };
}

/** New where only `now` has lines, gone where only `before` has them. */
export const standing = (linesBefore: number, linesNow: number): Standing => (linesBefore === 0 ? 'new' : linesNow === 0 ? 'gone' : 'both');
