import { SaxesParser } from 'saxes';
import type { XmlElement } from '../../domain/einvoice/xml.ts';
import { refuse } from '../../domain/result.ts';
import { say, type Said } from '../../domain/words/said.ts';

/** How much of an XML file is read at most: a large invoice of ten thousand lines has about half a million elements. */
export interface XmlLimits {
  /** Bytes of the file. */
  bytes: number;
  depth: number;
  elements: number;
  /** Attributes of one element, namespace declarations included. */
  attributes: number;
  /** Characters of one text or attribute value; an attachment in base64 is one text. */
  text: number;
}

export const XML_LIMITS: XmlLimits = { bytes: 48 << 20, depth: 64, elements: 1_000_000, attributes: 64, text: 40 << 20 };

const NAMESPACE_DECLARATIONS = 'http://www.w3.org/2000/xmlns/';

/**
 * The tree of an XML file that nobody vouches for, by namespace. Refuses with `einvoice.too-large`, `einvoice.doctype`
 * (nothing is ever expanded), `einvoice.encoding` and `einvoice.xml` (not well-formed, or beyond a limit), with line and
 * column in the words. UTF-8, or UTF-16 by its byte-order mark.
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits = XML_LIMITS): XmlElement {
  if (bytes.length > limits.bytes)
    refuse(
      'einvoice.too-large',
      say`The file has ${{ bytes: bytes.length }} bytes; an invoice of more than ${{ limit: limits.bytes }} is not read.`,
      {
        remedy: 'Check whether it is an electronic invoice; attachments belong beside it.',
      },
    );
  return parse(decode(bytes), limits);
}

function parse(text: string, limits: XmlLimits): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const broken = (reason: Said | string): never =>
    refuse(
      'einvoice.xml',
      say`The file cannot be read: line ${{ line: parser.line }}, column ${{ column: Math.max(1, parser.column) }}: ${{ reason }}.`,
      {
        row: parser.line,
        remedy: 'Ask its sender for the file again; do not mend it by hand.',
      },
    );
  const open: XmlElement[] = [];
  const texts: string[][] = [];
  let root: XmlElement | null = null;
  let count = 0;
  // Of the tag that is being read: where it begins.
  let place = { line: 1, column: 1 };

  parser.on('error', (error) => broken(error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')));
  parser.on('doctype', () =>
    refuse('einvoice.doctype', 'The file holds a document type declaration, which no electronic invoice has.', {
      remedy: 'Do not open this file; ask its sender for another.',
    }),
  );
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^utf-?(?:8|16(?:le|be)?)$/i.test(encoding))
      broken(say`it is in ${{ encoding: encoding.slice(0, 40) }} and not in UTF-8`);
  });
  let attributeCount = 0;
  parser.on('opentagstart', (tag) => {
    // saxes has read the name and one character more.
    place = { line: parser.line, column: Math.max(1, parser.column - tag.name.length - 1) };
    attributeCount = 0;
  });
  parser.on('attribute', () => {
    if (++attributeCount > limits.attributes) broken(say`an element has more than ${{ limit: limits.attributes }} attributes`);
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes);
    if (++count > limits.elements) broken(say`it has more than ${{ limit: limits.elements }} elements`);
    if (open.length >= limits.depth) broken(say`its elements are nested more than ${{ limit: limits.depth }} deep`);
    const element: XmlElement = {
      name: tag.local,
      ns: tag.uri,
      attributes: attributes
        .filter((attribute) => attribute.uri !== NAMESPACE_DECLARATIONS)
        .map((attribute) => ({ name: attribute.local, ns: attribute.uri, value: attribute.value })),
      children: [],
      text: '',
      ...place,
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
    texts.push([]);
  });
  const collect = (piece: string): void => {
    if (piece.length > limits.text) broken(say`a text in it has more than ${{ limit: limits.text }} characters`);
    texts.at(-1)?.push(piece);
  };
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.on('closetag', () => {
    const element = open.pop()!;
    element.text = texts.pop()!.join('');
  });
  parser.write(text).close();
  return root ?? broken(say`it is empty`);
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse('einvoice.encoding', 'The file holds bytes that are not text in UTF-8 or UTF-16.', {
      remedy: 'Check whether it is an XML file, and ask its sender for it again.',
    });
  }
}
