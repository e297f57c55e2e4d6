import { refuse } from '../../../../domain/result.ts';
import { say, type Said } from '../../../../domain/words/said.ts';

export type Container = 'zip' | 'gz' | 'none';

const UNSUPPORTED: readonly { hex: string; what: Said }[] = [
  { hex: '377abcaf271c', what: say`a 7z archive` },
  { hex: '526172211a07', what: say`a RAR archive` },
  { hex: 'fd377a585a00', what: say`an xz archive` },
  { hex: '28b52ffd', what: say`a Zstandard archive` },
  { hex: '425a6839', what: say`a bzip2 archive` },
];
/** Where the tar format keeps its own name (POSIX ustar). */
const TAR_NAME = 257;

/** Bytes that `containerOf` needs to see. */
export const HEAD = 512;

/** Tells by its first bytes what a file is packed in; refuses archives that cannot be read here. */
export function containerOf(head: Buffer, name: string): Container {
  const hex = head.subarray(0, 8).toString('hex');
  if (/^504b(0304|0506|0708)/.test(hex)) return 'zip';
  if (hex.startsWith('1f8b')) return 'gz';
  const tar = head.length >= TAR_NAME + 5 && head.toString('latin1', TAR_NAME, TAR_NAME + 5) === 'ustar';
  const found = tar ? say`a tar archive` : UNSUPPORTED.find((kind) => hex.startsWith(kind.hex))?.what;
  if (found)
    refuse('container.unsupported', say`“${{ name }}” is ${{ found }}.`, {
      file: name,
      remedy: 'Unpack it and import the files inside; zip and gzip are unpacked here.',
    });
  return 'none';
}
