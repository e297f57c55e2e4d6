import { NULL_NUMBER, type ColumnSource } from '../bulk/record.ts';
import { BLOCK_LINES, INT_COLUMNS, MONEY_COLUMNS, type IntColumn, type MoneyColumn } from './columns.ts';
import { decodeInts, encodeInts, NO_INT } from './int-block.ts';
import { encodeMoney, NO_FIGURE } from './money-block.ts';
import { encodeTexts } from './text-block.ts';

export type PutBlocks = (segment: number, blocks: Map<string, Uint8Array>, lines: number) => void;

/** Takes the lines of one batch, column by column, and hands over the blocks of every full segment as bytes. */
export class BlockCollector {
  readonly #ints = new Map<IntColumn, Int32Array>(INT_COLUMNS.map((name) => [name, new Int32Array(BLOCK_LINES)]));
  readonly #money = new Map<MoneyColumn, [Float64Array, Float64Array]>();
  #orders: (string | null)[] = [];
  readonly #put: PutBlocks;
  #used = 0;
  #segment = 0;

  constructor(put: PutBlocks) {
    this.#put = put;
  }

  /** Lines so far. */
  get lines(): number {
    return this.#segment * BLOCK_LINES + this.#used;
  }

  /** Rows `from` to before `to` of these columns; one that is not named is missing in every line. */
  take(sources: ReadonlyMap<string, ColumnSource>, from: number, to: number): void {
    for (let at = from; at < to;) {
      const end = Math.min(to, at + BLOCK_LINES - this.#used);
      for (const [name, into] of this.#ints) fillInts(into, this.#used, sources.get(name), name, at, end);
      for (const name of MONEY_COLUMNS) this.#takeMoney(name, sources, at, end);
      const orders = sources.get('order_id');
      for (let i = at; i < end; i++) this.#orders.push(orders?.kind === 'texts' ? (orders.values[i] ?? null) : null);
      this.#used += end - at;
      at = end;
      if (this.#used === BLOCK_LINES) this.#close();
    }
  }

  finish(): void {
    if (this.#used > 0) this.#close();
  }

  #takeMoney(name: MoneyColumn, sources: ReadonlyMap<string, ColumnSource>, from: number, to: number): void {
    const units = sources.get(`${name}_u`);
    let pair = this.#money.get(name);
    if (units?.kind !== 'numbers') {
      if (pair) pair[0].fill(NO_FIGURE, this.#used, this.#used + to - from);
      return;
    }
    if (!pair) {
      this.#money.set(name, (pair = [new Float64Array(BLOCK_LINES), new Float64Array(BLOCK_LINES)]));
      pair[0].fill(NO_FIGURE, 0, this.#used);
    }
    const fractions = sources.get(`${name}_f`);
    if (fractions?.kind !== 'numbers') throw new TypeError(`${name} has units without fractions.`);
    pair[0].set(units.values.subarray(from, to), this.#used);
    pair[1].set(fractions.values.subarray(from, to), this.#used);
  }

  #close(): void {
    const count = this.#used;
    const blocks = new Map<string, Uint8Array>();
    for (const [name, values] of this.#ints) {
      const bytes = encodeInts(values, count);
      if (!allMissing(name, bytes)) blocks.set(name, bytes);
    }
    for (const [name, [units, fractions]] of this.#money) {
      const bytes = encodeMoney(units, fractions, count);
      if (bytes) blocks.set(name, bytes);
    }
    const orders = encodeTexts(this.#orders);
    if (orders) blocks.set('order_id', orders);
    this.#put(this.#segment, blocks, count);
    this.#orders = [];
    this.#used = 0;
    this.#segment++;
  }
}

/** A column without a value is not kept. */
function allMissing(name: IntColumn, bytes: Uint8Array): boolean {
  const { codes, values } = decodeInts(bytes);
  return codes === null && values![0] === (name === 'date' ? NO_INT : 0);
}

function fillInts(into: Int32Array, at: number, source: ColumnSource | undefined, name: IntColumn, from: number, to: number): void {
  const missing = name === 'date' ? NO_INT : 0;
  const end = at + to - from;
  if (source === undefined) into.fill(missing, at, end);
  else if (source.kind === 'ints') into.set(source.values.subarray(from, to), at);
  else if (source.kind === 'constant') into.fill(source.value ?? missing, at, end);
  else if (source.kind === 'numbers')
    for (let i = from; i < to; i++) {
      const value = source.values[i]!;
      into[at + i - from] = value === NULL_NUMBER ? missing : value;
    }
  else throw new TypeError(`${name} holds no texts.`);
}
