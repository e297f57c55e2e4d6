import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PERIOD, smallMonth, type SmallMonth } from '../../../test/golden/reconciliation/book.ts';
import { sheetCells, wrongFormulas } from '../../../test/support/formulas.ts';
import { REPORT_IDS } from '../../../domain/reports/list.ts';
import { changesOf } from './changes.ts';

let month: SmallMonth;
beforeAll(() => void (month = smallMonth()));
afterAll(() => month.close());

test('every report is in the list once, with the tables that it makes', async () => {
  const list = await month.call('reports/catalogue', {});
  expect(list.map((r) => r.id).toSorted()).toEqual([...REPORT_IDS].toSorted());
  for (const entry of list.filter((r) => r.id !== 'period' && r.id !== 'close-certificate')) {
    const shown = await month.call('reports/preview', { report: entry.id, period: PERIOD, language: 'en' });
    expect(shown.title, entry.id).not.toBe('');
    if (entry.id === 'reconciliation')
      expect(shown.tables.map((t) => t.id)).toEqual(expect.arrayContaining(['totals', 'checks', 'bills', 'sources']));
    for (const table of shown.tables) {
      expect(table.head.length, `${entry.id} ${table.id}`).toBe(Math.min(table.rows, 8));
      expect(table.head.every((row) => row.length === table.columns.length)).toBe(true);
    }
  }
});

test('the checks of the book stand in the report with both sides, and its formulas give them', async () => {
  const { checks } = await month.call('reconcile/run', { period: PERIOD });
  const { bytes, sha256, rows } = await month.written('export/report', {
    report: 'reconciliation',
    period: PERIOD,
    format: 'xlsx',
    language: 'en',
  });
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  const sheets = await sheetCells(bytes);
  const cells = sheets.get('Checks')!;
  const at = new Map([...cells].filter(([ref]) => /^[A-Z]+1$/.test(ref)).map(([ref, { text }]) => [text, ref.slice(0, -1)]));
  const told = checks.map((_, i) =>
    ['Left', 'Right', 'Difference', 'Check'].map((name) => cells.get(`${at.get(name)}${i + 2}`)?.text ?? null),
  );
  expect(told).toEqual(checks.map((c) => [c.left, c.right, c.difference, c.id]));
  const { count, wrong } = wrongFormulas(sheets);
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(checks.length);
  expect(rows).toBeGreaterThanOrEqual(checks.length);
});

test('written again after other exports the bytes are the same, and the record says so', async () => {
  for (const format of ['xlsx', 'pdf', 'csv'] as const) {
    const input = { report: 'audit', period: PERIOD, format, language: 'both' };
    const first = await month.written('export/report', input);
    await month.written('export/report', { ...input, report: 'three-way' });
    expect((await month.written('export/report', input)).sha256, format).toBe(first.sha256);
  }
  const [record] = await month.call('export/list', {});
  expect(record).toMatchObject({ what: 'audit report 2023-09', language: 'both', state: 'done' });
});

test('a register is the one of its own screen', async () => {
  const range = { from: '2023-09-01', to: '2023-10-31' };
  const own = await month.written('export/tax-register', { ...range, format: 'csv', language: 'en' });
  const listed = await month.written('export/report', {
    report: 'tax-register',
    period: PERIOD,
    first: range.from,
    last: range.to,
    format: 'csv',
    language: 'en',
  });
  expect(listed.bytes.equals(own.bytes)).toBe(true);
});

test('what cannot be written is refused: both languages of the line report, a certificate without a close', async () => {
  const target = month.target();
  expect((await month.refused('export/report', { period: PERIOD, format: 'pdf', language: 'both', target })).code).toBe(
    'report.one-language',
  );
  expect((await month.refused('reports/preview', { report: 'period', period: PERIOD })).code).toBe('report.no-preview');
  expect((await month.refused('reports/preview', { report: 'close-certificate', period: PERIOD })).code).toBe('report.never-closed');
});

test('changes are told field by field, and only those that differ', () => {
  expect(changesOf({ a: 1, b: 'x', c: [1] }, { a: 1, b: 'y', d: null })).toEqual({
    before: 'b: x\nc: [1]\nd: –',
    after: 'b: y\nc: –\nd: null',
  });
  expect(changesOf(null, { number: 'A', note: '', lines: [] })).toEqual({ before: '', after: 'number: A' });
  expect(changesOf('x'.repeat(500), null).before).toHaveLength(401);
});
