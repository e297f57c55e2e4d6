import { D } from '../../../domain/money/decimal.ts';
import type { Sink } from '../../files/sink.ts';
import { significantDigits } from '../../reports/figures.ts';
import type { Cell, Table } from '../../reports/tables/model.ts';
import { columnName, SAFE_DIGITS, type CellWriter } from '../../reports/xlsx/cells.ts';
import { DirectWorkbook, sheetName } from '../../reports/xlsx/direct-workbook.ts';
import type { LineWorkbook } from '../../reports/xlsx/lines.ts';

/** A table whose sums a spreadsheet can follow: its figures are written with the formulas that give them. */
export interface Sheet extends Table {
  /** In each row, a column that is others added up and taken off. */
  across?: { column: string; plus: string[]; minus?: string[] }[];
  /** A row's column is the one above it, and this amount. */
  running?: { column: string; amount: string };
  /** Columns by whose values the rows below the table add up the rows in it. */
  by?: string[];
  /** Columns of counts that the rows of totals add up as well. */
  adds?: readonly string[];
  /** Each row adds up rows of other sheets of the same workbook; of two that name a column the first counts. */
  sums?: SheetSums | readonly SheetSums[];
}
export interface SheetSums {
  of: Sheet;
  /** Own columns of sums, each with the column of the other sheet that it adds up. */
  columns: Readonly<Record<string, string>>;
  /** Own columns whose value the rows of the other sheet have in a column of theirs, for the row at that index. */
  where: (row: number) => readonly (readonly [own: string, theirs: string])[];
  /** A column of the other sheet that has this value in every row that is added up. */
  only?: readonly [theirs: string, value: string];
  /** Own columns that count the other sheet's rows; each with values that further columns of those rows have. No key may be missing. */
  counts?: Readonly<Record<string, readonly (readonly [theirs: string, value: string])[]>>;
}

/** Sheets as a workbook; returns the rows of the first. `created` comes from the data. */
export async function writeSheets(sink: Sink, sheets: readonly Sheet[], title: string, created: Date): Promise<number> {
  const workbook = new DirectWorkbook(sink, created, title);
  const names: string[] = [];
  for (const sheet of sheets) names.push(sheetName(sheet.title, names));
  const nameOf = new Map(sheets.map((sheet, i) => [sheet, names[i]!]));
  for (const sheet of sheets) await writeSheet(workbook, workbook.cells, sheet, nameOf);
  await workbook.finish();
  return sheets[0]?.rows.length ?? 0;
}

async function writeSheet(workbook: LineWorkbook, cells: CellWriter, table: Sheet, nameOf: ReadonlyMap<Sheet, string>): Promise<void> {
  const { columns, rows, totals } = table;
  const out = workbook.sheet({ name: table.title, widths: columns.map((c) => c.width), frozenRows: 1, landscape: true, titleRow: 1 });
  const right = columns.map(({ kind }) => kind === 'amount' || kind === 'count');
  out.first(
    columns.map((c) => c.label),
    (i) => (right[i] ? 'headerRight' : 'header'),
    30,
  );
  const at = new Map(columns.map((c, i) => [c.id, i]));
  const write = (row: number, values: readonly Cell[], total: boolean, formulaOf: (column: number) => string | null) =>
    out.write(
      cells.row(
        row,
        values.map((value, i) => {
          const cell = cells.value(`${columnName(i)}${row}`, columns[i]?.kind ?? 'text', value, total);
          const formula = isNumber(value) ? formulaOf(i) : null;
          return formula === null ? cell : withFormula(cell, formula);
        }),
      ),
    );
  for (const [i, values] of rows.entries())
    await write(i + 2, values, false, (column) => rowFormula(table, at, i, column) ?? sumFormula(table, at, i, column, nameOf));
  const last = rows.length + 1;
  for (const [i, values] of totals.entries())
    await write(last + 1 + i, values, true, (column) => totalFormula(table, at, column, values, last, last + 1 + i));
  await out.close(rows.length > 0 ? `A1:${columnName(columns.length - 1)}${last}` : undefined);
}

/** A figure that stands in a cell as a number; longer ones are texts, which no formula adds up. */
const isNumber = (value: Cell | undefined): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) && significantDigits(value) <= SAFE_DIGITS);

/** Puts the formula before the value that the cell keeps. */
const withFormula = (cell: string, formula: string): string =>
  cell.replace('<v>', `<f>${formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</f><v>`);

const placesOf = (values: readonly (Cell | undefined)[]): number =>
  Math.max(0, ...values.map((v) => (typeof v === 'string' && isNumber(v) ? new D(v).decimalPlaces() : 0)));

function rowFormula({ across = [], running, rows }: Sheet, at: ReadonlyMap<string, number>, index: number, column: number): string | null {
  const values = rows[index]!;
  const row = index + 2;
  const ref = (id: string, r = row): string => `${columnName(at.get(id)!)}${r}`;
  const own = across.find((a) => at.get(a.column) === column);
  if (own) {
    const parts = [...own.plus, ...(own.minus ?? [])];
    const figures = parts.map((id) => values[at.get(id)!] ?? null);
    if (figures.some((f) => f !== null && !isNumber(f)) || figures.every((f) => f === null)) return null;
    const places = placesOf([...figures, values[column]]);
    const terms = own.plus.map((id) => ref(id)).join('+') + (own.minus ?? []).map((id) => `-${ref(id)}`).join('');
    return `ROUND(${terms},${places})`;
  }
  if (running && at.get(running.column) === column && index > 0) {
    const amount = values[at.get(running.amount)!] ?? null;
    const before = rows[index - 1]![column];
    if (!isNumber(before) || (amount !== null && !isNumber(amount))) return null;
    const above = `${columnName(column)}${row - 1}`;
    return amount === null ? above : `ROUND(${above}+${ref(running.amount)},${placesOf([before, amount])})`;
  }
  return null;
}

/** The sum or the count of the rows of another sheet that a row stands for; null where one of them is no number. */
function sumFormula(
  sheet: Sheet,
  at: ReadonlyMap<string, number>,
  index: number,
  column: number,
  nameOf: ReadonlyMap<Sheet, string>,
): string | null {
  const id = sheet.columns[column]?.id ?? '';
  const all = sheet.sums === undefined ? [] : 'of' in sheet.sums ? [sheet.sums] : sheet.sums;
  const sums = all.find((s) => Object.hasOwn(s.columns, id) || Object.hasOwn(s.counts ?? {}, id));
  const name = sums && nameOf.get(sums.of);
  if (!sums || name === undefined || sums.of.rows.length === 0) return null;
  const place = new Map(sums.of.columns.map((c, i) => [c.id, i]));
  const range = (theirs: string): string => {
    const letters = columnName(place.get(theirs)!);
    return `'${name.replaceAll("'", "''")}'!$${letters}$2:$${letters}$${sums.of.rows.length + 1}`;
  };
  const pairs = sums.where(index);
  const own = (mine: string): string => `$${columnName(at.get(mine)!)}${index + 2}`;
  const counted = sums.counts?.[id];
  if (counted)
    return `COUNTIFS(${[...pairs.map(([mine, other]) => `${range(other)},${own(mine)}`), ...counted.map(([other, value]) => `${range(other)},${quoted(value)}`)].join(',')})`;
  const theirs = sums.columns[id]!;
  const values = sums.of.rows
    .filter(
      (row) =>
        (!sums.only || row[place.get(sums.only[0])!] === sums.only[1]) &&
        pairs.every(([mine, other]) => (row[place.get(other)!] ?? null) === (sheet.rows[index]![at.get(mine)!] ?? null)),
    )
    .map((row) => row[place.get(theirs)!] ?? null);
  if (values.some((value) => value !== null && !isNumber(value))) return null;
  const same = pairs.map(([mine, other]) => `(${range(other)}=${own(mine)})`);
  const only = sums.only ? [`(${range(sums.only[0])}=${quoted(sums.only[1])})`] : [];
  return `ROUND(SUMPRODUCT(${[...same, ...only].join('*')}*1,${range(theirs)}),${placesOf(values)})`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The sum of the rows that have the same values in the columns of `by`. */
function totalFormula(
  { by, rows, columns, adds = [] }: Sheet,
  at: ReadonlyMap<string, number>,
  column: number,
  values: readonly Cell[],
  last: number,
  row: number,
): string | null {
  const { id = '', kind } = columns[column] ?? {};
  if (!by || last < 2 || (kind !== 'amount' && !(kind === 'count' && adds.includes(id)))) return null;
  const keys = by.map((id) => at.get(id)!);
  const own = rows.filter((r) => keys.every((key) => (r[key] ?? null) === (values[key] ?? null))).map((r) => r[column] ?? null);
  if (own.length === 0 || own.some((v) => v !== null && !isNumber(v))) return null;
  const range = (i: number): string => `$${columnName(i)}$2:$${columnName(i)}$${last}`;
  const same = keys.map((key) => `(${range(key)}=$${columnName(key)}${row})`).join('*');
  return `ROUND(SUMPRODUCT(${same}*1,${range(column)}),${placesOf(own)})`;
}
