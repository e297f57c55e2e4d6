import yauzl from 'yauzl';
import { judgeZip, ZIP_LIMITS, type ZipEntry } from '../../domain/attachments/zip.ts';
import { Failure, refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { decodeName } from '../import/parser/container/entry-name.ts';

/** Judges a zip by its central directory; nothing is inflated. */
export async function checkZip(name: string, bytes: Buffer): Promise<ZipEntry[]> {
  const entries = await zipEntries(name, bytes);
  unwrap(judgeZip(name, entries));
  return entries;
}

/** The entries of a zip by its central directory, their names decoded; refuses a damaged archive, and one of too many entries. */
export async function zipEntries(name: string, bytes: Buffer): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  try {
    // Names are decoded here: many archives of Chinese Windows do not say how theirs are written.
    const zip = await yauzl.fromBufferPromise(bytes, { decodeStrings: false });
    // More entries than allowed need not be read to be refused.
    if (zip.entryCount > ZIP_LIMITS.entries)
      unwrap(
        judgeZip(
          name,
          Array.from({ length: zip.entryCount }, () => ({ name: '', encrypted: false, compressed: 0, inflated: 0 })),
        ),
      );
    for await (const entry of zip.eachEntry())
      entries.push({
        name: decodeName(entry.fileNameRaw, entry.generalPurposeBitFlag, entry.extraFields),
        encrypted: entry.isEncrypted(),
        compressed: entry.compressedSize,
        inflated: entry.uncompressedSize,
      });
  } catch (error) {
    if (error instanceof Failure) throw error;
    const text = error instanceof Error ? error.message : String(error);
    refuse('attachment.zip-damaged', say`“${{ name }}” is a damaged zip archive (${{ text }}).`, {
      file: name,
      remedy: 'Pack the files again, or attach them one by one.',
    });
  }
  return entries;
}
