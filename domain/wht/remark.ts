import { absolute, compare, subtract, type Amount } from '../money/amount.ts';
import { english, type Said } from '../words/said.ts';

/** `warn`: something does not agree and wants an answer. `info`: worth a look, and often right as it is. */
export const SEVERITIES = ['warn', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a check found. It never blocks. */
export interface Remark {
  code: string;
  severity: Severity;
  message: string;
  said: Said;
  /** Figures that were compared, amounts or percents as text, where it is a comparison. */
  expected: string | null;
  found: string | null;
  /** Tax found less tax expected, in the currency of the sentence. */
  difference: Amount | null;
}

export const remark = (code: string, said: Said, more: Partial<Omit<Remark, 'code' | 'message' | 'said'>> = {}): Remark => ({
  code,
  severity: 'warn',
  message: english(said),
  said,
  expected: null,
  found: null,
  difference: null,
  ...more,
});

/** The one of `figures`, of which there is at least one, that `figure` is nearest to; the first of two. */
export const nearestTo = (figure: Amount, figures: readonly Amount[]): Amount =>
  figures.reduce((best, next) => (compare(absolute(subtract(figure, next)), absolute(subtract(figure, best))) < 0 ? next : best));
