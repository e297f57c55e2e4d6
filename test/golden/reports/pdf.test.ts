import { expect, test } from 'vitest';
import type { ReportData } from '../../../services/reports/data.ts';
import { writeReportPdf } from '../../../services/reports/pdf/report.ts';
import { readPdf } from './read-pdf.ts';
import { noMeasures, sampleLines, sampleReport } from './sample.ts';
import { written } from './write.ts';

const pdfOf = async (data: ReportData): Promise<Buffer> => (await written((sink, caller) => writeReportPdf(sink, data, caller))).bytes;

test.each(['en', 'zh-CN'] as const)('the words and figures of a report (%s)', async (language) => {
  const { pages } = await readPdf(await pdfOf(sampleReport(language, sampleLines(300))));
  const dump = pages.map((page, i) => `## ${i + 1}  ${page.width} × ${page.height}\n${page.texts.join('\n')}`).join('\n\n');
  await expect(`${dump}\n`).toMatchFileSnapshot(`report.${language}.pdf.txt`);
});

test('fonts are embedded as small subsets, one content stream a page', async () => {
  const bytes = await pdfOf(sampleReport('zh-CN', sampleLines(300)));
  const { pages, fonts } = await readPdf(bytes);
  // The Thai font is there for one payment's reference, and only what that needs of it.
  const names = ['/TALYRG+NotoSansSC-Regular', '/TALYBD+NotoSansSC-Bold', '/TALYTR+NotoSansThai-Regular'];
  expect(fonts.map((f) => f.name)).toEqual(names);
  expect(fonts.pop()!.glyphs).toBe(new Set('กสิกรไทย').size);
  for (const font of fonts) {
    expect(font.glyphs).toBeGreaterThan(40);
    expect(font.bytes).toBeLessThan(120_000);
  }
  expect(pages.every((page) => page.streams === 1)).toBe(true);
  expect(bytes.length).toBeLessThan(200_000);
});

test('the same data gives the same bytes; the file says whose state it shows', async () => {
  const data = sampleReport('en', sampleLines(40));
  const first = await pdfOf(data);
  expect((await pdfOf(data)).equals(first)).toBe(true);
  const { document } = await readPdf(first);
  expect(document.getTitle()).toBe('Reconciled billing report 2026-09');
  expect(document.getSubject()).toContain(data.state!.hash);
  expect(document.getCreationDate()).toEqual(new Date('2026-11-02T08:15:30Z'));
});

test('a character without a glyph is a box, and the report says so', async () => {
  const data = sampleReport('en', sampleLines(5));
  // Thai is drawn in its own font; the Arabic of one payment reference is seven characters that none has.
  data.payments = data.payments.map((payment) => ({ ...payment, reference: payment.reference.replace('กสิกรไทย', 'المصرفي') }));
  const { pages } = await readPdf(await pdfOf(data));
  expect(pages.reduce((n, page) => n + page.boxes, 0)).toBe([...'المصرفي'].length);
  expect(pages.flatMap((p) => p.texts).some((t) => t.startsWith('A character without a glyph'))).toBe(true);
  const plain = await readPdf(await pdfOf({ ...data, payments: [] }));
  expect(plain.pages.flatMap((p) => p.texts).some((t) => t.startsWith('A character without a glyph'))).toBe(false);
});

test('tables of hundreds of rows repeat their header on every page, and pages are counted', async () => {
  const data = sampleReport('en', sampleLines(5));
  const invoice = data.invoices[0]!;
  data.invoices = Array.from({ length: 400 }, (_, i) => ({ ...invoice, number: `INV-${String(i).padStart(4, '0')}` }));
  const { pages } = await readPdf(await pdfOf(data));
  const withRows = pages.filter((p) => p.texts.some((t) => t.startsWith('INV-')));
  expect(withRows.length).toBeGreaterThan(8);
  expect(withRows.every((p) => p.texts.includes('Withheld'))).toBe(true);
  expect(pages.flatMap((p) => p.texts.filter((t) => /^INV-\d{4}$/.test(t))).slice(0, 400)).toEqual(data.invoices.map((i) => i.number));
  pages.forEach((page, i) => expect(page.texts).toContain(`Page ${i + 1} of ${pages.length}`));
});

test('an empty part says so, and a text of many thousand characters runs over pages', async () => {
  const data = sampleReport('en', sampleLines(5));
  data.payments = [];
  data.certificates = [];
  const check = data.reconciliation.checks[0]!;
  data.reconciliation = {
    ...data.reconciliation,
    checks: [{ ...check, explanation: Array.from({ length: 4000 }, (_, i) => `word${i}`).join(' ') }],
  };
  const { pages } = await readPdf(await pdfOf(data));
  const texts = pages.flatMap((p) => p.texts);
  expect(texts.filter((t) => t === 'None in this period.')).toHaveLength(2);
  const words = texts.join(' ').match(/\bword\d+\b/g) ?? [];
  expect(words).toEqual(Array.from({ length: 4000 }, (_, i) => `word${i}`));
});

test('nothing that is missing is printed as a figure', async () => {
  const data = sampleReport('en', []);
  data.summary = {
    ...data.summary,
    totals: { USD: { ...noMeasures(), payable: '7' } },
    total: {},
    statement: {},
    byProductType: [{ currency: 'USD', groups: [{ label: '', filter: [], amounts: { ...noMeasures(), payable: '7' }, lines: 1 }] }],
    byAccount: [],
    lines: 1,
  };
  const { pages } = await readPdf(await pdfOf(data));
  expect(pages[1]!.texts).toContain('(none)');
  // Key figure, summary, the one group, and the total by product type and by account: nothing but the payable amount.
  const bill = pages.slice(0, 2).flatMap((p) => p.texts);
  expect(bill.filter((t) => /^-?[\d,]+\.\d+$/.test(t))).toEqual(['7.00', '7.00', '7.00', '7.00']);
});
