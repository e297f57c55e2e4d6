/** Mixes a row's values into 106 bits: enough that no two different rows of any book meet. Order matters. */
export class IdentityHash {
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 0;

  reset(seed: number): void {
    this.#a = 0x243f6a88 ^ seed;
    this.#b = 0x85a308d3;
    this.#c = 0x13198a2e;
    this.#d = 0x03707344;
  }

  add(value: number): void {
    this.#a = Math.imul(this.#a ^ value, 0x9e3779b1);
    this.#a ^= this.#a >>> 15;
    this.#b = Math.imul(this.#b + value, 0x85ebca77);
    this.#b ^= this.#b >>> 13;
    this.#c = Math.imul(this.#c ^ value, 0xc2b2ae3d);
    this.#c ^= this.#c >>> 16;
    this.#d = Math.imul(this.#d + value, 0x27d4eb2f);
    this.#d ^= this.#d >>> 14;
  }

  /** A safe integer of up to 53 bits. */
  addInteger(value: number): void {
    const low = value >>> 0;
    this.add(low | 0);
    this.add(((value - low) / 4294967296) | 0);
  }

  get keyA(): number {
    return (this.#a >>> 0) * 2097152 + (this.#b & 0x1fffff);
  }

  get keyB(): number {
    return (this.#c >>> 0) * 2097152 + (this.#d & 0x1fffff);
  }
}

/**
 * Identity of the row that comes after `twin` others with the same one: made of the identity alone, so that whoever holds
 * rows of several files can go on counting.
 */
export function twinKey(keyA: number, keyB: number, twin: number): [number, number] {
  if (twin === 0) return [keyA, keyB];
  const hash = new IdentityHash();
  hash.reset(0x7477696e);
  hash.addInteger(keyA);
  hash.addInteger(keyB);
  hash.add(twin);
  return [hash.keyA, hash.keyB];
}

/** A text and its length, so that no two lists of texts run into each other. */
export function addText(hash: IdentityHash, text: string): void {
  for (let i = 0; i < text.length; i++) hash.add(text.charCodeAt(i));
  hash.add(-1 - text.length);
}
