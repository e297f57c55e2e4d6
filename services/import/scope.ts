import type { ReadDb, WriteDb } from '../../db/connection.ts';
import type { BatchRow } from '../../db/queries/batches.ts';
import { supersede } from '../../db/queries/lines.ts';
import { VENDOR_CODES } from '../../db/measures.ts';
import {
  countTelling,
  earlierBatches,
  isLive,
  liveLines,
  tellingsOf,
  type EarlierBatch,
  type Scope,
  type Telling,
} from '../../db/queries/scopes.ts';
import type { Delivery, Format, NameHint } from '../../domain/formats/format.ts';
import { addPeriods } from '../../domain/time/plain-date.ts';
import { periodText } from './periods.ts';

/** What a batch is later or earlier than: told by the file's name, else by the day of the import. */
export interface Edition {
  asOf: string;
  part: number;
  logicalName: string;
  estimate: boolean;
}

/** Bills are drawn up on this day of the following month; what was made before is an estimate (billing guide 7.2.5). */
const FINAL_DAY = '03';

export const editionOf = (hint: NameHint | null, today: string): Omit<Edition, 'estimate'> => ({
  asOf: hint?.asOf ?? today,
  part: hint?.part ?? 0,
  logicalName: hint?.logicalName ?? '',
});

/** The edition that a batch is part of: rows of its file that are mended later belong to it too. */
export const editionOfBatch = (batch: BatchRow): Omit<Edition, 'estimate'> => ({
  asOf: batch.as_of,
  part: batch.part,
  logicalName: batch.logical_name,
});

/** True where the file was made before the month's bill was drawn up. */
export const isEstimate = (asOf: string, periods: Iterable<number>): boolean => {
  const last = Math.max(0, ...periods);
  return last > 0 && asOf < `${addPeriods(periodText(last), 1)}-${FINAL_DAY}`;
};

/**
 * Which earlier batches the file replaces, and which are newer than itself. A cumulative file replaces earlier ones of its
 * months and accounts; a file pushed again replaces the push of the same name; a final bill replaces estimates of it.
 */
export class Editions {
  readonly #earlier: EarlierBatch[];
  readonly #delivery: Delivery;
  readonly #own: Omit<Edition, 'estimate'>;

  constructor(write: ReadDb, format: Format | null, delivery: Delivery, view: number, batch: number, own: Omit<Edition, 'estimate'>) {
    this.#delivery = delivery;
    this.#own = own;
    this.#earlier =
      !format || format.kind === 'statement' || format.kind === 'invoices' ? [] : earlierBatches(write, format.id, view, batch);
  }

  /** True where some earlier batch may have to give way, so that repeated rows must be remembered. */
  get any(): boolean {
    return this.#earlier.length > 0;
  }

  /** True for a row whose month and account a newer cumulative file has told already. */
  outdated({ period, account }: Scope): boolean {
    return (
      this.#delivery === 'replaces' && this.#earlier.some((e) => e.period === period && e.account === account && e.as_of > this.#own.asOf)
    );
  }

  /** Batches and scopes whose lines give way to this file, unless the file has them too. */
  givingWay(scopes: readonly Scope[], estimate: boolean): EarlierBatch[] {
    return this.#earlier.filter((e) => {
      if (this.#delivery === 'replaces-file')
        return this.#own.logicalName !== '' && e.logical_name === this.#own.logicalName && e.part === this.#own.part;
      if (!scopes.some((s) => s.period === e.period && s.account === e.account)) return false;
      if (this.#delivery === 'replaces') return e.part === this.#own.part && e.as_of <= this.#own.asOf;
      return e.estimate === 1 && !estimate;
    });
  }
}

/** Marks the lines that gave way; rows that the new file repeats stay where they are. Returns how many. */
export function supersedeEditions(write: WriteDb, giving: readonly EarlierBatch[], repeated: ReadonlySet<number>, batch: number): number {
  let count = 0;
  for (const { id, period, account } of giving)
    for (const line of liveLines(write, id, { period, account })) {
      if (repeated.has(line)) continue;
      supersede(write, line, batch);
      count++;
    }
  return count;
}

/**
 * The tellings of a month by who tells it. A vendor of its own is one; of the others, two formats tell of one cloud where they
 * have an account or their source in common, else the lines of each that name no account would stand against the other's.
 */
function tellersOf(tellings: readonly Telling[], vendor: number): Telling[][] {
  if (vendor !== VENDOR_CODES.other) return [[...tellings]];
  let groups: Telling[][] = [];
  for (const t of tellings) {
    const akin = (o: Telling): boolean =>
      (o.format === t.format && o.source === t.source) ||
      (t.source !== '' && o.source === t.source) ||
      (t.account !== 0 && o.account === t.account);
    const joined = groups.filter((group) => group.some(akin));
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), t]];
  }
  return groups.map((group) => tellings.filter((t) => group.includes(t)));
}

/**
 * For each month and account, counts one telling as the bill: the best view, and of two files of that view in different
 * formats the one that came first. Returns the months in which something was left uncounted.
 */
export function recount(write: WriteDb, vendor: number, scopes: readonly Scope[], always: boolean): number[] {
  const uncounted: number[] = [];
  for (const period of new Set(scopes.map((s) => s.period))) {
    const groups = tellersOf(tellingsOf(write, vendor, period), vendor);
    for (const all of groups) {
      const several = (of: readonly Telling[]): boolean => new Set(of.map((t) => `${t.view} ${t.format}`)).size > 1;
      // What a source has told anew in another version of its format is told no more.
      const tellings = several(all) ? all.filter((t) => t.source === '' || isLive(write, vendor, period, t)) : all;
      if (several(tellings)) {
        if (!uncounted.includes(period)) uncounted.push(period);
      } else if (!always && tellings.length === all.length) continue;
      const best = tellings[0];
      for (const account of new Set(tellings.map((t) => t.account))) {
        const own = tellings.find((t) => t.account === account)!;
        // Lines that name no account speak for all of them: they count only where nothing better tells the month.
        const counts = account !== 0 || (best !== undefined && own.view === best.view && own.format === best.format);
        countTelling(write, vendor, period, account, counts ? own : null, groups.length > 1 ? all : null);
      }
    }
  }
  return uncounted;
}
