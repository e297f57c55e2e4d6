import { createHash } from 'node:crypto';
import { refuse } from '../../../domain/result.ts';
import { say, type Said } from '../../../domain/words/said.ts';
import { compress } from './compress.ts';
import { detectTable, type Detected, type Reading } from './detect.ts';
import { headOfCells } from './head.ts';
import { rejectOf } from './notice.ts';
import type { FromParser, GivenTable, Notice, ParseRequest } from './protocol.ts';
import { isFooter, RowIntake } from './row-intake.ts';
import { startedOf } from './started.ts';

const HEADER_ROWS = 20;
/** Rows whose cells are kept together in one compressed piece. */
const ROWS_PER_CHUNK = 4096;

/** A row of a sheet or of a Parquet file: its number there, and its cells as text. */
export interface CellRow {
  row: number;
  cells: (string | null)[];
}

/**
 * Parses a table that arrives as cells. Its rows are kept as text too (JSON lines), because the file itself is not:
 * that is what a line is shown as coming from.
 */
export async function* parseCells(
  request: ParseRequest,
  what: Said,
  rows: AsyncIterable<CellRow>,
  notices: Notice[],
): AsyncGenerator<FromParser> {
  const { name } = request;
  if (request.head) return yield* headOfCells(name, request.head, rows);
  let intake: RowIntake | null = null;
  let width = 0;
  let head: CellRow[] = [];
  let kept: CellRow[] = [];
  let seq = 0;
  const hash = createHash('sha256');
  const keep = function* (row: CellRow | null): Generator<FromParser> {
    if (row) kept.push(row);
    if (!request.keep || kept.length === 0 || (row && kept.length < ROWS_PER_CHUNK)) return;
    const bytes = Buffer.from(kept.map((r) => `${JSON.stringify([r.row, ...r.cells])}\n`).join(''));
    hash.update(bytes);
    yield compress(seq++, bytes, kept[0]!.row, kept.length, 'rows');
    kept = [];
  };
  const start = function* (): Generator<FromParser> {
    const reading: Reading = { delimiter: '', rows: head.map((r) => ({ row: r.row, cells: r.cells.map((c) => c ?? '') })) };
    const found = detectTable([reading], name, request.format, request.context, request);
    const detected = request.given ? asItsFile(found, request.given) : found;
    intake = new RowIntake(detected, request, request.context, notices);
    width = detected.headers.length;
    yield startedOf(detected, 'cells', 'utf-8', what);
    for (const row of head) {
      yield* keep(row);
      if (row.row > detected.headerRow) yield* feed(row);
    }
    head = [];
  };
  const feed = function* (row: CellRow): Generator<FromParser> {
    const filled = row.cells.findLastIndex((c) => c !== null && c !== '') + 1;
    if (filled === 0) return;
    const table = intake!;
    table.count();
    const original = (): string =>
      row.cells
        .map((c) => c ?? '')
        .join('\t')
        .slice(0, 4000);
    if (isFooter(row.cells[0] ?? '')) table.ignore();
    else if (filled > width)
      table.reject(
        rejectOf(
          row.row,
          null,
          null,
          'row.cell-count',
          say`The row has ${{ cells: filled }} cells, the header ${{ expected: width }}.`,
          original,
        ),
      );
    else table.addCells(row.cells, row.row, 0, original);
    yield* table.due(0);
  };
  for await (const row of rows) {
    if (intake === null) {
      head.push(row);
      if (head.length >= HEADER_ROWS) yield* start();
      continue;
    }
    yield* keep(row);
    yield* feed(row);
  }
  if (intake === null) {
    if (head.length === 0)
      refuse('import.no-rows', say`“${{ name }}” has no rows.`, { file: name, remedy: 'Choose another sheet or file.' });
    yield* start();
  }
  yield* keep(null);
  const table = intake as RowIntake | null;
  // Rows that are given one by one may all be lines of totals; the caller says so of each.
  if (!table || (table.rows === 0 && !request.given))
    refuse('import.no-rows', say`“${{ name }}” has a header but no rows.`, { file: name, remedy: 'Check the period that was exported.' });
  yield* table.due(0, true);
  if (request.keep) yield { type: 'rows-hash', sha256: hash.digest('hex') };
  yield table.ended();
}

/** Rows that are given one by one are read as the file that they belong to: its beginning and its source decide. */
const asItsFile = (found: Detected, { head, source }: GivenTable): Detected => ({
  ...found,
  head: head.map((cells) => cells.map((c) => c ?? '')),
  ...(source && { source }),
});
