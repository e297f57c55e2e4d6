import { PDFDocument } from 'pdf-lib';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { embedFaces, type Face } from './fonts.ts';
import { longestPiece, printable, widthOf, wrap } from './text.ts';

let face: Face;
beforeAll(async () => {
  face = (await embedFaces(await PDFDocument.create())).regular;
});

test('ideographs are an em wide, and so is nothing the font lacks', () => {
  expect(face.width('账')).toBe(1000);
  expect(face.width('ع')).toBeNull();
  expect(widthOf(face, '账单', 10)).toBe(20);
});

test('Chinese breaks between characters, never before a closing or after an opening mark', () => {
  expect(wrap(face, '账单对账报告', 10, 30)).toEqual(['账单对', '账报告']);
  expect(wrap(face, '账单对，账报告', 10, 30)).toEqual(['账单', '对，账', '报告']);
  expect(wrap(face, '账单（对账）', 10, 30)).toEqual(['账单', '（对', '账）']);
});

test('Latin breaks at spaces and after hyphens; numbers stay whole; a long word is cut', () => {
  expect(wrap(face, 'Payable less coupons', 10, 60)).toEqual(['Payable less', 'coupons']);
  expect(wrap(face, 'a -1,234.56 b', 10, 56)).toEqual(['a -1,234.56', 'b']);
  expect(wrap(face, 'x'.repeat(40), 10, 60).join('')).toBe('x'.repeat(40));
  expect(wrap(face, 'one\ntwo', 10, 200)).toEqual(['one', 'two']);
});

test('every line fits, and no character but white space is lost', () => {
  const text = fc
    .array(fc.constantFrom('账', '单', '，', '。', '（', '）', 'a', 'W', '1', ' ', '-', '/', '.', ',', '“', '𠮷', 'ก'), { maxLength: 80 })
    .map((c) => c.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 120 }), (t, width) => {
      const lines = wrap(face, t, 10, width);
      expect(lines.every((line) => widthOf(face, line, 10) <= width + 0.1)).toBe(true);
      expect(lines.join('').replaceAll(' ', '')).toBe(printable(t).replaceAll(' ', ''));
      // A column as wide as the longest piece never cuts inside one.
      if (longestPiece(face, t, 10) <= width) expect(lines.slice(1).every((line) => !/^[，。）.,]/.test(line))).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test('curly quotes are drawn straight in Latin text, whose glyphs here are an em wide', () => {
  expect(printable('the report’s “total”…')).toBe('the report\'s "total"...');
  expect(printable('“总计”')).toBe('“总计”');
});
