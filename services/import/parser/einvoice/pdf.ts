import { constants, inflateSync } from 'node:zlib';
import type * as PdfLib from 'pdf-lib';
import type { PDFDict, PDFDocument, PDFName, PDFObject, PDFRawStream } from 'pdf-lib';
import { Failure, refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { MAX_INFLATED } from './limits.ts';

/** Loaded for the first PDF: a tenth of a second that no other file has to wait for. */
let lib: typeof PdfLib;

/** A file inside a PDF, by the name that the PDF gives it. */
export interface EmbeddedFile {
  name: string;
  bytes: Buffer;
}

/** Objects and attachments of one file; an invoice has one attachment, or a few beside it. */
const MOST_FILES = 50;
const DEEPEST = 12;

/**
 * The files that a PDF carries (ISO 32000-1, 7.11.4: name tree EmbeddedFiles, and the associated files of PDF/A-3). Refuses
 * what is encrypted or damaged, and everything that grows beyond MAX_INFLATED when it is unpacked.
 */
export async function embeddedFiles(bytes: Buffer, name: string): Promise<EmbeddedFile[]> {
  const document = await open(bytes, name);
  try {
    return filesOf(document, name);
  } catch (error) {
    // Objects of another kind than they must be.
    if (error instanceof Failure) throw error;
    return refuseDamaged(name);
  }
}

function filesOf(document: PDFDocument, name: string): EmbeddedFile[] {
  const found = new Map<PDFDict, EmbeddedFile>();
  const budget = { left: MAX_INFLATED };
  const take = (spec: PDFObject | undefined): void => {
    const dict = document.context.lookup(spec);
    if (!(dict instanceof lib.PDFDict) || found.has(dict)) return;
    const stream = streamOf(document, dict);
    if (!stream) return;
    if (found.size >= MOST_FILES)
      refuse('einvoice.pdf-too-many', say`“${{ name }}” carries more than ${{ count: MOST_FILES }} files.`, {
        file: name,
        remedy: 'This is probably not an invoice; ask the sender for the XML.',
      });
    const content = unpack(document, stream, name, budget.left);
    budget.left -= content.length;
    found.set(dict, { name: nameOf(document, dict), bytes: content });
  };
  const names = document.context.lookup(document.catalog.get(lib.PDFName.of('Names')));
  if (names instanceof lib.PDFDict) walk(document, names.get(lib.PDFName.of('EmbeddedFiles')), take, 0);
  const associated = document.context.lookup(document.catalog.get(lib.PDFName.of('AF')));
  if (associated instanceof lib.PDFArray) for (const spec of associated.asArray().slice(0, 1000)) take(spec);
  return [...found.values()];
}

async function open(bytes: Buffer, name: string): Promise<PDFDocument> {
  lib ??= await import('pdf-lib');
  const guard = guardStreams(name);
  let document: PDFDocument | null = null;
  try {
    document = await lib.PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: false });
    // Objects of an encrypted file are noise to it, streams included.
    if (document.isEncrypted) refuseEncrypted(name);
    // pdf-lib takes it for granted that there is a catalogue.
    if (!((document.catalog as unknown) instanceof lib.PDFDict)) document = null;
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (bytes.includes('/Encrypt')) refuseEncrypted(name);
    document = null;
  } finally {
    guard.off();
  }
  if (guard.refused()) throw guard.refused()!;
  return document ?? refuseDamaged(name);
}

function refuseEncrypted(name: string): never {
  refuse('einvoice.pdf-encrypted', say`“${{ name }}” is protected by a password: what is inside cannot be read.`, {
    file: name,
    remedy: 'Ask the sender for the unprotected file, or for the XML.',
  });
}

function refuseDamaged(name: string): never {
  refuse('einvoice.pdf-damaged', say`“${{ name }}” is not a sound PDF.`, {
    file: name,
    remedy: 'Download it again, or ask the sender for the XML.',
  });
}

/** Leaves of the name tree, in order; a tree that is deeper than any made by a program is not followed. */
function walk(document: PDFDocument, at: PDFObject | undefined, take: (spec: PDFObject) => void, depth: number): void {
  const node = document.context.lookup(at);
  if (!(node instanceof lib.PDFDict) || depth > DEEPEST) return;
  const leaves = document.context.lookup(node.get(lib.PDFName.of('Names')));
  if (leaves instanceof lib.PDFArray)
    leaves
      .asArray()
      .slice(0, 2000)
      .forEach((item, index) => index % 2 === 1 && take(item));
  const kids = document.context.lookup(node.get(lib.PDFName.of('Kids')));
  if (kids instanceof lib.PDFArray) for (const kid of kids.asArray().slice(0, 1000)) walk(document, kid, take, depth + 1);
}

function streamOf(document: PDFDocument, spec: PDFDict): PDFRawStream | null {
  const files = document.context.lookup(spec.get(lib.PDFName.of('EF')));
  if (!(files instanceof lib.PDFDict)) return null;
  for (const key of ['UF', 'F']) {
    const stream = document.context.lookup(files.get(lib.PDFName.of(key)));
    if (stream instanceof lib.PDFRawStream) return stream;
  }
  return null;
}

/** The name for showing only: no path is ever made of it. */
function nameOf(document: PDFDocument, spec: PDFDict): string {
  for (const key of ['UF', 'F']) {
    const text = document.context.lookup(spec.get(lib.PDFName.of(key)));
    if (text instanceof lib.PDFString || text instanceof lib.PDFHexString)
      return text
        .decodeText()
        .replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
        .slice(0, 120);
  }
  return '';
}

/** The content of a stream that is stored as it is or deflated: programs that embed invoices write no other. */
function unpack(document: PDFDocument, stream: PDFRawStream, name: string, limit: number): Buffer {
  const filters = filtersOf(document, stream);
  const contents = Buffer.from(stream.contents.buffer, stream.contents.byteOffset, stream.contents.byteLength);
  if (filters.length === 0) return contents.length <= limit ? contents : refuseBig(name);
  if (filters.length > 1 || filters[0] !== 'FlateDecode' || hasPredictor(document, stream)) return refuseFilter(name, filters.join(' + '));
  return inflate(contents, name, limit);
}

function inflate(contents: Uint8Array, name: string, limit: number): Buffer {
  try {
    return inflateSync(contents, { maxOutputLength: Math.max(1, limit), finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return refuseBig(name);
    return refuseDamaged(name);
  }
}

function refuseBig(name: string): never {
  refuse('einvoice.too-big', say`“${{ name }}” is larger than ${{ megabytes: MAX_INFLATED / 2 ** 20 }} MB unpacked, which no invoice is.`, {
    file: name,
    remedy: 'Ask the sender for the XML.',
  });
}

function filtersOf(document: PDFDocument, stream: PDFRawStream): string[] {
  const filter = document.context.lookup(stream.dict.get(lib.PDFName.of('Filter')));
  const list = filter instanceof lib.PDFArray ? filter.asArray().map((f) => document.context.lookup(f)) : filter ? [filter] : [];
  return list.map((f) => (f instanceof lib.PDFName ? f.decodeText() : '?')).map((f) => (f === 'Fl' ? 'FlateDecode' : f));
}

function hasPredictor(document: PDFDocument, stream: PDFRawStream): boolean {
  const given = document.context.lookup(stream.dict.get(lib.PDFName.of('DecodeParms')));
  const parms = given instanceof lib.PDFArray ? document.context.lookup(given.asArray()[0]) : given;
  const predictor = parms instanceof lib.PDFDict ? document.context.lookup(parms.get(lib.PDFName.of('Predictor'))) : undefined;
  return predictor instanceof lib.PDFNumber && predictor.asNumber() > 1;
}

/**
 * pdf-lib unpacks object and cross-reference streams while it loads, without a limit, and goes on after an error in one. Until `off`
 * each is measured first: that it is deflated and nothing else, and how long it and all before it are. `refused` is the first refusal.
 */
function guardStreams(name: string): { off(): void; refused(): Failure | null } {
  const [objects, references] = [lib.PDFObjectStreamParser.forStream, lib.PDFXRefStreamParser.forStream];
  let left = MAX_INFLATED;
  let first: Failure | null = null;
  const measure = (stream: PDFRawStream): void => {
    try {
      const filter = stream.dict.get(lib.PDFName.of('Filter'));
      const single = filter instanceof lib.PDFArray && filter.size() === 1 ? filter.get(0) : filter;
      if (single === undefined) return;
      if (!(single instanceof lib.PDFName) || !isFlate(single)) refuseFilter(name, String(filter));
      left -= inflate(stream.contents, name, left).length;
    } catch (error) {
      if (error instanceof Failure) first ??= error;
      throw error;
    }
  };
  lib.PDFObjectStreamParser.forStream = (stream, wait) => {
    measure(stream);
    return objects(stream, wait);
  };
  lib.PDFXRefStreamParser.forStream = (stream) => {
    measure(stream);
    return references(stream);
  };
  return {
    off() {
      lib.PDFObjectStreamParser.forStream = objects;
      lib.PDFXRefStreamParser.forStream = references;
    },
    refused: () => first,
  };
}

const isFlate = (filter: PDFName): boolean => ['FlateDecode', 'Fl'].includes(filter.decodeText());

function refuseFilter(name: string, filter: string): never {
  refuse(
    'einvoice.pdf-filter',
    say`“${{ name }}” carries a file that is packed as ${{ filter: filter.slice(0, 80) }}, which is not read.`,
    {
      file: name,
      remedy: 'Ask the sender for the XML.',
    },
  );
}
