import { INK, MUTED, RULE, TINT } from '../../reports/pdf/page.ts';
import { figure, placesFor, plainFigure } from '../figures.ts';
import { oneLine, tellSentence, tellTerm, type Told } from '../language.ts';
import type { InvoicePaper, PaperTotal } from '../paper.ts';
import { drawLines, LABEL, LEADING, sizeFor, TEXT, toldLines, type Sheet } from './sheet.ts';
import { drawTable } from './table.ts';

/** Tax by component and rate. */
export async function drawTaxes(sheet: Sheet, { taxes, currency }: InvoicePaper): Promise<void> {
  if (taxes.length === 0) return;
  const { flow, language } = sheet;
  const places = placesFor(
    taxes.flatMap((tax) => [tax.base, tax.amount]),
    currency,
  );
  const named = taxes.map(({ label, collected }) =>
    [oneLine(tellTerm(label, language)), collected ? '' : `(${oneLine(tellTerm('notCollected', language))})`].filter(Boolean).join(' '),
  );
  await drawTable(sheet, [
    { label: tellTerm('taxTable', language), align: 'left', wraps: true, cells: named },
    { label: tellTerm('base', language), align: 'right', cells: taxes.map((tax) => figure(tax.base, places)) },
    {
      label: tellTerm('rate', language),
      align: 'right',
      cells: taxes.map((tax) => (tax.ratePct === null ? '' : `${plainFigure(tax.ratePct)}%`)),
    },
    {
      label: tellTerm('taxAmount', language),
      align: 'right',
      cells: taxes.map((tax) => (tax.amount === null ? '' : figure(tax.amount, places))),
    },
  ]);
  flow.y += 10;
}

const BLOCK = 270;
const ROW = 15;

/** The totals at the right; beside them, the same figures in the currency of the tax, and the amount in words. */
export function drawTotals(sheet: Sheet, paper: InvoicePaper): void {
  const { flow, language } = sheet;
  const { regular } = flow.faces;
  const { local } = paper;
  const left = flow.width - BLOCK - 28;
  const heights = [
    blockHeight(sheet, paper.totals, paper.currency, BLOCK),
    local ? blockHeight(sheet, local.totals, local.currency, left) + 30 : 0,
  ];
  flow.need(Math.max(...heights) + 10);
  const top = flow.y;
  let low = drawBlock(sheet, paper.totals, paper.currency, flow.left + flow.width - BLOCK, BLOCK, top);
  if (local) {
    const values = { from: paper.currency, rate: plainFigure(local.rate), to: local.currency, date: local.date ?? '' };
    const style = { face: regular, size: LABEL, colour: MUTED };
    const rate = toldLines(tellSentence({ text: local.date ? 'fxRateOn' : 'fxRate', values }, language), style, left);
    const heading = toldLines(
      tellSentence({ text: 'inCurrency', values: { currency: local.currency } }, language),
      { ...style, face: flow.faces.bold },
      left,
    );
    const y = drawLines(flow, heading, flow.left, top + 1, { ...style, face: flow.faces.bold, size: TEXT, colour: INK });
    low = Math.max(low, drawBlock(sheet, local.totals, local.currency, flow.left, left, drawLines(flow, rate, flow.left, y, style) + 4));
  }
  flow.y = low + 6;
  if (paper.capitals !== null && language !== 'en') {
    const lines = toldLines(
      [`${oneLine(tellTerm('capitals', language))}：人民币${paper.capitals}`],
      { face: flow.faces.bold, size: 9 },
      flow.width,
    );
    flow.need(lines.length * 13 + 6);
    flow.y = drawLines(flow, lines, flow.left, flow.y, { face: flow.faces.bold, size: 9 }) + 6;
  }
}

/** The label with its rate; a sum names its currency. */
function labelOf({ flow, language }: Sheet, { label, ratePct, strong }: PaperTotal, currency: string, width: number): string[] {
  const told = tellTerm(label, language);
  const after = strong ? ` ${currency}` : ratePct === null ? '' : ` ${plainFigure(ratePct)}%`;
  const named: Told = told.length === 2 ? [told[0], `${told[1]}${after}`] : [`${told[0]}${after}`];
  return toldLines(named, { face: strong ? flow.faces.bold : flow.faces.regular, size: TEXT }, width);
}

/** Figures take at most this part of a block. */
const FIGURES = 0.5;

const heightOf = (lines: readonly string[]): number => Math.max(ROW, lines.length * TEXT * LEADING + 4);
const blockHeight = (sheet: Sheet, totals: readonly PaperTotal[], currency: string, width: number): number =>
  totals.reduce((sum, total) => sum + heightOf(labelOf(sheet, total, currency, width * (1 - FIGURES))), 0);

function drawBlock(sheet: Sheet, totals: readonly PaperTotal[], currency: string, x: number, width: number, top: number): number {
  const { flow } = sheet;
  const { regular, bold } = flow.faces;
  const places = placesFor(
    totals.map((total) => total.amount),
    currency,
  );
  const texts = totals.map((total) => figure(total.amount, places));
  // One size for all figures, so that their points stand under each other.
  const size = Math.min(...texts.map((text) => sizeFor(bold, text, TEXT + 0.5, width * FIGURES)));
  let y = top;
  totals.forEach((total, i) => {
    const face = total.strong ? bold : regular;
    const label = labelOf(sheet, total, currency, width * (1 - FIGURES));
    const height = heightOf(label);
    if (total.strong) flow.page.fill(x - 4, y, width + 8, height, TINT);
    drawLines(flow, label, x, y + 1.5, { face, size: TEXT });
    flow.page.text(x + width, y + 1.5 + TEXT, texts[i] ?? '', { face, size, align: 'right' });
    y += height;
    flow.page.rule(x - 4, y, width + 8, RULE, 0.3);
  });
  return y;
}
