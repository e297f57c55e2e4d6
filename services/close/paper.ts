import type { ReadDb } from '../../db/connection.ts';
import type { CloseRecord } from '../../db/queries/closes.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import { settingsOf } from '../book/profile.ts';
import { amounts, count, date, text, type Cell, type Table } from '../reports/tables/model.ts';
import type { Document, Printed } from '../statements/export/document.ts';
import { both, documentWords, type DocumentLanguage } from '../statements/export/words.ts';
import { readCertificate, type Certificate } from './certificate.ts';
import { certificateWords, type CertificateWords } from './words.ts';

/** The certificate of a close as a document: made of what was stored alone, so that the same close gives the same bytes. */
export function certificateDocument(read: ReadDb, record: CloseRecord, language: DocumentLanguage): Document {
  const c = readCertificate(record);
  const words = certificateWords(language);
  const told = (w: { en: string; zh: string }): string =>
    language === 'bilingual' ? both(w.en, w.zh) : language === 'zh-CN' ? w.zh : w.en;
  const printed = [
    totals(c, words, documentWords(language).common.measures),
    checks(c, words, told),
    discrepancies(c, words, told),
    checklist(c, words, told),
    adjustments(c, words),
    documents(c, words),
    inputs(c, words),
    signatures(c, words),
  ].filter((t) => t.rows.length > 0 || t.id === 'checks' || t.id === 'signatures');
  return {
    words: documentWords(language),
    language,
    title: words.title,
    range: c.period,
    last: record.closedAt.slice(0, 10),
    facts: [
      [words.company, c.book.company || '–'],
      [words.number, String(c.number)],
      [words.closed, `${stamp(c.closedAt)} UTC, ${words.by} ${c.closedBy}`],
      [words.book, `${c.book.entity} · ${c.book.country} · ${c.book.mark.slice(0, 16)}`],
      [words.audit, c.audit ? `${c.audit.seq}` : '–'],
      [words.hash, record.sha256],
    ],
    sheets: printed,
    flat: printed[0]!,
    printed: printed.map((table): Printed => ({ table, columns: table.columns.map((col) => col.id) })),
    across: true,
    notes: [words.notes.hash, ...(record.reopened ? [words.notes.reopened] : [])],
    profile: { ...settingsOf(read), company: c.book.company },
    state: c.audit && { seq: c.audit.seq, at: c.closedAt, hash: c.audit.hash },
  };
}

const stamp = (at: string): string => at.slice(0, 19).replace('T', ' ');
type Told = (w: { en: string; zh: string }) => string;

/** The measures that fit on paper; the JSON has all. */
const PRINTED: readonly MeasureName[] = ['listPrice', 'discount', 'payable', 'cash', 'coupon', 'monthlySettled', 'tax'];

function totals(c: Certificate, w: CertificateWords, names: Record<string, string>): Table {
  const measures = PRINTED.filter((m) => c.totals.some((t) => t.sums[m] !== undefined));
  return {
    id: 'totals',
    title: w.totals,
    columns: [
      text('kind', w.kind, 12),
      text('vendor', w.vendor, 16),
      text('currency', w.currency, 9),
      count('lines', w.lines),
      ...measures.map((m) => amounts(m, names[m] ?? m)),
    ],
    rows: c.totals.map((t): Cell[] => [
      w.kinds[t.kind],
      w.vendors[t.vendor] ?? t.vendor,
      t.currency,
      t.lines,
      ...measures.map((m) => t.sums[m] ?? null),
    ]),
    totals: [],
  };
}

const checks = (c: Certificate, w: CertificateWords, told: Told): Table => ({
  id: 'checks',
  title: w.checks,
  columns: [
    text('reference', w.check, 40),
    text('vendor', w.vendor, 16),
    text('currency', w.currency, 9),
    amounts('left', w.left),
    amounts('right', w.right),
    amounts('difference', w.difference),
    text('status', w.status, 12),
  ],
  rows: c.checks.map((k): Cell[] => [
    told(k.title),
    k.vendor === null ? null : (w.vendors[k.vendor] ?? k.vendor),
    k.currency,
    k.left,
    k.right,
    k.difference,
    w.statuses[k.status] ?? k.status,
  ]),
  totals: [],
});

const discrepancies = (c: Certificate, w: CertificateWords, told: Told): Table => ({
  id: 'discrepancies',
  title: w.discrepancies,
  columns: [
    text('number', '#', 6),
    text('reference', w.check, 40),
    text('currency', w.currency, 9),
    amounts('amount', w.difference),
    text('status', w.status, 14),
    text('basis', w.reason, 40),
  ],
  rows: c.discrepancies.map((d): Cell[] => [
    String(d['id']),
    told(d['title'] as { en: string; zh: string }),
    d['currency'] as string | null,
    d['seen'] as string | null,
    w.states[String(d['state'])] ?? String(d['state']),
    [d['reason'], d['document'], d['approver']].filter(Boolean).join(' · '),
  ]),
  totals: [],
});

const checklist = (c: Certificate, w: CertificateWords, told: Told): Table => ({
  id: 'checklist',
  title: w.checklist,
  columns: [text('reference', w.item, 36), text('status', w.status, 12), text('basis', w.finding, 60)],
  rows: c.checklist.map((i): Cell[] => [
    told(i.title),
    w.itemStates[i.state] ?? i.state,
    i.waived ? `${told(i.text)} – ${i.waived.reason} (${i.waived.who}, ${stamp(i.waived.at)})` : told(i.text),
  ]),
  totals: [],
});

const adjustments = (c: Certificate, w: CertificateWords): Table => ({
  id: 'adjustments',
  title: w.adjustments,
  columns: [
    text('reference', w.file, 40),
    count('lines', w.lines),
    text('party', w.accepted, 18),
    text('basis', w.note, 40),
    text('at', w.at, 20),
  ],
  rows: c.adjustments.map((a): Cell[] => [a.title, a.lines, a.accepted?.by ?? null, a.note, stamp(a.at)]),
  totals: [],
});

const documents = (c: Certificate, w: CertificateWords): Table => ({
  id: 'documents',
  title: w.documents,
  columns: [
    text('kind', w.document, 14),
    text('reference', '#', 28),
    text('party', w.vendor, 18),
    date('date', w.date),
    text('currency', w.currency, 9),
    amounts('amount', w.amount),
    text('hash', 'SHA-256', 20),
  ],
  rows: c.documents.map((d): Cell[] => [
    w.documentKinds[d.kind] ?? d.kind,
    d.number,
    w.vendors[d.of] ?? d.of,
    d.date,
    d.currency,
    d.amount,
    d.hash.slice(0, 16),
  ]),
  totals: [],
});

const inputs = (c: Certificate, w: CertificateWords): Table => ({
  id: 'inputs',
  title: w.inputs,
  columns: [text('reference', w.file, 40), count('rows', w.rows), text('at', w.imported, 20), text('hash', 'SHA-256', 66)],
  rows: c.inputs.map((f): Cell[] => [f.file, f.rows, stamp(f.importedAt), f.sha256]),
  totals: [],
});

const signatures = (c: Certificate, w: CertificateWords): Table => ({
  id: 'signatures',
  title: w.signatures,
  columns: [
    text('kind', w.role, 14),
    text('party', w.who, 26),
    text('at', w.at, 20),
    text('seller', w.keyboard, 20),
    text('basis', w.note, 40),
  ],
  rows: c.signoffs.map((s): Cell[] => [w.roles[s.role] ?? s.role, s.who, stamp(s.at), s.by, s.note]),
  totals: [],
});
