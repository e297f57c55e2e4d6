import { isTerm } from '../../domain/formats/fields.ts';
import type { ReadDb } from '../connection.ts';
import { sqlColumn } from '../queries/bills-columns.ts';
import type { KeyName, KeyTexts } from '../queries/line-sets.ts';
import type { GroupBy } from './group-codes.ts';
import { NO_INT } from './int-block.ts';
import { orderCodes, type OrderCodes } from './order-codes.ts';
import { readable } from './texts.ts';

/** A column of a key: how its numbers are read as texts, and texts as numbers. */
export interface KeyColumn extends GroupBy {
  /** What stands in a line that has none. */
  missing: number | null;
  texts(values: readonly number[]): ReadonlyMap<number, string | null>;
  /** Their numbers; a text that no line has is left out. */
  codes(texts: KeyTexts): number[];
  /** Order of two numbers by their texts; only numbers among `values` are asked for. Missing ones are last. */
  order(values: () => Iterable<number>): (a: number, b: number) => number;
}

/** The columns of a key. Numbers of order ids are those of one and the same OrderCodes. */
export function keyColumns(read: ReadDb, names: readonly KeyName[], orders = orderCodes(read)): KeyColumn[] {
  return names.map((name) => (name === 'orderId' ? orderColumn(orders) : plainColumn(read, name)));
}

function plainColumn(read: ReadDb, name: Exclude<KeyName, 'orderId'>): KeyColumn {
  const { column, texts, ranks } = readable(read, { type: 'dimension', name })!;
  const missing = isTerm(name) ? 0 : name === 'date' ? NO_INT : null;
  return {
    column,
    missing,
    texts,
    codes(wanted) {
      const present = wanted.filter((text) => text !== null);
      const none = present.length < wanted.length && missing !== null ? [missing] : [];
      if (isTerm(name)) return [...none, ...termIds(read, present)];
      const sql = sqlColumn({ type: 'dimension', name });
      return [...none, ...present.map((text) => Number(sql.type === 'inline' ? sql.parse(text) : text))];
    },
    order(values) {
      // Codes of months, days and batches order as they are read.
      if (!isTerm(name)) return (a, b) => (a === NO_INT || b === NO_INT ? Math.sign(b - a) : a - b);
      let places: ((value: number) => number | undefined) | null = null;
      return (a, b) => {
        places ??= ranks(new Set(values()));
        const [before, after] = [places(a), places(b)];
        return before === undefined || after === undefined ? Number(before === undefined) - Number(after === undefined) : before - after;
      };
    },
  };
}

const orderColumn = (orders: OrderCodes): KeyColumn => ({
  column: 'order_id',
  missing: 0,
  block: (segment) => orders.ofSegment(segment),
  texts: (values) => new Map(values.map((value) => [value, orders.text(value)])),
  codes: (texts) => texts.map((text) => orders.of(text)),
  order: () => (a, b) => (a === 0 || b === 0 ? b - a : orders.compare(a, b)),
});

const termIds = (read: ReadDb, texts: readonly string[]): number[] =>
  read.all<{ id: number }>('SELECT id FROM term WHERE text IN (SELECT value FROM json_each(?))', [JSON.stringify(texts)]).map((r) => r.id);

/** The number of a currency's text; 0 where no line has it, as for lines without one. */
export const currencyCode = (read: ReadDb, currency: string): number => termIds(read, [currency])[0] ?? 0;
