import { PDFDocument } from 'pdf-lib';
import type { PaperLanguage } from '../../domain/invoices/paper-language.ts';
import { embedFaces } from '../reports/pdf/fonts.ts';
import { drawDispute } from './draw.ts';
import { letterHash, type DisputeLetter } from './letter.ts';
import { DISPUTE_WORDS } from './words.ts';

export interface DisputePdf {
  bytes: Uint8Array;
  pages: number;
  hash: string;
  /** Characters that no font has, each once, drawn as boxes. */
  unprintable: string[];
}

/** The letter as PDF; the same letter in the same language gives the same bytes. */
export async function disputePdf(letter: DisputeLetter, language: PaperLanguage): Promise<DisputePdf> {
  const hash = letterHash(letter);
  const document = await PDFDocument.create({ updateMetadata: false });
  const faces = await embedFaces(document);
  const pages = await drawDispute(faces, letter, language, hash);
  for (const page of pages) page.addTo(document, faces);
  const { title } = DISPUTE_WORDS;
  const { name } = letter.from;
  document.setTitle(`${language === 'zh-CN' ? title.zh : title.en} ${letter.reference}`, { showInWindowTitleBar: true });
  document.setAuthor(typeof name === 'string' ? name : 'en' in name ? name.en : '');
  document.setSubject(`SHA-256 ${hash}`);
  document.setCreator('Tallybook');
  document.setProducer('Tallybook (pdf-lib)');
  document.setLanguage(language === 'zh-CN' ? 'zh-CN' : 'en');
  const time = new Date(`${letter.date}T00:00:00Z`);
  document.setCreationDate(time);
  document.setModificationDate(time);
  const bytes = await document.save({ objectsPerTick: 20 });
  return { bytes, pages: pages.length, hash, unprintable: [...new Set(pages.flatMap((page) => [...page.missing]))] };
}
