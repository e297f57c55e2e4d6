import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PAPER_LANGUAGES } from '../../../domain/invoices/paper-language.ts';
import { readPdf } from '../../../test/golden/reports/read-pdf.ts';
import { income, siam, sparkoo, tawiSource } from '../../../test/support/certificate-papers.ts';
import { PLAIN_TAWI } from '../../../domain/wht/paper-options.ts';
import { certificatePdf } from './pdf.ts';
import { buildTawi } from './tawi.ts';
import { tawiRowOf } from './tawi-rows.ts';
import { thaiDate, thaiDay } from './tawi-words.ts';

const build = (part: Parameters<typeof tawiSource>[0] = {}, rest: Parameters<typeof tawiSource>[1] = {}, options = {}) =>
  buildTawi(tawiSource(part, rest), { ...PLAIN_TAWI, ...options });

interface Item {
  text: string;
  x: number;
  /** From the foot of the page. */
  y: number;
  width: number;
}

/** Texts with their places as another reader of PDF finds them, page by page. */
async function read(bytes: Uint8Array): Promise<Item[][]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: Item[][] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }] : [],
      ),
    );
  }
  await task.destroy();
  return pages;
}

describe('what stands on the form', () => {
  test('parties with their thirteen digits, income by its row, totals, words, the box of the return', () => {
    const paper = build();
    expect(paper.payer).toEqual({
      name: 'บริษัท สยามดาต้า จำกัด',
      also: 'Siam Data Co., Ltd.',
      address: 'เลขที่ 88/8 อาคารปทุมวัน ชั้นที่ 12 ถนนพระรามที่ 1 แขวงปทุมวัน เขตปทุมวัน กรุงเทพมหานคร 10330',
      taxId: '0105551234567',
      branch: '00000',
    });
    expect(paper.income).toEqual([{ row: '5', what: 'ค่าจ้างทำของ ค่าบริการ', paid: '2024-03-05', base: '10000', tax: '300' }]);
    expect([paper.base, paper.tax, paper.words, paper.return]).toEqual(['10000', '300', 'สามร้อยบาทถ้วน', '53']);
    expect([paper.marks, paper.lacks]).toEqual([[], []]);
  });

  test.each([
    ['40(1)', 'other', '40(1)'],
    ['40 (4) (ก)', 'interest', '40(4)(a)'],
    ['40(4)(ข)(1.2)', 'dividend', '40(4)(b)(1.2)'],
    ['40(6)', 'professional-fees', '5'],
    [null, 'royalty', '40(3)'],
    [null, 'goods', '6'],
    ['unknown', 'transport', '5'],
  ] as const)('an income of code %s and kind %s stands in row %s', (code, category, row) => expect(tawiRowOf(code, category)).toBe(row));

  test('the return goes by who is paid, and for what', () => {
    const person = { ...sparkoo, taxIds: [{ scheme: 'TIN', value: '1-1014-01234-56-7' }] };
    const interest = [income({ code: '40(4)(a)', category: 'interest' })];
    expect(build({}, { payee: person }).return).toBe('3');
    expect(build({ income: interest }, { payee: person }).return).toBe('2');
    expect(build({ income: [income({ code: '40(1)', category: 'other' })] }, { payee: person }).return).toBe('1a');
    expect(build({ income: interest }).return).toBe('53');
    expect(build({}, { payee: { ...sparkoo, taxIds: [] } }).return).toBeNull();
    expect(build({}, {}, { return: '3a' }).return).toBe('3a');
  });

  test('what is missing is named and is no zero', () => {
    const paper = build(
      { currency: 'USD', income: [income({ base: null, paid: null })] },
      { payer: { ...siam, addresses: [], taxIds: [] } },
    );
    expect(paper.lacks).toEqual(['payer-tax-id', 'payer-address', 'paid', 'base', 'local-currency']);
    expect([paper.base, paper.words]).toEqual([null, null]);
  });

  test('a draft, a void paper and a substitute say so', () => {
    expect(build({ status: 'draft' }).marks).toEqual([{ id: 'draft' }]);
    expect(build({ status: 'void', replacedBy: 'B' }).marks).toEqual([{ id: 'void' }, { id: 'replaced', number: 'B' }]);
    expect(build({ replaces: 'A' }).marks).toEqual([{ id: 'substitute', number: 'A' }]);
  });

  test('days in the Buddhist era', () => {
    expect([thaiDate('2024-03-05'), thaiDay('2024-03-05')]).toEqual(['5 มีนาคม 2567', '05/03/2567']);
  });
});

describe('as PDF', () => {
  test('two copies, both with everything, in Thai with a second line; the ISO date stands beside the Thai one', async () => {
    const paper = build({}, {}, { book: '12', sequence: '7' });
    const { pages } = await readPdf((await certificatePdf(paper, 'en')).bytes);
    const texts = pages.map((page) => page.texts.join(' ').replace(/ +/g, ' '));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('ฉบับที่ 1');
    expect(texts[1]).toContain('ฉบับที่ 2');
    for (const text of texts) {
      for (const part of ['หนังสือรับรองการหักภาษี', '67-0031', '05/03/2567', '2024-03-05', '10,000.00', '300.00', 'สามร้อยบาทถ้วน', 'มีนาคม'])
        expect(text).toContain(part);
      expect(text).toContain('Withholding tax certificate under section 50 bis');
      expect(text).toContain('not a form printed by the Revenue Department');
      // The digits of both numbers, each in its box.
      expect(text.match(/(?:\d ){13}/g)?.map((run) => run.replaceAll(' ', ''))).toEqual(['0105551234567', '0105565047713']);
    }
    const zh = await readPdf((await certificatePdf(paper, 'zh-CN')).bytes);
    expect(zh.pages[0]!.texts).toContain('第一联：收款方，随纳税申报表附送');
  });

  test('another reader finds the Thai by the font’s own tables', async () => {
    const plain = (text: string): string => text.replace(/([\u0e48-\u0e4b]?)\u0e33/g, '\u0e4d$1\u0e32').replace(/\s/g, '');
    const [items] = await read((await certificatePdf(build({ income: [income({ description: 'ค่าน้ำ' })] }), 'en')).bytes);
    const first = items!.map(({ text }) => text).join('');
    for (const part of ['หนังสือรับรองการหักภาษี', 'สามร้อยบาทถ้วน', 'บริษัทสยามดาต้า', 'ผู้ถูกหักภาษี']) expect(plain(first)).toContain(plain(part));
    // The ring is drawn before the tone, below it.
    expect(first.replace(/\s/g, '')).toContain('ค\u0e48าน\u0e4d\u0e49\u0e32');
  });

  test('more payments than the form has room for stand in an annex, and on the form as their sum', async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      income({ base: '100.25', tax: '3.01', paid: `2024-03-${String((i % 28) + 1).padStart(2, '0')}` }),
    );
    const paper = build({ income: many, total: '120.4' });
    const pdf = await certificatePdf(paper, 'both');
    expect(pdf.pages).toBe(4);
    const { pages } = await readPdf(pdf.bytes);
    expect(pages[0]!.texts).toContain('4,010.00');
    expect(pages[1]!.texts.filter((text) => text === '100.25')).toHaveLength(40);
  });

  test.each(PAPER_LANGUAGES)('the same paper gives the same bytes (%s), and the file stays small', async (language) => {
    const paper = build({ status: 'draft', replaces: '67-0030' });
    const [a, b] = [await certificatePdf(paper, language), await certificatePdf(paper, language)];
    expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(true);
    expect(a.bytes.length).toBeLessThan(120_000);
    expect(a.unprintable).toEqual([]);
  });

  test('whatever the income, the form takes one page and nothing leaves it', async () => {
    const codes = ['40(1)', '40(2)', '40(3)', '40(4)(a)', '40(4)(b)', '40(4)(b)(1.1)', '40(4)(b)(2.5)', '5', '6'];
    const line = fc.record({
      code: fc.constantFrom(...codes),
      base: fc.bigInt({ min: 1n, max: 10n ** 13n }),
      what: fc.constantFrom('', 'ค่าบริการคลาวด์', 'Cloud'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 24 }), fc.constantFrom(...PAPER_LANGUAGES), async (lines, language) => {
        const paper = build({
          status: 'draft',
          income: lines.map(({ code, base, what }) => income({ code, base: `${base}.5`, tax: '1', description: what, category: 'other' })),
        });
        const { bytes, pages } = await certificatePdf(paper, language);
        expect([2, 4]).toContain(pages);
        const [form] = await read(bytes);
        const foot = 28;
        const written = form!.filter(({ text, y }) => text.trim() !== '' && Math.round(y) !== foot);
        expect(Math.min(...written.map(({ y }) => y))).toBeGreaterThan(foot + 12);
        expect(Math.min(...written.map(({ x }) => x))).toBeGreaterThanOrEqual(41.9);
        expect(Math.max(...written.map(({ x, width }) => x + width))).toBeLessThanOrEqual(595.28 - 41.5);
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 60_000);
});
