import { fail, ok, type Result } from '../result.ts';
import { say, type Sentence } from '../words/said.ts';

/** One entry of a zip's central directory; sizes in bytes. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  compressed: number;
  inflated: number;
}

export const ZIP_LIMITS = { entries: 2000, inflated: 200 * 1024 * 1024, ratio: 200 } as const;
/** Below this, a high ratio is an empty form, not a bomb. */
const RATIO_FLOOR = 1024 * 1024;

/** Judges an archive by its directory alone; nothing is ever inflated. */
export function judgeZip(file: string, entries: readonly ZipEntry[]): Result<true> {
  const refused = (code: string, message: Sentence, remedy: string): Result<true> => fail(code, message, { file, remedy });
  const again = 'Pack the certificate files again, without folders above them.';
  if (entries.length === 0)
    return refused(
      'attachment.zip-empty',
      say`“${{ file }}” holds no files.`,
      'Pack the certificate files into it, or attach them one by one.',
    );
  if (entries.length > ZIP_LIMITS.entries)
    return refused(
      'attachment.zip-entries',
      say`“${{ file }}” holds more than ${{ entries: ZIP_LIMITS.entries }} files.`,
      'Attach only the certificate files.',
    );
  let total = 0;
  for (const entry of entries) {
    if (unsafeName(entry.name))
      return refused(
        'attachment.zip-path',
        say`“${{ file }}” holds an entry that points outside of the archive: “${{ entry: entry.name.slice(0, 80) }}”.`,
        again,
      );
    if (entry.encrypted)
      return refused(
        'attachment.zip-encrypted',
        say`“${{ file }}” is protected by a password.`,
        'Pack the files again without a password: the reader has none.',
      );
    const kept = forbiddenEntry(entry.name);
    if (kept === 'program')
      return refused(
        'attachment.zip-program',
        say`“${{ file }}” holds a program: “${{ entry: entry.name.slice(0, 80) }}”.`,
        'Pack only the certificate files (PDF or pictures).',
      );
    if (kept === 'archive')
      return refused(
        'attachment.zip-nested',
        say`“${{ file }}” holds another archive, whose contents cannot be judged: “${{ entry: entry.name.slice(0, 80) }}”.`,
        'Pack the certificate files themselves into one archive.',
      );
    total += entry.inflated;
    if (entry.inflated > RATIO_FLOOR && entry.inflated > ZIP_LIMITS.ratio * Math.max(1, entry.compressed))
      return refused(
        'attachment.zip-bomb',
        say`“${{ file }}” holds an entry that unpacks to more than ${{ ratio: ZIP_LIMITS.ratio }} times its size: “${{ entry: entry.name.slice(0, 80) }}”.`,
        'Attach the documents themselves.',
      );
    if (total > ZIP_LIMITS.inflated)
      return refused('attachment.zip-size', say`“${{ file }}” unpacks to more than 200 MB.`, 'Attach only the certificate files.');
  }
  return ok(true);
}

/** Endings that a system runs when they are opened. */
const PROGRAMS = new Set(
  'app apk appimage bat bin cmd com command cpl deb dll dmg exe gadget hta inf iso jar js jse lnk msc msi msix msp pif pkg ps1 py reg rpm run scf scr sh sys url vb vbe vbs wsc wsf wsh xll'.split(
    ' ',
  ),
);
/** Archives inside an archive would have to be unpacked to be judged, and nothing is. */
const ARCHIVES = new Set('7z arj bz2 cab gz lzh rar tar tbz tgz txz xz z zip zipx zst'.split(' '));

/** By its last ending, which is what a system goes by; blanks and dots behind it do not count on Windows. */
function forbiddenEntry(name: string): 'program' | 'archive' | null {
  const ending =
    /\.([^./\\]*)$/
      .exec(name.replace(/[. ]+$/, ''))?.[1]
      ?.trim()
      .toLowerCase() ?? '';
  if (name.endsWith('/')) return null;
  return PROGRAMS.has(ending) ? 'program' : ARCHIVES.has(ending) ? 'archive' : null;
}

const unsafeName = (name: string): boolean =>
  name.startsWith('/') || name.startsWith('\\') || /^[A-Za-z]:/.test(name) || name.includes('\0') || name.split(/[/\\]/).includes('..');
