import { isCodedFapiao, readCustomData } from '../../../../domain/einvoice/fapiao/read-coded.ts';
import { isDigitalFapiao } from '../../../../domain/einvoice/fapiao/read-digital.ts';
import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { openOfd } from './ofd.ts';
import { understood, understoodFapiao, type Understood } from './understood.ts';

/** The invoice of an OFD file: the XML that it was made of, else the figures in its own description. */
export async function fromOfd(bytes: Buffer, name: string): Promise<Understood & { inside: string }> {
  const { root, attached } = await openOfd(bytes, name);
  const own = attached.find((file) => isDigitalFapiao(file.root) || isCodedFapiao(file.root));
  const read = own && understood(own.root);
  if (own && read) return { inside: own.name, ...read };
  const described = readCustomData(root);
  if (described) return { inside: 'OFD.xml', ...understoodFapiao(described) };
  return refuse('einvoice.ofd-plain', say`“${{ name }}” is an OFD file that carries no invoice data.`, {
    file: name,
    remedy: 'Download the XML of the invoice from the tax bureau’s platform.',
  });
}
