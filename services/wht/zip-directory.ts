import yauzl from 'yauzl';
import { judgeZip, ZIP_LIMITS, type ZipEntry } from '../../domain/attachments/zip.ts';
import { Failure, refuse, unwrap } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** Judges a zip by its central directory; nothing is inflated. */
export async function checkZip(name: string, bytes: Buffer): Promise<void> {
  const entries: ZipEntry[] = [];
  try {
    const zip = await yauzl.fromBufferPromise(bytes);
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
        name: entry.fileName,
        encrypted: entry.isEncrypted(),
        compressed: entry.compressedSize,
        inflated: entry.uncompressedSize,
      });
  } catch (error) {
    if (error instanceof Failure) throw error;
    const text = error instanceof Error ? error.message : String(error);
    // yauzl looks at the names first and stops at one that leads out of the archive.
    if (/^(absolute path|invalid relative path)/.test(text))
      unwrap(judgeZip(name, [{ name: text.replace(/^[^:]*: /, ''), encrypted: false, compressed: 0, inflated: 0 }]));
    refuse('attachment.zip-damaged', say`“${{ name }}” is a damaged zip archive (${{ text }}).`, {
      file: name,
      remedy: 'Pack the files again, or attach them one by one.',
    });
  }
  unwrap(judgeZip(name, entries));
}
