import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit } from './audit.ts';
import { openBook } from './book.ts';
import { migrations } from './migrations/index.ts';
import { historiesOf } from './queries/history.ts';
import { invoiceSnapshot, listInvoices } from './queries/invoices.ts';
import { listCertificates } from './queries/wht.ts';
import { verifyDocuments } from './verify-documents.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-wht-'));
  path = join(folder, 'b.tallybook');
  const d = new Database(path);
  d.pragma('application_id = 1413565529');
  for (const m of migrations.filter((each) => each.version <= 210)) d.exec(m.sql);
  d.pragma('user_version = 210');
  d.exec(`
    INSERT INTO invoice (id, vendor, number, kind, entity, date, period, currency, net_u, net_f, tax_u, tax_f, stated, note, source, figures)
      VALUES (1, 'huawei', 'A', 'invoice', 'SPARKOO_SG', '2024-04-10', '2024-04', 'USD', 6000, 0, 480, 0, 'unpaid', '', 'typed', '{}');
    INSERT INTO wht_certificate VALUES
      (1, 'W-1', 0, 'Tax office', '2024-05-01', 'USD', 480, 0, 'first', 'refused'),
      (2, 'W-1', 0, 'Tax office', '2024-05-02', 'MYR', 2284, 8000000000, '', 'accepted'),
      (3, 'TB-WHT-000001', 1, '', '2024-05-03', 'USD', 1, 0, '', 'void');
    INSERT INTO wht_allocation VALUES (1, 1, 480, 0, 480, 0, 0), (2, 1, 2284, 8000000000, 480, 0, 1), (3, 1, 1, 0, 1, 0, 0);
    INSERT INTO wht_event (certificate_id, at, who, event, from_status, to_status, reason) VALUES
      (1, '2024-05-01T00:00:00Z', 'me', 'submitted', NULL, 'submitted', NULL),
      (1, '2024-05-02T00:00:00Z', 'me', 'refused', 'submitted', 'refused', 'blurred');
  `);
  d.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What an earlier version wrote into its audit trail for a certificate. */
const entryOf = (change: Record<string, unknown>): Record<string, unknown> => ({
  generated: false,
  issuer: 'Tax office',
  currency: 'USD',
  note: '',
  attachments: [],
  ...change,
});

describe('a book of the version before drafts and sides', () => {
  it('keeps every certificate, its invoices and its history', () => {
    const { read, close } = openBook(path);
    expect(listCertificates(read).map((c) => [c.id, c.number, c.status, c.total, c.currency, c.side, c.lines])).toEqual([
      [3, 'TB-WHT-000001', 'void', '1', 'USD', 'payer', [{ invoiceId: 1, amount: '1', payAmount: '1', fx: null }]],
      [2, 'W-1', 'accepted', '2284.8', 'MYR', 'payer', [{ invoiceId: 1, amount: '2284.8', payAmount: '480', fx: null }]],
      [1, 'W-1', 'refused', '480', 'USD', 'payer', [{ invoiceId: 1, amount: '480', payAmount: '480', fx: null }]],
    ]);
    expect(
      historiesOf(read, 'certificate', [1])
        .get(1)
        ?.map((h) => [h.event, h.reason]),
    ).toEqual([
      ['submitted', null],
      ['refused', 'blurred'],
    ]);
    expect(read.all('PRAGMA foreign_key_check')).toEqual([]);
    expect(read.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%_kept'")).toEqual([]);
    close();
  });
  it('agrees with the audit trail that the earlier version wrote', () => {
    const book = openBook(path);
    const line = (amount: string, payAmount: string) => [{ invoice: 'A', amount, payAmount }];
    book.write.transaction(() => {
      const add = (subject: string, after: Record<string, unknown>): void =>
        void appendAudit(book.write, { at: '2024-05-03T00:00:00Z', who: 'me', action: 'wht/add', subject, before: null, after });
      add('invoice:huawei:A', invoiceSnapshot(listInvoices(book.read)[0]!, []));
      add(
        'certificate:1',
        entryOf({ number: 'W-1', date: '2024-05-01', total: '480', note: 'first', status: 'refused', allocations: line('480', '480') }),
      );
      add(
        'certificate:2',
        entryOf({
          number: 'W-1',
          date: '2024-05-02',
          total: '2284.8',
          currency: 'MYR',
          status: 'accepted',
          allocations: line('2284.8', '480'),
        }),
      );
      add(
        'certificate:3',
        entryOf({
          number: 'TB-WHT-000001',
          generated: true,
          issuer: '',
          date: '2024-05-03',
          total: '1',
          status: 'void',
          allocations: line('1', '1'),
        }),
      );
    });
    expect(verifyDocuments(book.read)).toBe('ok');
    book.write.run("UPDATE wht_certificate SET side = 'payee' WHERE id = 2");
    expect(verifyDocuments(book.read)).toBe('certificate W-1 is not as the audit trail recorded it');
    book.close();
  });
  it('lets no certificate be deleted, and no number stand on two', () => {
    const book = openBook(path);
    expect(() => book.write.run('DELETE FROM wht_certificate WHERE id = 3')).toThrow(/never deleted/);
    expect(() => book.write.run("UPDATE wht_certificate SET status = 'draft' WHERE id = 1")).toThrow(/UNIQUE/);
    book.close();
  });
});
