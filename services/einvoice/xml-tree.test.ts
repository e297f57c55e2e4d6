import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/result.ts';
import { readXml, XML_LIMITS } from './xml-tree.ts';

const read = (text: string | Uint8Array, limits = {}) =>
  readXml(typeof text === 'string' ? new TextEncoder().encode(text) : text, { ...XML_LIMITS, ...limits });

/** Code and words of the refusal. */
function refusal(text: string | Uint8Array, limits = {}): [string, string] {
  try {
    read(text, limits);
  } catch (error) {
    if (error instanceof Failure) return [error.error.code, error.error.message];
    throw error;
  }
  return ['ok', ''];
}

describe('the tree of an XML file', () => {
  it('tells elements by namespace and local name, with their places, texts and attributes', () =>
    expect(read('<?xml version="1.0"?>\n<a:x xmlns:a="u:1" k="v">\n  <b xmlns="u:2" a:z="1">te<![CDATA[x<]]>t &amp; </b></a:x>')).toEqual({
      name: 'x',
      ns: 'u:1',
      line: 2,
      column: 1,
      text: '\n  ',
      attributes: [{ name: 'k', ns: '', value: 'v' }],
      children: [
        { name: 'b', ns: 'u:2', line: 3, column: 3, text: 'tex<t & ', attributes: [{ name: 'z', ns: 'u:1', value: '1' }], children: [] },
      ],
    }));

  it('is read from UTF-16 by its mark', () => {
    const le = Buffer.from('\uFEFF<a>中</a>', 'utf16le');
    expect(read(le).text).toBe('中');
    expect(read(Buffer.from(le).swap16()).text).toBe('中');
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'einvoice.doctype'],
    ['<a>&x;</a>', 'einvoice.xml'],
    ['<a><b></a>', 'einvoice.xml'],
    ['<p:a/>', 'einvoice.xml'],
    ['', 'einvoice.xml'],
    ['<a/><b/>', 'einvoice.xml'],
    ['<a', 'einvoice.xml'],
    ['<a x="1" x="2"/>', 'einvoice.xml'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'einvoice.xml'],
  ])('refuses %j', (text, code) => expect(refusal(text)[0]).toBe(code));

  it('says where', () => expect(refusal('<a>\n <b></a>')[1]).toBe('The file cannot be read: line 2, column 8: unexpected close tag.'));

  it.each([
    ['<a>'.repeat(9), { depth: 8 }, 'its elements are nested more than 8 deep'],
    [`<a>${'<b/>'.repeat(9)}</a>`, { elements: 9 }, 'it has more than 9 elements'],
    ['<a p="" q="" r=""/>', { attributes: 2 }, 'an element has more than 2 attributes'],
    ['<a>12345</a>', { text: 4 }, 'a text in it has more than 4 characters'],
  ])('stops at its limits: %s', (text, limits, reason) => expect(refusal(text, limits)[1]).toContain(reason));

  it('refuses a file that is too large, or no text, before it looks inside', () => {
    expect(refusal('<a/>', { bytes: 3 })[0]).toBe('einvoice.too-large');
    expect(refusal(Uint8Array.of(0x3c, 0xff, 0x3e))[0]).toBe('einvoice.encoding');
  });
});
