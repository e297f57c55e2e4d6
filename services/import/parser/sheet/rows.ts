import { refuse } from '../../../../domain/result.ts';
import { say, type Said } from '../../../../domain/words/said.ts';
import { cellText, type CellContext, type RawCell } from './cell-text.ts';
import { readMerges } from './merges.ts';
import { columnName, MOST_COLUMNS, MOST_ROWS, readReference } from './reference.ts';
import { feed, shape, XmlReader } from './xml.ts';

/** One row that holds something. */
export interface SheetRow {
  /** From 1, as the spreadsheet numbers it. */
  row: number;
  /** From column A to the last cell that is not empty; null is an empty cell. Texts may be cuts of a large block: copy what is kept. */
  cells: (string | null)[];
  /** Columns (from 0) whose cell shows an error (`#N/A`) or whose value is not one of its type; absent where there are none. */
  errors?: number[];
}

/** A row has to fit a bill: 4 million characters in one do not. */
const LONGEST_ROW = 4_000_000;
/** Empty cells before full ones, in all rows together: 256 columns over a whole sheet. */
const MOST_GAPS = 2 ** 28;

const T = shape('t', {}, true);
const CELL = shape('c', { v: shape('v', {}, true), f: shape('f'), is: shape('is', { t: T, r: shape('r', { t: T }) }) });
const SHEET = { worksheet: shape('worksheet', { sheetData: shape('sheetData', { row: shape('row', { c: CELL }) }) }) };

/**
 * The rows of a worksheet in order, with constant memory. `open` gives the part's bytes from the beginning and is
 * called twice: merged cells stand behind the rows. Rows and cells that do not say where they are follow the one before.
 */
export async function* readRows(open: () => AsyncIterable<Buffer>, context: CellContext, mostGaps = MOST_GAPS): AsyncGenerator<SheetRow> {
  const place = say`sheet “${{ sheet: context.sheet }}”`;
  const merges = await readMerges(open, place);
  const ready: SheetRow[] = [];
  let row = 0;
  let column = -1;
  let cells: (string | null)[] = [];
  let errors: number[] | undefined;
  let characters = 0;
  let gaps = 0;
  const cell: RawCell = { type: 'n', style: 0, value: null, inline: null, formula: false, error: false };
  const at = { row: 0, column: 0 };
  const here = (): string => columnName(column) + row;
  const damaged = (why: Said): never =>
    refuse('sheet.order', say`The workbook is damaged: in ${{ place }} ${{ why }}.`, {
      row,
      remedy: 'Open it in a spreadsheet program and save it again as .xlsx.',
    });

  const startRow = (r: string | undefined): void => {
    const next =
      r === undefined ? row + 1 : /^\d{1,9}$/.test(r) ? Number(r) : damaged(say`a row is numbered “${{ number: r.slice(0, 20) }}”`);
    if (next > MOST_ROWS)
      refuse(
        'sheet.too-many-rows',
        say`Sheet “${{ sheet: context.sheet }}” has a row ${{ row: next }}; a spreadsheet has ${{ limit: MOST_ROWS.toLocaleString('en') }} at most.`,
        { row: next, remedy: 'Export the bill as CSV.' },
      );
    if (next <= row) damaged(say`row ${{ next }} follows row ${{ row }}`);
    row = next;
    column = -1;
    cells = [];
    errors = undefined;
    characters = 0;
  };
  const refuseColumn = (reference: string): never =>
    refuse(
      'sheet.too-many-columns',
      say`Row ${{ row }} of ${{ place }} has a cell “${{ reference: reference.slice(0, 20) }}”, which a spreadsheet does not have; XFD${{ limit: MOST_ROWS }} is its last.`,
      { row, remedy: 'Open the workbook in a spreadsheet program and save it again as .xlsx.' },
    );
  const startCell = (reference: string | undefined, type: string | undefined, style: string | undefined): void => {
    let next = column + 1;
    if (reference !== undefined) {
      if (!readReference(reference, at)) refuseColumn(reference);
      if (at.row !== row) damaged(say`cell “${{ cell: reference }}” stands in row ${{ row }}`);
      next = at.column;
    } else if (next === MOST_COLUMNS) refuseColumn('');
    if (next <= column) damaged(say`cell ${{ next: columnName(next) + row }} follows ${{ cell: here() }}`);
    column = next;
    cell.type = type ?? 'n';
    cell.style = style ? Number(style) : 0;
    cell.value = null;
    cell.inline = null;
    cell.formula = false;
    cell.error = false;
  };
  const endCell = (): void => {
    if (!merges.none && merges.covers(row, column)) return;
    const text = cellText(cell, context, here);
    if (text === null) return;
    characters += text.length;
    if (characters > LONGEST_ROW)
      refuse('sheet.row-too-long', say`Row ${{ row }} of ${{ place }} holds more than 4 million characters.`, {
        row,
        remedy: 'This is probably not a bill; export it again from the billing centre.',
      });
    if (cells.length < column) {
      gaps += column - cells.length;
      if (gaps > mostGaps)
        refuse('sheet.too-wide', say`Sheet “${{ sheet: context.sheet }}” is mostly empty and too wide to be a bill.`, {
          row,
          remedy: 'Delete the cells far to the right, or export the bill as CSV.',
        });
      while (cells.length < column) cells.push(null);
    }
    cells.push(text);
    if (cell.error) (errors ??= []).push(column);
  };
  const endRow = (): void => {
    if (cells.length === 0) return;
    ready.push(errors ? { row, cells, errors } : { row, cells });
  };

  const reader = new XmlReader(
    SHEET,
    {
      open(id, attributes) {
        if (id === 'c') startCell(attributes['r'], attributes['t'], attributes['s']);
        else if (id === 'row') startRow(attributes['r']);
        else if (id === 'f') cell.formula = true;
        else if (id === 'is') cell.inline = '';
      },
      close(id, text) {
        if (id === 'v') cell.value = text;
        else if (id === 'c') endCell();
        else if (id === 't') cell.inline = (cell.inline ?? '') + text;
        else if (id === 'row') endRow();
      },
    },
    place,
  );
  for await (const _ of feed(reader, open(), place)) {
    for (const found of ready) yield found;
    ready.length = 0;
  }
}
