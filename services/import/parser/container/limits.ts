import { refuse } from '../../../../domain/result.ts';
import { say, type Said } from '../../../../domain/words/said.ts';

/** What an archive may hold. Everything is measured while inflating; headers are not believed. */
export interface Limits {
  entries: number;
  /** Bytes of one file after inflating. */
  entryBytes: number;
  /** Bytes of all files after inflating. */
  totalBytes: number;
  /** Inflated to compressed bytes, looked at once `ratioFrom` bytes have come out. */
  ratio: number;
  ratioFrom: number;
}

/** Bills are big: a month of details of a large account is more than a gigabyte. Text compresses 10 to 30 times. */
export const LIMITS: Limits = { entries: 2000, entryBytes: 2 * 2 ** 30, totalBytes: 4 * 2 ** 30, ratio: 200, ratioFrom: 10 * 2 ** 20 };

/** Refuses a file that grows beyond what a bill can be; `written` bytes came out of `read`. */
export function checkGrowth(written: number, read: number, label: string, limits: Limits): void {
  if (written > limits.entryBytes) refuseTooBig(label, limits);
  if (written > limits.ratioFrom && written > limits.ratio * read)
    refuse(
      'container.ratio',
      say`“${{ label }}” grows more than ${{ ratio: limits.ratio }} times when it is unpacked, which no bill does.`,
      {
        file: label,
        remedy: 'Download the file again from the billing centre; do not open this one.',
      },
    );
}

export function refuseTooBig(label: string, limits: Limits): never {
  refuse('container.too-big', say`“${{ label }}” is larger than ${{ size: gigabytes(limits.entryBytes) }} unpacked.`, {
    file: label,
    remedy: 'Export a shorter period, or unpack it yourself and import the parts.',
  });
}

export const gigabytes = (bytes: number): string | Said => (bytes >= 2 ** 30 ? `${bytes / 2 ** 30} GB` : say`${{ bytes }} bytes`);
