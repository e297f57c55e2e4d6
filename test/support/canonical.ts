import type { ReadDb } from '../../db/connection.ts';
import { TERM_COLUMNS } from '../../db/measures.ts';

/** Where a line came from, which says nothing about the bill. */
const HISTORY = ['id', 'batch_id', 'row', 'part', 'superseded_by'];
/** Its identity, by which the line is known when its file comes again. */
const IDENTITY = ['key_a', 'key_b', 'content'];

function sayings(read: ReadDb, left: readonly string[]): { row: number; says: string }[] {
  const texts = new Map(read.all<{ id: number; text: string }>('SELECT id, text FROM term').map(({ id, text }) => [id, text]));
  const terms = new Set<string>(Object.values(TERM_COLUMNS));
  return read.all<Record<string, unknown>>('SELECT * FROM bill_line WHERE superseded_by IS NULL').map((line) => ({
    row: Number(line['row']),
    says: JSON.stringify(
      Object.entries(line)
        .filter(([name]) => !left.includes(name))
        .map(([name, value]) => [name, terms.has(name) && typeof value === 'number' ? (texts.get(value) ?? '') : value]),
    ),
  }));
}

/** What each line says, by the row of its file: two rows that say the same are twins. */
export const sayingsByRow = (read: ReadDb): Map<number, string> =>
  new Map(sayings(read, [...HISTORY, ...IDENTITY]).map(({ row, says }) => [row, says]));

/**
 * What a book says, without a trace of how it came to say it: every line that no other took the place of, with its texts,
 * figures, identity and whether it counts, in an order of its own; the rows of the lists; the invoices.
 */
export function canonical(read: ReadDb): string[] {
  const lines = sayings(read, HISTORY).map(({ says }) => says);
  const lists = read.all<{ data: string }>('SELECT data FROM register_row WHERE superseded_by IS NULL').map(({ data }) => data);
  const invoices = read
    .all<object>("SELECT number, kind, date, due, period, currency, net_u, net_f, tax_u, tax_f, stated FROM invoice WHERE stated <> 'void'")
    .map((invoice) => JSON.stringify(invoice));
  return [...lines, ...lists, ...invoices].sort();
}
