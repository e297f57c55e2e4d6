import { refuse } from '../../../../domain/result.ts';
import { say } from '../../../../domain/words/said.ts';
import { feed, shape, unescapeText, XmlReader } from './xml.ts';

const MOST = 5_000_000;
const MOST_BYTES = 300 * 2 ** 20;
export const LONGEST_TEXT = 32_767;
const SEGMENT = 4 << 20;
const CACHED = 1 << 13;

const T = shape('t', {}, true);
/** Text, rich text runs, and nothing else: phonetic runs (rPh) are readings of the text, not part of it. */
const SST = { sst: shape('sst', { si: shape('si', { t: T, r: shape('r', { t: T }) }) }) };

/**
 * The texts that cells refer to by number. They are kept as UTF-8 outside the heap, so that a small parser process can
 * hold them and no string keeps the chunk alive that it was cut from.
 */
export class SharedStrings {
  readonly #segments: Buffer[] = [];
  #used = 0;
  #start = new Uint32Array(1024);
  #length = new Uint32Array(1024);
  #count = 0;
  readonly #cachedIndex = new Int32Array(CACHED).fill(-1);
  readonly #cached: string[] = Array.from({ length: CACHED }, () => '');

  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    if (text.length > LONGEST_TEXT) refuseTooLong(text, null);
    if (this.#segments.length === 0 || this.#used + text.length * 3 > SEGMENT) {
      if ((this.#segments.length + 1) * SEGMENT > MOST_BYTES) refuseTooMany();
      this.#segments.push(Buffer.allocUnsafe(SEGMENT));
      this.#used = 0;
    }
    if (this.#count === this.#start.length) this.#grow();
    const segment = this.#segments.length - 1;
    const written = this.#segments[segment]!.write(text, this.#used, 'utf8');
    this.#start[this.#count] = segment * SEGMENT + this.#used;
    this.#length[this.#count++] = written;
    this.#used += written;
  }

  /** The text with this number; undefined where there is none. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    const slot = index & (CACHED - 1);
    if (this.#cachedIndex[slot] === index) return this.#cached[slot];
    const start = this.#start[index]!;
    const from = start % SEGMENT;
    const text = this.#segments[Math.floor(start / SEGMENT)]!.toString('utf8', from, from + this.#length[index]!);
    this.#cachedIndex[slot] = index;
    this.#cached[slot] = text;
    return text;
  }

  #grow(): void {
    if (this.#count >= MOST) refuseTooMany();
    const size = Math.min(MOST, this.#count * 2);
    const start = new Uint32Array(size);
    start.set(this.#start);
    const length = new Uint32Array(size);
    length.set(this.#length);
    this.#start = start;
    this.#length = length;
  }
}

/** Refuses a text longer than a cell can hold; `cell` names the cell where it is known. */
export function refuseTooLong(text: string, cell: string | null): never {
  refuse(
    'sheet.text-too-long',
    say`${{ cell: cell ? say`Cell ${{ cell }}` : say`A cell` }} holds more than ${{ limit: LONGEST_TEXT.toLocaleString('en') }} characters, the most that a spreadsheet allows.`,
    { column: cell ?? undefined, value: text.slice(0, 80), remedy: 'Shorten the text, or export the bill again.' },
  );
}

function refuseTooMany(): never {
  refuse('sheet.too-many-texts', 'The workbook holds more than 5,000,000 different texts or 300 MB of text.', {
    remedy: 'Export a shorter period, or export as CSV.',
  });
}

/** Reads the shared strings part; null stands for a workbook that has none. */
export async function readSharedStrings(bytes: AsyncIterable<Buffer> | null): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (!bytes) return strings;
  let text = '';
  const reader = new XmlReader(
    SST,
    {
      close(id, piece) {
        if (id === 't') {
          text += piece;
          // An escape takes seven characters for one.
          if (text.length > 7 * LONGEST_TEXT) refuseTooLong(text, null);
        } else if (id === 'si') {
          strings.add(unescapeText(text));
          text = '';
        }
      },
    },
    say`the list of its texts`,
  );
  for await (const _ of feed(reader, bytes, say`the list of its texts`));
  return strings;
}
