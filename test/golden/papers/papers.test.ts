import { describe, expect, test } from 'vitest';
import { fixed, sum } from '../../../domain/money/amount.ts';
import { buildPaper } from '../../../services/documents/build.ts';
import { writePapersPdf, type Drawn } from '../../../services/documents/pdf.ts';
import type { PaperSource } from '../../../services/documents/source.ts';
import { line, manyLines, PAPERS, party, source } from '../../support/papers.ts';
import { readPdf } from '../reports/read-pdf.ts';
import { written } from '../reports/write.ts';

/** Two decimals, grouped by three: what every figure of the many lines has. */
const shown = (amount: string): string => fixed(amount, 2).replace(/\B(?=(\d{3})+\.)/g, ',');

type Language = Parameters<typeof writePapersPdf>[2];

async function drawn(
  of: PaperSource,
  language: Language = 'en',
): Promise<{ bytes: Buffer; told: Drawn; pages: string[][]; boxes: number }> {
  const { bytes, value } = await written(async (sink, caller) => {
    const told = await writePapersPdf(sink, [buildPaper(of)], language, caller);
    return told as unknown as number;
  });
  const { pages } = await readPdf(bytes);
  return { bytes, told: value as unknown as Drawn, pages: pages.map((p) => p.texts), boxes: pages.reduce((n, p) => n + p.boxes, 0) };
}

test.each([
  ['SG', 'en'],
  ['SG', 'both'],
  ['IN', 'zh-CN'],
  ['SA', 'en'],
  ['ID', 'en'],
  ['AE', 'en'],
  ['JP', 'both'],
  ['CN', 'zh-CN'],
  ['credit', 'both'],
] as const)('the words and figures of the paper %s in %s', async (name, language) => {
  const { pages } = await drawn(PAPERS[name](), language);
  await expect(`${pages.map((texts) => texts.join('\n')).join('\n\n')}\n`).toMatchFileSnapshot(`${name}.${language}.txt`);
});

test('the same paper gives the same bytes, dated as the document is', async () => {
  const [first, second] = [await drawn(PAPERS.SG(), 'both'), await drawn(PAPERS.SG(), 'both')];
  expect(second.bytes.equals(first.bytes)).toBe(true);
  const { document } = await readPdf(first.bytes);
  expect(document.getCreationDate()).toEqual(new Date('2024-03-05T00:00:00Z'));
  expect(document.getSubject()).toBe(`SHA-256 ${first.told.papers[0]?.hash}`);
  expect((await drawn(PAPERS.SG(), 'zh-CN')).told.papers[0]?.hash).toBe(first.told.papers[0]?.hash);
});

describe('lines over several pages', () => {
  test('carry their sum from page to page', async () => {
    const of = manyLines(40);
    const { pages } = await drawn(of);
    expect(pages).toHaveLength(3);
    const numbers = pages.map((texts) => texts.filter((text) => /^\d{1,2}$/.test(text) && texts.some((t) => t.includes(`ecs-prod-`))));
    expect(numbers.flat().length).toBeGreaterThanOrEqual(40);
    pages.forEach((texts, i) => {
      expect(texts).toContain('Description');
      expect(texts).toContain(`Page ${i + 1} of 3`);
    });
    const sumAfter = (texts: string[], label: string): string => texts[texts.indexOf(label) + 1]!;
    pages.slice(1).forEach((texts, i) => expect(sumAfter(texts, 'Brought forward')).toBe(sumAfter(pages[i]!, 'Carried forward')));
    // What is carried from the first page is the sum of the lines that stand on it.
    const onFirst = of.lines.filter(
      (l) => pages[0]!.some((text) => text.endsWith(String(l.position).padStart(4, '0'))) || l.position % 7 === 4,
    );
    const last = Math.max(...pages[0]!.flatMap((text) => (/ecs-prod-(\d{4})$/.exec(text) ? [Number(text.slice(-4))] : [])));
    const listed = onFirst.filter((l) => l.position <= last).map((l) => l.net);
    expect(sumAfter(pages[0]!, 'Carried forward')).toBe(shown(sum(listed)));
  });

  test('a thousand stand on the paper, each with its figure, in order', async () => {
    const of = manyLines(1000);
    const { pages } = await drawn(of, 'both');
    const texts = pages.flat();
    const found = texts.flatMap((text) => (/ecs-prod-(\d{4})$/.exec(text) ? [Number(text.slice(-4))] : []));
    expect(found).toEqual(of.lines.filter((l) => !l.description.startsWith('Relational')).map((l) => l.position));
    expect(texts).toContain(shown(sum(of.lines.map((l) => l.net))));
  });

  test('a description taller than a page goes on over pages, no word lost', async () => {
    const words = Array.from({ length: 2500 }, (_, i) => `word${i}`);
    const { pages } = await drawn(source({}, { lines: [line(1), line(2, { description: words.join(' ') }), line(3)] }));
    expect(pages.length).toBeGreaterThan(2);
    expect(
      pages
        .flat()
        .join(' ')
        .match(/\bword\d+\b/g),
    ).toEqual(words);
  });
});

test('every digit of the longest figures is printed, and nothing of a long number or name is lost', async () => {
  const number = `N${'0123456789'.repeat(9)}END`;
  const title = `Title ${'that goes on '.repeat(14)}END`;
  const seller = `Company ${'of a very long name '.repeat(12)}Ltd`;
  const { pages } = await drawn(
    source(
      { number, seller: party(seller, 'SG'), net: '1000000000000000.0000000001', tax: '0', document: { title } },
      {
        lines: [
          line(1, { net: '999999999999999.9999999999', quantity: '123456789.123456789', price: '0.0000000012' }),
          line(2, { net: '0.0000000002' }),
        ],
      },
    ),
    'both',
  );
  const texts = pages.flat();
  for (const figure of [
    '999,999,999,999,999.9999999999',
    '0.0000000002',
    '1,000,000,000,000,000.0000000001',
    '123,456,789.123456789',
    '0.0000000012',
  ])
    expect(texts.some((text) => text.startsWith(figure))).toBe(true);
  expect(texts.join('')).toContain(number);
  expect(texts.join(' ').replace(/\s+/g, ' ')).toContain(seller);
  expect(texts.join(' ').replace(/\s+/g, ' ')).toContain(title);
});

test('a transcript says so on every page, in both languages where it has both', async () => {
  const of = manyLines(60);
  const { pages } = await drawn({ ...of, record: { ...of.record, direction: 'received' } }, 'both');
  expect(pages.length).toBeGreaterThan(2);
  for (const texts of pages) {
    expect(texts.some((text) => text.includes('Transcript of a received invoice – not the original'))).toBe(true);
    expect(texts.some((text) => text.includes('所收发票的录入副本，并非原件'))).toBe(true);
  }
});

test('what the font does not have is a box with a note, and told by the character; a name in its own script is left out with one', async () => {
  const plain = await drawn(PAPERS.SG());
  expect([plain.boxes, plain.told.unprintable, plain.told.leftOut]).toEqual([0, [], false]);
  const { boxes, told, pages } = await drawn(
    source({ seller: party('Gulf Co', 'AE', { nameLocal: 'خليج' }) }, { lines: [line(1, { description: 'عرب cloud' })] }),
  );
  expect(told.unprintable).toEqual([...'عرب']);
  expect([boxes, told.leftOut]).toEqual([3, true]);
  const texts = pages.flat();
  expect(texts.some((text) => text.startsWith('A character without a glyph'))).toBe(true);
  expect(texts.some((text) => text.startsWith('A name in its own script is left out'))).toBe(true);
});
