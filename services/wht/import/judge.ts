import { setImmediate as breath } from 'node:timers/promises';
import type { ReadDb } from '../../../db/connection.ts';
import { say, type Said } from '../../../domain/words/said.ts';
import type { ImportedCertificate, ReadList } from '../../../domain/wht/import/certificate.ts';
import type { Trouble } from '../../../domain/wht/import/cells.ts';
import { indexBook, knownIn, type Known } from '../../../domain/wht/import/known.ts';
import { exactOnes, matchCertificate, unknownNumbers, type Matched } from '../../../domain/wht/import/match.ts';
import { readList } from '../../../domain/wht/import/read.ts';
import type { Context } from '../../runtime/services.ts';
import { factsOf, type BookFacts } from './facts.ts';
import type { How, Understood } from './understand.ts';

/** One row of the file (or the rows of one certificate) with what the book makes of it. */
export interface JudgedRow {
  rows: number[];
  state: 'matched' | 'several' | 'none' | 'known' | 'ignored' | 'rejected';
  certificate: ImportedCertificate | null;
  known: Known | null;
  matched: Matched | null;
  bulk: boolean;
  remarks: { code: string; said: Said }[];
  troubles: Trouble[];
  why: Said | null;
  figures: Record<string, string>;
}

export interface JudgedFile {
  list: ReadList;
  rows: JudgedRow[];
}

/** Rows between two breaths: other calls are answered while a long list is matched. */
const BETWEEN = 25;

/** Reads every row and holds it against the book as it stands. Changes nothing. */
export async function judgeFile(read: ReadDb, understood: Understood, how: How, context: Context): Promise<JudgedFile> {
  const { table, bound, reading } = understood;
  if (bound === null) return { list: { certificates: [], rejected: [], ignored: [], notices: [] }, rows: [] };
  const today = context.session.today();
  const facts = factsOf(read, today);
  const list = readList(table, bound, reading, { today, us: facts.us, side: how.side });
  const book = indexBook(facts.certificates);
  const rows: JudgedRow[] = [];
  for (const certificate of list.certificates) {
    rows.push(judgeRow(certificate, knownIn(book, certificate, false), facts));
    if (rows.length % BETWEEN > 0) continue;
    context.progress({ stage: 'match', done: rows.length, total: list.certificates.length, unit: 'rows', rate: null, remaining: null });
    await breath();
    context.signal.throwIfAborted();
  }
  const exact = new Set(exactOnes(rows.flatMap(({ rows: [key], matched }) => (matched ? [{ key: key!, matched }] : []))).map((e) => e.key));
  for (const row of rows) row.bulk = exact.has(row.rows[0]!);
  const plain = { certificate: null, known: null, matched: null, bulk: false, remarks: [], troubles: [], why: null };
  for (const { row, why, cancelled } of list.ignored) {
    const known = cancelled && knownIn(book, cancelled, true);
    rows.push({
      ...plain,
      rows: [row],
      state: known ? 'known' : 'ignored',
      certificate: cancelled,
      known,
      why,
      figures: cancelled?.figures ?? {},
    });
  }
  for (const { row, figures, troubles } of list.rejected) rows.push({ ...plain, rows: [row], state: 'rejected', figures, troubles });
  return { list, rows: rows.toSorted((a, b) => a.rows[0]! - b.rows[0]!) };
}

function judgeRow(certificate: ImportedCertificate, known: Known | null, facts: BookFacts): JudgedRow {
  const { rows, figures } = certificate;
  const base = { rows, certificate, bulk: false, troubles: [], why: null, figures };
  if (known) return { ...base, state: 'known', known, matched: null, remarks: certificate.remarks };
  const matched = matchCertificate(certificate, facts.invoices);
  const unknown = unknownNumbers(certificate, facts.invoices);
  return {
    ...base,
    state: matched.outcome,
    known: null,
    matched,
    remarks: [
      ...certificate.remarks,
      ...(unknown.length > 0
        ? [{ code: 'wht-import.no-invoice', said: say`No open invoice of the book has the number ${{ numbers: unknown }}.` }]
        : []),
    ],
  };
}
