import { headerOf } from '../../../../domain/bank/ofx/tree.ts';

export interface Decoded {
  text: string;
  /** As a person calls it. */
  encoding: string;
}

const NAMES: Readonly<Record<string, string>> = { '1252': 'windows-1252', '8859-1': 'windows-1252', 'ISO-8859-1': 'windows-1252', '936': 'gb18030', GBK: 'gb18030', GB2312: 'gb18030', GB18030: 'gb18030', '1250': 'windows-1250', '1251': 'windows-1251' }; // prettier-ignore

/**
 * The text of a file that declares no encoding which can be trusted: a byte-order mark, else UTF-8 where the bytes are that, else what an
 * OFX header names (CHARSET), else GB18030 where every byte beyond ASCII is one of a pair, else Windows-1252. Null for bytes that are no text.
 */
export function decodeText(bytes: Buffer): Decoded | null {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (mark) return strict(bytes, mark);
  if (bytes.includes(0)) return null;
  const utf8 = strict(bytes, 'utf-8');
  if (utf8) return utf8;
  const header = headerOf(bytes.toString('latin1', 0, 4000));
  const named = NAMES[(header.get('CHARSET') ?? '').toUpperCase()];
  return (named ? strict(bytes, named) : null) ?? (paired(bytes) ? strict(bytes, 'gb18030') : null) ?? strict(bytes, 'windows-1252');
}

function strict(bytes: Buffer, encoding: string): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** In GB18030 a byte beyond ASCII never stands alone between ASCII letters; in Western text it nearly always does. */
function paired(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    let end = i;
    while (end < bytes.length && bytes[end]! >= 0x80) end++;
    if ((end - i) % 2 === 1 && !(end < bytes.length && bytes[end]! >= 0x40)) return false;
    if (end - i === 1) return false;
    i = end;
  }
  return true;
}
