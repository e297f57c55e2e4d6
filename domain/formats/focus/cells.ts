import { readExact, type Exact } from '../profiles/kit/exact.ts';
import { counted, type Findings } from '../profiles/kit/findings.ts';
import { readInstant, type Instant } from '../profiles/kit/instant.ts';
import { readTags } from '../profiles/kit/tags.ts';
import type { FocusColumn } from './columns.ts';
import { say, type Said } from '../../words/said.ts';

/** Words that files write where a value is missing; the specification allows only nothing at all. */
const NULL_WORDS = new Set(['null', '(null)', 'none', 'n/a', 'nan']);

/** True for a word that files write where a value is missing. */
export const isNullWord = (text: string): boolean => text.length <= 6 && text.length >= 3 && NULL_WORDS.has(text.toLowerCase());

/** The cell without surrounding space; null for empty cells and for words that mean null. */
export function presentText(cell: string | null, column: string, row: number, findings: Findings): string | null {
  const text = cell?.trim() ?? '';
  if (text === '') return null;
  if (isNullWord(text)) {
    findings.add(
      'broken',
      'focus.null-word',
      column,
      row,
      (count) => say`${{ column }}: “${{ text }}” where nothing should stand, in ${{ count: counted(count, 'cell') }}; taken as missing.`,
    );
    return null;
  }
  return text;
}

const BAD_NUMBER: Readonly<Record<Exclude<Exact['form'], 'plain' | 'exponent'>, Said>> = {
  plus: say`a plus sign`,
  grouped: say`thousands separators`,
  'positive-exponent': say`an exponent above zero`,
};

/** Reads a number and notices what the numeric format does not allow. Null: no number; the row will be refused where it matters. */
export function numberCell(text: string, column: string, row: number, findings: Findings): Exact | null {
  const exact = readExact(text);
  if (!exact)
    findings.add(
      'broken',
      'focus.number',
      column,
      row,
      (count) => say`${{ column }}: no number in ${{ count: counted(count, 'cell') }}, the first is “${{ text: text.slice(0, 40) }}”.`,
      'Write digits with one decimal point.',
    );
  else if (exact.form !== 'plain' && exact.form !== 'exponent') {
    const what = BAD_NUMBER[exact.form];
    findings.add(
      'broken',
      'focus.number-format',
      column,
      row,
      (count) =>
        say`${{ column }}: ${{ fault: what }} in ${{ count: counted(count, 'number') }}, the first is “${{ text: text.slice(0, 40) }}”.`,
    );
  }
  return exact;
}

/** Reads a date-time and notices what the date-time format (YYYY-MM-DDTHH:mm:ssZ) does not allow. */
export function timeCell(text: string, column: string, row: number, findings: Findings): Instant | null {
  const instant = readInstant(text);
  if (!instant) {
    findings.add(
      'broken',
      'focus.time',
      column,
      row,
      (count) =>
        say`${{ column }}: no date-time of the form 2024-01-31T00:00:00Z in ${{ count: counted(count, 'cell') }}, the first is “${{ text: text.slice(0, 40) }}”.`,
    );
    return null;
  }
  const fault =
    instant.form === 'offset'
      ? say`an offset instead of Z`
      : instant.form === 'date'
        ? say`no time of day`
        : instant.form === 'local'
          ? say`no Z (taken as UTC)`
          : instant.separator !== 'T'
            ? say`a space instead of T`
            : instant.dateForm === 'slashes'
              ? say`another form of the date`
              : null;
  if (fault)
    findings.add(
      'broken',
      'focus.time-format',
      column,
      row,
      (count) =>
        say`${{ column }}: ${{ fault }} in ${{ count: counted(count, 'date-time') }}, the first is “${{ text: text.slice(0, 40) }}”.`,
    );
  return instant;
}

/** The allowed value that the cell means. A wrong case is noticed and mended, an unknown value noticed and kept. */
export function allowedText(text: string, column: FocusColumn, row: number, findings: Findings): string {
  const allowed = column.allowed!;
  if (allowed.includes(text)) return text;
  const meant = allowed.find((a) => a.toLowerCase() === text.toLowerCase());
  findings.add('broken', meant ? 'focus.case' : 'focus.value', column.name, row, (count) =>
    meant
      ? say`${{ column: column.name }}: “${{ text }}” for “${{ meant }}” in ${{ count: counted(count, 'cell') }}.`
      : say`${{ column: column.name }}: a value that the specification does not know in ${{ count: counted(count, 'cell') }}, the first is “${{ text: text.slice(0, 60) }}”.`,
  );
  return meant ?? text;
}

export function currencyText(text: string, column: string, row: number, findings: Findings): string {
  if (/^[A-Z]{3}$/.test(text)) return text;
  findings.add(
    'broken',
    'focus.currency',
    column,
    row,
    (count) => say`${{ column }}: no ISO 4217 code in ${{ count: counted(count, 'cell') }}, the first is “${{ text: text.slice(0, 20) }}”.`,
  );
  return /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : text;
}

const TAG_FAULTS = {
  'not-json': say`not one JSON object`,
  nested: say`a value inside a value`,
  'doubled-key': say`one key twice`,
} as const;

/** Tags as `key:value;key:value`; what is wrong with them is noticed. */
export function tagsText(text: string, column: string, row: number, findings: Findings): string | null {
  const tags = readTags(text);
  for (const problem of tags.problems)
    findings.add(
      'broken',
      `focus.json-${problem}`,
      column,
      row,
      (count) =>
        say`${{ column }}: ${{ fault: TAG_FAULTS[problem] }} in ${{ count: counted(count, 'cell') }}, the first is “${{ text: text.slice(0, 60) }}”.`,
    );
  return tags.text;
}
