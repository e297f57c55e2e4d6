import { createHash } from 'node:crypto';
import { refuse } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import { compress } from './compress.ts';
import { parseCells, type CellRow } from './parse-cells.ts';
import type { FromParser, GivenTable, ParseRequest } from './protocol.ts';

/**
 * Parses rows that come with the request instead of a file: the same typing, identities and rejections as for the file
 * that they belong to. They keep their row numbers, and the order in which they are given.
 */
export async function* parseGiven(request: ParseRequest, given: GivenTable): AsyncGenerator<FromParser> {
  const { header, rows } = given;
  const bytes = Buffer.from(`${JSON.stringify({ header: header.cells, rows: rows.map((r) => [r.row, ...r.cells]) })}\n`);
  yield { type: 'probed', sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
  for await (const message of parseCells(request, say`rows mended by hand`, cellRows([header, ...rows]), [])) {
    if (message.type === 'started' && message.dialect.headerRow !== header.row)
      refuse('mend.header', say`Row ${{ row: message.dialect.headerRow }} reads like the header of the file.`, {
        file: request.name,
        row: message.dialect.headerRow,
        remedy: 'Mend the other rows without it.',
      });
    yield message;
    if (message.type === 'started' && request.keep) yield compress(0, bytes, 0, 0);
  }
}

async function* cellRows(rows: readonly CellRow[]): AsyncGenerator<CellRow> {
  yield* rows;
}
