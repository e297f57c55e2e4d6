import type { ReadDb } from '../../db/connection.ts';
import { batchById, rejectsOf } from '../../db/queries/batches.ts';
import { refuse } from '../../domain/result.ts';
import { parseRows } from './parser/csv-row.ts';
import type { Dialect } from './parser/protocol.ts';

const PAGE = 1000;

/**
 * The batch's rejected rows as a file that can be mended and imported again: the original header and cells, then row
 * number, column, value and reason in columns of their own, which no format binds.
 */
export function* rejectsAsCsv(read: ReadDb, batchId: number): Generator<string> {
  const batch = batchById(read, batchId);
  if (!batch) refuse('import.no-such-batch', `There is no batch ${batchId}.`, { remedy: 'List the batches and choose one of them.' });
  const dialect = JSON.parse(batch.dialect) as Dialect;
  const table = dialect.shape === 'table';
  const headers = table ? dialect.headers.map((h) => h.replace(/^\uFEFF/, '')) : ['record'];
  yield `\uFEFF${csv([...headers, 'Tallybook row', 'Tallybook column', 'Tallybook value', 'Tallybook reason'])}`;
  for (let offset = 0; ; offset += PAGE) {
    const page = rejectsOf(read, batchId, offset, PAGE);
    for (const reject of page) {
      const cells = table ? (parseRows(Buffer.from(reject.original), dialect.delimiter, 1)[0] ?? []) : [reject.original];
      while (cells.length < headers.length) cells.push('');
      yield csv([...cells, String(reject.row), reject.column ?? '', reject.value ?? '', reject.reason]);
    }
    if (page.length < PAGE) return;
  }
}

const csv = (cells: readonly string[]): string =>
  `${cells.map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')}\r\n`;
