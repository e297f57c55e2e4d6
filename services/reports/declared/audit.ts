import { verifyAudit } from '../../../db/audit.ts';
import { auditTrail, firstAuditDay, type TrailEntry } from '../../../db/queries/report-audit.ts';
import type { Document } from '../../statements/export/document.ts';
import type { Sheet } from '../../statements/export/sheet.ts';
import { count, text, type Cell } from '../tables/model.ts';
import { fill } from '../words.ts';
import { aboutBook, aboutSheet } from './book.ts';
import { changesOf } from './changes.ts';
import { tableOf, type DeclaredReport, type ReportContext, type ReportInput } from './report.ts';
import type { PackageWords } from './words.ts';

/** Who did what and when, with the chain of hashes that proves it. */
export const auditReport: DeclaredReport = {
  id: 'audit',
  title: { en: 'Audit trail', zh: '审计日志' },
  purpose: {
    en: 'Who changed what and when, before and after, each entry with its hash; the head of the chain proves the rest.',
    zh: '谁在何时更改了什么，变更前后及每条记录的哈希；链首哈希可证明全部记录。',
  },
  parameters: ['days'],
  formats: ['xlsx', 'pdf', 'csv'],
  tables: [tableOf('who', 'By person', '按人员'), tableOf('entries', 'Entries', '记录')],
  make: auditDocument,
};

interface Told extends Omit<TrailEntry, 'body' | 'hash' | 'previous'> {
  before: string;
  after: string;
  hash: string;
  previous: string;
}

function auditDocument(input: ReportInput, given: ReportContext): Document {
  const { words, context } = given;
  const { common, pack } = words;
  const { read } = context.session.book();
  const { sources: _sources, signOff: _signOff, ...head } = aboutBook(input, given);
  const state = head.state;
  // The work on a month is done in the months after it: without days the trail is told from its beginning.
  const first = input.first ?? firstAuditDay(read) ?? given.first;
  const last = input.last ?? state?.at.slice(0, 10) ?? given.last;
  const entries = state === null ? [] : auditTrail(read, first, last, state.seq).map(toldEntry);
  const chain = verifyAudit(read);
  const [from, to] = [entries[0], entries.at(-1)];
  const range = `${first} – ${last}`;
  const notes = state === null ? [] : [fill(pack.note.audit, { seq: state.seq })];
  const facts: [string, string][] = [
    ...head.facts.filter(([label]) => label !== common.period && label !== pack.madeFrom),
    [pack.days, range],
    [
      pack.tables.entries,
      from && to ? fill(pack.entriesOf, { count: entries.length, first: String(from.seq), last: String(to.seq) }) : common.none,
    ],
    [pack.chain, chain === 'ok' ? pack.chainOk : chain],
    [pack.firstHash, from?.previous ?? common.none],
    [pack.head, state ? `${state.hash} (${common.stateEntry} ${state.seq})` : common.none],
  ];
  const table = entrySheet(entries, words);
  const who = whoSheet(entries, table, words);
  return {
    ...head,
    facts,
    title: pack.title.audit,
    range,
    last,
    sheets: [table, who, aboutSheet({ ...head, facts, sources: table }, pack.title.audit, range, notes)].filter(
      (sheet) => sheet.rows.length > 0 || sheet === table,
    ),
    flat: table,
    across: true,
    printed: [
      { table: who, columns: who.columns.map((c) => c.id) },
      {
        table,
        columns: ['seq', 'at', 'who', 'action', 'subject', 'before', 'after', 'short'],
        wraps: ['who', 'subject', 'before', 'after'],
      },
    ],
    notes,
  };
}

function toldEntry({ body, hash, previous, ...entry }: TrailEntry): Told {
  const { before, after } = JSON.parse(body) as { before: unknown; after: unknown };
  return { ...entry, ...changesOf(before, after), hash: hash.toString('hex'), previous: previous.toString('hex') };
}

function entrySheet(entries: readonly Told[], { pack }: PackageWords): Sheet {
  return {
    id: 'entries',
    title: pack.tables.entries,
    columns: [
      count('seq', pack.seq, 9),
      text('at', pack.at, 24),
      text('who', pack.who, 18),
      text('action', pack.action, 24),
      text('subject', pack.subject, 34),
      text('before', pack.before, 60),
      text('after', pack.after, 60),
      text('previous', pack.previous, 66),
      text('hash', pack.hash, 66),
      text('short', pack.hash, 20),
    ],
    rows: entries.map((e): Cell[] => [
      e.seq,
      e.at,
      e.who,
      e.action,
      e.subject,
      e.before || null,
      e.after || null,
      e.previous,
      e.hash,
      `${e.hash.slice(0, 16)}…`,
    ]),
    totals: [],
  };
}

function whoSheet(entries: readonly Told[], table: Sheet, { pack }: PackageWords): Sheet {
  const groups = [...Map.groupBy(entries, (e) => e.who)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    id: 'who',
    title: pack.tables.who,
    columns: [text('who', pack.who, 24), count('count', pack.tables.entries, 12)],
    rows: groups.map(([who, own]): Cell[] => [who, own.length]),
    totals: [],
    sums: { of: table, columns: {}, where: () => [['who', 'who']], counts: { count: [] } },
  };
}
