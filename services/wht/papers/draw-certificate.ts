import type { PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { figure, placesFor, plainFigure } from '../../documents/figures.ts';
import { oneLine, tellCountry, tellSentence, tellTerm, tellValue, type Told } from '../../documents/language.ts';
import { drawNote } from '../../documents/layout/foot.ts';
import { drawBand, drawFacts, drawParties, drawTitle } from '../../documents/layout/head.ts';
import { drawLines, sizeFor, TEXT, toldLines, type Sheet } from '../../documents/layout/sheet.ts';
import { drawTable } from '../../documents/layout/table.ts';
import type { PaperFact } from '../../documents/paper.ts';
import { Flow } from '../../reports/pdf/flow.ts';
import type { Faces } from '../../reports/pdf/fonts.ts';
import { MUTED, TINT, type Page } from '../../reports/pdf/page.ts';
import type { CertificatePaper } from './certificate.ts';
import { drawHeading, drawPaperFeet, drawSignature, tellMark } from './sheet.ts';
import { CERTIFICATE_WORDS as W } from './words.ts';

/** The certificate of any country on as many pages as it takes. */
export async function drawCertificate(faces: Faces, paper: CertificatePaper, language: PaperLanguage, hash: string): Promise<Page[]> {
  const flow = new Flow(faces, `${paper.number} · ${oneLine(tellTerm(paper.title, language))}`);
  const sheet: Sheet = { flow, language, leftOut: false };
  drawTitle(sheet, paper);
  if (paper.localTitle !== null) {
    flow.page.text(flow.left, flow.y + 9, paper.localTitle, { face: faces.regular, size: 9, colour: MUTED });
    flow.y += 17;
  }
  for (const mark of paper.marks) drawBand(sheet, tellMark(mark, language), mark.id === 'void' || mark.id === 'refused');
  drawParties(sheet, { seller: paper.payer, buyer: paper.payee }, [W.payer, W.payee]);
  drawFacts(sheet, factsOf(paper, language), 4);
  flow.y += 6;
  await drawIncome(sheet, paper);
  drawTotal(sheet, paper);
  await drawBasis(sheet, paper);
  drawRemittance(sheet, paper);
  drawStanding(sheet, paper);
  drawSignature(sheet, { text: W.signatory, values: { payer: paper.payer.name } });
  drawPaperFeet(sheet, paper.number, hash, paper.marks);
  return flow.pages;
}

function factsOf({ country, form, date, first, last }: CertificatePaper, language: PaperLanguage): PaperFact[] {
  const span = first === null && last === null ? null : first === last ? first : `${first ?? '…'} – ${last ?? '…'}`;
  return [
    ...(country === null ? [] : [{ label: W.country, value: oneLine(tellCountry(country, language)) }]),
    { label: W.form, value: form },
    { label: W.date, value: date },
    ...(span === null ? [] : [{ label: W.period, value: span }]),
  ];
}

async function drawIncome(sheet: Sheet, { income, currency }: CertificatePaper): Promise<void> {
  if (income.length === 0) return;
  const { language } = sheet;
  const places = placesFor(
    income.flatMap((line) => [line.base, line.tax]),
    currency,
  );
  const told = (label: Told): Told => [...label, currency] as unknown as Told;
  const columns = [
    {
      label: tellTerm(W.income, language),
      align: 'left' as const,
      wraps: true,
      cells: income.map(({ what }) => oneLine(tellValue(what, language))),
    },
    { label: tellTerm(W.code, language), align: 'left' as const, cells: income.map(({ code }) => code) },
    { label: tellTerm(W.paid, language), align: 'left' as const, cells: income.map(({ paid }) => paid ?? '') },
    {
      label: told(tellTerm(W.base, language)),
      align: 'right' as const,
      cells: income.map(({ base }) => (base === null ? '' : figure(base, places))),
    },
    {
      label: tellTerm(W.rate, language),
      align: 'right' as const,
      cells: income.map(({ rate }) => (rate === null ? '' : `${plainFigure(rate)}%`)),
    },
    { label: told(tellTerm(W.tax, language)), align: 'right' as const, cells: income.map(({ tax }) => figure(tax, places)) },
  ];
  await drawTable(
    sheet,
    columns.filter(({ cells }) => cells.some((cell) => cell !== '')),
  );
  sheet.flow.y += 8;
}

/** The tax in figures and in words. */
function drawTotal({ flow, language }: Sheet, { base, tax, currency, words }: CertificatePaper): void {
  const { regular, bold } = flow.faces;
  const places = placesFor([base, tax], currency);
  flow.need(58);
  flow.page.fill(flow.left - 4, flow.y, flow.width + 8, 24, TINT);
  flow.page.text(flow.left + 4, flow.y + 15.5, oneLine(tellTerm(W.total, language)), { face: bold, size: 10 });
  const text = `${figure(tax, places)} ${currency}`;
  const size = sizeFor(bold, text, 13, flow.width / 2);
  flow.page.text(flow.left + flow.width, flow.y + 16.5, text, { face: bold, size, align: 'right' });
  flow.y += 29;
  const told = [language === 'zh-CN' ? null : words.en, language === 'en' ? null : words.zh].filter((line) => line !== null);
  if (told.length === 0) return;
  const label = `${oneLine(tellTerm(W.words, language))}: `;
  const lines = toldLines([`${label}${told[0]}`, ...told.slice(1)] as unknown as Told, { face: regular, size: TEXT + 0.5 }, flow.width - 8);
  flow.y = drawLines(flow, lines, flow.left + 4, flow.y, { face: regular, size: TEXT + 0.5 }) + 4;
}

async function drawBasis(sheet: Sheet, { basis, currency }: CertificatePaper): Promise<void> {
  if (basis.length === 0) return;
  const { language } = sheet;
  drawHeading(sheet, 'basis', 50);
  const places = placesFor(
    basis.map(({ amount }) => amount),
    currency,
  );
  const foreign = basis.some(({ payCurrency }) => payCurrency !== currency);
  const rate = (b: CertificatePaper['basis'][number]): string =>
    b.fx === null ? '' : [`1 ${b.payCurrency} = ${plainFigure(b.fx.rate)} ${currency}`, b.fx.date, b.fx.source].filter(Boolean).join(', ');
  await drawTable(sheet, [
    { label: tellTerm(W.invoice, language), align: 'left', wraps: true, cells: basis.map(({ invoice }) => invoice) },
    { label: tellTerm(W.invoiceDate, language), align: 'left', cells: basis.map(({ date }) => date) },
    ...(foreign
      ? [
          { label: tellTerm(W.fx, language), align: 'left' as const, cells: basis.map(rate) },
          {
            label: tellTerm(W.asPaid, language),
            align: 'right' as const,
            cells: basis.map((b) => `${figure(b.payAmount, placesFor([b.payAmount], b.payCurrency))} ${b.payCurrency}`),
          },
        ]
      : []),
    {
      label: [...tellTerm(W.share, language), currency] as unknown as Told,
      align: 'right',
      cells: basis.map(({ amount }) => figure(amount, places)),
    },
  ]);
  sheet.flow.y += 6;
}

function drawRemittance(sheet: Sheet, { remittance, remitted }: CertificatePaper): void {
  if (remittance === '' && remitted === null) return;
  drawHeading(sheet, 'remittance', 30);
  drawFacts(
    sheet,
    [
      { label: W.reference, value: remittance },
      { label: W.remitted, value: remitted ?? '' },
    ].filter(({ value }) => value !== ''),
    2,
  );
}

/** What the paper says of itself. */
function drawStanding(sheet: Sheet, { country, form, standing, note }: CertificatePaper): void {
  const { flow, language } = sheet;
  flow.y += 6;
  const of = (name: 'en' | 'zh-CN'): string => (country === null ? '…' : oneLine(tellCountry(country, name)));
  if (country !== null)
    drawNote(sheet, tellSentence({ text: W.statementText, values: { country: { en: of('en'), zh: of('zh-CN') } } }, language));
  drawNote(sheet, tellSentence({ text: W[standing], values: { form } }, language));
  if (note !== '') drawNote(sheet, [`${oneLine(tellTerm(W.note, language))}: ${note}`]);
}
