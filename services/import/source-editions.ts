import type { ReadDb } from '../../db/connection.ts';
import { earlierOfSource, type EarlierBatch, type Scope } from '../../db/queries/scopes.ts';
import { focusPart } from '../../domain/formats/focus/source.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { noticeOf } from './parser/notice.ts';
import type { SourceDecision } from './parser/bill-source.ts';
import type { Notice } from './parser/protocol.ts';
import { periodText } from './periods.ts';

/** What the files of one call share that come from one source: together they are one delivery. */
export interface Delivery {
  batches: Set<number>;
  /** Lines of earlier deliveries that one of the files repeats: they stay. */
  repeated: Set<number>;
  /** Lines that would give way, for a preview, which changes nothing. */
  gone: Set<number>;
}

/** The deliveries of one call, by source. */
export class Deliveries {
  readonly #bySource = new Map<string, Delivery>();
  readonly #parts: number;

  /** `names`: of all files of the call. */
  constructor(names: readonly string[] = []) {
    this.#parts = names.filter((name) => focusPart(name) !== null).length;
  }

  of(source: string): Delivery {
    let delivery = this.#bySource.get(source);
    if (!delivery) this.#bySource.set(source, (delivery = { batches: new Set(), repeated: new Set(), gone: new Set() }));
    return delivery;
  }

  /** A later part of a replacing delivery by itself would put its part of the month in the place of the whole. */
  refusePartAlone(name: string, source: SourceDecision, inContainer: boolean): void {
    const part = focusPart(name);
    if (source.delivery !== 'replacement' || inContainer || part === null || part <= 1 || this.#parts > 1) return;
    refuse(
      'import.part-alone',
      say`“${{ name }}” is a later part of a delivery that replaces its month; by itself it would replace all other parts.`,
      {
        file: name,
        remedy: 'Import all parts of the delivery together.',
      },
    );
  }
}

/**
 * The earlier files of a source: which of them give way. A replacing delivery takes the place of all that the source has told
 * of its months before, whatever accounts or version of the format that was; an appending one of nothing.
 */
export class SourceEditions {
  readonly #replaces: boolean;
  readonly #own: { asOf: string };
  readonly #earlier: EarlierBatch[];
  readonly #told: boolean;

  constructor(
    read: ReadDb,
    source: SourceDecision,
    format: string,
    view: number,
    batch: number,
    own: { asOf: string },
    delivery: Delivery,
  ) {
    this.#replaces = source.delivery === 'replacement';
    this.#told = source.delivery !== null;
    this.#own = own;
    this.#earlier = earlierOfSource(read, source.id, format, view, batch).filter((e) => !delivery.batches.has(e.id));
  }

  /** True where earlier files may have to give way, so that repeated rows must be remembered. */
  get any(): boolean {
    return this.#replaces && this.#earlier.length > 0;
  }

  /** True for a row of a month that a newer delivery has told already. */
  outdated({ period }: Scope): boolean {
    return this.#replaces && this.#earlier.some((e) => e.period === period && e.as_of > this.#own.asOf);
  }

  /** Batches and months whose lines give way to this file, unless a file of the same delivery has them too. */
  givingWay(scopes: readonly Scope[], _estimate = false): EarlierBatch[] {
    return this.#replaces ? this.#earlier.filter((e) => e.as_of <= this.#own.asOf && scopes.some((s) => s.period === e.period)) : [];
  }

  /** Said where a file adds rows to a month that other files of its source have told, and nobody has said that it should. */
  notice(periods: Iterable<number>): Notice[] {
    const months = [...new Set(periods)]
      .filter((period) => !this.#told && this.#earlier.some((e) => e.period === period))
      .sort((a, b) => a - b);
    if (months.length === 0) return [];
    return [
      noticeOf(
        'warning',
        'source.adds',
        say`${{ months: months.map(periodText) }}: earlier files of this source have told the month, and this one adds rows to it.`,
        'If each file of the source tells its month anew, choose the delivery “replacement”; the earlier rows then give way.',
      ),
    ];
  }
}
