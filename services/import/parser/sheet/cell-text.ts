import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { numberText } from './number-text.ts';
import { serialText } from './serial-date.ts';
import { LONGEST_TEXT, refuseTooLong, type SharedStrings } from './shared-strings.ts';
import type { Styles } from './styles.ts';
import { unescapeText } from './xml.ts';

/** A `<c>` element as it was read. */
export interface RawCell {
  /** Cell type `t` (ECMA-376 part 1, 18.18.11); `n` where it is not given. */
  type: string;
  /** Style number `s`. */
  style: number;
  /** Text of `<v>`; null where there is no such element. */
  value: string | null;
  /** Text of `<is>`; null where there is no such element. */
  inline: string | null;
  formula: boolean;
  /** Set where the cell shows an error or holds no valid value of its type. */
  error: boolean;
}

/** What values are read against. */
export interface CellContext {
  strings: SharedStrings;
  styles: Styles;
  date1904: boolean;
  /** Name of the sheet. */
  sheet: string;
}

const ISO = /^(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?|T?\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)$/;

/**
 * The text of a cell: what is stored, not what a format makes of it, except that a serial number under a date format is
 * a date (ISO) and booleans are TRUE and FALSE; null where the cell is empty. A formula stands for its stored result; `place` gives the cell's name
 * for the refusals `sheet.no-result`, `sheet.text-too-long`, `sheet.text-missing` and `sheet.cell-type`.
 */
export function cellText(cell: RawCell, context: CellContext, place: () => string): string | null {
  const { type, value } = cell;
  switch (type) {
    case 's':
      if (value === null || value === '') return null;
      return context.strings.get(indexOf(value)) ?? refuseMissing(value, context, place());
    case 'inlineStr':
      return cell.inline === null && value === null ? null : plain(cell.inline ?? value ?? '', place);
    case 'str':
      return value === null ? none(cell, context, place) : plain(value, place);
    case 'n': {
      if (value === null || value === '') return none(cell, context, place);
      const text = numberText(value);
      if (text === null) return value.trim() === '' ? none(cell, context, place) : mark(cell, value);
      const kind = context.styles[cell.style];
      // The serial is taken as it stands in the file: a time of day may need its sixteenth digit.
      return kind ? (serialText(value, kind, context.date1904) ?? text) : text;
    }
    case 'b':
    case 'd':
    case 'e': {
      const text = value?.trim() ?? '';
      if (text === '') return none(cell, context, place);
      if (type === 'd') return ISO.test(text) ? text : mark(cell, text);
      if (type === 'e') return mark(cell, text);
      if (text === '1' || text === 'true') return 'TRUE';
      return text === '0' || text === 'false' ? 'FALSE' : mark(cell, text);
    }
    default:
      return refuse(
        'sheet.cell-type',
        say`Cell ${{ place: place() }} of sheet “${{ sheet: context.sheet }}” is of the unknown type “${{ type: type.slice(0, 20) }}”.`,
        {
          column: place(),
          remedy: 'Open the workbook in a spreadsheet program and save it again as .xlsx.',
        },
      );
  }
}

function mark(cell: RawCell, text: string): string {
  cell.error = true;
  return text;
}

/** A number of a shared string; -1 where it is none. */
function indexOf(value: string): number {
  let index = 0;
  for (let i = 0; i < value.length; i++) {
    const digit = value.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    index = index * 10 + digit;
  }
  return index;
}

function plain(raw: string, place: () => string): string {
  const text = unescapeText(raw).toWellFormed();
  if (text.length > LONGEST_TEXT) refuseTooLong(text, place());
  return text;
}

/** An element without a value is an empty cell, unless a formula should have given one. */
function none(cell: RawCell, context: CellContext, place: () => string): null {
  return cell.formula ? refuseNoResult(context, place()) : null;
}

function refuseNoResult(context: CellContext, cell: string): never {
  refuse('sheet.no-result', say`Cell ${{ cell }} of sheet “${{ sheet: context.sheet }}” holds a formula without its result.`, {
    column: cell,
    remedy: 'Open the workbook in a spreadsheet program, save it, and import it again; or export as CSV.',
  });
}

function refuseMissing(index: string, context: CellContext, cell: string): never {
  refuse(
    'sheet.text-missing',
    say`The workbook is damaged: cell ${{ cell }} of sheet “${{ sheet: context.sheet }}” refers to text number ${{ index: index.slice(0, 20) }}, of which there are ${{ count: context.strings.count }}.`,
    { column: cell, remedy: 'Download the workbook again.' },
  );
}
