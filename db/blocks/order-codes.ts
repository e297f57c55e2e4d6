import type { ReadDb } from '../connection.ts';
import type { IntBlock } from './int-block.ts';
import type { Segment } from './segment.ts';
import type { TextBlock } from './text-block.ts';

/** Bytes of texts after which the next question begins with none: about 65 MB with their places. */
const MOST_BYTES = 32 << 20;

/**
 * Numbers for order ids, from 1 on in the order in which they are met; 0 stands for a line without one. A number keeps its text as long
 * as its OrderCodes lives.
 */
export class OrderCodes {
  #bytes = Buffer.alloc(1 << 10);
  /** Where each text begins, by its number; the end of the last besides. */
  #starts = new Uint32Array(128);
  #slots = new Int32Array(256);
  #count = 0;
  readonly #segments = new WeakMap<TextBlock, IntBlock>();

  /** Bytes of the texts so far. */
  get size(): number {
    return this.#starts[this.#count + 1]!;
  }

  /** The number of the order on every line of a segment. */
  ofSegment(segment: Segment): IntBlock {
    const orders = segment.orders();
    if (orders === null) return { kind: 'ints', count: segment.count, values: Int32Array.of(0), codes: null };
    let block = this.#segments.get(orders);
    if (!block) {
      const { starts, bytes, count } = orders;
      const codes = new Int32Array(count);
      for (let i = 0; i < count; i++) {
        const [from, to] = [starts[i]!, starts[i + 1]!];
        // Lines of one order mostly lie together.
        const same = i > 0 && codes[i - 1] !== 0 && this.#is(codes[i - 1]!, bytes, from + 1, to);
        codes[i] = from === to ? 0 : same ? codes[i - 1]! : this.#codeOf(bytes, from + 1, to);
      }
      block = { kind: 'ints', count, values: null, codes };
      this.#segments.set(orders, block);
    }
    return block;
  }

  /** The number of a text; 0 for none. */
  of(text: string | null): number {
    if (text === null) return 0;
    const bytes = Buffer.from(text);
    return this.#codeOf(bytes, 0, bytes.length);
  }

  text(code: number): string | null {
    return code === 0 ? null : this.#bytes.toString('utf8', this.#starts[code]!, this.#starts[code + 1]!);
  }

  /** Order of two numbers' texts, as SQLite orders them (by bytes). */
  compare(a: number, b: number): number {
    const bytes = this.#bytes;
    return bytes.compare(bytes, this.#starts[b]!, this.#starts[b + 1]!, this.#starts[a]!, this.#starts[a + 1]!);
  }

  #codeOf(bytes: Buffer, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(bytes, from, to) & mask;
    for (let code = this.#slots[slot]!; code !== 0; code = this.#slots[(slot = (slot + 1) & mask)]!)
      if (this.#is(code, bytes, from, to)) return code;
    const code = this.#add(bytes, from, to);
    this.#slots[slot] = code;
    if (code * 2 > mask) this.#grow();
    return code;
  }

  #is(code: number, bytes: Buffer, from: number, to: number): boolean {
    const own = this.#bytes;
    let at = this.#starts[code]!;
    if (this.#starts[code + 1]! - at !== to - from) return false;
    for (let i = from; i < to; i++) if (bytes[i] !== own[at++]) return false;
    return true;
  }

  #add(bytes: Buffer, from: number, to: number): number {
    const code = ++this.#count;
    if (code + 2 > this.#starts.length) {
      const more = new Uint32Array(this.#starts.length * 2);
      more.set(this.#starts);
      this.#starts = more;
    }
    const at = this.#starts[code]!;
    const end = at + to - from;
    if (end > this.#bytes.length) {
      const more = Buffer.alloc(Math.max(end, this.#bytes.length * 2));
      this.#bytes.copy(more);
      this.#bytes = more;
    }
    bytes.copy(this.#bytes, at, from, to);
    this.#starts[code + 1] = end;
    return code;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code <= this.#count; code++) {
      let slot = hash(this.#bytes, this.#starts[code]!, this.#starts[code + 1]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

function hash(bytes: Buffer, from: number, to: number): number {
  let mixed = 0x811c9dc5;
  for (let i = from; i < to; i++) mixed = Math.imul(mixed ^ bytes[i]!, 0x01000193);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

const known = new WeakMap<ReadDb, OrderCodes>();

/** The numbers of a reading connection, kept from question to question; a question uses one and the same to its end. */
export function orderCodes(read: ReadDb): OrderCodes {
  let codes = known.get(read);
  if (!codes || codes.size > MOST_BYTES) known.set(read, (codes = new OrderCodes()));
  return codes;
}
