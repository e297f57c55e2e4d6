import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { english, type Said } from '../../domain/words/said.ts';
import { recover, tell } from '../../domain/words/tell.ts';
import { rooms, sentencesZh } from '../../domain/words/zh-cn/index.ts';
import { scanSentences } from './scan-sentences.ts';

const { sentences, plain } = scanSentences(fileURLToPath(new URL('../..', import.meta.url)));
const shape = (text: string): string => text.replace(/\{\w*\}/g, '{}');
const spoken = new Set(sentences.map((s) => s.template));
const shapes = new Set(plain.map((p) => p.text));
const holes = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? ''))].toSorted();
const own = Object.keys(sentencesZh);

describe('what the services say', () => {
  it('is found in the source at all', () => expect(spoken.size).toBeGreaterThan(500));
  it('names its parameters', () => expect(plain).toEqual([]));
  it('has a Chinese form for every code', () =>
    expect(sentences.filter((s) => !Object.hasOwn(sentencesZh, s.template)).map((s) => `${s.place} ${s.code ?? ''} ${s.template}`)).toEqual(
      [],
    ));
  it('has a Chinese form where it is plain text, by its shape', () => {
    const known = new Set(own.map(shape));
    expect(plain.filter((p) => !known.has(p.text))).toEqual([]);
  });
  it('is said somewhere, whatever stands in the catalogue', () =>
    expect(own.filter((template) => !spoken.has(template) && !shapes.has(shape(template)))).toEqual([]));
  it('has the same parameters in both languages', () =>
    expect(own.filter((template) => holes(template).join() !== holes(sentencesZh[template] ?? '').join())).toEqual([]));
  it('stands in one room of the catalogue', () =>
    expect(Object.values(rooms).flatMap((room) => Object.keys(room))).toHaveLength(own.length));
  it('is Chinese in the Chinese catalogue', () =>
    expect(
      own.filter((t) => /[A-Za-z]{3}/.test(shape(t)) && !/[\p{Script=Han}（]/u.test(sentencesZh[t] ?? '') && t !== sentencesZh[t]),
    ).toEqual([]));
});

describe('a text that was kept without its parameters', () => {
  const withHoles = own.filter((t) => holes(t).length > 0 && t.replace(/\{\w+\}/g, '').replace(/\W/g, '').length >= 8);
  it.each(withHoles)('%s', (template) => {
    const params = Object.fromEntries(holes(template).map((name, i) => [name, `v${i}`]));
    const said: Said = { template, params };
    const found = recover(english(said));
    expect(found && tell(found, 'zh-CN')).toBe(tell(said, 'zh-CN'));
  });
});
