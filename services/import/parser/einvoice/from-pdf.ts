import { Failure, refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { readXml } from '../../../einvoice/xml-tree.ts';
import { toUtf8 } from './encoding.ts';
import { embeddedFiles, type EmbeddedFile } from './pdf.ts';
import { refuseProgram } from './programs.ts';
import { understood, type Understood } from './understood.ts';

/** Names under which Factur-X, ZUGFeRD and XRechnung are embedded, by the order in which they are believed. */
const KNOWN = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];

/** The invoice that a PDF carries: the file of the known name, else the only XML in it that is one. */
export async function fromPdf(bytes: Buffer, name: string): Promise<Understood & { inside: string }> {
  const files = await embeddedFiles(bytes, name);
  for (const file of files) refuseProgram(name, file.name, file.bytes);
  for (const wanted of KNOWN) {
    const file = files.find((f) => baseName(f.name).toLowerCase() === wanted);
    const read = file && understood(readXml(toUtf8(file.bytes)));
    if (file && read) return { inside: file.name, ...read };
  }
  const found = files.flatMap((file) => {
    const read = tryRead(file);
    return read ? [{ inside: file.name, ...read }] : [];
  });
  if (found.length > 1)
    refuse(
      'einvoice.pdf-several',
      say`“${{ name }}” carries ${{ count: found.length }} electronic invoices; which one is meant is not said.`,
      {
        file: name,
        remedy: 'Ask the sender for the XML of the one that is meant.',
      },
    );
  return (
    found[0] ??
    refuse('einvoice.pdf-plain', say`“${{ name }}” is a PDF without an electronic invoice inside.`, {
      file: name,
      remedy: 'Ask the sender for the XML, or enter the invoice by hand and attach the PDF.',
    })
  );
}

const baseName = (name: string): string => name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);

/** What an embedded file of any name says, if it is an invoice. */
function tryRead(file: EmbeddedFile): Understood | null {
  if (!/\.xml$/i.test(file.name)) return null;
  try {
    return understood(readXml(toUtf8(file.bytes)));
  } catch (error) {
    // Some other XML, not sound: it is no invoice.
    if (error instanceof Failure) return null;
    throw error;
  }
}
