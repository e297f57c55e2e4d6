import type { Column } from '../../domain/bill/columns.ts';
import type { ReadDb } from '../connection.ts';
import { TERM_COLUMNS } from '../measures.ts';
import { Binder } from '../queries/binder.ts';
import { sqlColumn, type SqlColumn } from '../queries/bills-columns.ts';
import { remember } from '../queries/remember.ts';
import { NO_INT } from './int-block.ts';
import type { Code } from './segment.ts';

/** How the numbers of a column read, and in what order. */
export interface ReadableColumn {
  column: Code;
  /** The number that stands for all those with the same text; only for columns where several may. */
  same?: (value: number) => number;
  /** Texts of these numbers; null where they stand for nothing. */
  texts(values: readonly number[]): Map<number, string | null>;
  /** Places of these numbers in the order of their texts, as SQLite orders them (by bytes); what has no text has none. */
  ranks(values: Iterable<number>): (value: number) => number | undefined;
}

/** Null for columns that blocks do not hold as numbers: amounts, and order ids. */
export function readable(read: ReadDb, column: Column): ReadableColumn | null {
  if (column.type === 'measure' || column.type === 'quantity' || column.name === 'orderId') return null;
  const sql = sqlColumn(column);
  if (sql.type === 'inline') return inline(read, column.name as Code, sql);
  if (column.type === 'tag') return tag(read, sql as Extract<SqlColumn, { type: 'term' }>);
  return term(read, (TERM_COLUMNS as Record<string, Code>)[column.name]!);
}

const list = (values: Iterable<number>): string => JSON.stringify([...values]);

/** From here on, the order of all texts is made once and kept. */
const MANY = 2000;

function term(read: ReadDb, column: Code): ReadableColumn {
  return {
    column,
    texts: (values) =>
      new Map(
        read
          .all<{ id: number; text: string }>('SELECT id, text FROM term WHERE id IN (SELECT value FROM json_each(?))', [list(values)])
          .map(({ id, text }) => [id, text]),
      ),
    ranks(values) {
      const wanted = [...values];
      if (wanted.length > MANY) {
        const ranks = termRanks(read);
        return (id) => ranks[id] || undefined;
      }
      const sorted = read.all<{ id: number }>('SELECT id FROM term WHERE id IN (SELECT value FROM json_each(?)) ORDER BY text', [
        list(wanted),
      ]);
      const places = new Map(sorted.map(({ id }, place) => [id, place]));
      return (id) => places.get(id);
    },
  };
}

/** Place of every text among all of them, from 1 on, by its id; 0 where there is none. */
export function termRanks(read: ReadDb): Int32Array {
  return remember(read, 'term ranks', () => {
    const ranks = new Int32Array((read.get<{ last: number | null }>('SELECT MAX(id) AS last FROM term')!.last ?? 0) + 1);
    let place = 0;
    for (const [id] of read.iterateRaw<[number]>('SELECT id FROM term ORDER BY text')) ranks[id] = ++place;
    return ranks;
  });
}

function inline(read: ReadDb, column: Code, { print }: Extract<SqlColumn, { type: 'inline' }>): ReadableColumn {
  const texts = (values: readonly number[]): Map<number, string | null> =>
    new Map(
      read
        .all<{ value: number; text: string | null }>(`SELECT value, ${print('value')} AS text FROM json_each(?)`, [
          list(values.filter((value) => value !== NO_INT)),
        ])
        .map(({ value, text }) => [value, text]),
    );
  return { column, texts, ranks: (values) => rankTexts(texts([...values])) };
}

/** The value of one tag: many sets of tags have it. */
function tag(read: ReadDb, sql: Extract<SqlColumn, { type: 'term' }>): ReadableColumn {
  const known = new Map<number, string | null>([[0, null]]);
  const standing = new Map<string | null, number>([[null, 0]]);
  const binder = new Binder();
  const question = `SELECT ${sql.of(binder, 'text')} AS value FROM term WHERE id = :id`;
  const textOf = (id: number): string | null => {
    let text = known.get(id);
    if (text === undefined) known.set(id, (text = read.get<{ value: string | null }>(question, { ...binder.params, id })?.value ?? null));
    return text;
  };
  const texts = (values: readonly number[]): Map<number, string | null> => new Map(values.map((id) => [id, textOf(id)]));
  return {
    column: TERM_COLUMNS.tags,
    same(id) {
      const text = textOf(id);
      const first = standing.get(text);
      if (first === undefined) standing.set(text, id);
      return first ?? id;
    },
    texts,
    ranks: (values) => rankTexts(texts([...values])),
  };
}

function rankTexts(texts: ReadonlyMap<number, string | null>): (value: number) => number | undefined {
  const distinct = [...new Set(texts.values())].filter((text) => text !== null).map((text) => ({ text, bytes: Buffer.from(text) }));
  const places = new Map(distinct.sort((a, b) => a.bytes.compare(b.bytes)).map(({ text }, place) => [text, place]));
  const ranks = new Map([...texts].map(([value, text]) => [value, text === null ? undefined : places.get(text)]));
  return (value) => ranks.get(value);
}
