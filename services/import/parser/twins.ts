/** Counts how often an identity occurred in this file, so that honest twins keep their own place. */
export class TwinCounter {
  #a = new Float64Array(1 << 12);
  #b = new Float64Array(1 << 12);
  #count = new Int32Array(1 << 12);
  #mask = (1 << 12) - 1;
  #size = 0;

  /** 0 for the first row with this identity, 1 for the next … */
  next(a: number, b: number): number {
    let slot = (a ^ (b >>> 0)) & this.#mask;
    while (this.#count[slot] !== 0) {
      if (this.#a[slot] === a && this.#b[slot] === b) return this.#count[slot]!++;
      slot = (slot + 1) & this.#mask;
    }
    this.#a[slot] = a;
    this.#b[slot] = b;
    this.#count[slot] = 1;
    if (++this.#size * 2 > this.#mask) this.#grow();
    return 0;
  }

  #grow(): void {
    const [a, b, count] = [this.#a, this.#b, this.#count];
    this.#mask = this.#mask * 2 + 1;
    this.#a = new Float64Array(this.#mask + 1);
    this.#b = new Float64Array(this.#mask + 1);
    this.#count = new Int32Array(this.#mask + 1);
    for (let i = 0; i < count.length; i++) {
      if (count[i] === 0) continue;
      let slot = (a[i]! ^ (b[i]! >>> 0)) & this.#mask;
      while (this.#count[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#a[slot] = a[i]!;
      this.#b[slot] = b[i]!;
      this.#count[slot] = count[i]!;
    }
  }
}
