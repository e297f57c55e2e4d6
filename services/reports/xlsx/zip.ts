import { constants, crc32, deflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { refuse } from '../../../domain/result.ts';
import type { Sink } from '../../files/sink.ts';

const deflate = promisify(deflateRaw);
/** Blocks that are compressed at a time, each in a thread of Node's pool. */
const UNDER_WAY = 3;
/** Largest size and offset of the 32-bit form. */
const MOST = 0xffff_ffff;
/** An empty last block: every block before it says that more follows. */
const END = Uint8Array.of(3, 0);
const VERSION = 20;
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;

interface Entry {
  name: Uint8Array;
  offset: number;
  crc: number;
  packed: number;
  size: number;
}

/**
 * A ZIP archive written in one go (APPNOTE 6.3: entries with data descriptors). Each block of an entry is compressed by itself
 * on Node's thread pool, some at a time, and written in order: memory is those blocks, whatever the size of the file.
 */
export class ZipWriter {
  readonly #sink: Sink;
  readonly #level: number;
  readonly #time: number;
  readonly #date: number;
  readonly #entries: Entry[] = [];
  #offset = 0;

  /** @param date - of every entry, UTC; the archive holds even seconds from 1980 on. */
  constructor(sink: Sink, date: Date, level: number) {
    this.#sink = sink;
    this.#level = level;
    this.#time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
    this.#date = (Math.max(0, date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  }

  /** Begins an entry; the one before it must be closed. */
  entry(name: string): ZipEntry {
    const entry: Entry = { name: Buffer.from(name), offset: this.#offset, crc: 0, packed: 0, size: 0 };
    this.#entries.push(entry);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    this.#common(head, 4);
    head.writeUInt16LE(entry.name.length, 26);
    const begun = this.#out(head, entry.name);
    return new ZipEntry(entry, this.#level, begun, (...parts) => this.#out(...parts));
  }

  /** A whole entry at once. */
  async add(name: string, content: string): Promise<void> {
    const entry = this.entry(name);
    await entry.write(Buffer.from(content));
    await entry.close();
  }

  async finish(): Promise<void> {
    const start = this.#offset;
    for (const { name, offset, crc, packed, size } of this.#entries) {
      const head = Buffer.alloc(46);
      head.writeUInt32LE(0x02014b50, 0);
      head.writeUInt16LE(VERSION, 4);
      this.#common(head, 6);
      head.writeUInt32LE(crc, 16);
      head.writeUInt32LE(packed, 20);
      head.writeUInt32LE(size, 24);
      head.writeUInt16LE(name.length, 28);
      head.writeUInt32LE(offset, 42);
      await this.#out(head, name);
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#offset - start, 12);
    end.writeUInt32LE(start, 16);
    await this.#out(end);
  }

  /** Version, flags, method, time and date, as both headers have them. */
  #common(head: Buffer, at: number): void {
    head.writeUInt16LE(VERSION, at);
    head.writeUInt16LE(FLAGS, at + 2);
    head.writeUInt16LE(DEFLATED, at + 4);
    head.writeUInt16LE(this.#time, at + 6);
    head.writeUInt16LE(this.#date, at + 8);
  }

  async #out(...parts: Uint8Array[]): Promise<void> {
    for (const part of parts) this.#offset += part.length;
    if (this.#offset > MOST)
      refuse('export.workbook-too-large', 'The workbook would be larger than 4 GiB, which spreadsheets do not open.', {
        remedy: 'Export fewer lines or columns, or write CSV.',
      });
    for (const part of parts) await this.#sink.write(part);
  }
}

/** One entry on its way into the archive. */
export class ZipEntry {
  readonly #entry: Entry;
  readonly #level: number;
  readonly #out: (...parts: Uint8Array[]) => Promise<void>;
  readonly #underWay: Promise<Uint8Array>[] = [];
  #written: Promise<void>;

  constructor(entry: Entry, level: number, begun: Promise<void>, out: (...parts: Uint8Array[]) => Promise<void>) {
    this.#entry = entry;
    this.#level = level;
    this.#written = begun;
    this.#out = out;
    begun.catch(() => undefined);
  }

  /** Takes the bytes over: they must not change afterwards. A promise when the compressor is behind. */
  write(bytes: Uint8Array): Promise<void> | undefined {
    if (bytes.length === 0) return undefined;
    const entry = this.#entry;
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    const packed = deflate(bytes, { level: this.#level, finishFlush: constants.Z_SYNC_FLUSH });
    packed.catch(() => undefined);
    this.#underWay.push(packed);
    return this.#underWay.length > UNDER_WAY ? this.#next() : undefined;
  }

  async close(): Promise<void> {
    const entry = this.#entry;
    while (this.#underWay.length > 0) await this.#next();
    await this.#written;
    entry.packed += END.length;
    if (entry.size > MOST) throw new RangeError('An entry is larger than the archive can tell.');
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(entry.crc, 4);
    descriptor.writeUInt32LE(entry.packed, 8);
    descriptor.writeUInt32LE(entry.size, 12);
    await this.#out(END, descriptor);
  }

  /** Waits for the oldest block and writes it. */
  #next(): Promise<void> {
    const packed = this.#underWay.shift()!;
    this.#written = this.#written.then(async () => {
      const bytes = await packed;
      this.#entry.packed += bytes.length;
      await this.#out(bytes);
    });
    return this.#written;
  }
}
