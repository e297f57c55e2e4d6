import type { XmlElement } from '../../../../domain/einvoice/xml.ts';
import { Failure, refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { readXml } from '../../../einvoice/xml-tree.ts';
import { toUtf8 } from '../einvoice/encoding.ts';
import { STATEMENT_XML } from './limits.ts';

/** The tree of a statement in XML; nothing is ever expanded. What is refused is said of a statement. */
export function statementXml(bytes: Buffer, name: string): XmlElement {
  try {
    return readXml(toUtf8(bytes), STATEMENT_XML);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, details } = error.error;
    if (code === 'einvoice.doctype')
      refuse('bank.doctype', 'The file holds a document type declaration, which no statement of a bank has.', {
        file: name,
        remedy: 'Do not open this file; ask the bank for another.',
      });
    refuse('bank.xml', say`The XML of “${{ name }}” cannot be read. ${{ reason: details?.said?.message ?? message }}`, {
      file: name,
      ...(details?.row !== undefined && { row: details.row }),
      remedy: 'Ask the bank for the file again; do not mend it by hand.',
    });
  }
}
