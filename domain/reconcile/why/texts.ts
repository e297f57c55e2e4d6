import { say, type Said, type Sentence } from '../../words/said.ts';
import type { MeasureName } from '../../formats/fields.ts';
import { ATTRIBUTE_WORDS, MEASURE_WORDS } from './words.ts';
import { amountOf, heldOf, print, type Attribute, type WhyLine, type WhyOptions } from './line.ts';
import type { Found, Side } from './work.ts';

const named = (what: Sentence, line: WhyLine): Sentence => (line.name === '' ? what : say`${{ what }} — ${{ name: line.name }}`);
const valueOf = (line: WhyLine, attribute: Attribute): string => line.attributes[attribute] ?? '—';

export const onlyText = (line: WhyLine, side: Side, options: WhyOptions): Sentence =>
  named(say`only in ${{ side: options[side] }}: ${{ amount: print(heldOf(line, options.held)) }}`, line);
export const twiceText = (line: WhyLine, first: WhyLine, options: WhyOptions): Sentence =>
  named(say`${{ amount: print(heldOf(line, options.held)) }} as in row ${{ row: first.row }} of ${{ file: first.file }}`, line);
export const amountText = (line: WhyLine, side: Side, options: WhyOptions): Sentence =>
  named(say`${{ amount: print(heldOf(line, options.held)) }} in ${{ side: options[side] }}`, line);
export const movedText = (line: WhyLine, attributes: readonly Attribute[], side: Side, options: WhyOptions): Sentence =>
  named(
    say`${{ what: attributes.map((a) => ATTRIBUTE_WORDS[a]) }} in ${{ side: options[side] }}: ${{ values: attributes.map((a) => valueOf(line, a)) }}`,
    line,
  );
/** Both figures of what differs: `cash 10 in the bill, 0 in the statement`. */
export function measureText(
  line: WhyLine,
  other: { line: WhyLine } | null,
  side: Side,
  measures: readonly (MeasureName | 'usage' | 'unitPrice')[],
  options: WhyOptions,
): Sentence {
  const differing = other ? measures.filter((m) => amountOf(line, m) !== amountOf(other.line, m)) : [];
  if (!other || differing.length === 0) return amountText(line, side, options);
  return named(
    say`in ${{ side: options[side] }}: ${{ figures: differing.map((m) => say`${{ figure: MEASURE_WORDS[m] }} ${{ value: print(amountOf(line, m)) }}`) }}`,
    line,
  );
}

/** The finding in one sentence. */
export function findingText(found: Found, count: number, options: WhyOptions): Sentence {
  const text = plainText(found, count, options);
  return found.gaveUp ? say`${{ text }} The search for fewer lines was given up.` : text;
}

function plainText(found: Found, count: number, options: WhyOptions): Said {
  const amount = print(found.amount);
  const own = found.side ? options[found.side] : options.left;
  const other = found.side === 'right' ? options.left : options.right;
  switch (found.kind) {
    case 'account.missing':
      return say`Nothing of account ${{ values: found.values ?? [] }} in ${{ other }}: ${{ amount }} (lines: ${{ count }}).`;
    case 'file.day-missing':
      return say`Nothing of the day ${{ values: found.values ?? [] }} in ${{ other }}: ${{ amount }} (lines: ${{ count }}).`;
    case 'file.part-missing':
      return say`Parts that are not there: ${{ values: found.values ?? [] }}. They make ${{ amount }} of ${{ other }} (lines: ${{ count }}).`;
    case 'line.missing':
      return found.searched
        ? say`The fewest lines that make the difference of ${{ amount }}: ${{ count }}.`
        : say`Only in ${{ own }}: ${{ amount }} (lines: ${{ count }}).`;
    case 'line.duplicate':
      return say`More often in ${{ own }} than in ${{ other }}: ${{ amount }} (lines: ${{ count }}).`;
    case 'line.sign':
      return say`The sign is turned: ${{ amount }} (lines: ${{ count }}).`;
    case 'line.period':
      return say`Of another month: ${{ amount }} (lines: ${{ count }}).`;
    case 'line.currency':
      return say`In another currency: ${{ amount }} (lines: ${{ count }}).`;
    case 'line.method':
      return say`Payable alike in ${{ left: options.left }} and ${{ right: options.right }}, and paid in another way (lines: ${{ count }}).`;
    default:
      return say`Told differently by ${{ left: options.left }} and ${{ right: options.right }}: ${{ amount }} (lines: ${{ count }}).`;
  }
}
