import { D } from '../../../domain/money/decimal.ts';
import { toPair } from '../../../domain/money/pair.ts';
import { amount, parseAmount } from '../../../domain/money/amount.ts';
import type { AppError } from '../../../domain/result.ts';
import { MISSING } from './protocol.ts';

const SCALE = [10_000_000_000, 1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1];

/** Reads amounts from bytes into integer pairs; `units` and `fraction` hold the last result. */
export class MoneyReader {
  units = MISSING;
  fraction = MISSING;
  error: AppError | null = null;

  /** Plain `-123.45` on the bytes themselves; anything else through the bounded grammar of parseAmount. */
  read(bytes: Uint8Array, start: number, end: number, scale: number): boolean {
    let p = start;
    while (p < end && bytes[p]! <= 32) p++;
    while (end > p && bytes[end - 1]! <= 32) end--;
    if (p === end) return this.#missing();
    const from = p;
    const negative = bytes[p] === 45;
    if (negative) p++;
    // `-` and `--` are how vendors print that there is no figure.
    if (negative && (p === end || (bytes[p] === 45 && p + 1 === end))) return this.#missing();
    let units = 0;
    const first = p;
    let byte = 0;
    while (p < end && (byte = bytes[p]!) >= 48 && byte <= 57) {
      units = units * 10 + (byte - 48);
      p++;
    }
    const digits = p - first;
    let fraction = 0;
    let places = 0;
    if (p < end && bytes[p] === 46 && digits > 0) {
      p++;
      while (p < end && places < 10 && (byte = bytes[p]!) >= 48 && byte <= 57) {
        fraction = fraction * 10 + (byte - 48);
        places++;
        p++;
      }
    }
    if (p < end || digits === 0 || digits > 15 || scale !== 0)
      return this.readText(Buffer.from(bytes.subarray(from, end)).toString('utf8'), scale);
    fraction *= SCALE[places]!;
    this.units = negative && units !== 0 ? -units : units;
    this.fraction = negative && fraction !== 0 ? -fraction : fraction;
    return true;
  }

  /** The same from text; `scale` moves the point left (2: cents). */
  readText(text: string, scale: number): boolean {
    const parsed = parseAmount(text);
    if (!parsed.ok) {
      this.error = parsed.error;
      return false;
    }
    if (parsed.value === null) return this.#missing();
    const pair = toPair(scale === 0 ? parsed.value : amount(new D(parsed.value).dividedBy(new D(10).pow(scale))));
    this.units = Number(pair.units);
    this.fraction = Number(pair.fraction);
    return true;
  }

  #missing(): boolean {
    this.units = MISSING;
    this.fraction = MISSING;
    return true;
  }
}
