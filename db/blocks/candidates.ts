import type { Rows } from './group-codes.ts';
import { sortedPlaces } from './radix.ts';
import type { Segment } from './segment.ts';
import type { SortKeys } from './sort-keys.ts';

/** Candidates beyond what is asked for, before they are cut down to it. */
const SPARE = 8192;

/** Rows that may be among the first `most` by their keys, and by their ids where these are equal; segments come in the order of ids. */
export class Candidates {
  readonly #keys: readonly SortKeys[];
  readonly #most: number;
  #ids: Float64Array = new Float64Array(1024);
  #values: Float64Array[];
  #fresh: Float64Array[];
  #count = 0;
  /** Keys of the last of the first `most` so far: a row that comes later must be before it to be one of them. */
  #bound: number[] | null = null;

  constructor(keys: readonly SortKeys[], most: number) {
    this.#keys = keys;
    this.#most = most;
    this.#values = keys.map(() => new Float64Array(1024));
    this.#fresh = keys.map(() => new Float64Array(0));
  }

  take(segment: Segment, { at, count }: Rows): void {
    if (this.#fresh[0]!.length < count) this.#fresh = this.#keys.map(() => new Float64Array(count));
    this.#keys.forEach((key, i) => key.fill(segment, { at, count }, this.#fresh[i]!, 0));
    this.#reserve(this.#count + count);
    for (let k = 0; k < count; k++) {
      if (this.#bound && !this.#isBefore(k, this.#bound)) continue;
      this.#ids[this.#count] = segment.firstId + at[k]!;
      for (let i = 0; i < this.#values.length; i++) this.#values[i]![this.#count] = this.#fresh[i]![k]!;
      this.#count++;
    }
    if (this.#count > (this.#bound ? this.#most + SPARE : this.#most)) this.#cut();
  }

  #isBefore(k: number, bound: readonly number[]): boolean {
    for (let i = 0; i < bound.length; i++) {
      const key = this.#fresh[i]![k]!;
      if (key !== bound[i]) return key < bound[i]!;
    }
    return false;
  }

  /** Their ids, first to last. */
  inOrder(): Float64Array {
    const places = this.#places();
    const ids = new Float64Array(Math.min(this.#most, places.length));
    for (let k = 0; k < ids.length; k++) ids[k] = this.#ids[places[k]!]!;
    return ids;
  }

  #places(): Int32Array {
    let places: Int32Array = Int32Array.from({ length: this.#count }, (_, i) => i);
    for (let i = this.#keys.length - 1; i >= 0; i--) places = sortedPlaces(this.#values[i]!.subarray(0, this.#count), places);
    return places;
  }

  /** Keeps the first `most`, in the order of their ids. */
  #cut(): void {
    const first = this.#places().slice(0, this.#most);
    const last = first.at(-1)!;
    this.#bound = this.#values.map((values) => values[last]!);
    first.sort().forEach((place, k) => {
      this.#ids[k] = this.#ids[place]!;
      for (const values of this.#values) values[k] = values[place]!;
    });
    this.#count = first.length;
  }

  #reserve(count: number): void {
    if (count <= this.#ids.length) return;
    const size = Math.max(count, this.#ids.length * 2);
    const grown = (old: Float64Array): Float64Array => {
      const more = new Float64Array(size);
      more.set(old);
      return more;
    };
    this.#ids = grown(this.#ids);
    this.#values = this.#values.map(grown);
  }
}
