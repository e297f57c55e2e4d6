import type { PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { oneLine, tellSentence, tellTerm, type Told } from '../../documents/language.ts';
import type { Sentence } from '../../documents/paper.ts';
import { clipped, drawLines, LABEL, toldLines, type Sheet } from '../../documents/layout/sheet.ts';
import { ACCENT, AMBER, MUTED, RULE } from '../../reports/pdf/page.ts';
import { fill } from '../../reports/words.ts';
import type { CertificateMark } from './marks.ts';
import { CERTIFICATE_WORDS as W } from './words.ts';

/** Heading of a part, with room for its first rows. */
export function drawHeading({ flow, language }: Sheet, word: keyof typeof W, room: number): void {
  flow.need(24 + room);
  flow.y += 6;
  flow.page.text(flow.left, flow.y + 9, oneLine(tellTerm(W[word], language)), { face: flow.faces.bold, size: 9.5, colour: ACCENT });
  flow.y += 15;
}

/** Where to sign; never torn from its line. */
export function drawSignature({ flow, language }: Sheet, sentence: Sentence): void {
  flow.need(70);
  flow.y += 50;
  flow.page.rule(flow.left, flow.y, 230, RULE, 0.6);
  const style = { face: flow.faces.regular, size: LABEL, colour: MUTED };
  flow.y = drawLines(flow, toldLines(tellSentence(sentence, language), style, 300), flow.left, flow.y + 3, style);
}

export const tellMark = (mark: CertificateMark, language: PaperLanguage): Told =>
  tellSentence({ text: W[mark.id], values: 'number' in mark ? { number: mark.number } : {} }, language);

/** On every page: what ties the paper to the book and the page's number; on later pages also what it is not. */
export function drawPaperFeet({ flow, language }: Sheet, number: string, hash: string, marks: readonly CertificateMark[]): void {
  const style = { face: flow.faces.regular, size: 6.5, colour: MUTED };
  const content = oneLine(tellTerm(W.content, language === 'both' ? 'en' : language));
  flow.feet(`${clipped(number, style, 110)} · ${content} ${hash}`, (page, pages) =>
    fill(language === 'zh-CN' ? W.page.zh : W.page.en, { page, pages }),
  );
  if (marks.length === 0) return;
  const bold = { face: flow.faces.bold, size: 7, colour: AMBER };
  const text = clipped(marks.map((mark) => oneLine(tellMark(mark, language))).join(' · '), bold, flow.width * 0.5);
  for (const page of flow.pages.slice(1)) page.text(flow.left + flow.width, 32, text, { ...bold, align: 'right' });
}
