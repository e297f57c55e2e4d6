import { ACCENT, AMBER, INK, MUTED, RED, type Colour } from '../../reports/pdf/page.ts';
import { printable, widthOf, wrap } from '../../reports/pdf/text.ts';
import { oneLine, tellCountry, tellTerm, tellValue, type Told } from '../language.ts';
import type { InvoicePaper, PaperFact, PaperParty, Term } from '../paper.ts';
import { canPrint, drawLines, LABEL, sizeFor, TEXT, toldLines, type Sheet, type Style } from './sheet.ts';

/** Title and number, what the paper is not, the parties, dates and references. */
export function drawHead(sheet: Sheet, paper: InvoicePaper): void {
  drawTitle(sheet, paper);
  drawMarks(sheet, paper);
  drawParties(sheet, paper);
  drawFacts(sheet, paper.facts, 4);
  sheet.flow.y += 6;
}

/** Accent, title with the number beside it, and its second language below. */
export function drawTitle({ flow, language }: Sheet, paper: Pick<InvoicePaper, 'title' | 'number'>): void {
  const { bold } = flow.faces;
  flow.page.fill(flow.left, flow.y, 34, 3, ACCENT);
  flow.y += 26;
  const [title, second] = tellTerm(paper.title, language);
  const size = sizeFor(bold, title, 20, flow.width * 0.6, 12);
  const [first = '', ...rest] = wrap(bold, title, size, flow.width * 0.6);
  flow.page.text(flow.left, flow.y, first, { face: bold, size });
  // A number that no size fits into the line stands whole among the facts below.
  const room = flow.width - widthOf(bold, printable(first), size) - 20;
  const numberSize = sizeFor(bold, paper.number, 15, room, 6);
  if (widthOf(bold, printable(paper.number), numberSize) <= room)
    flow.page.text(flow.left + flow.width, flow.y, paper.number, { face: bold, size: numberSize, colour: ACCENT, align: 'right' });
  for (const line of rest) {
    flow.y += size * 1.3;
    flow.page.text(flow.left, flow.y, line, { face: bold, size });
  }
  if (second !== undefined) {
    flow.y += 4;
    for (const line of wrap(bold, second, 13, flow.width)) {
      flow.y += 14;
      flow.page.text(flow.left, flow.y, line, { face: bold, size: 13, colour: MUTED });
    }
  }
  flow.y += 12;
  flow.page.rule(flow.left, flow.y, flow.width, INK, 0.8);
  flow.y += 8;
}

/** Tints of the bands that say what the paper is not. */
const BANDS = { amber: [0.996, 0.953, 0.863], red: [0.992, 0.914, 0.914] } as const satisfies Record<string, Colour>;

function drawMarks(sheet: Sheet, paper: InvoicePaper): void {
  for (const mark of paper.marks) drawBand(sheet, tellTerm(mark, sheet.language), mark === 'void');
}

/** A band across the page that says what the paper is not. */
export function drawBand({ flow }: Sheet, told: Told, bad: boolean): void {
  const colour = bad ? RED : AMBER;
  const style = { face: flow.faces.bold, size: 9.5, colour };
  const lines = toldLines(told, style, flow.width - 20);
  const height = lines.length * 13 + 8;
  flow.page.fill(flow.left, flow.y, flow.width, height, bad ? BANDS.red : BANDS.amber);
  flow.page.fill(flow.left, flow.y, 3, height, colour);
  drawLines(flow, lines, flow.left + 11, flow.y + 3.5, style);
  flow.y += height + 8;
}

/** Two parties beside each other, by their roles. */
export function drawParties(
  sheet: Sheet,
  paper: { seller: PaperParty; buyer: PaperParty },
  roles: readonly [Term, Term] = ['seller', 'buyer'],
): void {
  const { flow } = sheet;
  const top = flow.y;
  const half = (flow.width - 24) / 2;
  const seller = drawParty(sheet, roles[0], paper.seller, flow.left, top, half);
  const buyer = drawParty(sheet, roles[1], paper.buyer, flow.left + half + 24, top, half);
  flow.y = Math.max(seller, buyer) + 10;
  flow.page.rule(flow.left, flow.y, flow.width);
  flow.y += 8;
}

function drawParty(sheet: Sheet, role: Term, party: PaperParty, x: number, top: number, width: number): number {
  const { flow, language } = sheet;
  const { regular, bold } = flow.faces;
  const [label, name, text, muted]: Style[] = [
    { face: regular, size: LABEL, colour: MUTED },
    { face: bold, size: 10 },
    { face: regular, size: TEXT },
    { face: regular, size: TEXT, colour: MUTED },
  ] as const as Style[] & [Style, Style, Style, Style];
  let y = drawLines(flow, [oneLine(tellTerm(role, language))], x, top, label!) + 2;
  const put = (told: Told, style: Style): void => {
    const lines = toldLines(told, style, width).filter((line) => line !== '');
    y = drawLines(flow, lines, x, y, style);
  };
  put(tellValue(party.name, language), name!);
  if (party.localName !== null) {
    if (canPrint(regular, party.localName)) put([party.localName], text!);
    else sheet.leftOut = true;
  }
  for (const line of party.address) put([line], text!);
  // Singapore is a city and a country: said once.
  const said = party.country !== null && party.address.at(-1)?.startsWith(oneLine(tellCountry(party.country, 'en')));
  if (party.country !== null && !(said && language === 'en')) put(tellCountry(party.country, language), text!);
  for (const id of party.taxIds) put([`${oneLine(tellTerm(id.label, language))}: ${id.value}`], text!);
  if (party.mailTo.length > 0) put([`${oneLine(tellTerm('mailTo', language))}: ${party.mailTo.join(', ')}`], muted!);
  return y;
}

/** Labels over their values, so many beside each other. */
export function drawFacts({ flow, language }: Sheet, facts: readonly PaperFact[], across: number): void {
  const { regular, bold } = flow.faces;
  const width = flow.width / across;
  for (let i = 0; i < facts.length; i += across) {
    const row = facts.slice(i, i + across).map(({ label, value }) => ({
      label: toldLines(tellTerm(label, language), { face: regular, size: LABEL }, width - 12),
      value: toldLines(tellValue(value, language), { face: bold, size: TEXT }, width - 12),
    }));
    const labels = Math.max(...row.map((r) => r.label.length)) * LABEL * 1.38;
    const height = labels + Math.max(...row.map((r) => r.value.length)) * TEXT * 1.38 + 6;
    flow.need(height);
    row.forEach(({ label, value }, k) => {
      const x = flow.left + k * width;
      drawLines(flow, label, x, flow.y, { face: regular, size: LABEL, colour: MUTED });
      drawLines(flow, value, x, flow.y + labels, { face: bold, size: TEXT });
    });
    flow.y += height;
  }
}
