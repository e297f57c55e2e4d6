import type { ReadDb } from '../../db/connection.ts';
import { batchById, rejectsOf } from '../../db/queries/batches.ts';
import { mendsOf } from '../../db/queries/mends.ts';
import { parseAmount } from '../../domain/money/amount.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { tell, type Tongue } from '../../domain/words/tell.ts';
import { guardText } from '../reports/csv/guard.ts';
import { KeptRows } from './mend/kept-rows.ts';
import { isMark, marksOf } from './mend/marks.ts';
import type { Dialect } from './parser/protocol.ts';

const PAGE = 1000;

/**
 * The batch's rejected rows, without those that were mended since, as a file that can be corrected and imported: the
 * original header and cells, then row number, column, value and reason in columns of their own, which no format binds. Of
 * JSON, each record is one cell. The reasons are in `language`.
 */
export function* rejectsAsCsv(read: ReadDb, batchId: number, language: Tongue = 'en'): Generator<string> {
  const batch = batchById(read, batchId);
  if (!batch)
    refuse('import.no-such-batch', say`There is no batch ${{ id: batchId }}.`, { remedy: 'List the batches and choose one of them.' });
  const dialect = JSON.parse(batch.dialect) as Dialect;
  const table = dialect.shape !== 'json';
  const kept = new KeptRows(read, batch);
  // The rejects of a corrected file of rejects have such columns already.
  const own = dialect.headers.map((h) => !isMark(h));
  const headers = table ? dialect.headers.filter((_, i) => own[i]).map((h) => h.replace(/^\uFEFF/, '')) : ['record'];
  yield `\uFEFF${csv([...headers, ...marksOf(batchId)])}`;
  for (let offset = 0; ; offset += PAGE) {
    const page = rejectsOf(read, batchId, offset, PAGE);
    const mended = mendsOf(
      read,
      batchId,
      page.map((r) => r.row),
    );
    for (const reject of page) {
      if (mended.has(reject.row)) continue;
      const cells = table ? (kept.cells(reject.row) ?? []).filter((_, i) => own[i] ?? true).map((c) => c ?? '') : [reject.original];
      while (cells.length < headers.length) cells.push('');
      yield csv([...cells, String(reject.row), reject.column ?? '', reject.value ?? '', tell(reject.reason, language)]);
    }
    if (page.length < PAGE) return;
  }
}

/** Such a file is opened in a spreadsheet, to be corrected there: no text in it may run as a formula. Reading it takes the guard off. */
const guarded = (cell: string): string => (parseAmount(cell).ok ? cell : guardText(cell));

const csv = (cells: readonly string[]): string =>
  `${cells
    .map(guarded)
    .map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c))
    .join(',')}\r\n`;
