import { fromPair } from '../../../domain/money/pair.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { CodeCells } from '../bytes/code-cells.ts';
import type { ColumnKind } from '../columns.ts';
import type { CodeTexts, LineSource, RawLine } from '../data.ts';
import { significantDigits } from '../figures.ts';
import { columnName, isSheetDate, SAFE_DIGITS, sheetDay } from './cells.ts';
import type { SharedTexts } from './shared-texts.ts';
import type { StyleIds } from './styles.ts';
import { cellText, tElement } from './text.ts';

type Column = LineSource['columns'][number]['field'] & {
  /** `<c r="AB`, to be followed by the number of the row. */
  head: Uint8Array;
  cells: CodeCells | null;
  missing: string;
};

const bytes = (text: string): Uint8Array => Buffer.from(text);
const NUMBER_END = bytes('</v></c>');
const ROW = bytes('<row r="');
const ROW_OPEN = bytes('">');
const ROW_END = bytes('</row>');

/**
 * Turns stored lines into rows of sheet XML, straight into bytes: the same cells as CellWriter's. With `shared`, a text that
 * many lines have stands in the workbook once; without, in each cell.
 */
export class XlsxLineRows {
  readonly out = new ByteWriter(2 << 20);
  /** Texts cut at the cell limit so far; one that many lines share counts once. */
  cut = 0;
  readonly #styles: StyleIds;
  readonly #shared: SharedTexts | null;
  readonly #columns: readonly Column[];
  readonly #sets: { of: CodeTexts; kind: ColumnKind; cells: CodeCells; places: number[] }[] = [];
  readonly #eight: Uint8Array;
  readonly #ten: Uint8Array;
  readonly #count: Uint8Array;
  readonly #row = new ByteWriter(16);

  constructor(columns: LineSource['columns'], styles: StyleIds, shared: SharedTexts | null) {
    this.#styles = styles;
    this.#shared = shared;
    const open = (style: number): Uint8Array => bytes(`" s="${style}"><v>`);
    this.#eight = open(styles.eight);
    this.#ten = open(styles.ten);
    this.#count = open(styles.count);
    this.#columns = columns.map(({ kind, field }, i) => {
      const head = bytes(`<c r="${columnName(i)}`);
      if (field.type !== 'code') return { ...field, head, cells: null, missing: '' };
      const cells = this.#cellsOf(field.of, kind, field.place);
      return { ...field, head, cells, missing: field.of.missing ? this.#codeCell(field.of.missing, kind) : '' };
    });
  }

  /** Must see the lines of a page before they are put. */
  prepare(lines: readonly RawLine[]): void {
    for (const { cells, places } of this.#sets) cells.prepare(lines, places);
  }

  /** The line as row number `row`, counted from 1. */
  put(row: number, line: RawLine): void {
    const { out } = this;
    const columns = this.#columns;
    this.#row.at = 0;
    this.#row.integer(row);
    const digits = this.#row.bytes;
    const length = this.#row.at;
    out.copy(ROW, 0, ROW.length);
    out.copy(digits, 0, length);
    out.copy(ROW_OPEN, 0, ROW_OPEN.length);
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      if (column.type === 'absent') continue;
      const value = line[column.place] as number | string | null;
      if (value === null && column.missing === '') continue;
      if (column.type === 'code' && value !== null) {
        const cells = column.cells!;
        const start = cells.start(value as number);
        const size = cells.end(value as number) - start;
        if (size === 0) continue;
        out.copy(column.head, 0, column.head.length);
        out.copy(digits, 0, length);
        out.copy(cells.arena.bytes, start, size);
        continue;
      }
      if (column.type === 'text' && value === '') continue;
      out.copy(column.head, 0, column.head.length);
      out.copy(digits, 0, length);
      if (column.type === 'amount') this.#amount(value as number, (line[column.place + 1] ?? 0) as number);
      else if (column.type === 'count') {
        out.copy(this.#count, 0, this.#count.length);
        out.integer(value as number);
        out.copy(NUMBER_END, 0, NUMBER_END.length);
      } else out.text(value === null ? column.missing : this.#textCell(value as string, null));
    }
    out.copy(ROW_END, 0, ROW_END.length);
  }

  /** A number where a binary double holds every digit; a text else. */
  #amount(units: number, fraction: number): void {
    const { out } = this;
    const rest = fraction < 0 ? -fraction : fraction;
    const whole = units < 0 ? -units : units;
    // Ten decimals at most: below 100,000 there are never more than fifteen digits.
    if (whole >= 100_000 && rest > 0) {
      const text = fromPair(BigInt(units), BigInt(fraction));
      if (significantDigits(text) > SAFE_DIGITS) return out.text(this.#inline(text, this.#styles.exact));
    }
    const open = rest % 100 === 0 ? this.#eight : this.#ten;
    out.copy(open, 0, open.length);
    out.amount(units, fraction, 0);
    out.copy(NUMBER_END, 0, NUMBER_END.length);
  }

  #cellsOf(of: CodeTexts, kind: ColumnKind, place: number): CodeCells {
    let set = this.#sets.find((s) => s.of === of && s.kind === kind);
    if (!set) this.#sets.push((set = { of, kind, cells: new CodeCells(of, (text) => this.#codeCell(text, kind)), places: [] }));
    set.places.push(place);
    return set.cells;
  }

  #codeCell(text: string, kind: ColumnKind): string {
    if (kind === 'date' && isSheetDate(text)) return `" s="${this.#styles.date}"><v>${sheetDay(text)}</v></c>`;
    return this.#textCell(text, this.#shared);
  }

  /** What follows the reference of a cell with a text; empty for a text of which nothing is left. */
  #textCell(given: string, shared: SharedTexts | null): string {
    const { text, cut } = cellText(given);
    if (cut) this.cut++;
    if (text === '') return '';
    const style = this.#styles[text.includes('\n') ? 'wrapped' : 'text'];
    const number = shared?.add(text) ?? null;
    return number === null ? this.#inline(text, style) : `" s="${style}" t="s"><v>${number}</v></c>`;
  }

  #inline(text: string, style: number): string {
    return `" s="${style}" t="inlineStr"><is>${tElement(text)}</is></c>`;
  }
}
