import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { Failure } from '../../domain/result.ts';
import type { EInvoiceRead } from '../../services/import/parser/einvoice/message.ts';
import { readEInvoice } from '../../services/import/parser/einvoice/read.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/einvoice/', import.meta.url));

/** where a fixture of electronic invoices lies. */
export const fixture = (name: string): string => join(FOLDER, name);

/** the XML files of a packed collection, by their paths. */
export const collection = (name: string): Record<string, string> =>
  JSON.parse(gunzipSync(readFileSync(fixture(name))).toString()) as Record<string, string>;

/** reads these bytes as the parser process would. */
export async function readBytes(bytes: Uint8Array | string, name = 'invoice.xml'): Promise<EInvoiceRead> {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-einvoice-'));
  try {
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    return await readEInvoice(path, name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** the code of the refusal; `ok` when it is read. Every refusal must be a sentence with a remedy. */
export async function refusalOf(bytes: Uint8Array | string, name?: string): Promise<string> {
  try {
    await readBytes(bytes, name);
    return 'ok';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, details } = error.error;
    if (!message.endsWith('.') || !details?.remedy?.endsWith('.')) throw new Error(`No sentence or remedy: ${JSON.stringify(error.error)}`);
    return code;
  }
}

/** a PDF that carries these files. */
export async function pdfWith(files: Readonly<Record<string, string | Uint8Array>>, objectStreams = false): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  for (const [name, content] of Object.entries(files)) await document.attach(Buffer.from(content as string), name);
  return Buffer.from(await document.save({ useObjectStreams: objectStreams }));
}
