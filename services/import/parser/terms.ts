/**
 * Gives each distinct text of the file a small number. Works on bytes: a text that was seen before makes no string.
 * Ids count from 1; 0 means missing (empty, `--`, `-`).
 */
export class TermTable {
  #slots = new Int32Array(1 << 12);
  #mask = (1 << 12) - 1;
  #arena = Buffer.allocUnsafe(1 << 16);
  #used = 0;
  #offsets: number[] = [0];
  #ends: number[] = [0];
  #hashes: number[] = [0];
  #second: number[] = [0];
  #fresh: string[] = [];

  get size(): number {
    return this.#offsets.length - 1;
  }

  /** Two independent 32-bit hashes of the text, for row identity. */
  hashA(id: number): number {
    return this.#hashes[id]!;
  }
  hashB(id: number): number {
    return this.#second[id]!;
  }

  text(id: number): string {
    return this.#arena.toString('utf8', this.#offsets[id], this.#ends[id]);
  }

  /** Texts that got an id since the last call. */
  takeFresh(): string[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** True when `id` stands for exactly these bytes. */
  is(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#offsets[id]!;
    if (this.#ends[id]! - from !== end - start) return false;
    const arena = this.#arena;
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== arena[j]) return false;
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

  #add(bytes: Uint8Array, start: number, end: number, a: number, b: number, slot: number): number {
    const length = end - start;
    while (this.#used + length > this.#arena.length) {
      const bigger = Buffer.allocUnsafe(this.#arena.length * 2);
      this.#arena.copy(bigger, 0, 0, this.#used);
      this.#arena = bigger;
    }
    this.#arena.set(bytes.subarray(start, end), this.#used);
    const id = this.#offsets.length;
    this.#offsets.push(this.#used);
    this.#used += length;
    this.#ends.push(this.#used);
    this.#hashes.push(a);
    this.#second.push(b);
    this.#slots[slot] = id;
    this.#fresh.push(this.text(id));
    if (id * 2 > this.#mask) this.#grow();
    return id;
  }

  #grow(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(this.#mask + 1);
    for (let id = 1; id < this.#offsets.length; id++) {
      let slot = (this.#hashes[id]! ^ this.#second[id]!) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = id;
    }
  }
}
