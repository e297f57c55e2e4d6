const SMALLEST = 1 << 12;
const MOST_FULL = 0.75;

/**
 * Counts how often an identity occurred in this file, so that honest twins keep their own place. Holds 64 bits of each
 * identity: among ten million different rows, two that agree in them would be met once in 300,000 such files.
 */
export class TwinCounter {
  #a = new Int32Array(SMALLEST);
  #b = new Int32Array(SMALLEST);
  #mask = SMALLEST - 1;
  #size = 0;
  /** Places of identities that occurred again, and how often they did. */
  readonly #again = new Map<number, number>();
  #zeros = 0;

  /** Makes room for about so many rows at once, so that the table need not be there twice while it grows. */
  reserve(rows: number): void {
    if (this.#size > 0) return;
    let places = SMALLEST;
    while (places * MOST_FULL < rows) places *= 2;
    this.#mask = places - 1;
    this.#a = new Int32Array(places);
    this.#b = new Int32Array(places);
  }

  /** 0 for the first row with this identity, 1 for the next … */
  next(keyA: number, keyB: number): number {
    const a = (keyA / 2097152) | 0;
    const b = (keyB / 2097152) | 0;
    if (a === 0 && b === 0) return this.#zeros++;
    let slot = placeOf(a, b) & this.#mask;
    while (this.#a[slot] !== 0 || this.#b[slot] !== 0) {
      if (this.#a[slot] === a && this.#b[slot] === b) {
        const twin = (this.#again.get(slot) ?? 0) + 1;
        this.#again.set(slot, twin);
        return twin;
      }
      slot = (slot + 1) & this.#mask;
    }
    this.#a[slot] = a;
    this.#b[slot] = b;
    if (++this.#size > (this.#mask + 1) * MOST_FULL) this.#grow();
    return 0;
  }

  #grow(): void {
    const [a, b, again] = [this.#a, this.#b, new Map(this.#again)];
    this.#mask = this.#mask * 2 + 1;
    this.#a = new Int32Array(this.#mask + 1);
    this.#b = new Int32Array(this.#mask + 1);
    this.#again.clear();
    for (let i = 0; i < a.length; i++) {
      if (a[i] === 0 && b[i] === 0) continue;
      let slot = placeOf(a[i]!, b[i]!) & this.#mask;
      while (this.#a[slot] !== 0 || this.#b[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#a[slot] = a[i]!;
      this.#b[slot] = b[i]!;
      const twins = again.get(i);
      if (twins !== undefined) this.#again.set(slot, twins);
    }
  }
}

/** The upper halves of both keys are well mixed already. */
const placeOf = (a: number, b: number): number => a ^ Math.imul(b, 0x9e3779b1);
