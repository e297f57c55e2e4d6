import { VENDOR_CODES, type VendorName } from '../../../db/measures.ts';
import { keyOf } from '../../../domain/focus/own-columns.ts';
import { appError } from '../../../domain/result.ts';
import { say } from '../../../domain/words/said.ts';
import type { Bound } from './binding.ts';
import type { Frame } from './frame.ts';
import { reject } from './line-parts.ts';
import type { Reject } from './protocol.ts';

/** What only files that Tallybook wrote tell of a row: whose bill the line is of, and its identity in the book that it came from. */
export class OwnCells {
  #key: [number, number] | null = null;

  /** A new row, of no vendor in particular. */
  begin(frame: Frame, i: number): void {
    if (frame.vendor) frame.vendor[i] = VENDOR_CODES.other;
    this.#key = null;
  }

  /** Reads a cell of `vendor` or `lineKey`; a key that is none is left out, so that the row gets one of its own. */
  read(b: Bound, value: string, frame: Frame, i: number, row: number, original: () => string): Reject | null {
    if (b.field === 'lineKey') this.#key = keyOf(value);
    else if (Object.hasOwn(VENDOR_CODES, value)) frame.vendor![i] = VENDOR_CODES[value as VendorName];
    else return reject(row, b, value, appError('vendor.unknown', say`“${{ text: value.slice(0, 40) }}” is not a vendor.`), original);
    return null;
  }

  /** The row's identity: its own where it told one, else the given one. */
  identity(keyA: number, keyB: number): [number, number] {
    return this.#key ?? [keyA, keyB];
  }
}
