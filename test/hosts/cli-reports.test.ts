import { describe, expect, it } from 'vitest';
import { rig, type Ran } from './cli-rig.ts';

const BOOK = ['--book', 'b.tallybook'];
const written = { file: 'x', sha256: 'a'.repeat(64), rows: 1, bytes: 2 };
const cli = () =>
  rig({
    'export/report': written,
    'export/disputeLetter': { ...written, reference: 'D-1', pages: 1, hash: '', unprintable: [] },
    'export/disputeMail': { ...written, reference: 'D-1', to: ['a@b.example'], files: [{ name: 'D-1.pdf', bytes: 3 }] },
    'parties/list': { parties: [{ id: 7, kind: 'vendor', name: 'Huawei Cloud' }] },
    'reports/catalogue': [
      {
        id: 'audit',
        title: { en: 'Audit trail', zh: '审计日志' },
        purpose: { en: '', zh: '' },
        parameters: ['days'],
        formats: ['pdf'],
        languages: ['en'],
        tables: [],
      },
    ],
  });
const input = (ran: Ran, name: string) => ran.calls.find((c) => c.name === name)?.input;

describe('export report', () => {
  it('writes the whole of a period unless another report is named', async () => {
    const plain = await cli().run('export', 'report', '--period', '2023-09', '--format', 'pdf', '--out', 'r.pdf', ...BOOK);
    expect(input(plain, 'export/report')).toMatchObject({ report: 'period', period: '2023-09', language: null, asOf: null, first: null });
    const named = ['--report', 'open-items', '--as-of', '2023-10-31', '--vendor', 'huawei', '--language', 'both'];
    const ran = await cli().run('export', 'report', '--period', '2023-09', '--format', 'csv', '--out', 'r.csv', ...named, ...BOOK);
    expect(input(ran, 'export/report')).toMatchObject({ report: 'open-items', asOf: '2023-10-31', vendor: 'huawei', language: 'both' });
  });
  it('refuses a report that there is not, naming those that there are', async () => {
    const ran = await cli().run('export', 'report', '--report', 'x', '--period', '2023-09', '--format', 'pdf', '--out', 'r.pdf', ...BOOK);
    expect([ran.exit, ran.calls]).toEqual([2, []]);
    expect(ran.err).toContain('reconciliation');
  });
  it('lists reports without a book, with the options that each takes', async () => {
    const ran = await cli().run('reports');
    expect(ran.exit).toBe(0);
    expect(ran.out).toMatch(/audit\s+Audit trail\s+--from --to/);
  });
});

describe('discrepancies letter', () => {
  it('asks for checks and followed differences, to a party by its name', async () => {
    const about = ['--check', 'a:huawei:USD', '--check', 'b:huawei:USD', '--discrepancy', '3'];
    const more = ['--party', 'huawei cloud', '--date', '2023-11-20', '--deadline', '2023-12-01', '--note', 'please'];
    const ran = await cli().run('discrepancies', 'letter', '--period', '2023-09', ...about, ...more, '--to', 'l.pdf', ...BOOK);
    expect(input(ran, 'export/disputeLetter')).toMatchObject({
      period: '2023-09',
      checks: ['a:huawei:USD', 'b:huawei:USD'],
      discrepancies: [3],
      party: 7,
      date: '2023-11-20',
      deadline: '2023-12-01',
      reference: null,
      note: 'please',
      language: 'en',
    });
    expect(ran.out).toContain('D-1');
  });
  it('tells who the message goes to and what goes with it', async () => {
    const ran = await cli().run('discrepancies', 'mail', '--period', '2023-09', '--check', 'a', '--to', 'l.eml', '--json', ...BOOK);
    expect(JSON.parse(ran.out)).toMatchObject({ to: ['a@b.example'], files: [{ name: 'D-1.pdf' }], reference: 'D-1' });
    const unknown = await cli().run('discrepancies', 'mail', '--period', '2023-09', '--party', 'Nobody', '--to', 'l.eml', ...BOOK);
    expect([unknown.exit, input(unknown, 'export/disputeMail')]).toEqual([2, undefined]);
  });
});
