import { appendAudit } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { keepReading, linesWithWords, unreadBatches, wordsOfBatch, type PrepaidRow } from '../../db/queries/allocation-reading.ts';
import { batchById } from '../../db/queries/batches.ts';
import { conventionOf } from '../../domain/allocation/conventions.ts';
import { monthsOfLength } from '../../domain/allocation/duration.ts';
import { natureOf } from '../../domain/allocation/nature.ts';
import { printedTerm } from '../../domain/allocation/printed-term.ts';
import { TERM_COLUMNS_OF_BILLS as COLUMNS } from '../../domain/allocation/term-columns.ts';
import { billFormatById } from '../../domain/formats/index.ts';
import { toEpochDay } from '../../domain/time/plain-date.ts';
import type { VendorName } from '../../db/measures.ts';
import { Pace } from '../reports/pace.ts';
import type { Context, Handler } from '../runtime/services.ts';
import { originalCells, type Cells } from './original-cells.ts';

/** Edition of the rules by which lines are found and terms are read: raised when they change, so that books are read again. */
export const RULES = 1;

/**
 * Looks through batches that were not looked through yet for lines that are paid ahead, and keeps what their original rows tell of
 * the term. Made from the book itself, so it can be made again at any time. Each batch is one transaction.
 */
export const readTerms: Handler<'allocation/read'> = async (_input, context) => {
  const { session } = context;
  const unread = unreadBatches(session.book().read, RULES);
  const pace = new Pace(context, 'terms', 'files', unread.length);
  let lines = 0;
  let terms = 0;
  for (const [done, { id, file }] of unread.entries()) {
    await pace.breathe(done);
    const rows = await prepaidRowsOf(session.book().read, id, context);
    const known = rows.filter(({ first }) => first !== null).length;
    session.transaction(({ write }) => {
      keepReading(write, id, RULES, rows);
      appendAudit(write, {
        at: session.now(),
        who: context.host.who,
        action: 'allocation/read',
        subject: `batch:${id}`,
        before: null,
        after: { file, lines: rows.length, terms: known, rules: RULES },
      });
    });
    lines += rows.length;
    terms += known;
  }
  pace.finish(unread.length);
  return { batches: unread.length, lines, terms };
};

async function prepaidRowsOf(read: ReadDb, id: number, context: Context): Promise<PrepaidRow[]> {
  const batch = batchById(read, id)!;
  const words = wordsOfBatch(read, id).filter(({ vendor, modeText, typeText }) => natureOf(vendor, modeText, typeText) !== 'own-month');
  const wanted = linesWithWords(read, id, words);
  const vendor = words[0]?.vendor ?? 'other';
  const zone = billFormatById(batch.format)?.utcOffset ?? conventionOf(vendor, '2000-01-01').clock;
  const found = new Map<number, PrepaidRow>();
  const pace = new Pace({ signal: context.signal, progress: () => undefined }, 'terms', 'rows', wanted.length);
  for (const [line, cells] of originalCells(read, batch, wanted)) {
    found.set(line.id, rowOf(line.id, vendor, cells, zone));
    if (pace.due) await pace.breathe(found.size);
  }
  return wanted.map((line) => found.get(line.id) ?? { line: line.id, first: null, last: null, months: null, original: null });
}

function rowOf(line: number, vendor: VendorName, cells: Cells, zone: number): PrepaidRow {
  const term = printedTerm(vendor, cells(COLUMNS.start), cells(COLUMNS.end), zone);
  const length = cells(COLUMNS.length);
  return {
    line,
    first: term && toEpochDay(term.first),
    last: term && toEpochDay(term.last),
    months: length === null ? null : monthsOfLength(length, cells(COLUMNS.unit)),
    original: cells(COLUMNS.original),
  };
}
