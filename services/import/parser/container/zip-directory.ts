import yauzl from 'yauzl';
import { Failure, refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { checkName, decodeName, foldName, isClutter } from './entry-name.ts';
import { gigabytes, refuseTooBig, type Limits } from './limits.ts';
import type { Source } from './source.ts';

/** One file inside a zip, as its central directory tells it. */
export interface ZipPart {
  name: string;
  /** Such as `bills.zip › detail.csv`; for messages. */
  label: string;
  /** Byte range of its compressed data in the archive. */
  start: number;
  end: number;
  deflated: boolean;
  /** Bytes after inflating, as declared; held against what comes out. */
  size: number;
  crc32: number;
}

/** What is used of yauzl. */
interface Entry {
  fileNameRaw: Buffer;
  extraFields: { id: number; data: Buffer }[];
  generalPurposeBitFlag: number;
  compressionMethod: number;
  compressedSize: number;
  uncompressedSize: number;
  crc32: number;
  externalFileAttributes: number;
  relativeOffsetOfLocalHeader: number;
}
interface ZipFile {
  entryCount: number;
  eachEntry(): AsyncIterable<Entry>;
  readLocalFileHeaderPromise(entry: Entry, options: { minimal: true }): Promise<{ fileDataStart: number }>;
  close(): void;
}
interface Options {
  autoClose: boolean;
  decodeStrings: boolean;
  validateEntrySizes: boolean;
}
const { openPromise, fromBufferPromise } = yauzl as unknown as {
  openPromise(path: string, options: Options): Promise<ZipFile>;
  fromBufferPromise(bytes: Buffer, options: Options): Promise<ZipFile>;
};

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;
const ENCRYPTED = 0x1 | 0x40 | 0x2000;

/**
 * The files of a zip archive, folders and clutter left out. Nothing is inflated. Refuses with a `container.…` code an
 * archive that is damaged, encrypted, split, too large, or made to deceive: overlapping data, links, unsafe or
 * colliding names, unknown compression.
 */
export async function listParts(source: Source, archive: string, limits: Limits): Promise<ZipPart[]> {
  const zip = await open(source, archive);
  try {
    if (zip.entryCount > limits.entries) refuseTooMany(archive, limits);
    const parts: ZipPart[] = [];
    const ranges: { from: number; to: number }[] = [];
    const names = new Set<string>();
    let seen = 0;
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (++seen > limits.entries) refuseTooMany(archive, limits);
      const name = decodeName(entry.fileNameRaw, entry.generalPurposeBitFlag, entry.extraFields).replaceAll('\\', '/');
      checkName(name, archive);
      checkEntry(entry, name, archive);
      const key = foldName(name);
      if (names.has(key))
        refuse('container.duplicate-name', say`“${{ archive }}” holds “${{ name }}” twice.`, {
          file: archive,
          value: name,
          remedy: 'Unpack it yourself and import the file that is meant.',
        });
      names.add(key);
      if (entry.uncompressedSize > limits.entryBytes) refuseTooBig(`${archive} › ${name}`, limits);
      total += entry.uncompressedSize;
      if (total > limits.totalBytes)
        refuse('container.too-big', say`“${{ archive }}” is larger than ${{ size: gigabytes(limits.totalBytes) }} unpacked.`, {
          file: archive,
          remedy: 'Import it in smaller archives.',
        });
      const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const end = start + entry.compressedSize;
      ranges.push({ from: entry.relativeOffsetOfLocalHeader, to: end });
      if (!isClutter(name))
        parts.push({
          name,
          label: `${archive} › ${name}`,
          start,
          end,
          deflated: entry.compressionMethod === 8,
          size: entry.uncompressedSize,
          crc32: entry.crc32,
        });
    }
    refuseOverlap(ranges, archive);
    return parts;
  } catch (error) {
    throw inWords(error, archive);
  } finally {
    zip.close();
  }
}

async function open(source: Source, archive: string): Promise<ZipFile> {
  // Names are decoded and checked here, so that they can be shown and refused in words.
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true };
  try {
    return source.bytes ? await fromBufferPromise(source.bytes, options) : await openPromise(source.path ?? '', options);
  } catch (error) {
    throw inWords(error, archive);
  }
}

function checkEntry(entry: Entry, name: string, archive: string): void {
  if (entry.generalPurposeBitFlag & ENCRYPTED) refuseEncrypted(archive);
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR && type !== DIRECTORY)
    refuse('container.special-file', say`“${{ name }}” in “${{ archive }}” is a link or a device, not a file.`, {
      file: archive,
      value: name,
      remedy: 'Pack the file itself.',
    });
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    refuse(
      'container.compression',
      say`“${{ name }}” in “${{ archive }}” is compressed with method ${{ method: entry.compressionMethod }}, which is not deflate.`,
      { file: archive, value: name, remedy: 'Unpack it yourself and import the files, or pack it as an ordinary zip.' },
    );
}

/** Entries that share bytes let a small archive inflate without end. */
function refuseOverlap(ranges: { from: number; to: number }[], archive: string): void {
  ranges.sort((a, b) => a.from - b.from);
  for (let i = 1; i < ranges.length; i++)
    if (ranges[i]!.from < ranges[i - 1]!.to)
      refuse('container.overlap', say`Files in “${{ archive }}” share the same bytes, which no packing program does.`, {
        file: archive,
        remedy: 'Download the archive again from the billing centre; do not open this one.',
      });
}

function refuseTooMany(archive: string, limits: Limits): never {
  refuse('container.too-many', say`“${{ archive }}” holds more than ${{ entries: limits.entries.toLocaleString('en') }} files.`, {
    file: archive,
    remedy: 'Unpack it and import the folder.',
  });
}

function refuseEncrypted(archive: string): never {
  refuse('container.encrypted', say`“${{ archive }}” is protected by a password.`, {
    file: archive,
    remedy: 'Unpack it with its password and import the files inside.',
  });
}

/** yauzl's findings in words; a Failure stays as it is. */
function inWords(error: unknown, archive: string): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  if (/encryption|encrypted/i.test(error.message)) return caught(() => refuseEncrypted(archive));
  if (/multi-disk/i.test(error.message))
    return caught(() =>
      refuse('container.multi-part', say`“${{ archive }}” is one part of an archive that was split.`, {
        file: archive,
        remedy: 'Put the parts together and unpack them, then import the files.',
      }),
    );
  if (/End of central directory/i.test(error.message))
    return caught(() =>
      refuse('container.truncated', say`“${{ archive }}” has no directory at its end: it is cut off, or not a zip archive.`, {
        file: archive,
        remedy: 'The download was not complete; download it again.',
      }),
    );
  return caught(() =>
    refuse('container.damaged', say`“${{ archive }}” is not a sound zip archive: ${{ message: error.message }}.`, {
      file: archive,
      remedy: 'Download it again.',
    }),
  );
}

function caught(act: () => never): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
