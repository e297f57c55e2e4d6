import { AMBER, INK, MUTED, RED, RULE, TINT, type Colour } from '../../reports/pdf/page.ts';
import { figure, placesFor } from '../../documents/figures.ts';
import { sizeFor } from '../../documents/layout/sheet.ts';
import type { CertificateMark } from './marks.ts';
import type { Pen } from './pen.ts';
import { TAWI_ROWS } from './tawi-rows.ts';
import { TAWI_WORDS as W, thaiDay } from './tawi-words.ts';
import type { TawiPaper } from './tawi.ts';

const GROUND = { amber: [0.996, 0.953, 0.863], red: [0.992, 0.914, 0.914] } as const satisfies Record<string, Colour>;

/** What the paper is not, or in whose place it stands: one band for all. */
export function drawBands(pen: Pen, marks: readonly CertificateMark[]): void {
  if (marks.length === 0) return;
  const { flow } = pen;
  const bad = marks.some(({ id }) => id === 'void' || id === 'refused');
  const text = marks
    .map((mark) => {
      const word = W[mark.id];
      const number = 'number' in mark ? ` ${mark.number}` : '';
      return `${word.th}${number} · ${pen.second(word)}${number}`;
    })
    .join('   |   ');
  const colour = bad ? RED : AMBER;
  flow.page.fill(flow.left, flow.y, flow.width, 15, bad ? GROUND.red : GROUND.amber);
  flow.page.fill(flow.left, flow.y, 3, 15, colour);
  pen.text(flow.left + 9, flow.y + 2.6, text, sizeFor(flow.faces.bold, text, 8.4, flow.width - 14), { bold: true, colour });
  flow.y += 18;
}

/** Every payment of the certificate, on pages after the form. */
export function drawAnnex(pen: Pen, paper: TawiPaper): void {
  const { flow } = pen;
  flow.next();
  pen.beside(flow.left, flow.y, W.annexTitle, 11, 7, { bold: true });
  flow.y += 20;
  drawBands(pen, paper.marks);
  const places = placesFor([...paper.income.flatMap((line) => [line.base, line.tax]), paper.tax], paper.currency);
  const right = flow.left + flow.width;
  const head = (): void => {
    flow.page.fill(flow.left, flow.y, flow.width, 24, TINT);
    pen.stack(flow.left + 4, flow.y + 2, W.kind, 200, 7.8, 5.8, { bold: true });
    pen.stack(right - 240, flow.y + 2, W.paid, 80, 7.8, 5.8, { bold: true });
    for (const [x, word] of [
      [right - 90, W.base],
      [right - 4, W.tax],
    ] as const) {
      pen.text(x, flow.y + 3.7, word.th, 7.8, { bold: true, align: 'right' });
      pen.text(x, flow.y + 13.7, `${pen.second(word)} (${paper.currency})`, 5.8, { colour: MUTED, align: 'right' });
    }
    flow.y += 24;
  };
  head();
  for (const line of paper.income) {
    if (flow.room < 16) {
      flow.next();
      head();
    }
    const what = `${line.row}  ${line.what || (TAWI_ROWS.find(({ code }) => code === line.row)?.text.th ?? '')}`;
    pen.text(flow.left + 4, flow.y + 3, what, sizeFor(flow.faces.regular, what, 8, flow.width - 250));
    if (line.paid !== null) pen.text(right - 240, flow.y + 3, `${thaiDay(line.paid)}  ${line.paid}`, 7.4);
    if (line.base !== null) pen.text(right - 90, flow.y + 3, figure(line.base, places), 8, { align: 'right' });
    pen.text(right - 4, flow.y + 3, figure(line.tax, places), 8, { align: 'right' });
    flow.y += 14.5;
    flow.page.rule(flow.left, flow.y, flow.width, RULE, 0.3);
  }
  flow.page.rule(flow.left, flow.y, flow.width, INK, 0.6);
  pen.beside(flow.left + 4, flow.y + 4, W.total, 8.5, 6, { bold: true });
  if (paper.base !== null) pen.text(right - 90, flow.y + 4, figure(paper.base, places), 8.5, { bold: true, align: 'right' });
  pen.text(right - 4, flow.y + 4, figure(paper.tax, places), 8.5, { bold: true, align: 'right' });
  flow.y += 20;
}
