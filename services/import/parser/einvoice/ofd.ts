import type { XmlElement } from '../../../../domain/einvoice/xml.ts';
import { Failure, refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { readXml } from '../../../einvoice/xml-tree.ts';
import { contentOf } from '../container/inflate.ts';
import type { Limits } from '../container/limits.ts';
import { sourceOf, type Source } from '../container/source.ts';
import { listParts, type ZipPart } from '../container/zip-directory.ts';
import { toUtf8 } from './encoding.ts';
import { MAX_INFLATED } from './limits.ts';
import { refuseProgram } from './programs.ts';

/** An invoice of a hundred lines has some thirty parts. */
const LIMITS: Limits = { entries: 500, entryBytes: MAX_INFLATED, totalBytes: MAX_INFLATED, ratio: 200, ratioFrom: 4 << 20 };
/** XML files among the attachments that are looked into. */
const MOST_ATTACHMENTS = 20;

/** What an OFD file (GB/T 33190) carries of an invoice: its own description, and the XML files attached to it. */
export interface OfdParts {
  root: XmlElement;
  attached: { name: string; root: XmlElement }[];
}

/** Opens an OFD file: a zip with OFD.xml at its root. Refuses every other zip, and one that was made to deceive. */
export async function openOfd(bytes: Buffer, name: string): Promise<OfdParts> {
  const source = await sourceOf(bytes, name);
  const parts = await listParts(source, name, LIMITS);
  const main = parts.find((part) => part.name.toLowerCase() === 'ofd.xml');
  if (!main)
    refuse('einvoice.not-ofd', say`“${{ name }}” is a zip archive and not an OFD file: it has no OFD.xml.`, {
      file: name,
      remedy: 'Unpack it and choose the invoices inside.',
    });
  for (const part of parts) refuseProgram(name, part.name, Buffer.alloc(0));
  const attached: OfdParts['attached'] = [];
  const candidates = parts.filter((part) => /(?:^|\/)attachs?\/[^/]+\.xml$/i.test(part.name) && !/attachments\.xml$/i.test(part.name));
  for (const part of candidates.slice(0, MOST_ATTACHMENTS)) {
    const root = await treeOf(source, part);
    if (root) attached.push({ name: part.name, root });
  }
  return { root: readXml(await wholeOf(source, main)), attached };
}

/** The tree of an attachment; null where it is no XML: other things are attached, too. */
async function treeOf(source: Source, part: ZipPart): Promise<XmlElement | null> {
  const bytes = toUtf8(await wholeOf(source, part));
  try {
    return readXml(bytes);
  } catch (error) {
    if (error instanceof Failure && error.error.code === 'einvoice.xml' && !/original_invoice\.xml$/i.test(part.name)) return null;
    throw error;
  }
}

async function wholeOf(source: Source, part: ZipPart): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of contentOf(source, part, LIMITS)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
