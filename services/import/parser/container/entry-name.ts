import { isAscii } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { refuse } from '../../../../domain/result.ts';
import { say, type Said } from '../../../../domain/words/said.ts';

/** APPNOTE.TXT 4.4.4: bit 11 says that the name is UTF-8. */
const UTF8_FLAG = 0x800;
/** APPNOTE.TXT 4.6.9: Info-ZIP Unicode Path. */
const UNICODE_PATH = 0x7075;
/** Code page 437 from 0x80 up; below it is ASCII. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' + '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
const CONTROL = /\p{Cc}/u;
const BIDI = /\p{Bidi_Control}/u;

/**
 * The name of a zip entry, for showing only. With the UTF-8 flag or a valid Unicode path it is UTF-8. Without, zips made
 * on Chinese Windows hold GB18030 and those made on a Mac hold UTF-8 without saying so: a name whose characters are all
 * of three bytes and more in strict UTF-8 is taken as UTF-8, else strict GB18030, else CP437 as the format says.
 */
export function decodeName(raw: Buffer, flags: number, extra: readonly { id: number; data: Buffer }[]): string {
  const path = extra.find((field) => field.id === UNICODE_PATH)?.data;
  if (path && path.length > 5 && path[0] === 1 && path.readUInt32LE(1) === crc32(raw)) {
    const text = strict(path.subarray(5), 'utf-8');
    if (text !== null) return text;
  }
  if (isAscii(raw)) return raw.toString('latin1');
  const utf8 = strict(raw, 'utf-8');
  if (flags & UTF8_FLAG)
    return (
      utf8 ??
      refuse('container.unsafe-name', 'A file name inside the archive is marked as UTF-8 and is not.', {
        remedy: 'Pack the files again, or unpack the archive and import the files.',
      })
    );
  if (utf8 !== null && !/[\u0080-\u07ff]/.test(utf8)) return utf8;
  return (
    strict(raw, 'gb18030') ?? Array.from(raw, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437.charAt(byte - 0x80))).join('')
  );
}

function strict(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not this encoding: that is the answer.
    return null;
  }
}

/**
 * Refuses names that would be dangerous as paths or misleading on a screen, although nothing is ever written under
 * them: an archive that holds one was not made by a billing centre. `name` has `/` as its only separator.
 */
export function checkName(name: string, archive: string): void {
  const problem = problemOf(name);
  if (problem === null) return;
  const shown = name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '�').slice(0, 120);
  refuse('container.unsafe-name', say`“${{ archive }}” holds a file named “${{ shown }}”, ${{ problem }}.`, {
    file: archive,
    value: shown,
    remedy: 'Download the archive again from the billing centre; do not open this one.',
  });
}

function problemOf(name: string): Said | null {
  if (name === '') return say`which is no name`;
  if (CONTROL.test(name)) return say`which holds control characters`;
  if (BIDI.test(name)) return say`which holds characters that reverse the order of letters`;
  if (name.startsWith('/')) return say`which is an absolute path`;
  if (/^[A-Za-z]:/.test(name)) return say`which names a drive`;
  for (const segment of name.split('/')) {
    if (segment === '..') return say`which points outside the archive`;
    if (WINDOWS_DEVICE.test((segment.split('.')[0] ?? '').trimEnd())) return say`which Windows takes for a device`;
  }
  return null;
}

/** Names that a case-insensitive file system takes for the same have the same key. */
export const foldName = (name: string): string => name.normalize('NFC').toUpperCase().toLowerCase();

/** Folders and what operating systems add by themselves. */
export function isClutter(name: string): boolean {
  if (name.endsWith('/')) return true;
  const segments = name.split('/');
  return segments.includes('__MACOSX') || segments.at(-1) === '.DS_Store';
}
