import { zstdDecompressSync } from 'node:zlib';
import { parse } from 'lossless-json';
import type { ReadDb } from '../../db/connection.ts';
import type { BatchRow } from '../../db/queries/batches.ts';
import { chunkOfRow, type ChunkRow } from '../../db/queries/sources.ts';
import { billFormatById } from '../../domain/formats/index.ts';
import { normaliseHeader } from '../../domain/formats/header.ts';
import { wholeText } from '../import/original.ts';
import { CsvRow, INCOMPLETE } from '../import/parser/csv-row.ts';
import type { Dialect } from '../import/parser/protocol.ts';

/** The cell of a column by any of its names, the first that is there and filled; null where none is. */
export type Cells = (names: readonly string[]) => string | null;

interface Wanted {
  row: number;
  part: number;
}

/** Signs of “missing” in the vendors' files. */
const filled = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' || trimmed === '-' || trimmed === '--' ? null : trimmed;
};

/** Names to places, looked up once for each list of names. */
function finder(headers: readonly string[]): (names: readonly string[]) => readonly number[] {
  const places = new Map<string, number>();
  headers.forEach((header, i) => {
    const { name } = normaliseHeader(header);
    if (!places.has(name)) places.set(name, i);
  });
  const known = new Map<readonly string[], number[]>();
  return (names) => {
    let found = known.get(names);
    if (!found) known.set(names, (found = names.flatMap((name) => places.get(normaliseHeader(name).name) ?? [])));
    return found;
  };
}

/**
 * The original cells of rows of a batch, row by row; only rows that are wanted are taken apart, and only pieces of the file that
 * hold one are unpacked. The cells of a row can be read until the next row is asked for. `wanted` ascends by row and part. Rows whose original cannot be found are left out.
 */
export function* originalCells<W extends Wanted>(read: ReadDb, batch: BatchRow, wanted: readonly W[]): Generator<[W, Cells]> {
  const dialect = JSON.parse(batch.dialect) as Dialect;
  if (wanted.length === 0 || !dialect.shape) return;
  if (dialect.shape === 'json') yield* ofJson(read, batch, dialect, wanted);
  else if (dialect.shape === 'cells') yield* ofCells(read, batch, dialect, wanted);
  else yield* ofText(read, batch, dialect, wanted);
}

function* ofText<W extends Wanted>(read: ReadDb, batch: BatchRow, dialect: Dialect, wanted: readonly W[]): Generator<[W, Cells]> {
  const find = finder(dialect.headers);
  const scanner = new CsvRow();
  const delimiter = dialect.delimiter.charCodeAt(0);
  for (let i = 0; i < wanted.length;) {
    // Only UTF-8 is kept in pieces cut between rows.
    const chunk = dialect.encoding === 'utf-8' ? chunkOfRow(read, batch.source_id, wanted[i]!.row) : undefined;
    const bytes = chunk ? zstdDecompressSync(chunk.data) : Buffer.from(wholeText(read, batch.source_id, dialect.encoding));
    let row = chunk?.first_row ?? 1;
    let p = row === 1 && bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
    const from = i;
    for (; p < bytes.length && i < wanted.length; row++) {
      const next = scanner.scan(bytes, p, bytes.length, delimiter, true);
      if (next === INCOMPLETE) break;
      for (; wanted[i]?.row === row; i++)
        yield [
          wanted[i]!,
          (names) => {
            for (const at of find(names)) {
              const text = at < scanner.cells ? filled(scanner.text(bytes, at)) : null;
              if (text !== null) return text;
            }
            return null;
          },
        ];
      p = next;
    }
    // A row that the file does not have: on to the next one.
    if (i === from) i++;
  }
}

function* ofCells<W extends Wanted>(read: ReadDb, batch: BatchRow, dialect: Dialect, wanted: readonly W[]): Generator<[W, Cells]> {
  const find = finder(dialect.headers);
  let chunk: ChunkRow | undefined;
  let rows = new Map<number, (string | null)[]>();
  for (const one of wanted) {
    if (batch.rows_source_id !== null && (!chunk || one.row >= chunk.first_row + chunk.rows)) {
      chunk = chunkOfRow(read, batch.rows_source_id, one.row);
      const lines = chunk ? zstdDecompressSync(chunk.data).toString('utf8').split('\n') : [];
      rows = new Map(
        lines.flatMap((text) => {
          if (text === '') return [];
          const [row, ...cells] = JSON.parse(text) as [number, ...(string | null)[]];
          return [[row, cells] as const];
        }),
      );
    }
    const cells = rows.get(one.row);
    if (cells)
      yield [
        one,
        (names) =>
          find(names)
            .map((at) => filled(cells[at]))
            .find((text) => text !== null) ?? null,
      ];
  }
}

function* ofJson<W extends Wanted>(read: ReadDb, batch: BatchRow, dialect: Dialect, wanted: readonly W[]): Generator<[W, Cells]> {
  const format = billFormatById(batch.format);
  const records = format?.shape === 'json' ? format.records(parse(wholeText(read, batch.source_id, dialect.encoding))) : null;
  const waiting = new Map<string, W[]>();
  for (const one of wanted) waiting.set(`${one.row} ${one.part}`, [...(waiting.get(`${one.row} ${one.part}`) ?? []), one]);
  for (const { row, part, cells } of records ?? [])
    for (const one of waiting.get(`${row} ${part}`) ?? [])
      yield [
        one,
        (names) => names.map((name) => filled(Object.hasOwn(cells, name) ? cells[name] : null)).find((text) => text !== null) ?? null,
      ];
}
