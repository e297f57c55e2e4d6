import { createHash } from 'node:crypto';

/** Bytes gathered before they go to the disk. */
const BUFFER = 256 * 1024;

/** Where a sink's bytes go: a file's handle, or memory. */
export interface Outlet {
  write(bytes: Uint8Array, offset: number, length: number): Promise<{ bytesWritten: number }>;
}

/**
 * A file being written: counts and hashes what passes. `write` answers a promise only when the caller should wait
 * for the disk, so that a hot loop pays for a promise once in 256 KiB.
 */
export class Sink {
  readonly #handle: Outlet;
  readonly #hash = createHash('sha256');
  #parts: (string | Uint8Array)[] = [];
  #waiting = 0;
  #bytes = 0;
  #sending: Promise<void> = Promise.resolve();

  constructor(handle: Outlet) {
    this.#handle = handle;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Text goes out as UTF-8. One buffer is on its way to the disk while the next is filled. */
  write(chunk: string | Uint8Array): Promise<void> | undefined {
    this.#parts.push(chunk);
    this.#waiting += chunk.length;
    return this.#waiting >= BUFFER ? this.#send() : undefined;
  }

  /** Waits until everything that was written has reached the file. */
  async flush(): Promise<void> {
    await this.#send();
    await this.#sending;
  }

  /** Hands the gathered parts over once the buffer before them is out; a failure of that one comes out here. */
  #send(): Promise<void> {
    const parts = this.#parts;
    this.#parts = [];
    this.#waiting = 0;
    const before = this.#sending;
    this.#sending = before.then(() => this.#out(parts));
    this.#sending.catch(() => undefined);
    return before;
  }

  async #out(parts: readonly (string | Uint8Array)[]): Promise<void> {
    for (const piece of joinText(parts)) {
      this.#hash.update(piece);
      this.#bytes += piece.length;
      await writeAll(this.#handle, piece);
    }
  }

  /** Hash of everything written; the sink is finished afterwards. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** Runs of text become one buffer each; one big encode is much cheaper than thousands of small ones. */
function joinText(parts: readonly (string | Uint8Array)[]): Uint8Array[] {
  const joined: Uint8Array[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      if (text) joined.push(Buffer.from(text));
      text = '';
      joined.push(part);
    }
  }
  if (text) joined.push(Buffer.from(text));
  return joined;
}

async function writeAll(handle: Outlet, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.length) offset += (await handle.write(bytes, offset, bytes.length - offset)).bytesWritten;
}
