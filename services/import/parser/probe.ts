import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { refuse } from '../../../domain/result.ts';
import { say, type Said } from '../../../domain/words/said.ts';
import { refuseEInvoice } from './einvoice/hint.ts';
import type { Encoding } from './protocol.ts';
import { refuseBadUtf16, refuseNul, utf16Of } from './utf16.ts';
import type { TextSource } from './utf8-blocks.ts';

export interface Probe {
  sha256: string;
  size: number;
  encoding: Encoding;
  /** Bytes of the byte-order mark. */
  bom: number;
  shape: 'table' | 'json';
}

/** Containers and documents that are not bills as text, by their first bytes. */
const MAGIC: readonly { bytes: string; what: Said; remedy: string }[] = [
  {
    bytes: 'd0cf11e0',
    what: say`an old or password-protected Office file`,
    remedy: 'Open it in a spreadsheet program and save it as CSV (UTF-8).',
  },
  {
    bytes: '25504446',
    what: say`a PDF document`,
    remedy:
      'Export the bill as CSV or JSON. A PDF belongs to an invoice: attach it there; one that carries an electronic invoice is imported under Invoices, Electronic.',
  },
  { bytes: '50415231', what: say`a Parquet file`, remedy: 'Export the bill as CSV or JSON.' },
  { bytes: '53514c69746520666f726d6174', what: say`a SQLite database`, remedy: 'Open it as a book, if it is one.' },
  { bytes: '89504e47', what: say`a picture`, remedy: 'Export the bill as CSV or JSON.' },
  { bytes: 'ffd8ff', what: say`a picture`, remedy: 'Export the bill as CSV or JSON.' },
  { bytes: '7f454c46', what: say`a program`, remedy: 'Export the bill as CSV or JSON.' },
  { bytes: '4d5a90', what: say`a program`, remedy: 'Export the bill as CSV or JSON.' },
];

/**
 * First pass: hash, size, and an encoding that is certain: byte-order mark, else strict UTF-8, else strict GB18030.
 * Nothing is guessed from a statistic. An encoding that the user names is held to as strictly.
 */
export async function probeSource(source: TextSource, wanted: Encoding | null = null): Promise<Probe> {
  const { name } = source;
  const hash = createHash('sha256');
  let size = 0;
  let head: Buffer | null = null;
  let carried: Buffer = Buffer.alloc(0);
  let utf8 = true;
  let firstBad = 0;
  /** Where the first NUL is; -1 for none. */
  let nul = -1;
  for await (const block of source.open()) {
    hash.update(block);
    head ??= Buffer.from(block.subarray(0, 65536));
    if (nul < 0 && (nul = block.indexOf(0)) >= 0) nul += size;
    if (utf8) {
      const bytes: Buffer = carried.length > 0 ? Buffer.concat([carried, block]) : block;
      const cut = completeUtf8(bytes, bytes.length);
      utf8 = isUtf8(bytes.subarray(0, cut));
      if (!utf8) firstBad = size - carried.length;
      carried = Buffer.from(bytes.subarray(cut));
    }
    size += block.length;
  }
  if (!head || size === 0) refuse('import.empty', say`“${{ name }}” is empty.`, { file: name, remedy: 'Download the file again.' });
  if (utf8 && carried.length > 0) {
    utf8 = false;
    firstBad = size - carried.length;
  }
  refuseBinary(head, name);
  refuseEInvoice(head, name);
  const sha256 = hash.digest('hex');
  const bom = bomOf(head);
  const given = (encoding: Encoding, length: number): Probe => ({
    sha256,
    size,
    encoding,
    bom: length,
    shape: shapeOf(head, { encoding, length }),
  });
  const utf16 =
    wanted === null ? (bom.encoding ?? (nul < 0 ? null : await unmarkedUtf16(source, head))) : wanted.startsWith('utf-16') ? wanted : null;
  if (utf16 === 'utf-16le' || utf16 === 'utf-16be') {
    await refuseBadUtf16(source, utf16);
    return given(utf16, bom.encoding === utf16 ? bom.length : 0);
  }
  if (nul >= 0) refuseNul(name, await rowOf(source, nul));
  if (wanted !== null) {
    if (wanted === 'utf-8' ? !utf8 : !(await isIn(source, wanted)))
      refuse('import.encoding', say`“${{ name }}” is not valid ${{ wanted: wanted.toUpperCase() }}.`, {
        file: name,
        remedy: 'Choose another encoding, or let the content decide.',
      });
    return given(wanted, wanted === 'utf-8' ? bom.length : 0);
  }
  if (utf8) return { sha256, size, encoding: 'utf-8', bom: bom.length, shape: shapeOf(head, bom) };
  // A mark of UTF-8 before what is not UTF-8: the text is damaged, not another encoding.
  if (bom.length === 0 && (await isIn(source, 'gb18030'))) return { sha256, size, encoding: 'gb18030', bom: 0, shape: shapeOf(head, bom) };
  const row = await rowOfFirstBadByte(source, firstBad);
  refuse('import.encoding', say`“${{ name }}” is neither valid UTF-8 nor GB18030: the first unreadable character is in row ${{ row }}.`, {
    file: name,
    row,
    remedy: 'Save the file as UTF-8, or download it again: it may be damaged.',
  });
}

/** Bytes up to `end` that end on a character boundary. */
function completeUtf8(block: Buffer, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = block[end - back]!;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < length ? end - back : end;
    }
  }
  return end;
}

function bomOf(head: Buffer): { encoding: Encoding | null; length: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: null, length: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return { encoding: null, length: 0 };
}

function shapeOf(head: Buffer, bom: { encoding: Encoding | null; length: number }): 'table' | 'json' {
  const text = new TextDecoder(bom.encoding ?? 'utf-8').decode(head.subarray(bom.length, bom.length + 400));
  return /^\s*[[{]/.test(text) ? 'json' : 'table';
}

function refuseBinary(head: Buffer, name: string): void {
  const hex = head.subarray(0, 16).toString('hex');
  const found = MAGIC.find((m) => hex.startsWith(m.bytes));
  if (found) refuse('import.not-a-bill', say`“${{ name }}” is ${{ what: found.what }}.`, { file: name, remedy: found.remedy });
}

async function isIn(source: TextSource, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const block of source.open()) decoder.decode(block, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    // A byte sequence that the encoding does not have is the answer, not a mishap; anything else is one.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** UTF-16 without its mark, where the whole text bears it out. */
async function unmarkedUtf16(source: TextSource, head: Buffer): Promise<Encoding | null> {
  const encoding = utf16Of(head);
  return encoding !== null && (await isIn(source, encoding)) ? encoding : null;
}

/** 1-based line of the byte at `position`. */
async function rowOf(source: TextSource, position: number): Promise<number> {
  let row = 1;
  let from = 0;
  for await (const block of source.open()) {
    for (let i = block.indexOf(10); i >= 0 && from + i < position; i = block.indexOf(10, i + 1)) row++;
    from += block.length;
    if (from > position) break;
  }
  return row;
}

/** 1-based line of the first byte that is not UTF-8; `from` is a position at or before it. */
async function rowOfFirstBadByte(source: TextSource, from: number): Promise<number> {
  let row = 1;
  let position = 0;
  let line: Buffer = Buffer.alloc(0);
  for await (const block of source.open()) {
    let start = 0;
    for (let i = block.indexOf(10); i >= 0; i = block.indexOf(10, start)) {
      if (position + i >= from && !isUtf8(Buffer.concat([line, block.subarray(start, i)]))) return row;
      line = Buffer.alloc(0);
      start = i + 1;
      row++;
    }
    line = Buffer.concat([line, block.subarray(start)]);
    position += block.length;
    if (line.length > 4 << 20) return row;
  }
  return row;
}
