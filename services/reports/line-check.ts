import { MEASURES } from '../contract/schema.ts';
import { equal, type Amount } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Line, LineSource } from './data.ts';

/** Largest sum that is handed over to BigInt; far below 2^53, so that adding one more value cannot pass it. */
const HAND_OVER = 4_000_000_000_000_000;

/** An exact running sum: whole units and 10^-10 fractions in safe integers, carried into BigInt before they could overflow. */
class ExactSum {
  #units = 0;
  #fraction = 0;
  #unitsBig = 0n;
  #fractionBig = 0n;
  seen = false;

  add(value: Amount): void {
    this.seen = true;
    const point = value.indexOf('.');
    const negative = value.charCodeAt(0) === 45;
    const units = digits(value, negative ? 1 : 0, point < 0 ? value.length : point);
    const places = point < 0 ? 0 : value.length - point - 1;
    const fraction = point < 0 ? 0 : digits(value, point + 1, value.length) * TENS[10 - places]!;
    this.#units += negative ? -units : units;
    this.#fraction += negative ? -fraction : fraction;
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

const TENS = Array.from({ length: 11 }, (_, i) => 10 ** i);

/** Decimal digits as an integer; at most sixteen of them (±10^15), which a double holds exactly. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + (text.charCodeAt(i) - 48);
  return value;
}

/**
 * Counts the lines that pass and adds up every measure per currency, to hold the written file against what the book
 * says: a page that was lost or came twice must not become a report.
 */
export class LineCheck {
  count = 0;
  readonly #sums = new Map<string, ExactSum[]>();

  add(line: Line): void {
    this.count++;
    let sums = this.#sums.get(line.currency);
    if (!sums) this.#sums.set(line.currency, (sums = MEASURES.map(() => new ExactSum())));
    for (let i = 0; i < MEASURES.length; i++) {
      const value = line[MEASURES[i]!];
      if (value !== null) sums[i]!.add(value);
    }
  }

  /** Refuses `export.does-not-add-up` unless count and every sum are those of the source. */
  expect(source: Pick<LineSource, 'count' | 'totals'>): void {
    const remedy = 'Nothing was written. Run “verify”, then export again.';
    if (this.count !== source.count)
      refuse('export.does-not-add-up', say`The selection has ${{ count: source.count }} lines, but ${{ read: this.count }} were read.`, {
        remedy,
      });
    for (const currency of new Set([...this.#sums.keys(), ...Object.keys(source.totals)])) {
      const sums = this.#sums.get(currency);
      MEASURES.forEach((measure, i) => {
        const read = sums?.[i]?.seen ? sums[i].value : null;
        const said = source.totals[currency]?.[measure] ?? null;
        if (read === said || equal(read ?? '0', said ?? '0')) return;
        refuse(
          'export.does-not-add-up',
          say`The lines add up to ${{ read: read ?? say`nothing` }} ${{ currency }} in ${{ measure }}, but the book says ${{ said: said ?? say`nothing` }}.`,
          { column: measure, remedy },
        );
      });
    }
  }
}
