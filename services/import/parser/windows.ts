import { closeSync, openSync, readSync } from 'node:fs';
import type { Probe } from './probe.ts';
import { blocksOf, type TextSource } from './utf8-blocks.ts';

const BLOCK = 2 << 20;

/** A stretch of text that begins where the reader stopped in the one before. */
export interface Window {
  /** UTF-8; valid until the next window is asked for. */
  text: Buffer;
  last: boolean;
  /** Bytes of the file read so far. */
  read: number;
  /** Where the text begins in the file, when it stands there just so. */
  offset: number | null;
  /** The file's own bytes of this stretch, when they are not the text's. */
  raw: Buffer | null;
  /** Bytes that this window brought, as they stand in the file. */
  fresh: Buffer;
}

/** Reads a text in windows; the caller says after each how many of its bytes it has used. */
export interface Windows {
  next(used: number): Promise<Window | null>;
  close(): void;
}

export const windowsOf = (source: TextSource, probe: Probe): Windows =>
  source.path !== null && probe.encoding === 'utf-8' ? new FileWindows(source.path) : new StreamWindows(source, probe);

/** A UTF-8 file, read into one buffer over and over; what is left of a window is moved to its front. */
class FileWindows implements Windows {
  readonly #file: number;
  #buffer = Buffer.allocUnsafe(2 * BLOCK);
  #length = 0;
  #offset = 0;
  #done = false;

  constructor(path: string) {
    this.#file = openSync(path, 'r');
  }

  next(used: number): Promise<Window | null> {
    if (this.#done) return Promise.resolve(null);
    const left = this.#length - used;
    if (left + BLOCK > this.#buffer.length) {
      const bigger = Buffer.allocUnsafe(left + BLOCK);
      this.#buffer.copy(bigger, 0, used, this.#length);
      this.#buffer = bigger;
    } else this.#buffer.copyWithin(0, used, this.#length);
    this.#offset += used;
    let got = 0;
    while (got < BLOCK) {
      const read = readSync(this.#file, this.#buffer, left + got, BLOCK - got, null);
      if (read === 0) {
        this.#done = true;
        break;
      }
      got += read;
    }
    this.#length = left + got;
    return Promise.resolve({
      text: this.#buffer.subarray(0, this.#length),
      last: this.#done,
      read: this.#offset + this.#length,
      offset: this.#offset,
      raw: null,
      fresh: this.#buffer.subarray(left, this.#length),
    });
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** A member of an archive, or a file in another encoding. */
class StreamWindows implements Windows {
  readonly #blocks: AsyncGenerator<{ raw: Buffer; utf8: Buffer; last: boolean }>;
  readonly #transcoded: boolean;
  #text: Buffer = Buffer.alloc(0);
  #read = 0;

  constructor(source: TextSource, probe: Probe) {
    this.#blocks = blocksOf(source, probe);
    this.#transcoded = probe.encoding !== 'utf-8';
  }

  async next(used: number): Promise<Window | null> {
    const { value, done } = await this.#blocks.next();
    if (done) return null;
    const { raw, utf8, last } = value;
    const left = this.#text.subarray(used);
    this.#text = left.length > 0 ? Buffer.concat([left, utf8]) : utf8;
    this.#read += raw.length;
    return { text: this.#text, last, read: this.#read, offset: null, raw: this.#transcoded ? raw : null, fresh: raw };
  }

  close(): void {
    void this.#blocks.return(undefined);
  }
}
