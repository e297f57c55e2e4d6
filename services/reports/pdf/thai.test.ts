import { PDFDocument } from 'pdf-lib';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readPdf } from '../../../test/golden/reports/read-pdf.ts';
import { Flow } from './flow.ts';
import { embedFaces, type Faces } from './fonts.ts';
import { widthOf, wrap } from './text.ts';
import { inParts, thaiBreaks, thaiRuns } from './thai.ts';

let document: PDFDocument;
let faces: Faces;
beforeAll(async () => {
  document = await PDFDocument.create({ updateMetadata: false });
  faces = await embedFaces(document);
});

test('sara am comes apart, its ring under the tone that was typed before it', () => {
  expect(inParts('น้ำ')).toBe('น\u0e4d\u0e49\u0e32');
  expect(inParts('ทำ')).toBe('ท\u0e4d\u0e32');
  expect(thaiRuns('บริษัท A จำกัด')).toEqual(['', 'บริษัท', ' A ', 'จำกัด', '']);
});

test('marks take no room, and a tone over a vowel is another glyph than one over a letter', () => {
  const { thai } = faces.regular;
  expect(faces.regular.width('\u0e48')).toBe(0);
  expect(widthOf(faces.regular, 'ที่', 10)).toBe(widthOf(faces.regular, 'ท', 10));
  expect(faces.regular.width('ำ')).toBe(faces.regular.width('า'));
  const glyphs = (text: string): string[] => thai!.show(text, 10).match(/<[0-9A-F]{4}>/gi)!;
  const [tone] = glyphs('ก่').slice(1);
  expect(glyphs('กี่')[2]).not.toBe(tone);
  expect(glyphs('กุ่')[2]).toBe(tone);
});

test('a line begins where a word does, never with a mark; no character is lost', () => {
  expect([...thaiBreaks([...'การหักภาษี'])]).toEqual([3, 6]);
  const words = fc.array(fc.constantFrom('หนังสือ', 'รับรอง', 'การ', 'ภาษี', 'น้ำ', 'ที่', 'จ่าย', ' ', 'A1', '5,000.00'), { maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 30, max: 160 }), (parts, width) => {
      const text = parts.join('');
      const lines = wrap(faces.regular, text, 10, width);
      expect(lines.every((line) => widthOf(faces.regular, line, 10) <= width + 0.1)).toBe(true);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(lines.some((line) => /^[\u0e30-\u0e3a\u0e47-\u0e4e]/.test(line))).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test('the font is in the file only where it is drawn with, and its text can be read back', async () => {
  const written = async (text: string): Promise<Uint8Array> => {
    const pdf = await PDFDocument.create({ updateMetadata: false });
    const own = await embedFaces(pdf);
    const flow = new Flow(own, '');
    flow.page.text(50, 50, text, { face: own.regular, size: 12 });
    for (const page of flow.pages) page.addTo(pdf, own);
    return pdf.save();
  };
  const plain = await readPdf(await written('Siam Data'));
  expect(plain.fonts.map(({ name }) => name)).toEqual(['/TALYRG+NotoSansSC-Regular', '/TALYBD+NotoSansSC-Bold']);
  const thai = await readPdf(await written('น้ำ Siam'));
  expect(thai.pages[0]!.texts).toEqual(['น้ำ', ' Siam']);
  expect(thai.fonts.find(({ name }) => name.includes('Thai'))?.bytes).toBeLessThan(20_000);
});
