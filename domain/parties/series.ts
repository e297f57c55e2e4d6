import { fail, ok, type Result } from '../result.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { say, type Said, type Sentence } from '../words/said.ts';

/** When the count of a series begins again with 1. */
export const RESETS = ['never', 'year', 'month'] as const;
export type Resets = (typeof RESETS)[number];

export interface Series {
  id: number;
  name: string;
  forKind: 'invoice' | 'credit-note';
  /** Text with {YYYY}, {YY}, {MM} for the document's date and one run {#…} for the digits, zeros in front. */
  pattern: string;
  resets: Resets;
  archived: boolean;
}

const TOKEN = /\{([^{}]*)\}/g;
const RUN = '{####}';
const DIGITS = /^#{1,12}$/;
/** Longest number that a document can have. */
const LONGEST = 100;

/** The run that a date falls into: '' for a series that never begins again. */
export const runOf = (resets: Resets, date: PlainDate): string =>
  resets === 'never' ? '' : resets === 'year' ? date.slice(0, 4) : date.slice(0, 7);

/** The number of that place in the series; digits grow beyond the run's width rather than repeat. */
export const numberAt = (pattern: string, date: PlainDate, sequence: number): string =>
  pattern.replace(TOKEN, (token, name: string) => {
    if (name === 'YYYY') return date.slice(0, 4);
    if (name === 'YY') return date.slice(2, 4);
    if (name === 'MM') return date.slice(5, 7);
    return DIGITS.test(name) ? String(sequence).padStart(name.length, '0') : token;
  });

/** Refuses a pattern whose numbers could repeat, or that no number can be made of. */
export function checkPattern(pattern: string, resets: Resets): Result<true> {
  const wrong = (why: Said, remedy: Sentence): Result<true> =>
    fail('series.pattern', say`“${{ pattern: pattern.slice(0, 80) }}” cannot number documents: ${{ problem: why }}`, {
      column: 'pattern',
      value: pattern.slice(0, 80),
      remedy,
    });
  const tokens = [...pattern.matchAll(TOKEN)].map((match) => match[1]!);
  const unknown = tokens.find((t) => !['YYYY', 'YY', 'MM'].includes(t) && !DIGITS.test(t));
  if (unknown !== undefined)
    return wrong(
      say`“${{ token: unknown }}” in braces means nothing.`,
      say`Use ${{ tokens: '{YYYY}, {YY}, {MM}' }} and one run of digits such as ${{ run: RUN }}.`,
    );
  if (/[{}]/.test(pattern.replace(TOKEN, ''))) return wrong(say`a brace stands alone.`, say`Close each brace.`);
  const runs = tokens.filter((t) => DIGITS.test(t)).length;
  if (runs !== 1) return wrong(say`it has ${{ count: runs }} runs of digits.`, say`Write one run of digits such as ${{ run: RUN }}.`);
  const [year, month] = [tokens.some((t) => t === 'YYYY' || t === 'YY'), tokens.includes('MM')];
  if (resets !== 'never' && !year)
    return wrong(say`it begins again and does not tell the year.`, say`Add ${{ token: '{YYYY}' }}, or let the count go on for ever.`);
  if (resets === 'month' && !month)
    return wrong(say`it begins again each month and does not tell the month.`, say`Add ${{ token: '{MM}' }}, or begin again each year.`);
  if (numberAt(pattern, '2000-01-01', 999_999_999_999).length > LONGEST)
    return wrong(say`its numbers are longer than ${{ most: LONGEST }} characters.`, say`Shorten the text.`);
  return ok(true);
}
