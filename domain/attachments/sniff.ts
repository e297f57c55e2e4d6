import { fail, ok, type Result } from '../result.ts';
import { say, type Bilingual, type Said } from '../words/said.ts';
import { KINDS, MAX_ATTACHMENT_BYTES, type FileKind } from './kinds.ts';
import { secondKind } from './two-kinds.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  bytes.length >= at + signature.length && signature.every((b, i) => bytes[at + i] === b);
const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));

/** Position of the last occurrence, or −1. */
function lastIndexOf(bytes: Uint8Array, needle: readonly number[]): number {
  for (let i = bytes.length - needle.length; i >= 0; i--) if (bytes[i] === needle[0] && startsWith(bytes, needle, i)) return i;
  return -1;
}

/** Things that people take for documents, or that others dress up as one. */
const STRANGERS: readonly [Said, readonly number[]][] = [
  [say`a Windows program`, ascii('MZ')],
  [say`a Linux program`, [0x7f, ...ascii('ELF')]],
  [say`a macOS program`, [0xcf, 0xfa, 0xed, 0xfe]],
  [say`a script`, ascii('#!')],
  [say`a web page`, ascii('<')],
  [say`an old Office document`, [0xd0, 0xcf, 0x11, 0xe0]],
  [say`a RAR archive`, ascii('Rar!')],
  [say`a 7-Zip archive`, ascii('7z\u00bc\u00af')],
  [say`a gzip file`, [0x1f, 0x8b]],
  [say`a TIFF picture`, ascii('II*\0')],
  [say`a TIFF picture`, ascii('MM\0*')],
  [say`a WebP picture`, ascii('RIFF')],
  [say`a bitmap`, ascii('BM')],
];

function strangerIn(bytes: Uint8Array): Said | null {
  if (startsWith(bytes, ascii('ftyp'), 4)) return say`a HEIC picture or a film`;
  return STRANGERS.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? null;
}

/** The kind that the bytes themselves show, or null. */
export function kindOf(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, ascii('GIF87a')) || startsWith(bytes, ascii('GIF89a'))) return 'gif';
  if (startsWith(bytes, ascii('PK\x03\x04')) || startsWith(bytes, ascii('PK\x05\x06'))) return 'zip';
  if (strangerIn(bytes) !== null) return null;
  // A PDF may begin with a few stray bytes: readers look for the header in the first 1,024.
  for (let i = 0; i < Math.min(bytes.length - 5, 1024); i++) if (startsWith(bytes, ascii('%PDF-'), i)) return 'pdf';
  return null;
}

/** True when the file also ends as its kind must: a cut-off upload is found here. */
export function isWhole(kind: FileKind, bytes: Uint8Array): boolean {
  if (kind === 'pdf') return lastIndexOf(bytes, ascii('%%EOF')) > 0;
  if (kind === 'png') return lastIndexOf(bytes, ascii('IEND')) > 8;
  if (kind === 'jpeg') return lastIndexOf(bytes, [0xff, 0xd9]) > 2;
  if (kind === 'gif') return lastIndexOf(bytes, [0x3b]) > 12;
  return lastIndexOf(bytes, ascii('PK\x05\x06')) >= 0;
}

const listOf = (allowed: readonly FileKind[]): Bilingual[] => allowed.map((k) => KINDS[k].title);

/**
 * Kind of an attachment by its content; refuses what is empty, too large, of another kind, cut off, named as something
 * else, or two things at once. A zip's directory is judged separately (zip.ts).
 */
export function sniff(name: string, bytes: Uint8Array, allowed: readonly FileKind[]): Result<FileKind> {
  const file = name;
  if (bytes.length === 0)
    return fail('attachment.empty', say`“${{ name }}” is empty.`, { file, remedy: 'Choose the file again; it may not have been saved.' });
  const size = checkSize(name, bytes.length);
  if (!size.ok) return size;
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const claimed = (Object.keys(KINDS) as FileKind[]).find((k) => KINDS[k].extensions.includes(extension)) ?? null;
  const kind = kindOf(bytes);
  const remedy = say`Attach one of these: ${{ kinds: listOf(allowed) }}.`;
  if (kind === null) {
    const stranger = strangerIn(bytes) ?? say`something else`;
    return fail(
      'attachment.kind',
      claimed
        ? say`“${{ name }}” is not a ${{ kind: KINDS[claimed].title }}: by its content it is ${{ stranger }}.`
        : say`“${{ name }}” is ${{ stranger }}, not a document that can be attached.`,
      { file, remedy: claimed ? say`${{ remedy }} Scan or export the document again, and do not rename files.` : remedy },
    );
  }
  if (!allowed.includes(kind))
    return fail('attachment.kind', say`“${{ name }}” is a ${{ kind: KINDS[kind].title }}, which cannot be attached here.`, {
      file,
      remedy,
    });
  if (!KINDS[kind].extensions.includes(extension))
    return fail('attachment.name', say`“${{ name }}” is a ${{ kind: KINDS[kind].title }} by its content, but not by its name.`, {
      file,
      remedy: say`Rename it so that it ends in .${{ ending: KINDS[kind].extensions[0] ?? '' }}, if that is what it is.`,
    });
  if (!isWhole(kind, bytes))
    return fail('attachment.cut-off', say`“${{ name }}” is a ${{ kind: KINDS[kind].title }} that ends too early.`, {
      file,
      remedy: 'Download or scan it again: the file is incomplete.',
    });
  const second = secondKind(kind, bytes);
  if (second !== null)
    return fail('attachment.two-kinds', say`“${{ name }}” is a ${{ kind: KINDS[kind].title }} and ${{ second }} at once.`, {
      file,
      remedy: 'Print or scan the document into a new file: this one carries something that does not show.',
    });
  return ok(kind);
}

/** Refuses a file over the limit, before its bytes are read. */
export function checkSize(name: string, bytes: number): Result<true> {
  if (bytes <= MAX_ATTACHMENT_BYTES) return ok(true);
  return fail(
    'attachment.too-large',
    say`“${{ name }}” has ${{ bytes }} bytes; at most ${{ limit: MAX_ATTACHMENT_BYTES }} (10 MB) can be attached.`,
    {
      file: name,
      value: String(bytes),
      remedy: 'Make it smaller, or split it into several files.',
    },
  );
}
