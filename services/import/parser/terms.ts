const CHUNK_BITS = 20;
const CHUNK = 1 << CHUNK_BITS;

/**
 * Gives each distinct text of the file a small number. Works on bytes: a text that was seen before makes no string.
 * Ids count from 1; 0 means missing (empty, `--`, `-`). Texts lie in chunks that are never moved: a bill may name a
 * million resources, and their bytes must not be there twice while a table grows.
 */
export class TermTable {
  #slots = new Int32Array(1 << 12);
  #mask = (1 << 12) - 1;
  #chunks: Buffer[] = [];
  /** Free place in the last chunk. */
  #used = CHUNK;
  #count = 1;
  /** Chunk and place of each text, its length, and two hashes. */
  #offsets = new Uint32Array(1 << 10);
  #lengths = new Int32Array(1 << 10);
  #hashes = new Int32Array(1 << 10);
  #second = new Int32Array(1 << 10);
  #fresh: string[] = [];

  get size(): number {
    return this.#count - 1;
  }

  /** Two independent 32-bit hashes of the text, for row identity. */
  hashA(id: number): number {
    return this.#hashes[id]!;
  }
  hashB(id: number): number {
    return this.#second[id]!;
  }

  text(id: number): string {
    if (id === 0) return '';
    const from = this.#offsets[id]! & (CHUNK - 1);
    return this.#chunkOf(id).toString('utf8', from, from + this.#lengths[id]!);
  }

  /** Texts that got an id since the last call. */
  takeFresh(): string[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** True when `id` stands for exactly these bytes. */
  is(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#lengths[id]! !== end - start) return false;
    const chunk = this.#chunkOf(id);
    for (let i = start, j = this.#offsets[id]! & (CHUNK - 1); i < end; i++, j++) if (bytes[i] !== chunk[j]) return false;
    return true;
  }

  /** The id of the bytes, surrounding white space removed. */
  id(bytes: Uint8Array, start: number, end: number): number {
    while (start < end && bytes[start]! <= 32) start++;
    while (end > start && bytes[end - 1]! <= 32) end--;
    const length = end - start;
    if (length === 0 || (bytes[start] === 45 && (length === 1 || (length === 2 && bytes[start + 1] === 45)))) return 0;
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x85ebca6b);
      b ^= b >>> 13;
    }
    a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
    for (let slot = (a ^ b) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const id = this.#slots[slot]!;
      if (id === 0) return this.#add(bytes, start, end, a, b, slot);
      if (this.#hashes[id] === a && this.#second[id] === b && this.is(id, bytes, start, end)) return id;
    }
  }

  idOfText(text: string): number {
    const bytes = Buffer.from(text);
    return this.id(bytes, 0, bytes.length);
  }

  #chunkOf(id: number): Buffer {
    return this.#chunks[this.#offsets[id]! >>> CHUNK_BITS]!;
  }

  #add(bytes: Uint8Array, start: number, end: number, a: number, b: number, slot: number): number {
    const length = end - start;
    if (this.#used + length > CHUNK) {
      // A text longer than a chunk has one of its own.
      this.#chunks.push(Buffer.allocUnsafe(Math.max(CHUNK, length)));
      this.#used = 0;
    }
    const chunk = this.#chunks.length - 1;
    this.#chunks[chunk]!.set(bytes.subarray(start, end), this.#used);
    const id = this.#count++;
    if (id === this.#lengths.length) this.#widen();
    this.#offsets[id] = chunk * CHUNK + this.#used;
    this.#used = Math.min(CHUNK, this.#used + length);
    this.#lengths[id] = length;
    this.#hashes[id] = a;
    this.#second[id] = b;
    this.#slots[slot] = id;
    this.#fresh.push(this.text(id));
    if (id * 2 > this.#mask) this.#grow();
    return id;
  }

  #widen(): void {
    const wider = this.#lengths.length * 2;
    const ints = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(wider);
      to.set(from);
      return to;
    };
    const offsets = new Uint32Array(wider);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
    this.#lengths = ints(this.#lengths);
    this.#hashes = ints(this.#hashes);
    this.#second = ints(this.#second);
  }

  #grow(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(this.#mask + 1);
    for (let id = 1; id < this.#count; id++) {
      let slot = (this.#hashes[id]! ^ this.#second[id]!) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = id;
    }
  }
}
