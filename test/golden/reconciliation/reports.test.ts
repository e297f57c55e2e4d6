import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportLanguage } from '../../../domain/reports/list.ts';
import { reportContext } from '../../../services/reports/declared/day.ts';
import { differencesDocument } from '../../../services/reports/declared/differences.ts';
import { declaredReport } from '../../../services/reports/declared/index.ts';
import { numbered } from '../../../services/reports/declared/reconciliation/data.ts';
import { reconciliationDocument } from '../../../services/reports/declared/reconciliation/index.ts';
import type { ReportInput } from '../../../services/reports/declared/report.ts';
import type { Document } from '../../../services/statements/export/document.ts';
import { writeDocument } from '../../../services/statements/export/jobs.ts';
import type { Context } from '../../../services/runtime/services.ts';
import { Session } from '../../../services/runtime/session.ts';
import { sheetCells, wrongFormulas } from '../../support/formulas.ts';
import { readPdf } from '../reports/read-pdf.ts';
import { written } from '../reports/write.ts';
import { checksOf, PERIOD, smallMonth, type SmallMonth } from './book.ts';

const INPUT: ReportInput = { period: PERIOD, vendor: null, first: null, last: null, asOf: '2023-11-20' };

let month: SmallMonth;
let context: Context;
beforeAll(() => {
  month = smallMonth();
  const host = {
    files: undefined as never,
    who: 'ann',
    now: () => new Date('2031-01-01T00:00:00Z'),
    forkParser: () => {
      throw new Error('nothing is parsed here');
    },
  };
  const session = new Session(host);
  session.adopt(month.book);
  context = { host, session, signal: new AbortController().signal, progress: () => {} };
});
afterAll(() => month.close());

/** Reports on the month; those of checks on the checks that are written down, the others on the book alone. */
const REPORTS = ['reconciliation', 'differences', 'open-items', 'three-way', 'audit'] as const;
async function documentOf(report: (typeof REPORTS)[number], language: ReportLanguage): Promise<Document> {
  const given = reportContext(context, INPUT, language);
  const data = () => numbered(month.book.read, checksOf(month));
  if (report === 'reconciliation') return reconciliationDocument(data(), INPUT, given);
  if (report === 'differences') return differencesDocument(data(), INPUT, given);
  return declaredReport(report)!.make(INPUT, given);
}

const bytesOf = async (document: Document, format: 'xlsx' | 'pdf' | 'csv'): Promise<Buffer> =>
  (
    await written((sink, caller) =>
      writeDocument(sink, { format, language: null, bilingual: false, bom: false }, { ...context, ...caller }, () => document),
    )
  ).bytes;

describe.each(REPORTS)('%s', (report) => {
  test.each(['en', 'zh-CN', 'both'] as const)('as workbook and as table (%s)', async (language) => {
    const document = await documentOf(report, language);
    const sheets = await sheetCells(await bytesOf(document, 'xlsx'));
    const dump = [...sheets].map(
      ([name, cells]) =>
        `## ${name}\n${[...cells].map(([ref, { formula, text, number }]) => `${ref}\t${number ? 'n' : 's'}\t${JSON.stringify(text)}${formula === null ? '' : `\t=${formula}`}`).join('\n')}`,
    );
    const csv = (await bytesOf(document, 'csv')).toString().replaceAll('\r\n', '\n');
    await expect(`${dump.join('\n\n')}\n\n## CSV\n${csv}`).toMatchFileSnapshot(`${report}.${language}.txt`);
    const { count, wrong } = wrongFormulas(sheets);
    expect(wrong).toEqual([]);
    if (report !== 'audit') expect(count).toBeGreaterThan(3);
  });

  test.each(['en', 'zh-CN'] as const)('as pages (%s)', async (language) => {
    const { pages, document } = await readPdf(await bytesOf(await documentOf(report, language), 'pdf'));
    const dump = pages.map((page, i) => `## ${i + 1}  ${page.width} × ${page.height}\n${page.texts.join('\n')}`).join('\n\n');
    await expect(`${dump}\n`).toMatchFileSnapshot(`${report}.${language}.pdf.txt`);
    // The book's last change, never the clock.
    expect(document.getCreationDate()).toEqual(new Date('2023-11-02T08:00:00Z'));
    expect(pages.reduce((n, page) => n + page.boxes, 0)).toBe(0);
  });

  test('the same book gives the same bytes, whenever it is written', async () => {
    for (const format of ['xlsx', 'pdf', 'csv'] as const) {
      const first = await bytesOf(await documentOf(report, 'both'), format);
      const later = await bytesOf(await documentOf(report, 'both'), format);
      expect(later.equals(first), format).toBe(true);
    }
  });
});

test('a figure longer than a cell holds is a text, and no formula uses it', async () => {
  const sheets = await sheetCells(await bytesOf(await documentOf('reconciliation', 'en'), 'xlsx'));
  const cells = [...sheets.get('Checks')!.values()];
  expect(cells.filter((c) => c.text.startsWith('12345678901234.56')).map((c) => [c.number, c.formula])).toEqual([
    [false, null],
    [false, null],
  ]);
  expect(cells.find((c) => c.text === '0.0000000001')).toMatchObject({ number: true, formula: null });
});

test('who signed the period stands in its places', async () => {
  month.book.write.run(
    "INSERT INTO period_signoff (period, close_id, role, who, by, at, note, figures) VALUES (?, NULL, 'reviewed', 'Bo Lin 林波', 'bo', '2023-11-03T10:00:00.000Z', '', ?)",
    [PERIOD, 'a'.repeat(64)],
  );
  const document = await documentOf('reconciliation', 'en');
  expect(document.signOff).toEqual([
    { role: 'prepared', name: null, date: null },
    { role: 'reviewed', name: 'Bo Lin 林波', date: '2023-11-03' },
    { role: 'approved', name: null, date: null },
  ]);
  const { pages } = await readPdf(await bytesOf(document, 'pdf'));
  expect(pages.at(-1)!.texts).toEqual(expect.arrayContaining(['Bo Lin 林波', '2023-11-03', 'Approved by']));
  month.book.write.run('DELETE FROM period_signoff');
});
