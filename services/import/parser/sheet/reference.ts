/** Rows and columns of a sheet (Excel specifications and limits). */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** `AB` for 27: the letters of a column counted from 0. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

export interface CellReference {
  /** From 1. */
  row: number;
  /** From 0. */
  column: number;
}

/** `AB12`; null where it is no reference or beyond what a sheet has. */
export function parseReference(text: string): CellReference | null {
  const found = { row: 0, column: 0 };
  return readReference(text, found) ? found : null;
}

/** The same into an object that is there already: sheets have millions of references. False where it is none. */
export function readReference(text: string, into: CellReference): boolean {
  let i = 0;
  let column = 0;
  for (; i < text.length; i++) {
    const letter = text.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > MOST_COLUMNS) return false;
  }
  if (i === 0 || i === text.length || text.charCodeAt(i) === 48) return false;
  let row = 0;
  for (; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return false;
    row = row * 10 + digit;
    if (row > MOST_ROWS) return false;
  }
  into.row = row;
  into.column = column - 1;
  return true;
}
