import type { PaperLanguage } from '../../domain/invoices/paper-language.ts';
import type { Bilingual } from '../../domain/words/said.ts';
import { figure, placesFor } from '../documents/figures.ts';
import { oneLine, tellSentence, tellTerm, tellValue, type Told } from '../documents/language.ts';
import type { Sentence } from '../documents/paper.ts';
import { drawNote } from '../documents/layout/foot.ts';
import { drawFacts, drawParties, drawTitle } from '../documents/layout/head.ts';
import { clipped, drawLines, LABEL, toldLines, type Sheet } from '../documents/layout/sheet.ts';
import { drawTable } from '../documents/layout/table.ts';
import { Flow } from '../reports/pdf/flow.ts';
import type { Faces } from '../reports/pdf/fonts.ts';
import { ACCENT, MUTED, RULE, type Page } from '../reports/pdf/page.ts';
import { fill } from '../reports/words.ts';
import type { DisputeItem } from './items.ts';
import type { DisputeLetter } from './letter.ts';
import { DISPUTE_WORDS as W } from './words.ts';

/** The letter: to whom, what differs, the lines with file and row, what is asked for and by when. */
export async function drawDispute(faces: Faces, letter: DisputeLetter, language: PaperLanguage, hash: string): Promise<Page[]> {
  const flow = new Flow(faces, `${oneLine(tellTerm(W.title, language))} · ${letter.reference}`);
  const sheet: Sheet = { flow, language, leftOut: false };
  drawTitle(sheet, { title: W.title, number: letter.reference });
  drawParties(sheet, { seller: letter.to, buyer: letter.from }, [W.to, W.from]);
  drawFacts(
    sheet,
    [
      { label: W.reference, value: letter.reference },
      { label: W.date, value: letter.date },
      { label: W.period, value: letter.period },
      { label: W.deadline, value: letter.deadline },
    ],
    4,
  );
  flow.y += 4;
  paragraph(sheet, { text: W.greeting });
  paragraph(sheet, { text: W.lead, values: { period: letter.period } });
  await drawItems(sheet, letter);
  for (const item of letter.items) await drawItemLines(sheet, item);
  flow.y += 8;
  if (letter.note !== '') plain(sheet, letter.note);
  paragraph(sheet, { text: W.request, values: { deadline: letter.deadline } });
  paragraph(sheet, { text: W.closing });
  signature(sheet, letter);
  feet(sheet, letter.reference, hash);
  return flow.pages;
}

const BODY = 9.5;

/** Each language is a paragraph of its own. */
function paragraph(sheet: Sheet, sentence: Sentence): void {
  for (const told of tellSentence(sentence, sheet.language)) plain(sheet, told ?? '');
}

function plain({ flow }: Sheet, text: string): void {
  const style = { face: flow.faces.regular, size: BODY };
  for (const line of toldLines([text], style, flow.width)) {
    flow.need(13.2);
    flow.y = drawLines(flow, [line], flow.left, flow.y, style);
  }
  flow.y += 4;
}

function heading({ flow }: Sheet, text: string, room: number): void {
  flow.need(24 + room);
  flow.y += 6;
  flow.page.text(flow.left, flow.y + 9, text, { face: flow.faces.bold, size: BODY, colour: ACCENT });
  flow.y += 15;
}

const amount = (value: string | null, currency: string | null): string =>
  value === null ? '' : figure(value, placesFor([value], currency ?? 'USD'));
const both = (words: Bilingual, language: PaperLanguage): string => tellTerm(words, language).filter(Boolean).join('\n');

async function drawItems(sheet: Sheet, { items }: DisputeLetter): Promise<void> {
  const { language } = sheet;
  heading(sheet, oneLine(tellTerm(W.differences, language)), 60);
  const columns = [
    { label: tellTerm(W.no, language), align: 'right' as const, cells: items.map(({ no }) => String(no)) },
    {
      label: tellTerm(W.what, language),
      align: 'left' as const,
      wraps: true,
      cells: items.map((item) => whatText(item, language)),
    },
    { label: tellTerm(W.theirs, language), align: 'right' as const, cells: items.map((i) => amount(i.theirs?.value ?? null, i.currency)) },
    { label: tellTerm(W.ours, language), align: 'right' as const, cells: items.map((i) => amount(i.ours?.value ?? null, i.currency)) },
    { label: tellTerm(W.difference, language), align: 'right' as const, cells: items.map((i) => amount(i.difference, i.currency)) },
    { label: tellTerm(W.currency, language), align: 'left' as const, cells: items.map((i) => i.currency ?? '') },
  ];
  await drawTable(
    sheet,
    columns.filter(({ cells }) => cells.some((cell) => cell !== '')),
  );
}

/** What is held against what, what was found, and which figure is whose. */
function whatText({ title, finding, theirs, ours }: DisputeItem, language: PaperLanguage): string {
  const sides = theirs && ours ? tellSentence({ text: W.sideNote, values: { theirs: theirs.label, ours: ours.label } }, language) : [];
  return [both(title, language), both(finding, language), ...sides].filter(Boolean).join('\n');
}

async function drawItemLines(sheet: Sheet, item: DisputeItem): Promise<void> {
  const { lines, lineCount, no } = item;
  if (lines.length === 0) return;
  const { language } = sheet;
  heading(sheet, `${oneLine(tellTerm(W.lines, language))} · ${oneLine(tellTerm(W.no, language))} ${no}`, 40);
  const column = (label: Bilingual, cells: string[], align: 'left' | 'right' = 'left', wraps = false) => ({
    label: tellTerm(label, language),
    align,
    ...(wraps ? { wraps } : {}),
    cells,
  });
  const columns = [
    column(
      W.file,
      lines.map((l) => l.file),
    ),
    column(
      W.row,
      lines.map((l) => String(l.row)),
      'right',
    ),
    column(
      W.day,
      lines.map((l) => l.date ?? ''),
    ),
    column(
      W.order,
      lines.map((l) => l.order ?? ''),
    ),
    column(
      W.resource,
      lines.map((l) => l.resource ?? ''),
    ),
    column(
      W.amount,
      lines.map((l) => amount(l.amount, l.currency)),
      'right',
    ),
    column(
      W.text,
      lines.map((l) => both(l.text, language)),
      'left',
      true,
    ),
  ];
  await drawTable(
    sheet,
    columns.filter(({ cells }) => cells.some((cell) => cell !== '')),
  );
  if (lineCount > lines.length)
    drawNote(
      sheet,
      tellSentence({ text: W.more, values: { no: String(no), listed: String(lines.length), count: String(lineCount) } }, language),
    );
}

/** Where to sign; never torn from its line. */
function signature({ flow, language }: Sheet, { from }: DisputeLetter): void {
  flow.need(70);
  flow.y += 50;
  flow.page.rule(flow.left, flow.y, 230, RULE, 0.6);
  const style = { face: flow.faces.regular, size: LABEL, colour: MUTED };
  const told = tellSentence({ text: W.signatory, values: { company: oneLine(tellValue(from.name, language)) } }, language);
  flow.y = drawLines(flow, toldLines(told, style, 300), flow.left, flow.y + 3, style);
}

function feet({ flow, language }: Sheet, reference: string, hash: string): void {
  const style = { face: flow.faces.regular, size: 6.5, colour: MUTED };
  const content: Told = tellTerm(W.content, language === 'both' ? 'en' : language);
  flow.feet(`${clipped(reference, style, 140)} · ${oneLine(content)} ${hash}`, (page, pages) =>
    fill(language === 'zh-CN' ? W.page.zh : W.page.en, { page, pages }),
  );
}
