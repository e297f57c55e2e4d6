import { basename } from 'node:path';
import type { ReadDb } from '../../../db/connection.ts';
import { listBatches } from '../../../db/queries/batches.ts';
import { certificatesTouching, paymentsTouching } from '../../../db/queries/report-papers.ts';
import { signaturesOf } from '../../../db/queries/report-signatures.ts';
import { listInvoices } from '../../../db/queries/invoices.ts';
import type { Document, Signature } from '../../statements/export/document.ts';
import { ofBook } from '../../statements/export/document.ts';
import type { Sheet } from '../../statements/export/sheet.ts';
import { count, text, type Cell } from '../tables/model.ts';
import { fill } from '../words.ts';
import { billGroupsOf } from './bill-sums.ts';
import type { ReportContext, ReportInput } from './report.ts';

/** What a report says of its book and period: printed at its head, and told again in the spreadsheet. */
export interface AboutBook extends Pick<Document, 'profile' | 'state' | 'language' | 'words' | 'facts' | 'signOff'> {
  /** Files that the bills of the period came from, with their hashes. */
  sources: Sheet;
}

/** Company, book, period, state and what the report is made from; `more` are facts of the report's own. */
export function aboutBook(
  { period }: ReportInput,
  { context: { session }, words }: ReportContext,
  more: [label: string, value: string][] = [],
): AboutBook {
  const { read, path } = session.book();
  const { common, pack } = words;
  const { profile, state } = ofBook(read);
  const sources = sourcesOf(read, period, words);
  const invoices = listInvoices(read, { period }).filter((i) => i.stated !== 'void');
  const ids = invoices.map((i) => i.id);
  const lines = billGroupsOf(read, period).reduce((n, g) => n + g.lines, 0);
  return {
    profile,
    state,
    language: words.language,
    words,
    sources,
    facts: [
      [common.company, profile.company || common.none],
      [common.period, period],
      [common.book, basename(path).replace(/\.tallybook$/, '')],
      [common.bookCurrency, profile.currency],
      ...more,
      [
        pack.madeFrom,
        fill(pack.madeFromText, {
          files: sources.rows.length,
          lines,
          invoices: invoices.length,
          payments: paymentsTouching(read, ids),
          certificates: certificatesTouching(read, ids),
        }),
      ],
      [common.state, state ? `${state.at.slice(0, 19).replace('T', ' ')} UTC · ${common.stateEntry} ${state.seq}` : common.none],
    ],
    signOff: signOff(read, period),
  };
}

/** Who has signed the figures of the period, by role; empty places where nobody has. */
function signOff(read: ReadDb, period: string): Signature[] {
  const signed = signaturesOf(read, period);
  return (['prepared', 'reviewed', 'approved'] as const).map((role) => {
    const found = signed.find((s) => s.role === role);
    return { role, name: found?.who ?? null, date: found?.at.slice(0, 10) ?? null };
  });
}

function sourcesOf(read: ReadDb, period: string, { common, pack }: ReportContext['words']): Sheet {
  const batches = listBatches(read)
    .filter((b) => b.state === 'active' && (JSON.parse(b.periods) as string[]).includes(period))
    .toReversed();
  return {
    id: 'sources',
    title: pack.tables.sources,
    columns: [
      count('batch', common.line.batch, 9),
      text('file', pack.file, 40),
      text('format', pack.format, 24),
      text('imported', pack.imported, 20),
      count('rows', pack.rows, 12),
      text('sha256', 'SHA-256', 66),
    ],
    rows: batches.map((b): Cell[] => [
      b.id,
      b.member === '' ? b.file : `${b.file} · ${b.member}`,
      b.format,
      b.imported_at.slice(0, 19).replace('T', ' '),
      b.imported,
      b.sha256,
    ]),
    totals: [],
  };
}

/** The last sheet of a workbook: the facts of its head, its notes, the hash of the book's state and who signed. */
export function aboutSheet(about: AboutBook, title: string, range: string, notes: readonly string[]): Sheet {
  const { common, pack } = about.words as ReportContext['words'];
  const roles = { prepared: common.preparedBy, reviewed: common.reviewedBy, approved: common.approvedBy };
  return {
    id: 'about',
    title: pack.tables.about,
    columns: [text('fact', pack.fact, 34), text('value', pack.value, 110)],
    rows: [
      [title, range],
      ...about.facts,
      [common.hash, about.state?.hash ?? common.none],
      ...(about.signOff ?? []).map(({ role, name, date }): Cell[] => [roles[role], [name, date].filter(Boolean).join(' · ') || null]),
      ...notes.map((note): Cell[] => [common.note, note]),
      [common.note, pack.note.formulas],
      [common.note, common.figuresNote],
      [common.note, common.missingNote],
    ],
    totals: [],
  };
}
