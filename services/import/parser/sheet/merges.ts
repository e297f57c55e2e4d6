import { refuse } from '../../../../domain/result.ts';
import { say, type Said } from '../../../../domain/words/said.ts';
import { parseReference } from './reference.ts';
import { encodingOf, feed, shape, XmlReader } from './xml.ts';

interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const MERGES = { worksheet: shape('worksheet', { mergeCells: shape('mergeCells', { mergeCell: shape('mergeCell') }) }) };
const MOST = 1_000_000;
const NEEDLE = Buffer.from('mergeCells');

/**
 * Which cells lie under a merged cell. Some programs keep a value there that nobody sees; it does not count. Rows have
 * to be asked for in ascending order.
 */
export class Merges {
  readonly #ranges: Range[];
  #next = 0;
  /** Ranges that reach the row asked last, by column; they do not overlap. */
  #active: Range[] = [];
  #row = 0;

  constructor(ranges: Range[]) {
    this.#ranges = ranges.toSorted((a, b) => a.top - b.top);
  }

  get none(): boolean {
    return this.#ranges.length === 0;
  }

  /** Whether the cell lies under a merged cell without being its first. */
  covers(row: number, column: number): boolean {
    if (row !== this.#row) this.#advance(row);
    let low = 0;
    let high = this.#active.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = this.#active[middle]!;
      if (column < range.left) high = middle - 1;
      else if (column > range.right) low = middle + 1;
      else return row !== range.top || column !== range.left;
    }
    return false;
  }

  #advance(row: number): void {
    this.#row = row;
    const reaching = this.#active.filter((range) => range.bottom >= row);
    let changed = false;
    for (; this.#next < this.#ranges.length && this.#ranges[this.#next]!.top <= row; this.#next++) {
      const range = this.#ranges[this.#next]!;
      if (range.bottom < row) continue;
      reaching.push(range);
      changed = true;
    }
    this.#active = reaching;
    if (!changed) return;
    reaching.sort((a, b) => a.left - b.left);
    for (let i = 1; i < reaching.length; i++)
      if (reaching[i]!.left <= reaching[i - 1]!.right)
        refuse('sheet.merges-overlap', say`The workbook is damaged: merged cells overlap in row ${{ row }}.`, {
          row,
          remedy: 'Open it in a spreadsheet program, which repairs it, and save it again.',
        });
  }
}

/**
 * Reads the merged cells of a sheet, which stand after all its rows: one pass that inflates and searches, and parses
 * only where there is something to find. As the pass runs to the end, the part's length and checksum are right when
 * the first row is read.
 */
export async function readMerges(open: () => AsyncIterable<Buffer>, place: Said): Promise<Merges> {
  if (!(await mentionsMerges(open()))) return new Merges([]);
  const ranges: Range[] = [];
  const reader = new XmlReader(
    MERGES,
    {
      open(id, attributes) {
        if (id !== 'mergeCell') return;
        const [first, last] = (attributes['ref'] ?? '').split(':').map(parseReference);
        if (!first || last === null || ranges.length >= MOST)
          refuse(
            'sheet.merges',
            say`The workbook is damaged: ${{ place }} has merged cells that cannot be, “${{ cells: (attributes['ref'] ?? '').slice(0, 40) }}”.`,
            { remedy: 'Open it in a spreadsheet program, which repairs it, and save it again.' },
          );
        const end = last ?? first;
        ranges.push({
          top: Math.min(first.row, end.row),
          bottom: Math.max(first.row, end.row),
          left: Math.min(first.column, end.column),
          right: Math.max(first.column, end.column),
        });
      },
    },
    place,
  );
  for await (const _ of feed(reader, open(), place));
  return new Merges(ranges);
}

async function mentionsMerges(bytes: AsyncIterable<Buffer>): Promise<boolean> {
  let found = false;
  let first = true;
  let tail: Buffer = Buffer.alloc(0);
  // The loop goes on after a find, so that damage at the end is found before the first row is handed over.
  for await (const block of bytes) {
    if (first && encodingOf(block) !== 'utf-8') found = true;
    first = false;
    if (found) continue;
    found = block.includes(NEEDLE) || Buffer.concat([tail, block.subarray(0, NEEDLE.length)]).includes(NEEDLE);
    tail = Buffer.concat([tail, block.subarray(-NEEDLE.length)]).subarray(-NEEDLE.length);
  }
  return found;
}
