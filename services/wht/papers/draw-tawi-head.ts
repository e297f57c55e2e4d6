import { INK, MUTED } from '../../reports/pdf/page.ts';
import { sizeFor } from '../../documents/layout/sheet.ts';
import { wrap } from '../../reports/pdf/text.ts';
import { TAWI_RETURNS } from '../../../domain/wht/paper-options.ts';
import type { Pen } from './pen.ts';
import type { Three } from './tawi-rows.ts';
import { RETURN_NAMES, TAWI_WORDS as W } from './tawi-words.ts';
import type { TawiPaper, TawiParty } from './tawi.ts';

/** Which copy it is, title, book and number, both parties, and the return. */
export function drawTawiHead(pen: Pen, paper: TawiPaper, copy: Three): void {
  const { flow } = pen;
  const { left, width } = flow;
  pen.beside(left, 24, copy, 7.8, 5.8);
  const middle = left + width / 2;
  pen.centred(middle, 40, W.title.th, 15.5, { bold: true });
  pen.centred(middle, 62, W.law.th, 9);
  const second = pen.second(W.title);
  pen.centred(middle, 75.5, second, sizeFor(flow.faces.regular, second, 6.8, width - 240, 4.5), { colour: MUTED });
  const right = left + width;
  const field = (y: number, label: Three, value: string): void => {
    pen.text(right - 118, y, label.th, 8.2);
    flow.page.rule(right - 90, y + 11, 90, INK, 0.4);
    pen.text(right, y, value, sizeFor(flow.faces.bold, value, 9, 86), { bold: true, align: 'right' });
    pen.text(right - 118, y + 11.5, pen.second(label), 5.4, { colour: MUTED });
  };
  field(42, W.book, paper.book);
  field(63, W.number, paper.number);
  flow.y = 90;
  drawParty(pen, W.payer, paper.payer);
  flow.y += 4;
  drawParty(pen, W.payee, paper.payee);
  flow.y += 4;
  drawReturn(pen, paper);
  flow.y += 4;
}

function drawParty(pen: Pen, role: Three, party: TawiParty): void {
  const { flow } = pen;
  const { left, width } = flow;
  const top = flow.y;
  pen.beside(left + 6, top + 5, role, 8.6, 5.8, { bold: true });
  digits(pen, left + width - 6, top + 4, party.taxId);
  const label = left + 6;
  const x = left + 54;
  let y = top + 22;
  const put = (name: Three, lines: string[], bold: boolean, size: number): void => {
    pen.text(label, y, name.th, 8);
    pen.text(label + pen.width(name.th, 8) + 3, y + 2.4, pen.second(name), 5.4, { colour: MUTED });
    for (const line of lines.length === 0 ? [''] : lines) {
      pen.text(x + 6, y, line, size, { bold });
      flow.page.rule(x, y + 11.5, width - 60, MUTED, 0.3);
      y += 14;
    }
  };
  const branch = party.taxId === null ? '' : ` (${party.branch === '00000' ? W.headOffice.th : `${W.branch.th} ${party.branch}`})`;
  const name = party.name === '' ? '' : `${party.name}${branch}${party.also === null ? '' : ` ${party.also}`}`;
  put(W.name, wrap(flow.faces.bold, name, 8.8, width - 74).slice(0, 2), true, 8.8);
  put(W.address, wrap(flow.faces.regular, party.address, 8.2, width - 74).slice(0, 3), false, 8.2);
  flow.y = y + 1;
  pen.box(left, top, width, flow.y - top);
}

/** Groups of a Thai tax number. */
const GROUPS = [1, 4, 5, 2, 1] as const;

/** The number in its boxes, which end at `right`; empty boxes where there is none. */
function digits(pen: Pen, right: number, top: number, taxId: string | null): void {
  const [box, gap] = [10.6, 5];
  let x = right - 13 * box - 4 * gap;
  const label = Math.max(pen.width(W.taxId.th, 7), pen.width(pen.second(W.taxId), 5.2));
  pen.text(x - label - 6, top - 0.5, W.taxId.th, 7);
  pen.text(x - label - 6, top + 8.5, pen.second(W.taxId), 5.2, { colour: MUTED });
  let i = 0;
  GROUPS.forEach((count, g) => {
    if (g > 0) {
      pen.flow.page.rule(x + 1.2, top + 6.5, gap - 2.4, INK, 0.5);
      x += gap;
    }
    for (let k = 0; k < count; k++, i++) {
      pen.box(x, top, box, 13, 0.4);
      pen.centred(x + box / 2, top + 1.6, taxId?.[i] ?? '', 8.6, { bold: true });
      x += box;
    }
  });
}

function drawReturn(pen: Pen, paper: TawiPaper): void {
  const { flow } = pen;
  const { left, width } = flow;
  const top = flow.y;
  pen.stack(left + 6, top + 3, W.sequence, 62, 8.2, 5.6);
  pen.box(left + 60, top + 6, 46, 15, 0.4);
  pen.centred(left + 83, top + 8.5, paper.sequence, sizeFor(flow.faces.bold, paper.sequence, 8.6, 42), { bold: true });
  pen.stack(left + 114, top + 3, W.inReturn, 80, 8.2, 5.6);
  const begin = left + 196;
  const step = (width - 202) / 4;
  TAWI_RETURNS.forEach((kind, i) => {
    const at = begin + (i % 4) * step;
    const y = top + 4 + Math.floor(i / 4) * 13;
    pen.tick(at, y, 8.5, paper.return === kind);
    pen.text(at + 12, y + 0.2, RETURN_NAMES[kind], 7.6);
  });
  flow.y = top + 31;
  pen.box(left, top, width, 31);
}
