import { MEASURE_NAMES, type MeasureName } from '../../domain/formats/fields.ts';
import type { Amount } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { MISSING, type Rows } from './parser/protocol.ts';

/** Below this a further addend of at most 10^15 keeps the running sum a safe integer. */
const SPILL = 4_000_000_000_000_000;

class ExactSum {
  #units = 0;
  #fraction = 0;
  #bigUnits = 0n;
  #bigFraction = 0n;
  #any = false;

  add(units: number, fraction: number): void {
    this.#any = true;
    this.#units += units;
    this.#fraction += fraction;
    if (this.#units > SPILL || this.#units < -SPILL) {
      this.#bigUnits += BigInt(this.#units);
      this.#units = 0;
    }
    if (this.#fraction > SPILL || this.#fraction < -SPILL) {
      this.#bigFraction += BigInt(this.#fraction);
      this.#fraction = 0;
    }
  }

  get amount(): Amount | null {
    return this.#any ? fromPair(this.#bigUnits + BigInt(this.#units), this.#bigFraction + BigInt(this.#fraction)) : null;
  }
}

/** Totals per currency of the rows that a file adds to the book. */
export class ExactTotals {
  readonly #sums = new Map<string, Record<MeasureName, ExactSum>>();

  add(rows: Rows, i: number, currency: string): void {
    const sums = this.#of(currency);
    for (const name of MEASURE_NAMES) {
      const column = rows.money[name];
      if (column && column.units[i] !== MISSING) sums[name].add(column.units[i]!, column.fraction[i]!);
    }
  }

  /** Every row of a frame; `textOf` says what an id of the parser stands for. */
  addAll(rows: Rows, textOf: (id: number) => string): void {
    const currencies = rows.terms.currency!;
    for (let from = 0, to = 0; from < rows.count; from = to) {
      const currency = currencies[from]!;
      while (to < rows.count && currencies[to] === currency) to++;
      const sums = this.#of(textOf(currency));
      for (const name of MEASURE_NAMES) {
        const column = rows.money[name];
        if (!column) continue;
        const sum = sums[name];
        for (let i = from; i < to; i++) if (column.units[i] !== MISSING) sum.add(column.units[i]!, column.fraction[i]!);
      }
    }
  }

  #of(currency: string): Record<MeasureName, ExactSum> {
    let sums = this.#sums.get(currency);
    if (!sums)
      this.#sums.set(currency, (sums = Object.fromEntries(MEASURE_NAMES.map((m) => [m, new ExactSum()])) as Record<MeasureName, ExactSum>));
    return sums;
  }

  get(): Record<string, Record<MeasureName, Amount | null>> {
    return Object.fromEntries(
      [...this.#sums]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, sums]) => [
          currency,
          Object.fromEntries(MEASURE_NAMES.map((m) => [m, sums[m].amount])) as Record<MeasureName, Amount | null>,
        ]),
    );
  }
}
