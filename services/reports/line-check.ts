import { equal, type Amount } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { NO_CURRENCY } from '../../db/queries/bills-sums.ts';
import type { LineSource, Measures, RawLine } from './data.ts';

/** Largest sum that is handed over to BigInt; far below 2^53, so that adding one more value cannot pass it. */
const HAND_OVER = 4_000_000_000_000_000;

/** An exact running sum: whole units and 10^-10 fractions in safe integers, carried into BigInt before they could overflow. */
class ExactSum {
  #units = 0;
  #fraction = 0;
  #unitsBig = 0n;
  #fractionBig = 0n;
  seen = false;

  /** Both parts have the same sign; units stay below 2^53. */
  add(units: number, fraction: number): void {
    this.seen = true;
    this.#units += units;
    this.#fraction += fraction;
    if (Math.abs(this.#units) > HAND_OVER || Math.abs(this.#fraction) > HAND_OVER) this.#carry();
  }

  get value(): Amount {
    this.#carry();
    return fromPair(this.#unitsBig, this.#fractionBig);
  }

  #carry(): void {
    this.#unitsBig += BigInt(this.#units);
    this.#fractionBig += BigInt(this.#fraction);
    this.#units = 0;
    this.#fraction = 0;
  }
}

/**
 * Counts the lines that pass and adds up every measure that is written, per currency, to hold the file against what the book
 * says: a page that was lost or came twice must not become a report.
 */
export class LineCheck {
  count = 0;
  readonly #source: Pick<LineSource, 'count' | 'totals' | 'currency' | 'measures'>;
  readonly #sums = new Map<number | null, ExactSum[]>();
  #last: number | null | undefined;
  #current: ExactSum[] = [];

  constructor(source: Pick<LineSource, 'count' | 'totals' | 'currency' | 'measures'>) {
    this.#source = source;
  }

  add(line: RawLine): void {
    this.count++;
    const { currency, measures } = this.#source;
    const code = line[currency.place] as number | null;
    if (code !== this.#last) this.#current = this.#sumsOf((this.#last = code));
    for (let i = 0; i < measures.length; i++) {
      const { place } = measures[i]!;
      const units = line[place];
      if (units !== null) this.#current[i]!.add(units as number, (line[place + 1] ?? 0) as number);
    }
  }

  #sumsOf(code: number | null): ExactSum[] {
    let sums = this.#sums.get(code);
    if (!sums) this.#sums.set(code, (sums = this.#source.measures.map(() => new ExactSum())));
    return sums;
  }

  /** The exact sums of the measures that are written, by currency. */
  sums(): Record<string, Partial<Measures>> {
    const { currency, measures } = this.#source;
    const codes = [...this.#sums.keys()].filter((code) => code !== null);
    const names = new Map([...currency.of.texts(codes)].map(({ id, text }) => [id, text]));
    return Object.fromEntries(
      [...this.#sums].map(([code, sums]) => [
        (code === null ? undefined : names.get(code)) ?? NO_CURRENCY,
        Object.fromEntries(measures.map(({ measure }, i) => [measure, sums[i]!.seen ? sums[i]!.value : null])),
      ]),
    );
  }

  /** Refuses `export.does-not-add-up` unless count and every sum that the source names are as it says. */
  verify(): void {
    const { count, totals, measures } = this.#source;
    const remedy = 'Nothing was written. Run “verify”, then export again.';
    if (this.count !== count)
      refuse('export.does-not-add-up', say`The selection has ${{ count }} lines, but ${{ read: this.count }} were read.`, { remedy });
    const sums = this.sums();
    for (const currency of new Set([...Object.keys(sums), ...Object.keys(totals)]))
      for (const { measure } of measures) {
        const expected = totals[currency];
        if (expected && !(measure in expected)) continue;
        const read = sums[currency]?.[measure] ?? null;
        const said = expected?.[measure] ?? null;
        if (read === said || equal(read ?? '0', said ?? '0')) continue;
        refuse(
          'export.does-not-add-up',
          say`The lines add up to ${{ read: read ?? say`nothing` }} ${{ currency }} in ${{ measure }}, but the book says ${{ said: said ?? say`nothing` }}.`,
          { column: measure, remedy },
        );
      }
  }
}
