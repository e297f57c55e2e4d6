import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import type { PaperLanguage } from '../../domain/invoices/paper-language.ts';
import type { Sink } from '../files/sink.ts';
import { Pace, type Caller } from '../reports/pace.ts';
import { Flow } from '../reports/pdf/flow.ts';
import { embedFaces, type Faces } from '../reports/pdf/fonts.ts';
import { contentHash } from './hash.ts';
import { oneLine, tellSentence, tellTerm, tellValue } from './language.ts';
import { drawFeet, drawFoot, drawNote } from './layout/foot.ts';
import { drawHead } from './layout/head.ts';
import { drawPaperLines } from './layout/lines.ts';
import { clipped, type Sheet } from './layout/sheet.ts';
import { drawTaxes, drawTotals } from './layout/sums.ts';
import type { InvoicePaper } from './paper.ts';

export interface Drawn {
  pages: number;
  /** Each paper in its order: its pages, and the hash at their foot. */
  papers: { number: string; pages: number; hash: string }[];
  /** Characters that the font does not have, each once, as they came. */
  unprintable: string[];
  /** A name in its own script was left out for want of glyphs. */
  leftOut: boolean;
}

/**
 * Draws papers as one PDF, each from a page of its own on, its pages counted by themselves. The times in the file are those of the
 * documents: the same papers give the same bytes.
 */
export async function writePapersPdf(
  sink: Sink,
  papers: readonly InvoicePaper[],
  language: PaperLanguage,
  caller: Caller,
  options: { fonts?: string } = {},
): Promise<Drawn> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const faces = await embedFaces(document, options.fonts);
  const pace = new Pace(caller, 'pages', 'pages', null);
  const drawn: Drawn = { pages: 0, papers: [], unprintable: [], leftOut: false };
  for (const paper of papers) {
    const breathe = (): Promise<void> | undefined => (pace.due ? pace.breathe(drawn.pages) : undefined);
    const { sheet, hash } = await drawPaper(faces, paper, language, breathe);
    drawn.papers.push({ number: paper.number, pages: sheet.flow.pages.length, hash });
    drawn.unprintable.push(...sheet.flow.pages.flatMap((page) => [...page.missing]));
    drawn.leftOut ||= sheet.leftOut;
    for (const page of sheet.flow.pages) {
      page.addTo(document, faces);
      drawn.pages++;
      if (pace.due) await pace.breathe(drawn.pages);
    }
  }
  describe(document, papers, language, drawn);
  await sink.write(await document.save({ objectsPerTick: 20 }));
  pace.finish(drawn.pages);
  return { ...drawn, unprintable: [...new Set(drawn.unprintable)] };
}

async function drawPaper(
  faces: Faces,
  paper: InvoicePaper,
  language: PaperLanguage,
  breathe: () => Promise<void> | undefined,
): Promise<{ sheet: Sheet; hash: string }> {
  const running = [paper.number, oneLine(tellTerm(paper.title, language)), oneLine(tellValue(paper.seller.name, language))]
    .filter(Boolean)
    .join(' · ');
  const style = { face: faces.regular, size: 7.5 };
  const flow = new Flow(faces, clipped(running, style, paper.marks.length > 0 ? 220 : 500));
  const sheet: Sheet = { flow, language, leftOut: false };
  drawHead(sheet, paper);
  await drawPaperLines(sheet, paper, breathe);
  await drawTaxes(sheet, paper);
  drawTotals(sheet, paper);
  drawFoot(sheet, paper);
  if (flow.pages.some((page) => page.boxes > 0)) drawNote(sheet, tellSentence({ text: 'glyphs' }, language));
  const hash = contentHash(paper);
  drawFeet(sheet, paper, hash);
  return { sheet, hash };
}

const titleOf = (paper: InvoicePaper, language: PaperLanguage): string => `${oneLine(tellTerm(paper.title, language))} ${paper.number}`;

/** What the file says of itself; of several papers the first and the last, the newest day, and the hash of their hashes. */
function describe(document: PDFDocument, papers: readonly InvoicePaper[], language: PaperLanguage, { papers: hashes }: Drawn): void {
  const [first, last] = [papers[0], papers.at(-1)];
  if (!first || !last) return;
  const title = titleOf(first, language);
  document.setTitle(papers.length === 1 ? title : `${title} – ${titleOf(last, language)}`, { showInWindowTitleBar: true });
  document.setAuthor([...new Set(papers.map((paper) => oneLine(tellValue(paper.seller.name, language))))].join('; '));
  const joined = hashes.map(({ hash }) => hash);
  document.setSubject(`SHA-256 ${joined.length === 1 ? joined[0] : createHash('sha256').update(joined.join('\n')).digest('hex')}`);
  document.setCreator('Tallybook');
  document.setProducer('Tallybook (pdf-lib)');
  document.setLanguage(language === 'zh-CN' ? 'zh-CN' : 'en');
  const time = new Date(
    `${papers
      .map(({ date }) => date)
      .toSorted()
      .at(-1)}T00:00:00Z`,
  );
  document.setCreationDate(time);
  document.setModificationDate(time);
}
