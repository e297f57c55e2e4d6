import { PDFDocument } from 'pdf-lib';
import type { PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { embedFaces, type Faces } from '../../reports/pdf/fonts.ts';
import type { Page } from '../../reports/pdf/page.ts';
import { drawCertificate } from './draw-certificate.ts';
import { drawLetter } from './draw-letter.ts';
import { drawTawi } from './draw-tawi.ts';
import type { Letter } from './letter.ts';
import { whtPaperHash, type WhtPaper } from './paper.ts';
import { TAWI_WORDS } from './tawi-words.ts';
import { CERTIFICATE_WORDS } from './words.ts';

export interface WhtPdf {
  bytes: Uint8Array;
  pages: number;
  hash: string;
  /** Characters that no font has, each once, drawn as boxes. */
  unprintable: string[];
}

interface About {
  title: string;
  author: string;
  /** Day of the paper: the file's own times, so that the same paper gives the same bytes. */
  date: string;
  hash: string;
  language: string;
}

async function pdfOf(draw: (faces: Faces) => Promise<Page[]> | Page[], about: About): Promise<WhtPdf> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const faces = await embedFaces(document);
  const pages = await draw(faces);
  for (const page of pages) page.addTo(document, faces);
  document.setTitle(about.title, { showInWindowTitleBar: true });
  document.setAuthor(about.author);
  document.setSubject(`SHA-256 ${about.hash}`);
  document.setCreator('Tallybook');
  document.setProducer('Tallybook (pdf-lib)');
  document.setLanguage(about.language);
  const time = new Date(`${about.date}T00:00:00Z`);
  document.setCreationDate(time);
  document.setModificationDate(time);
  const bytes = await document.save({ objectsPerTick: 20 });
  return { bytes, pages: pages.length, hash: about.hash, unprintable: [...new Set(pages.flatMap((page) => [...page.missing]))] };
}

const textOf = (name: string | { en: string }): string => (typeof name === 'string' ? name : name.en);

/** A certificate as PDF; the same paper in the same language gives the same bytes. */
export function certificatePdf(paper: WhtPaper, language: PaperLanguage): Promise<WhtPdf> {
  const hash = whtPaperHash(paper);
  const about = { date: paper.date, hash, author: textOf(paper.payer.name) };
  if (paper.kind === 'tawi')
    return pdfOf((faces) => drawTawi(faces, paper, language, hash), {
      ...about,
      title: `${TAWI_WORDS.title.th} ${paper.number}`,
      language: 'th',
    });
  const title = language === 'zh-CN' ? paper.title.zh : paper.title.en;
  return pdfOf((faces) => drawCertificate(faces, paper, language, hash), {
    ...about,
    title: `${title} ${paper.number}`,
    language: plain(language),
  });
}

/** A letter as PDF. */
export function letterPdf(letter: Letter, language: PaperLanguage): Promise<WhtPdf> {
  const hash = whtPaperHash(letter);
  const title = language === 'zh-CN' ? CERTIFICATE_WORDS.letterTitle.zh : CERTIFICATE_WORDS.letterTitle.en;
  return pdfOf((faces) => drawLetter(faces, letter, language, hash), {
    title,
    author: textOf(letter.from.name),
    date: letter.date,
    hash,
    language: plain(language),
  });
}

const plain = (language: PaperLanguage): string => (language === 'zh-CN' ? 'zh-CN' : 'en');
