import { say, type Said } from '../words/said.ts';
import type { FileKind } from './kinds.ts';

/** Length of a zip's end record without its comment, and the most that a comment can have. */
const END_RECORD = 22;
const MOST_COMMENT = 0xffff;
const HEAD = 1024;

/**
 * What a document is beside what it shows, or null. A file that two programs read as two things carries what nobody sees:
 * a web page before a PDF's header, an archive behind a PDF or picture (its directory ends where the file ends).
 */
export function secondKind(kind: FileKind, bytes: Uint8Array): Said | null {
  if (kind === 'zip') return null;
  if (kind === 'pdf' && hasMarkupBeforeHeader(bytes)) return say`a web page`;
  return endsAsZip(bytes) ? say`a zip archive` : null;
}

function hasMarkupBeforeHeader(bytes: Uint8Array): boolean {
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) head += String.fromCharCode(byte);
  return /<[a-z!?/]/i.test(head.slice(0, Math.max(0, head.indexOf('%PDF-'))));
}

function endsAsZip(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - END_RECORD - MOST_COMMENT);
  for (let at = bytes.length - END_RECORD; at >= from; at--) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 5 || bytes[at + 3] !== 6) continue;
    const comment = bytes[at + 20]! | (bytes[at + 21]! << 8);
    if (at + END_RECORD + comment === bytes.length) return true;
  }
  return false;
}
