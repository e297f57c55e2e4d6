import { setImmediate as breathe } from 'node:timers/promises';
import { zstdDecompressSync } from 'node:zlib';
import type { ReadDb } from '../../../db/connection.ts';
import { NO_CURRENCY } from '../../../db/queries/bills-sums.ts';
import { chunkData, chunkSpans, discountedLines, importsOfPeriod, type DiscountedLine } from '../../../db/queries/discounted-lines.ts';
import { remember } from '../../../db/queries/remember.ts';
import { discountType, discountTypeColumn } from '../../../domain/bill/summary/discount-type.ts';
import { compare } from '../../../domain/money/amount.ts';
import { FRACTION_SCALE, fromPair } from '../../../domain/money/pair.ts';
import type { Output, ParsedInput } from '../../contract/index.ts';
import { CsvRow, INCOMPLETE } from '../../import/parser/csv-row.ts';
import type { Dialect } from '../../import/parser/protocol.ts';
import { wholeText } from '../../import/original.ts';
import type { Handler } from '../../runtime/services.ts';

type Types = Output<'bills/discountTypes'>['types'];
type Line = Types[number]['largest'][number];
/** Lines of each type that are named, the largest discounts first. */
const LARGEST = 10;

class Sum {
  units = 0n;
  fraction = 0n;
  lines = 0;
  /** With the discount's size in 10^-10, without its sign. */
  largest: (Line & { size: bigint })[] = [];

  add(line: DiscountedLine): void {
    this.units += line.units;
    this.fraction += line.fraction;
    this.lines++;
    const value = line.units * FRACTION_SCALE + line.fraction;
    const size = value < 0n ? -value : value;
    if (this.largest.length === LARGEST && size <= this.largest.at(-1)!.size) return;
    this.largest.push({ id: Number(line.id), name: line.product, discount: fromPair(line.units, line.fraction), size });
    this.largest.sort((a, b) => (a.size === b.size ? a.id - b.id : a.size < b.size ? 1 : -1));
    this.largest.length = Math.min(this.largest.length, LARGEST);
  }
}

/**
 * Discounts of a month by the type that the bill prints. The type is no column of the book: it is read from the kept rows, chunk by
 * chunk, and other calls are answered in between. The answer is remembered until the book changes.
 */
export const discountTypes: Handler<'bills/discountTypes'> = (input, { session }) => {
  const { read } = session.book();
  return remember(read, `discount types ${JSON.stringify(input)}`, () => readTypes(read, input));
};

async function readTypes(
  read: ReadDb,
  { period, vendor, account, accounts = null }: ParsedInput<'bills/discountTypes'>,
): Promise<Output<'bills/discountTypes'>> {
  const sums = new Map<string, Map<string | null, Sum>>();
  for (const { id, source, dialect: text } of importsOfPeriod(read, period, vendor)) {
    const dialect = JSON.parse(text) as Partial<Dialect>;
    const column = discountTypeColumn(dialect.headers ?? []);
    if (column < 0) continue;
    for await (const [first, last, typeAt] of chunks(read, source, dialect as Dialect, column)) {
      const lines = discountedLines(read, id, period, account, accounts, first, last);
      if (lines.length === 0) continue;
      const types = typeAt();
      for (const line of lines) {
        const currency = line.currency ?? NO_CURRENCY;
        const ofCurrency = sums.get(currency) ?? new Map<string | null, Sum>();
        sums.set(currency, ofCurrency);
        const type = types(Number(line.row));
        const sum = ofCurrency.get(type) ?? new Sum();
        ofCurrency.set(type, sum);
        sum.add(line);
      }
    }
  }
  const types = [...sums].flatMap(([currency, byType]) =>
    [...byType].map(([type, { units, fraction, lines, largest }]) => ({
      currency,
      type,
      discount: fromPair(units, fraction),
      lines,
      largest: largest.map(({ size: _size, ...line }) => line),
    })),
  );
  return {
    types: types.toSorted((a, b) => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : compare(b.discount, a.discount))),
  };
}

type TypesOf = (row: number) => string | null;

/** Spans of rows, first and last both included, with what looks up a row's type once the span is needed. Rows ascend. */
async function* chunks(
  read: ReadDb,
  source: number,
  dialect: Dialect,
  column: number,
): AsyncIterable<readonly [first: number, last: number, types: () => TypesOf]> {
  if (dialect.shape === 'json') return;
  const spans = chunkSpans(read, source);
  if (dialect.shape === 'table' && dialect.encoding !== 'utf-8') {
    // Cut by bytes of another encoding: only the whole file has rows.
    yield [1, Number.MAX_SAFE_INTEGER, () => fromTable(Buffer.from(wholeText(read, source, dialect.encoding)), 1, dialect, column)];
    return;
  }
  for (const { seq, first, rows } of spans) {
    await breathe();
    yield [
      first,
      first + rows - 1,
      () => {
        const bytes = zstdDecompressSync(chunkData(read, source, seq));
        return dialect.shape === 'cells' ? fromCells(bytes, column) : fromTable(bytes, first, dialect, column);
      },
    ];
  }
}

/** Types of the rows of a text, asked for in ascending order. */
function fromTable(bytes: Buffer, first: number, dialect: Dialect, column: number): TypesOf {
  const scanner = new CsvRow();
  const delimiter = dialect.delimiter.charCodeAt(0);
  let [number, p] = [first, first === 1 && bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0];
  let scanned = first - 1;
  return (row) => {
    while (scanned < row && p < bytes.length) {
      const next = scanner.scan(bytes, p, bytes.length, delimiter, true);
      if (next === INCOMPLETE) break;
      p = next;
      scanned = number++;
    }
    return scanned === row && column < scanner.cells ? discountType(scanner.text(bytes, column)) : null;
  };
}

/** Types of rows that were kept as JSON lines: [row, …cells]. */
function fromCells(bytes: Uint8Array, column: number): TypesOf {
  const types = new Map<number, string | null>();
  for (const text of new TextDecoder().decode(bytes).split('\n')) {
    if (text === '') continue;
    const [row, ...cells] = JSON.parse(text) as [number, ...(string | null)[]];
    types.set(row, discountType(cells[column] ?? ''));
  }
  return (row) => types.get(row) ?? null;
}
