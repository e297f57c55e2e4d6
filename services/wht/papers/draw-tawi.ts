import type { Faces } from '../../reports/pdf/fonts.ts';
import { INK, MUTED, RULE, TINT } from '../../reports/pdf/page.ts';
import { sum } from '../../../domain/money/amount.ts';
import type { PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { figure, placesFor } from '../../documents/figures.ts';
import { sizeFor } from '../../documents/layout/sheet.ts';
import { drawAnnex, drawBands } from './draw-tawi-parts.ts';
import { Pen } from './pen.ts';
import { drawTawiHead } from './draw-tawi-head.ts';
import { BORNE_NAMES, TAWI_WORDS as W, thaiDate, thaiDay } from './tawi-words.ts';
import { TAWI_ROWS, type TawiRow, type Three } from './tawi-rows.ts';
import { BORNE } from '../../../domain/wht/paper-options.ts';
import type { TawiIncome, TawiPaper } from './tawi.ts';
import type { Page } from '../../reports/pdf/page.ts';

/** Payments of one row that stand on the form itself, tried in turn until all of it fits on a page; the others go to the annex. */
const MOST = [3, 1, 0] as const;

/** Both copies, each on a page of its own with its annex; the pages in their order. */
export function drawTawi(faces: Faces, paper: TawiPaper, language: PaperLanguage, hash: string): Page[] {
  return ([W.copy1, W.copy2] as const).flatMap((copy) => {
    const { pen, apart } = drawForm(faces, paper, language, copy);
    if (apart) drawAnnex(pen, paper);
    pen.flow.feet(`${paper.number} · SHA-256 ${hash}`, (page, pages) => `${page} / ${pages}`);
    return pen.flow.pages;
  });
}

/** The form of one page; `apart`: not every payment stands on it. */
function drawForm(faces: Faces, paper: TawiPaper, language: PaperLanguage, copy: Three): { pen: Pen; apart: boolean } {
  for (const most of MOST) {
    const pen = new Pen(faces, language, `${W.title.th} · ${W.number.th} ${paper.number}`);
    drawTawiHead(pen, paper, copy);
    drawBands(pen, paper.marks);
    drawTable(pen, paper, most);
    drawEnd(pen, paper);
    const apart = TAWI_ROWS.some(({ code }) => code !== null && paper.income.filter(({ row }) => row === code).length > most);
    if (pen.flow.room >= -8 || most === 0) return { pen, apart };
  }
  throw new Error('A form without a size.');
}

/** Widths of the columns after the kind of income. */
const DAY = 66;
const FIGURE = 84;

function drawTable(pen: Pen, paper: TawiPaper, most: number): void {
  const { flow } = pen;
  const { left, width } = flow;
  const kind = width - DAY - 2 * FIGURE;
  const at = [left, left + kind, left + kind + DAY, left + kind + DAY + FIGURE, left + width] as const;
  const top = flow.y;
  const places = placesFor([...paper.income.flatMap((line) => [line.base, line.tax]), paper.tax], paper.currency);

  flow.page.fill(left, top, width, 25, TINT);
  const heads = [W.kind, W.paid, W.base, W.tax] as const;
  heads.forEach((head, i) => {
    const middle = (at[i]! + at[i + 1]!) / 2;
    pen.centred(middle, top + 3.5, head.th, 7.8, { bold: true });
    const second = `${pen.second(head)}${i > 1 ? ` (${paper.currency})` : ''}`;
    pen.centred(middle, top + 15.5, second, sizeFor(flow.faces.regular, second, 5.8, at[i + 1]! - at[i]! - 6, 4), { colour: MUTED });
  });
  flow.y = top + 25;
  flow.page.rule(left, flow.y, width, INK, 0.6);
  for (const row of TAWI_ROWS) drawRow(pen, paper, row, at, places, most);
  const low = flow.y;
  flow.page.rule(left, low, width, INK, 0.6);
  flow.page.fill(left, low + 0.4, width, 19.6, TINT);
  const right = pen.width(W.total.th, 8.5, true) + pen.width(pen.second(W.total), 6) + 4;
  pen.beside(at[2] - 6 - right, low + 5.5, W.total, 8.5, 6, { bold: true });
  if (most === 0) pen.beside(left + 6, low + 5.5, W.annex, 7.6, 5.6);
  const total = (x: number, text: string): void =>
    pen.text(x - 4, low + 5.5, text, sizeFor(flow.faces.bold, text, 8.5, FIGURE - 8), { bold: true, align: 'right' });
  total(at[3], paper.base === null ? '' : figure(paper.base, places));
  total(at[4], figure(paper.tax, places));
  flow.y = low + 20;
  for (const x of at.slice(1, -1)) pen.upright(x, top, low + (x === at[1] ? 0 : 20) - top);
  pen.box(left, top, width, flow.y - top);
}

function drawRow(pen: Pen, paper: TawiPaper, row: TawiRow, at: readonly number[], places: number, most: number): void {
  const { flow } = pen;
  const indent = 5 + row.level * 11;
  const room = at[1]! - at[0]! - indent - 6;
  const own = row.code === null ? [] : paper.income.filter((line) => line.row === row.code);
  const annex = [W.annex.th, pen.second(W.annex)].join(' ');
  const told =
    own.length > most
      ? [{ ...own[0]!, what: most === 0 ? '' : annex, paid: null, base: basesOf(own), tax: sum(own.map((line) => line.tax)) }]
      : own;
  const top = flow.y;
  const x = at[0]! + indent;
  let y: number;
  if (row.level === 0 || row.code === '40(4)(b)') y = pen.stack(x, top + 0.8, row.text, room, 7.6, 5.6);
  else {
    // One line with its translation beside it, where both fit.
    const fits = pen.width(row.text.th, 7.2) + 4 + pen.width(pen.second(row.text), 5.6) <= room;
    if (fits) pen.beside(x, top + 1.6, row.text, 7.2, 5.6);
    else pen.text(x, top + 1.6, row.text.th, 7.2);
    y = top + 10.6;
  }
  let line = top + 2.6;
  const put = (end: number, text: string): void =>
    pen.text(end - 4, line, text, sizeFor(flow.faces.regular, text, 8.2, FIGURE - 8), { align: 'right' });
  for (const income of told) {
    if (income.paid !== null) {
      pen.centred((at[1]! + at[2]!) / 2, line, thaiDay(income.paid), 8);
      pen.centred((at[1]! + at[2]!) / 2, line + 9, income.paid, 5.4, { colour: MUTED });
    }
    if (income.base !== null) put(at[3]!, figure(income.base, places));
    put(at[4]!, figure(income.tax, places));
    line += income.paid === null ? 10.2 : 16.5;
  }
  const named = [...new Set(told.map(({ what }) => what).filter(Boolean))].join(', ');
  if (named !== '') {
    pen.text(x + 9, y + 1, named, sizeFor(flow.faces.bold, named, 8, room - 9), { bold: true });
    y += 12.5;
  }
  flow.y = Math.max(y, told.length === 0 ? y : line) + 0.8;
  if (row.level === 0) flow.page.rule(at[0]!, top, at[4]! - at[0]!, RULE, 0.3);
}

const basesOf = (lines: readonly TawiIncome[]) => (lines.some((line) => line.base === null) ? null : sum(lines.map((line) => line.base)));

/** Total in words, funds, how the tax was paid, signature and small print. */
function drawEnd(pen: Pen, paper: TawiPaper): void {
  const { flow } = pen;
  const { left, width } = flow;
  let y = flow.y + 4;
  pen.box(left, y, width, 21);
  const end = pen.beside(left + 6, y + 6, W.words, 8.2, 5.8, { bold: true });
  const words = paper.words ?? '';
  pen.text(end + 10, y + 5, words, sizeFor(flow.faces.bold, words, 10, left + width - end - 16), { bold: true });
  y += 24;
  pen.stack(left + 6, y, W.funds, width - 12, 7, 5.4);
  y += 20;
  pen.stack(left + 6, y, W.payerPays, 60, 8.2, 5.6, { bold: true });
  BORNE.forEach((kind, i) => {
    const x = left + 74 + i * ((width - 74) / 4);
    pen.tick(x, y + 1.5, 8.5, paper.borne === kind);
    pen.stack(x + 13, y, BORNE_NAMES[kind], 110, 7.8, 5.6);
    if (kind !== 'other' || paper.borne !== kind) return;
    const at = x + 16 + pen.width(BORNE_NAMES.other.th, 7.8);
    pen.text(at, y + 1.7, paper.borneNote, sizeFor(flow.faces.bold, paper.borneNote, 7.8, left + width - at), { bold: true });
  });
  y += 23;
  flow.page.rule(left, y, width, INK, 0.6);
  const wide = 200;
  pen.stack(left, y + 3, W.warning, wide, 6.6, 5.4);
  const x2 = left + wide + 14;
  const sealed = 62;
  const room = left + width - x2 - sealed - 10;
  const below = pen.stack(x2, y + 3, W.certified, room, 7.4, 5.4);
  const line = Math.max(below + 21, y + 46);
  pen.text(x2, line - 9, W.signed.th, 8);
  flow.page.rule(x2 + 26, line, room - 66, INK, 0.4);
  pen.text(x2 + room - 36, line - 9, W.signer.th, 8);
  pen.text(x2 + 26, line + 2, [pen.second(W.signed), pen.second(W.signer)].join(' · '), 5.4, { colour: MUTED });
  pen.text(x2, line + 12, `${thaiDate(paper.date)}`, 9, { bold: true });
  pen.text(x2 + pen.width(thaiDate(paper.date), 9, true) + 6, line + 14, paper.date, 6.5, { colour: MUTED });
  pen.beside(x2, line + 26, W.issued, 7, 5.4);
  pen.box(left + width - sealed, y + 8, sealed, sealed, 0.4, MUTED);
  const seal = pen.lines(W.seal, sealed - 10, 6.6, 5);
  pen.stack(left + width - sealed + 5, y + 8 + (sealed - seal.depth) / 2, W.seal, sealed - 10, 6.6, 5);
  const own = pen.lines(W.own, width, 6.2, 5.2);
  flow.y = line + 37 + own.depth;
  pen.stack(left, Math.max(line + 37, flow.page.height - 44 - own.depth), W.own, width, 6.2, 5.2);
}
