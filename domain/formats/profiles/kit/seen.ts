import type { Cells } from '../../adapter.ts';

/** Tells whether a row with the same cells came before, by a 53-bit hash: eight bytes a row, whatever its length. */
export class SeenRows {
  #slots = new Float64Array(1 << 12);
  #size = 0;

  /** True from the second time on. */
  again(cells: Cells): boolean {
    const hash = hashOf(cells);
    const mask = this.#slots.length - 1;
    for (let slot = (hash % 0x7fffffff) & mask; ; slot = (slot + 1) & mask) {
      const there = this.#slots[slot]!;
      if (there === hash) return true;
      if (there !== 0) continue;
      this.#slots[slot] = hash;
      if (++this.#size * 2 > mask) this.#grow();
      return false;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 2);
    const mask = this.#slots.length - 1;
    for (const hash of old) {
      if (hash === 0) continue;
      let slot = (hash % 0x7fffffff) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = hash;
    }
  }
}

function hashOf(cells: Cells): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const cell of cells) {
    const text = cell ?? '';
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
    }
    a = Math.imul(a ^ 0x1f, 0x01000193);
    b = Math.imul(b + 0x1f, 0x85ebca6b);
  }
  // 0 stands for an empty slot.
  return (a >>> 0) * 2097152 + (b & 0x1fffff) || 1;
}
