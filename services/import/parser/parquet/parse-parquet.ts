import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { say } from '../../../../domain/words/said.ts';
import { compress } from '../compress.ts';
import { noticeOf } from '../notice.ts';
import { parseCells } from '../parse-cells.ts';
import type { FromParser, Notice, ParseRequest } from '../protocol.ts';
import { openParquet, type ParquetFile } from './open.ts';

/** True for a file that begins as Parquet does, encrypted or not. */
export async function isParquet(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && (buffer.toString('latin1') === 'PAR1' || buffer.toString('latin1') === 'PARE');
  } finally {
    await handle.close();
  }
}

/** Parses a Parquet file: its rows are kept as text beside its own bytes, so that each line can be shown as it was read. */
export async function* parseParquet(request: ParseRequest): AsyncGenerator<FromParser> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const block of createReadStream(request.path) as AsyncIterable<Buffer>) {
    hash.update(block);
    size += block.length;
  }
  yield { type: 'probed', sha256: hash.digest('hex'), size };
  const file = await openParquet(request.path, request.name);
  let seq = 0;
  try {
    for await (const message of parseCells(
      request,
      file.createdBy ? say`Parquet written by ${{ program: file.createdBy.slice(0, 60) }}` : say`Parquet`,
      rowsOf(file),
      noticesOf(file),
    )) {
      yield message;
      // The file's own bytes follow once it is known to be a bill.
      if (message.type === 'started' && request.keep)
        for await (const block of createReadStream(request.path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)
          yield compress(seq++, block, 0, 0);
    }
  } finally {
    await file.close();
  }
}

/** The header is row 1, as if the table were a sheet; the first row of data is row 2. */
async function* rowsOf(file: ParquetFile): AsyncGenerator<{ row: number; cells: (string | null)[] }> {
  yield { row: 1, cells: file.headers };
  for await (const { row, cells } of file) yield { row: row + 1, cells };
}

const noticesOf = (file: ParquetFile): Notice[] =>
  file.binaryFloats.length === 0
    ? []
    : [
        noticeOf(
          'warning',
          'parquet.binary-float',
          say`${{ columns: [...file.binaryFloats.slice(0, 12), ...(file.binaryFloats.length > 12 ? ['…'] : [])] }}: the source holds binary floats; each figure is read as the shortest decimal that denotes it.`,
          'Where the source can export decimals or CSV, prefer that.',
          { count: file.binaryFloats.length },
        ),
      ];
