import { userInfo } from 'node:os';
import type { Page } from '@playwright/test';

/** All that a person or a screen reader is told: text, labels, hints and what fields hold. */
const ALL_TEXT = `[document.body.innerText, ...[...document.querySelectorAll('[aria-label], [title], [placeholder], input, textarea')]
  .filter((element) => element.checkVisibility() && !element.closest('[aria-hidden=true], body [lang]') && element.type !== 'radio' && element.type !== 'checkbox')
  .flatMap((element) => [element.getAttribute('aria-label'), element.getAttribute('title'), element.getAttribute('placeholder'), element.value])]
  .filter(Boolean).join('\\n')`;

/** Names that a form has in its country's language, and papers in another language than the screen, marked as such. */
const FOREIGN = `[...document.body.querySelectorAll('[lang]')].map((element) => element.innerText)`;

/** What a person wrote into the sample book; it stays as written. */
const DATA = ['Sample book', 'Demo Company', 'Malaysia tax authority', 'bank transfer', 'Net of 8 % withholding tax', userInfo().username];
/** Names and formats that Chinese text writes with Latin letters. */
const NAMES = new Set([
  'Tallybook',
  'Sparkoo',
  'Zilliz',
  'Cloud',
  'English',
  'Enter',
  'Ctrl',
  'Alt',
  'Esc',
  'Space',
  'Backspace',
  'zip',
  'gz',
  'csv',
  'json',
  'pdf',
]);

/** Latin words on the page that are neither data nor codes (with digits, hyphens, slashes, or in capitals). */
export async function latinWords(page: Page): Promise<string[]> {
  let text = (await page.evaluate(ALL_TEXT)) as string;
  const foreign = (await page.evaluate(FOREIGN)) as string[];
  // Foreign papers as they stand, before data is taken out of them.
  for (const phrase of [...foreign.toSorted((a, b) => b.length - a.length), ...DATA])
    if (phrase !== '') text = text.replaceAll(phrase, ' ');
  const words = text
    .replace(/"[^"\n]*"/g, ' ')
    // The two ends of a hash: a few letters of it may look like a word.
    .replace(/[0-9a-f]+…[0-9a-f]*/gi, ' ')
    .replace(/\w+:\w\S*/g, ' ')
    .split(/[\s,;:·…()“”'‘’=+<>→|、，。：；（）「」]+/)
    .filter((token) => !/[\d/_-]|\w?\.\w/.test(token))
    .flatMap((token) => token.match(/[A-Za-z]+/g) ?? [])
    .filter((word) => /[a-z]{2}/.test(word) && !NAMES.has(word));
  return [...new Set(words)];
}
