import { expect, test } from 'vitest';
import { fileName, outcome } from './usePaperPdf.ts';

test('a number becomes a name that every system takes', () => {
  expect(fileName('HRIN/24/000017')).toBe('HRIN-24-000017');
  expect(fileName('..\\..\\x:1?')).toBe('-..-x-1-');
  expect(fileName('发票 2024 01')).toBe('发票 2024 01');
  expect(fileName('...')).toBe('document');
});

test('what the font does not have is told, and is no plain success', () => {
  const t = (key: string, values?: Record<string, unknown>): string => `${key}(${Object.values(values ?? {}).join()})`;
  const written = { file: 'A.pdf', sha256: '', rows: 1, bytes: 1, pages: 1, papers: [], unprintable: [], leftOut: false };
  expect(outcome(t, written)).toEqual({ text: 'done(1,A.pdf)', mark: 'pass' });
  expect(outcome(t, { ...written, unprintable: ['ก', 'ข'], leftOut: true })).toEqual({
    text: 'done(1,A.pdf) boxes(ก ข) leftOut()',
    mark: 'due',
  });
});
