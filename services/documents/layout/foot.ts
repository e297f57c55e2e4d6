import { ACCENT, AMBER, MUTED, RULE } from '../../reports/pdf/page.ts';
import { fill } from '../../reports/words.ts';
import { oneLine, tellSentence, tellTerm, tellValue, type Told } from '../language.ts';
import type { InvoicePaper } from '../paper.ts';
import { PAPER_WORDS, type PaperWord } from '../words.ts';
import { drawFacts } from './head.ts';
import { clipped, drawLines, LABEL, LEADING, toldLines, type Sheet } from './sheet.ts';

/** How to pay, what else is to be said, and where to sign. */
export function drawFoot(sheet: Sheet, paper: InvoicePaper): void {
  const { flow, language } = sheet;
  if (paper.payment.length > 0) {
    heading(sheet, 'payment', 40);
    drawFacts(sheet, paper.payment, 3);
  }
  const notes: InvoicePaper['notes'] = paper.lines.length === 0 ? [{ text: 'noLines' }, ...paper.notes] : [...paper.notes];
  if (sheet.leftOut) notes.push({ text: 'localName' });
  if (notes.length > 0) {
    heading(sheet, 'notes', 20);
    for (const note of notes)
      drawNote(
        sheet,
        'text' in note
          ? tellSentence(note, language)
          : [`${oneLine(tellTerm(note.label, language))}: ${oneLine(tellValue(note.value, language))}`],
      );
  }
  if (paper.signature) {
    flow.need(64);
    flow.y += 44;
    flow.page.rule(flow.left, flow.y, 200, RULE, 0.6);
    const style = { face: flow.faces.regular, size: LABEL, colour: MUTED };
    flow.y = drawLines(flow, toldLines(tellSentence(paper.signature, language), style, 260), flow.left, flow.y + 3, style);
  }
}

function heading({ flow, language }: Sheet, word: PaperWord, with_: number): void {
  flow.need(24 + with_);
  flow.y += 8;
  flow.page.text(flow.left, flow.y + 9, oneLine(tellTerm(word, language)), { face: flow.faces.bold, size: 9.5, colour: ACCENT });
  flow.y += 15;
}

/** A sentence of the notes; each language is a paragraph of its own. */
export function drawNote({ flow }: Sheet, told: Told): void {
  const style = { face: flow.faces.regular, size: 7.5 };
  for (const text of told)
    for (const line of toldLines([text ?? ''], style, flow.width)) {
      flow.need(style.size * LEADING);
      flow.y = drawLines(flow, [line], flow.left, flow.y, style);
    }
  flow.y += 2;
}

/** On every page: the number, what ties the paper to the book, the page; and what it is not, where that stood on the first only. */
export function drawFeet({ flow, language }: Sheet, paper: InvoicePaper, hash: string): void {
  const style = { face: flow.faces.regular, size: 6.5, colour: MUTED };
  const number = clipped(paper.number, style, 110);
  flow.feet(`${number} · ${oneLine(tellTerm('content', language === 'both' ? 'en' : language))} ${hash}`, (page, pages) => {
    const words = PAPER_WORDS.page;
    return fill(language === 'zh-CN' ? words.zh : words.en, { page, pages });
  });
  if (paper.marks.length === 0) return;
  const told = paper.marks.map((mark) => tellTerm(mark, language));
  const bold = { face: flow.faces.bold, size: 7, colour: AMBER };
  // One line a language, the last of them beside the running head.
  const lines = told[0]!.map((_, i) => clipped(told.map((texts) => texts[i]).join(' · '), bold, flow.width * 0.55));
  for (const page of flow.pages.slice(1))
    lines.forEach((line, i) => page.text(flow.left + flow.width, 32 - (lines.length - 1 - i) * 9.5, line, { ...bold, align: 'right' }));
}
