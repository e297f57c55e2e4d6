import { batchFiles, FIRST_PART, payableTotals, rawLines, termTexts, type LinePart } from '../../db/queries/raw-lines.ts';
import type { LineSort } from '../../db/queries/bills-lines.ts';
import { billTotals, NO_CURRENCY, type Sums } from '../../db/queries/bills-sums.ts';
import type { BillScope } from '../../db/queries/bills-filter.ts';
import type { ReadDb } from '../../db/connection.ts';
import { KIND_CODES, vendorOf } from '../../db/measures.ts';
import { columnOf } from '../../domain/bill/columns.ts';
import { isMeasure, isTerm, MEASURE_NAMES } from '../../domain/formats/fields.ts';
import { unwrap } from '../../domain/result.ts';
import { fromEpochDay } from '../../domain/time/plain-date.ts';
import type { LineColumn } from './columns.ts';
import type { CodeTexts, LineField, LineSource } from './data.ts';
import type { Words } from './words.ts';

/**
 * The selection's lines as a source for files, with their number and what they must add up to, as SQL counts and adds. The
 * lines are read once, in order; the writer holds the one against the other. `held`: every measure, as a report promises, or
 * what is payable, which takes a fraction of the time; a line that was lost or came twice shows in either.
 */
export function lineSource(
  read: ReadDb,
  scope: BillScope,
  sort: readonly LineSort[],
  columns: readonly LineColumn[],
  words: Words,
  held: 'all' | 'payable' = 'payable',
): LineSource {
  const { lines: count, byCurrency: totals } = held === 'all' ? billTotals(read, scope) : payableTotals(read, scope);
  const known: readonly Partial<Sums>[] = Object.values(totals);
  const present = new Set(MEASURE_NAMES.filter((m) => known.some((sums) => sums[m] !== null)));
  const places = new Places();
  const texts = codeTexts(read, words);
  const withFields = columns.map((column) => ({ ...column, field: fieldOf(column.id, places, texts, present) }));
  const currency = { place: places.of({ value: 'currency' }), of: texts.currency };
  const measures = withFields.flatMap(({ id, field }) =>
    isMeasure(id) && field.type === 'amount' ? [{ measure: id, place: field.place }] : [],
  );
  // Held against the book also where it is not written.
  if (present.has('payable') && !measures.some((m) => m.measure === 'payable'))
    measures.push({ measure: 'payable', place: places.of({ pair: 'payable' }) });
  return { columns: withFields, count, totals, currency, measures, pages: () => rawLines(read, scope, sort, places.parts) };
}

/** The parts of a line that are read, each once, and where they come to stand. */
class Places {
  readonly parts: LinePart[] = [];
  readonly #places = new Map<string, number>();
  #next = FIRST_PART;

  of(part: LinePart): number {
    const key = JSON.stringify(part);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#next;
      this.#next += 'pair' in part ? 2 : 1;
      this.#places.set(key, place);
      this.parts.push(part);
    }
    return place;
  }
}

type Known = 'term' | 'currency' | 'period' | 'date' | 'vendor' | 'kind' | 'file';

function codeTexts(read: ReadDb, words: Words): Record<Known, CodeTexts> & { tag(key: string): CodeTexts } {
  const each = (text: (code: number) => string): CodeTexts => ({ texts: (codes) => codes.map((id) => ({ id, text: text(id) })) });
  const term: CodeTexts = { texts: (ids) => termTexts(read, ids) };
  const kinds = Object.entries(KIND_CODES);
  return {
    term,
    currency: term,
    period: each((code) => `${String(code).slice(0, 4)}-${String(code).slice(4)}`),
    date: each(fromEpochDay),
    vendor: each((code) => words.vendors[vendorOf(code)]),
    kind: each((code) => (kinds.find(([, known]) => known === code)?.[0] === 'statement' ? words.statement : words.detail)),
    file: { texts: (ids) => batchFiles(read, ids) },
    tag: (key) => ({
      texts: (ids) => termTexts(read, ids).flatMap(({ id, text }) => tagValue(text, key).map((value) => ({ id, text: value }))),
    }),
  };
}

/** The value of the first `key:` of `key:value;key:value`; nothing where there is none. */
function tagValue(tags: string, key: string): string[] {
  const framed = `;${tags};`;
  const head = `;${key}:`;
  const at = framed.indexOf(head);
  return at < 0 ? [] : [framed.slice(at + head.length, framed.indexOf(';', at + head.length))];
}

function fieldOf(id: string, places: Places, texts: ReturnType<typeof codeTexts>, present: ReadonlySet<string>): LineField {
  const code = (value: Extract<LinePart, { value: unknown }>['value'], of: CodeTexts): LineField => ({
    type: 'code',
    place: places.of({ value }),
    of,
  });
  if (id === 'id') return { type: 'count', place: 0 };
  if (id === 'row' || id === 'batch') return { type: 'count', place: places.of({ value: id }) };
  if (id === 'orderId') return { type: 'text', place: places.of({ value: id }) };
  if (id === 'file') return code('batch', texts.file);
  if (id === 'period' || id === 'date' || id === 'vendor' || id === 'kind') return code(id, texts[id]);
  if (id === 'usage' || id === 'unitPrice') return { type: 'amount', place: places.of({ pair: id }) };
  if (isMeasure(id)) return present.has(id) ? { type: 'amount', place: places.of({ pair: id }) } : { type: 'absent' };
  if (id === 'currency') return code('currency', withNone(texts.currency));
  if (isTerm(id)) return code(id, texts.term);
  const column = unwrap(columnOf(id));
  if (column.type !== 'tag') throw new TypeError(`No field for the column ${id}.`);
  return code('tags', texts.tag(column.key));
}

/** A line whose source names no currency has the code that ISO 4217 keeps for that. */
const withNone = (of: CodeTexts): CodeTexts => ({ ...of, missing: NO_CURRENCY });
