import { csvLine } from '../../../services/sample/csv.ts';

/** A file of the book before it is written: row 1 is its header, the first of `rows` is row 2. */
export interface Table {
  name: string;
  header: readonly string[];
  rows: (readonly string[])[];
}

/** The row's number as an import counts it. */
export const rowNumber = (index: number): number => index + 2;

export const csvOf = ({ header, rows }: Pick<Table, 'header' | 'rows'>): string =>
  [header, ...rows].map((cells) => csvLine(cells, { delimiter: ',', newline: '\n' })).join('');

/** The place of a column; throws where the table has none of that name. */
export function columnAt(table: Pick<Table, 'header' | 'name'>, name: string): number {
  const at = table.header.indexOf(name);
  if (at < 0) throw new TypeError(`${table.name} has no column ${name}.`);
  return at;
}
