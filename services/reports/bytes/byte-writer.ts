/** Four ASCII digits of every number below 10,000. */
const QUADS = new Uint8Array(40_000);
for (let i = 0; i < 10_000; i++)
  for (let k = 0, rest = i; k < 4; k++, rest = Math.floor(rest / 10)) QUADS[i * 4 + 3 - k] = 48 + (rest % 10);

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
/** A copy of fewer bytes is quicker one by one. */
const SHORT = 40;
/** Most bytes of a number with sign, point and ten decimals. */
const NUMBER = 40;

/**
 * Text put together as UTF-8 bytes. A file of a million lines is made of few texts and many digits: bytes that are copied and
 * digits that are written straight take a fraction of what strings take.
 */
export class ByteWriter {
  bytes: Uint8Array;
  at = 0;
  readonly #size: number;

  /** @param size - bytes to begin with; it grows as needed. */
  constructor(size: number) {
    this.#size = size;
    this.bytes = Buffer.allocUnsafeSlow(size);
  }

  /** Makes sure that so many bytes fit. */
  room(count: number): void {
    if (this.at + count > this.bytes.length) this.#grow(count);
  }

  /** What was written; the writer begins anew, in fresh memory. */
  take(): Uint8Array {
    const done = this.bytes.subarray(0, this.at);
    this.bytes = Buffer.allocUnsafeSlow(this.#size);
    this.at = 0;
    return done;
  }

  /** One ASCII character. Call room() before. */
  byte(code: number): void {
    this.bytes[this.at++] = code;
  }

  /** Bytes `from` … `from + length` of `source`. */
  copy(source: Uint8Array, from: number, length: number): void {
    this.room(length);
    const bytes = this.bytes;
    let at = this.at;
    if (length < SHORT) for (const end = from + length; from < end;) bytes[at++] = source[from++]!;
    else {
      bytes.set(source.subarray(from, from + length), at);
      at += length;
    }
    this.at = at;
  }

  text(text: string): void {
    this.room(text.length * 3);
    this.at += (this.bytes as Buffer).write(text, this.at, 'utf8');
  }

  /** A whole number from −2^53 to 2^53. */
  integer(value: number): void {
    this.room(NUMBER);
    if (value < 0) this.byte(MINUS);
    this.#digits(value < 0 ? -value : value);
  }

  /**
   * An amount of whole units and 10^-10 fractions of the same sign, every digit of it, with `least` decimals or, where it has
   * more than eight, ten; `least` is 0 (zeros at the end left out) or 8.
   */
  amount(units: number, fraction: number, least: 0 | 8): void {
    this.room(NUMBER);
    if (units < 0 || fraction < 0) this.byte(MINUS);
    const rest = fraction < 0 ? -fraction : fraction;
    this.#digits(units < 0 ? -units : units);
    if (rest === 0 && least === 0) return;
    this.byte(POINT);
    const eight = Math.floor(rest / 100);
    const two = rest - eight * 100;
    const high = Math.floor(eight / 10_000);
    this.#quad(high);
    this.#quad(eight - high * 10_000);
    if (two > 0) {
      const tens = Math.floor(two / 10);
      this.byte(ZERO + tens);
      this.byte(ZERO + two - tens * 10);
    }
    if (least === 0) while (this.bytes[this.at - 1] === ZERO) this.at--;
  }

  #digits(value: number): void {
    if (value >= 10_000) {
      let high = Math.floor(value / 10_000);
      let low = value - high * 10_000;
      // A quotient near 2^40 may have been rounded up.
      if (low < 0) {
        high--;
        low += 10_000;
      }
      this.#digits(high);
      this.#quad(low);
      return;
    }
    if (value < 10) return this.byte(ZERO + value);
    const from = value * 4;
    for (let i = value < 100 ? 2 : value < 1000 ? 1 : 0; i < 4; i++) this.byte(QUADS[from + i]!);
  }

  #quad(value: number): void {
    const { bytes, at } = this;
    const from = value * 4;
    bytes[at] = QUADS[from]!;
    bytes[at + 1] = QUADS[from + 1]!;
    bytes[at + 2] = QUADS[from + 2]!;
    bytes[at + 3] = QUADS[from + 3]!;
    this.at = at + 4;
  }

  #grow(count: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.at + count));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }
}
