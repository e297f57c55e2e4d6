import { createHash } from 'node:crypto';
import type { XmlElement } from '../../../../domain/einvoice/xml.ts';
import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { readXml } from '../../../einvoice/xml-tree.ts';
import { sourceOf } from '../container/source.ts';
import { toUtf8 } from './encoding.ts';
import { MAX_FILE } from './limits.ts';
import type { Carrier, EInvoiceRead } from './message.ts';
import { fromOfd } from './from-ofd.ts';
import { fromPdf } from './from-pdf.ts';
import { understood, type Understood } from './understood.ts';

/**
 * Reads one electronic invoice: an XML file, the XML in a PDF, or an OFD file, told by its content. Throws a Failure in words for
 * everything that is none, is damaged, or was made to deceive. Only the parser process calls this.
 */
export async function readEInvoice(path: string, name: string): Promise<EInvoiceRead> {
  const source = await sourceOf(path, name);
  if (source.size > MAX_FILE)
    refuse(
      'einvoice.file-too-big',
      say`“${{ name }}” is larger than ${{ megabytes: MAX_FILE / 2 ** 20 }} MB, which no electronic invoice is.`,
      {
        file: name,
        remedy: 'Check whether it is the right file.',
      },
    );
  const chunks: Buffer[] = [];
  for await (const chunk of source.stream(0, source.size) as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const read = await READERS[carrierOf(bytes, name)](bytes, name);
  return { type: 'einvoice-read', sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, ...read };
}

type Reading = Understood & Pick<EInvoiceRead, 'carrier' | 'inside'>;

const READERS: Readonly<Record<Carrier, (bytes: Buffer, name: string) => Promise<Reading>>> = {
  xml: async (bytes, name) => ({ carrier: 'xml', inside: null, ...fromXml(readXml(toUtf8(bytes)), name) }),
  pdf: async (bytes, name) => ({ carrier: 'pdf', ...(await fromPdf(bytes, name)) }),
  ofd: async (bytes, name) => ({ carrier: 'ofd', ...(await fromOfd(bytes, name)) }),
};

function fromXml(root: XmlElement, name: string): Understood {
  return (
    understood(root) ??
    refuse(
      'einvoice.unknown',
      say`“${{ name }}” is XML and no invoice that is read here: it begins with “${{ root: root.name.slice(0, 60) }}”.`,
      {
        file: name,
        remedy: 'UBL invoices and credit notes, Cross Industry Invoices and e-fapiao are read.',
      },
    )
  );
}

/** By the first bytes: a PDF may begin with a few stray ones, XML with a byte-order mark and blanks. */
function carrierOf(bytes: Buffer, name: string): Carrier {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (/^504b(?:0304|0506|0708)/.test(bytes.toString('hex', 0, 4))) return 'ofd';
  const start = bytes
    .toString('latin1', 0, 200)
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '');
  if (/^\s*</.test(start)) return 'xml';
  return refuse('einvoice.no-invoice', say`“${{ name }}” is no electronic invoice: by its content it is neither XML nor PDF nor OFD.`, {
    file: name,
    remedy: 'Choose the XML, the PDF that carries it, or the OFD file. Bills are imported under Import.',
  });
}
