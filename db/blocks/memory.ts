/** Bytes of columns that are kept in memory, for each reading connection. */
const MOST_BYTES = 256 << 20;

/** Answers that were made before, as many as there is room for; the least lately used goes first. */
export class BlockMemory {
  readonly #kept = new Map<string, { value: unknown; bytes: number }>();
  readonly #most: number;
  #bytes = 0;

  constructor(most = MOST_BYTES) {
    this.#most = most;
  }

  /** `bytes`: about how much room the value takes. */
  get<T>(key: string, make: () => { value: T; bytes: number }): T {
    const found = this.#kept.get(key);
    if (found) {
      this.#kept.delete(key);
      this.#kept.set(key, found);
      return found.value as T;
    }
    const made = make();
    this.#kept.set(key, made);
    this.#bytes += made.bytes;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#most || oldest === key) break;
      this.#kept.delete(oldest);
      this.#bytes -= bytes;
    }
    return made.value;
  }
}
