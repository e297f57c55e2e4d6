const LONGEST = 64;

/** The bytes of the cell above: what it was read as need not be read again. */
export class CellMemo {
  readonly #bytes = new Uint8Array(LONGEST);
  #length = -1;

  /** True when these are the bytes that were noted. */
  is(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from !== this.#length) return false;
    const noted = this.#bytes;
    for (let i = from, k = 0; i < to; i++, k++) if (bytes[i] !== noted[k]) return false;
    return true;
  }

  note(bytes: Uint8Array, from: number, to: number): void {
    this.#length = to - from <= LONGEST ? to - from : -1;
    for (let k = 0; k < this.#length; k++) this.#bytes[k] = bytes[from + k]!;
  }
}
