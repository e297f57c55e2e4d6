import { describe, expect, it } from 'vitest';
import { bundles, type Words } from './index.ts';

/** Dotted keys without their plural endings, with the words. */
function flatten(words: Words, before = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flatten(value, `${before}${key}.`),
  );
}
const bare = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const holes = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? '').sort();

const all = bundles();
const namespaces = [...new Set([...Object.keys(all['en'] ?? {}), ...Object.keys(all['zh-CN'] ?? {})])];

describe('words', () => {
  it('finds the word files', () => expect(namespaces).toContain('common'));

  for (const namespace of namespaces) {
    const en = flatten(all['en']?.[namespace] ?? {});
    const zh = flatten(all['zh-CN']?.[namespace] ?? {});
    it(`${namespace}: both languages have the same keys`, () => {
      expect([...new Set(zh.map(([key]) => bare(key)))].sort()).toEqual([...new Set(en.map(([key]) => bare(key)))].sort());
    });
    it(`${namespace}: no word is empty`, () => {
      expect([...en, ...zh].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    });
    it(`${namespace}: both languages fill in the same values`, () => {
      const inEn = new Map(en.filter(([key]) => !key.endsWith('_one')).map(([key, text]) => [bare(key), holes(text)]));
      for (const [key, text] of zh) expect([key, holes(text)]).toEqual([key, inEn.get(bare(key))]);
    });
    it(`${namespace}: an English plural has both forms`, () => {
      const keys = new Set(en.map(([key]) => key));
      expect([...keys].filter((key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')))).toEqual([]);
    });
  }
});
