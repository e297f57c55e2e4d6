import { constants, copyFileSync, createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { BOOK_ENDING, plainName, type Bookshelf } from '../../services/hosting/bookshelf.ts';
import type { GrantedFile } from '../../services/contract/host.ts';
import type { FileRegistry } from '../../services/runtime/files.ts';

/** What a browser can hand over in one file. */
export const UPLOAD_LIMIT = 4 * 1024 ** 3;

/** Files on their way in (uploads) and out (exports), in a folder that only this user can read and that ends with the host. */
export class TempFiles {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tallybook-'));
  readonly #exports = new Map<string, { path: string; name: string }>();
  readonly #files: FileRegistry;
  #count = 0;

  constructor(files: FileRegistry) {
    this.#files = files;
  }

  /** A target for an export, to be fetched once with `take`. */
  newExport(name: string): { token: string; name: string } {
    const plain = plainName(name);
    const path = this.#fresh(plain);
    const token = this.#files.grant(path, 'write', plain);
    this.#exports.set(token, { path, name: plain });
    return { token, name: plain };
  }

  /** The written export; the token is used up. Undefined for any other token. */
  take(token: string): { path: string; name: string } | undefined {
    const file = this.#exports.get(token);
    if (!file || !existsSync(file.path)) return undefined;
    this.#exports.delete(token);
    this.#files.revoke(token);
    return file;
  }

  /** Streams an upload to a private file. With a shelf it becomes a book there, which must not exist yet. */
  async receive(name: string, body: Readable, shelf: Bookshelf | null, limit = UPLOAD_LIMIT): Promise<GrantedFile> {
    const plain = plainName(name);
    if (shelf && !plain.endsWith(BOOK_ENDING))
      refuse('host.not-a-book', 'A book is a file that ends in .tallybook.', {
        file: plain,
        remedy: 'Choose a book, or import the file into one.',
      });
    const path = this.#fresh(plain);
    let size = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > limit) done(new Error('too large'));
        else done(null, chunk);
      },
    });
    try {
      await pipeline(body, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      rmSync(path, { force: true });
      if (size > limit)
        refuse('host.too-large', say`This file is larger than ${{ megabytes: Math.floor(limit / 1024 ** 2) }} MB.`, {
          file: plain,
          remedy: 'Split it, or import it with the command line.',
        });
      throw error;
    }
    return { token: this.#files.grant(shelf ? shelve(path, plain, shelf) : path, 'read', plain), name: plain, size };
  }

  discard(path: string): void {
    rmSync(path, { force: true });
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A path that no other file has; the name stays readable because services show it. */
  #fresh(name: string): string {
    const folder = join(this.#folder, String(++this.#count));
    mkdirSync(folder, { mode: 0o700 });
    return join(folder, basename(name));
  }
}

/** Copies an uploaded book to the shelf, never over another one. */
function shelve(path: string, name: string, shelf: Bookshelf): string {
  const target = shelf.newBook(name);
  copyFileSync(path, target, constants.COPYFILE_EXCL);
  rmSync(path);
  return target;
}
