import type { ExportedLine } from '../../db/queries/focus-line-reader.ts';
import { NO_CURRENCY, type Totals } from '../../db/queries/bills-sums.ts';
import { MEASURE_NAMES } from '../../domain/formats/fields.ts';
import { equal } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';

/** Beyond this a running sum goes over to BigInt: one more line's units (±10^15) stay far below 2^53. */
const CARRY = 4_000_000_000_000_000;

/** An exact running sum in whole units and 10^-10 fractions. */
class Sum {
  #units = 0;
  #fraction = 0;
  #unitsBig = 0n;
  #fractionBig = 0n;

  add(amount: string): void {
    const point = amount.indexOf('.');
    const negative = amount.startsWith('-');
    const units = Number(point < 0 ? amount : amount.slice(0, point));
    const fraction = point < 0 ? 0 : Number(amount.slice(point + 1).padEnd(10, '0'));
    this.#units += units;
    this.#fraction += negative ? -fraction : fraction;
    if (Math.abs(this.#units) > CARRY || Math.abs(this.#fraction) > CARRY) this.#carry();
  }

  get value(): string {
    this.#carry();
    return fromPair(this.#unitsBig, this.#fractionBig);
  }

  #carry(): void {
    this.#unitsBig += BigInt(this.#units);
    this.#fractionBig += BigInt(this.#fraction);
    this.#units = this.#fraction = 0;
  }
}

/** Holds the lines that were written against the book's own count and totals: a page that was lost or came twice is no file. */
export class ControlTotals {
  lines = 0;
  readonly #sums = new Map<string, Map<string, Sum>>();

  add(line: ExportedLine): void {
    this.lines++;
    const currency = line.currency ?? NO_CURRENCY;
    let sums = this.#sums.get(currency);
    if (!sums) this.#sums.set(currency, (sums = new Map()));
    for (const measure of MEASURE_NAMES) {
      const amount = line[measure];
      if (amount === null) continue;
      let sum = sums.get(measure);
      if (!sum) sums.set(measure, (sum = new Sum()));
      sum.add(amount);
    }
  }

  /** Refuses `export.does-not-add-up` unless count and every sum are those of the book. */
  expect(totals: Totals): void {
    const remedy = 'Nothing was written. Run “verify”, then export again.';
    if (this.lines !== totals.lines)
      refuse('export.does-not-add-up', say`The selection has ${{ count: totals.lines }} lines, but ${{ read: this.lines }} were read.`, {
        remedy,
      });
    for (const [currency, said] of Object.entries(totals.byCurrency))
      for (const measure of MEASURE_NAMES) {
        const read = this.#sums.get(currency)?.get(measure)?.value ?? null;
        if (read === said[measure] || equal(read ?? '0', said[measure] ?? '0')) continue;
        refuse(
          'export.does-not-add-up',
          say`The lines add up to ${{ read: read ?? say`nothing` }} ${{ currency }} in ${{ measure }}, but the book says ${{ said: said[measure] ?? say`nothing` }}.`,
          { column: measure, remedy },
        );
      }
  }
}
