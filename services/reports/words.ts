import type { Language } from './data.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

export type Words = typeof en;

/** The words of a language. */
export const wordsOf = (language: Language): Words => (language === 'zh-CN' ? zh : en);

/** Fills {name} places of a pattern. */
export const fill = (pattern: string, values: Readonly<Record<string, string | number>>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
