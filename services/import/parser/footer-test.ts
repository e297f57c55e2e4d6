import { isFooter } from '../../../domain/formats/mapping/footer.ts';
import { CellMemo } from './cell-memo.ts';
import type { CsvRow } from './csv-row.ts';

/** Longest first cell that a row of totals can have, in bytes. */
const LONGEST = 40;

/** Tells rows of totals by their first cell; rows of a bill mostly begin as the one above. */
export class FooterTest {
  readonly #ordinary = new CellMemo();

  is(row: CsvRow, bytes: Buffer): boolean {
    const [from, to] = [row.start[0]!, row.end[0]!];
    if (to - from > LONGEST || this.#ordinary.is(bytes, from, to)) return false;
    if (isFooter(row.text(bytes, 0))) return true;
    this.#ordinary.note(bytes, from, to);
    return false;
  }
}
