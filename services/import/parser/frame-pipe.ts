import { writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/** Environment variable that names the descriptor of the pipe to a parser's owner. */
export const FRAMES_FD = 'TALLYBOOK_FRAMES_FD';
/** More than any frame or chunk can need; a longer one is no message of a parser. */
const LONGEST_MESSAGE = 256 << 20;
const PREFIX = 4;

/**
 * Writes whole messages to a pipe and waits until they are taken. A channel that hands over in the event loop would
 * leave the reader without its next frame for as long as this process is busy with the one after it.
 */
export function framesTo(fd: number): (message: unknown) => void {
  const prefix = Buffer.alloc(PREFIX);
  return (message) => {
    const body = serialize(message);
    prefix.writeUInt32LE(body.length);
    writeAll(fd, prefix);
    writeAll(fd, body);
  };
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let from = 0; from < bytes.length;) {
    try {
      from += writeSync(fd, bytes, from);
    } catch (error) {
      // A pipe that was made non-blocking says so when it is full; its reader is at work on the frame before.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(PAUSE, 0, 0, 1);
    }
  }
}
const PAUSE = new Int32Array(new SharedArrayBuffer(4));

/** Puts the pieces that a pipe delivers together again; calls `take` with each whole message, in order. */
export class FrameReader {
  readonly #take: (message: unknown) => void;
  readonly #broken: (reason: string) => void;
  #pieces: Buffer[] = [];
  #have = 0;
  #need = -1;

  /** `broken` is told once why the stream cannot be read on. */
  constructor(take: (message: unknown) => void, broken: (reason: string) => void) {
    this.#take = take;
    this.#broken = broken;
  }

  push(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#have += piece.length;
    for (;;) {
      if (this.#need < 0) {
        if (this.#have < PREFIX) return;
        this.#need = this.#shift(PREFIX).readUInt32LE();
        if (this.#need > LONGEST_MESSAGE) return this.#broken('a message of impossible length');
      }
      if (this.#have < this.#need) return;
      const body = this.#shift(this.#need);
      this.#need = -1;
      let message: unknown;
      try {
        message = deserialize(body);
      } catch {
        // What a hostile file made of its parser must not bring down its owner.
        return this.#broken('an unreadable message');
      }
      this.#take(message);
    }
  }

  /** The next `length` bytes, of which enough are here. */
  #shift(length: number): Buffer {
    const all = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces, this.#have);
    this.#pieces = all.length > length ? [all.subarray(length)] : [];
    this.#have -= length;
    return all.subarray(0, length);
  }
}
