import type { PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { figure, placesFor, plainFigure } from '../../documents/figures.ts';
import { oneLine, tellTerm, tellValue, type Told } from '../../documents/language.ts';
import { drawNote } from '../../documents/layout/foot.ts';
import { drawFacts, drawParties, drawTitle } from '../../documents/layout/head.ts';
import { drawLines, toldLines, type Sheet } from '../../documents/layout/sheet.ts';
import { drawTable } from '../../documents/layout/table.ts';
import { Flow } from '../../reports/pdf/flow.ts';
import type { Faces } from '../../reports/pdf/fonts.ts';
import type { Page } from '../../reports/pdf/page.ts';
import type { Bilingual } from '../../../domain/words/said.ts';
import type { Letter, LetterRow } from './letter.ts';
import { drawHeading, drawPaperFeet, drawSignature } from './sheet.ts';
import { CERTIFICATE_WORDS as W } from './words.ts';

/** The letter: to whom, what it is about, the certificates, the files. */
export async function drawLetter(faces: Faces, letter: Letter, language: PaperLanguage, hash: string): Promise<Page[]> {
  const flow = new Flow(faces, `${oneLine(tellTerm(W.letterTitle, language))} · ${oneLine(tellValue(letter.to.name, language))}`);
  const sheet: Sheet = { flow, language, leftOut: false };
  drawTitle(sheet, { title: W.letterTitle, number: letter.date });
  const to = { ...letter.to, address: letter.envelope };
  drawParties(sheet, { seller: to, buyer: letter.from }, [W.to, W.from]);
  const dates = letter.rows.map(({ date }) => date);
  const [first, last] = [dates[0] ?? '', dates.at(-1) ?? ''];
  drawFacts(
    sheet,
    [
      { label: W.letterDate, value: letter.date },
      { label: W.span, value: first === last ? first : `${first} – ${last}` },
      { label: W.count, value: String(letter.rows.length) },
    ],
    4,
  );
  flow.y += 4;
  paragraph(sheet, W.greeting);
  paragraph(sheet, W.lead);
  await drawRows(sheet, letter);
  await drawFiles(sheet, letter);
  flow.y += 8;
  paragraph(sheet, W.closing);
  drawSignature(sheet, { text: W.signatory, values: { payer: letter.from.name } });
  drawPaperFeet(sheet, letter.date, hash, []);
  return flow.pages;
}

/** Each language is a paragraph of its own. */
function paragraph({ flow, language }: Sheet, text: Bilingual): void {
  const style = { face: flow.faces.regular, size: 9.5 };
  for (const told of tellTerm(text, language)) {
    const lines = toldLines([told ?? ''], style, flow.width);
    flow.need(lines.length * 13.2);
    flow.y = drawLines(flow, lines, flow.left, flow.y, style) + 4;
  }
}

async function drawRows(sheet: Sheet, { rows, sums }: Letter): Promise<void> {
  const { flow, language } = sheet;
  flow.y += 4;
  const invoices = ({ invoices: all, currency }: LetterRow): string =>
    all
      .map(({ number, payAmount, payCurrency, fx }) =>
        payCurrency === currency
          ? number
          : `${number} (${figure(payAmount, placesFor([payAmount], payCurrency))} ${payCurrency}${
              fx === null ? '' : `; 1 ${payCurrency} = ${plainFigure(fx.rate)} ${currency}${fx.date === null ? '' : `, ${fx.date}`}`
            })`,
      )
      .join(', ');
  const amounts = rows.map((row) => figure(row.amount, placesFor([row.amount], row.currency)));
  const columns = [
    { label: tellTerm(W.number, language), align: 'left' as const, cells: rows.map(({ number }) => number) },
    { label: tellTerm(W.form, language), align: 'left' as const, cells: rows.map(({ form }) => form) },
    { label: tellTerm(W.letterDate, language), align: 'left' as const, cells: rows.map(({ date }) => date) },
    { label: tellTerm(W.invoices, language), align: 'left' as const, wraps: true, cells: rows.map(invoices) },
    { label: tellTerm(W.currency, language), align: 'left' as const, cells: rows.map(({ currency }) => currency) },
    { label: tellTerm(W.amount, language), align: 'right' as const, cells: amounts },
  ];
  await drawTable(
    sheet,
    columns.filter(({ cells }) => cells.some((cell) => cell !== '')),
  );
  const style = { face: flow.faces.bold, size: 9 };
  for (const { currency, amount, count } of sums) {
    flow.need(16);
    flow.y += 3;
    const total = `${oneLine(tellTerm(W.sumOf, language))} (${count})`;
    flow.page.text(flow.left, flow.y + 9, total, style);
    flow.page.text(flow.left + flow.width, flow.y + 9, `${figure(amount, placesFor([amount], currency))} ${currency}`, {
      ...style,
      align: 'right',
    });
    flow.y += 13;
  }
}

async function drawFiles(sheet: Sheet, { files }: Letter): Promise<void> {
  const { language } = sheet;
  drawHeading(sheet, 'files', 40);
  if (files.length === 0) {
    drawNote(sheet, tellTerm(W.noFiles, language));
    return;
  }
  await drawTable(sheet, [
    { label: tellTerm(W.number, language), align: 'left', cells: files.map(({ certificate }) => certificate) },
    { label: tellTerm(W.file, language), align: 'left', wraps: true, cells: files.map(({ name }) => name) },
    { label: tellTerm(W.size, language), align: 'right', cells: files.map(({ size }) => plainFigure(String(size))) },
    { label: ['SHA-256'] as Told, align: 'left', cells: files.map(({ sha256 }) => sha256) },
  ]);
}
