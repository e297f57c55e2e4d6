import type { CodeTexts, RawLine } from '../data.ts';
import { ByteWriter } from './byte-writer.ts';

/** Codes up to here have a place of their own in an array; the few beyond are looked up. */
const DENSE = 1 << 24;
/** Encoded texts that are kept; beyond that all are let go and made again as they come. */
const KEPT_BYTES = 48 << 20;

/** What each code stands for, as the bytes of a cell: encoded when it is met first, copied ever after. */
export class CodeCells {
  /** The encoded texts, one after the other. */
  readonly arena = new ByteWriter(1 << 16);
  readonly #of: CodeTexts;
  readonly #encode: (text: string) => string;
  #starts = new Int32Array(1024);
  #ends = new Int32Array(1024);
  readonly #far = new Map<number, readonly [start: number, end: number]>();

  constructor(of: CodeTexts, encode: (text: string) => string) {
    this.#of = of;
    this.#encode = encode;
    this.#clear();
  }

  /** Looks up what the lines name at those places and is not known yet, all at once. */
  prepare(lines: readonly RawLine[], places: readonly number[]): void {
    if (this.arena.at > KEPT_BYTES) this.#clear();
    const unknown = new Set<number>();
    for (const line of lines)
      for (const place of places) {
        const code = line[place] as number | null;
        if (code !== null && this.start(code) === 0) unknown.add(code);
      }
    if (unknown.size === 0) return;
    for (const { id, text } of this.#of.texts([...unknown])) {
      unknown.delete(id);
      this.#keep(id, this.#encode(text));
    }
    for (const id of unknown) this.#keep(id, '');
  }

  /** Where the bytes of a prepared code begin in the arena; 0 for one that was not prepared. */
  start(code: number): number {
    return code >= 0 && code < this.#starts.length ? this.#starts[code]! : (this.#far.get(code)?.[0] ?? 0);
  }

  end(code: number): number {
    return code >= 0 && code < this.#ends.length ? this.#ends[code]! : (this.#far.get(code)?.[1] ?? 0);
  }

  #keep(code: number, text: string): void {
    const start = this.arena.at;
    this.arena.text(text);
    const end = this.arena.at;
    if (code < 0 || code >= DENSE) return void this.#far.set(code, [start, end]);
    if (code >= this.#starts.length) {
      const size = Math.min(DENSE, Math.max(this.#starts.length * 2, code + 1));
      const [starts, ends] = [new Int32Array(size), new Int32Array(size)];
      starts.set(this.#starts);
      ends.set(this.#ends);
      this.#starts = starts;
      this.#ends = ends;
    }
    this.#starts[code] = start;
    this.#ends[code] = end;
  }

  #clear(): void {
    this.#starts.fill(0);
    this.#ends.fill(0);
    this.#far.clear();
    // Nothing begins at 0: that is what an unknown code says.
    this.arena.at = 1;
  }
}
