import type { SampleOptions } from './options.ts';

/** Bytes of text chunks in the chosen encoding, with its byte order mark where wanted (GB18030 has one too, but files lack it). */
export function* encode(chunks: Iterable<string>, { encoding, bom }: Pick<SampleOptions, 'encoding' | 'bom'>): Iterable<Uint8Array> {
  if (encoding === 'gb18030') {
    for (const chunk of chunks) yield gb18030(chunk);
    return;
  }
  const encodeText = encoding === 'utf-8' ? (text: string) => new TextEncoder().encode(text) : utf16le;
  if (bom) yield encodeText('\uFEFF');
  for (const chunk of chunks) yield encodeText(chunk);
}

function utf16le(text: string): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), true);
  return new Uint8Array(view.buffer);
}

let table: Map<number, readonly number[]> | undefined;

/** The two-byte part of GB18030, read backwards from the platform's decoder; it holds every character that samples use. */
function twoByteTable(): Map<number, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const map = new Map<number, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(new Uint8Array([lead, trail]));
      if (text.length === 1 && text !== '\uFFFD' && !map.has(text.charCodeAt(0))) map.set(text.charCodeAt(0), [lead, trail]);
    }
  return map;
}

function gb18030(text: string): Uint8Array {
  table ??= twoByteTable();
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Latin-1 characters beyond ASCII take four bytes; of them samples use the yen sign alone.
    const pair = code < 0x80 ? [code] : code === 0xa5 ? [0x81, 0x30, 0x84, 0x36] : table.get(code);
    if (!pair) throw new TypeError(`No two-byte GB18030 code for U+${code.toString(16)}.`);
    for (const byte of pair) bytes[length++] = byte;
  }
  return bytes.slice(0, length);
}
