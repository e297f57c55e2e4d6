/** A column of texts as it lies in the book: their UTF-8 bytes one after the other, each behind a zero byte; a missing text is nothing at all. */
export interface TextBlock {
  readonly kind: 'texts';
  readonly count: number;
  /** Where each text begins in `bytes`, and the end of the last; the zero byte included. */
  readonly starts: Uint32Array;
  readonly bytes: Buffer;
}

const MARK = '\u0000';

/** Null where every text is missing. */
export function encodeTexts(texts: readonly (string | null)[]): Uint8Array | null {
  const present = texts.filter((t) => t !== null);
  if (present.length === 0) return null;
  const joined = MARK + present.join(MARK);
  const body = Buffer.from(joined, 'utf8');
  const plain = body.length === joined.length;
  const bytes = new Uint8Array((texts.length + 2) * 4 + body.length);
  const head = new Uint32Array(bytes.buffer, 0, texts.length + 2);
  head[0] = texts.length;
  let at = 0;
  for (let i = 0; i < texts.length; i++) {
    head[i + 1] = at;
    const text = texts[i]!;
    if (text !== null) at += 1 + (plain ? text.length : Buffer.byteLength(text));
  }
  head[texts.length + 1] = at;
  bytes.set(body, (texts.length + 2) * 4);
  return bytes;
}

/** Reads encodeTexts back. `bytes` begin at a multiple of four. */
export function decodeTexts(bytes: Uint8Array): TextBlock {
  const [count] = new Uint32Array(bytes.buffer, bytes.byteOffset, 1) as unknown as [number];
  const start = bytes.byteOffset + (count + 2) * 4;
  return {
    kind: 'texts',
    count,
    starts: new Uint32Array(bytes.buffer, bytes.byteOffset + 4, count + 1),
    bytes: Buffer.from(bytes.buffer, start, bytes.byteOffset + bytes.byteLength - start),
  };
}
