import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { WriteDb } from '../../db/connection.ts';
import { putChunk } from '../../db/queries/sources.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { compress } from './parser/compress.ts';
import type { Cut } from './parser/protocol.ts';

/**
 * Keeps the bytes of a file as its parser goes through it. What is kept is read from the disk here, not taken from the
 * process that makes sense of it, and must be the very bytes that were announced.
 */
export class OriginalKeeper {
  readonly #write: WriteDb;
  readonly #source: number | null;
  readonly #name: string;
  readonly #file: number;
  readonly #hash = createHash('sha256');
  /** One for all cuts: a fresh one for each would fill the memory faster than it is given back. */
  #buffer = Buffer.alloc(0);

  /** `source`: where the bytes go, or null when the book has them already. */
  constructor(write: WriteDb, source: number | null, path: string, name: string) {
    this.#write = write;
    this.#source = source;
    this.#name = name;
    this.#file = openSync(path, 'r');
  }

  take(cut: Cut): void {
    if (cut.size > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(cut.size);
    const bytes = this.#buffer.subarray(0, cut.size);
    for (let got = 0; got < cut.size;) {
      const read = readSync(this.#file, bytes, got, cut.size - got, cut.offset + got);
      if (read === 0) this.#changed();
      got += read;
    }
    this.#hash.update(bytes);
    if (this.#source !== null) putChunk(this.#write, this.#source, compress(cut.seq, bytes, cut.firstRow, cut.rows));
  }

  /** Refuses a file that is not the one that was announced. */
  expect(sha256: string): void {
    if (this.#hash.digest('hex') !== sha256) this.#changed();
  }

  close(): void {
    closeSync(this.#file);
  }

  #changed(): never {
    refuse('import.file-changed', say`“${{ name: this.#name }}” changed while it was being read.`, {
      file: this.#name,
      remedy: 'Wait until the download has finished, then import it again.',
    });
  }
}
