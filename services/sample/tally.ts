import { MEASURE_NAMES, type MeasureName } from '../../domain/formats/fields.ts';
import { printTen, TEN_DECIMALS, type Units } from './units.ts';

/** Money of one line; null where the vendor prints nothing. */
export type Money = { [M in MeasureName]?: Units | null };

/** What a correct import of the file must arrive at. */
export interface Expected {
  /** Data rows of a table, records of a JSON document. */
  rows: number;
  /** Bill lines: rows, or components of records. */
  lines: number;
  /** Exact sums per currency; a measure is absent where no line has it. */
  totals: Record<string, Partial<Record<MeasureName, string>>>;
}

/** Sums the lines as they are made, in integers; shares nothing with the import. */
export class Tally {
  rows = 0;
  lines = 0;
  readonly #sums = new Map<string, Map<MeasureName, Units>>();

  /** Money in integers of 10^-8, or finer where `scale` says by how much: 100n for 10^-10. */
  line(currency: string, money: Money, scale = 1n): void {
    this.lines++;
    let sums = this.#sums.get(currency);
    if (!sums) this.#sums.set(currency, (sums = new Map()));
    for (const measure of MEASURE_NAMES) {
      const value = money[measure];
      if (value !== undefined && value !== null) sums.set(measure, (sums.get(measure) ?? 0n) + (value * TEN_DECIMALS) / scale);
    }
  }

  expected(): Expected {
    const totals: Expected['totals'] = {};
    for (const [currency, sums] of this.#sums)
      totals[currency] = Object.fromEntries([...sums].map(([measure, value]) => [measure, printTen(value)]));
    return { rows: this.rows, lines: this.lines, totals };
  }
}
