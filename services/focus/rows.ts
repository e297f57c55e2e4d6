import type { ReadDb } from '../../db/connection.ts';
import { FocusLineReader, type ExportedLine } from '../../db/queries/focus-line-reader.ts';
import { chargeOf, type Charge } from '../../domain/focus/charge.ts';
import { OWN_FIELD_OF, type OutColumn } from '../../domain/focus/layout.ts';
import { FILLED, LINE_KEY } from '../../domain/focus/own-columns.ts';
import { toldCharge } from '../../domain/focus/told.ts';
import type { BatchSource } from './sources.ts';

/** Lines read at a time: small enough that a page never holds the process up. */
const PAGE = 250;

/** One row of the file, with the line that it is of and the columns that were filled by rule. */
export interface FocusRow {
  line: ExportedLine;
  cells: (string | null)[];
  filled: readonly string[];
}

/** Rows of the lines with these ids, page by page, cells in the order of the columns. */
export function* focusRows(
  read: ReadDb,
  ids: readonly number[],
  sources: ReadonlyMap<number, BatchSource>,
  columns: readonly OutColumn[],
): Generator<FocusRow[]> {
  const reader = new FocusLineReader(read);
  for (let i = 0; i < ids.length; i += PAGE) {
    yield reader.lines(ids.slice(i, i + PAGE)).map((line): FocusRow => {
      const found: string[] = [];
      const charge = chargeFor(line, sources.get(line.batch)!, found);
      const filled = [...new Set(found)];
      return { line, filled, cells: columns.map(({ name }) => cellOf(name, line, charge, filled)) };
    });
  }
}

function chargeFor(line: ExportedLine, source: BatchSource, filled: string[]): Charge {
  const told = source.originals?.row(line.row) ?? null;
  return told ? toldCharge(line, told, source, filled) : chargeOf(line, source, filled);
}

function cellOf(name: string, line: ExportedLine, charge: Charge, filled: readonly string[]): string | null {
  const field = OWN_FIELD_OF.get(name);
  if (field) return line[field];
  if (name === LINE_KEY) return line.key;
  if (name === FILLED) return filled.length > 0 ? filled.join(' ') : null;
  return charge[name] ?? null;
}
