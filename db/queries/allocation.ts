import { PAYMENT_PARTS, type PaymentPart } from '../../domain/allocation/parts.ts';
import type { Column } from '../../domain/bill/columns.ts';
import type { MeasureName } from '../../domain/formats/fields.ts';
import { FRACTION_SCALE } from '../../domain/money/pair.ts';
import { fromEpochDay, type PlainDate } from '../../domain/time/plain-date.ts';
import type { ReadDb } from '../connection.ts';
import { MEASURE_COLUMNS, vendorOf, type VendorName } from '../measures.ts';
import { Binder } from './binder.ts';
import { groupKey, groupText, periodText, sqlColumn } from './bills-columns.ts';
import { whereOf, type BillScope } from './bills-filter.ts';
import { NO_CURRENCY } from './bills-sums.ts';

/** A live line that is paid ahead; money in whole units of 10^-10, null where the line does not tell it. */
export interface StoredPrepaid {
  id: number;
  vendor: VendorName;
  period: string;
  date: PlainDate | null;
  order: string | null;
  resource: number | null;
  billingMode: string | null;
  billType: string | null;
  currency: string;
  first: PlainDate | null;
  last: PlainDate | null;
  months: number | null;
  original: string | null;
  payable: bigint;
  effective: bigint | null;
  told: Partial<Record<PaymentPart, bigint>>;
}

/** What was read of the batches stands beside their lines: ids that another batch got since do not match. */
const FROM = 'prepaid_line p CROSS JOIN bill_line l ON l.id = p.line_id AND l.batch_id = p.batch_id';
const MONEY = ['payable', 'effectiveCost', ...PAYMENT_PARTS] as const satisfies readonly MeasureName[];
const HEAD = ['l.id', 'l.vendor', 'l.period', 'l.date', 'l.order_id', 'l.resource_id', 'l.billing_mode', 'l.bill_type', 'l.currency'];
const READ = ['p.first_day', 'p.last_day', 'p.months', 'p.original'];

type Raw = (number | string | null)[];
const dayOf = (value: Raw[number]): PlainDate | null => (typeof value === 'number' ? fromEpochDay(value) : null);

/** Every live line that is paid ahead, in the order of import. A line that is payable nothing is one of 0. */
export function prepaidLines(read: ReadDb): StoredPrepaid[] {
  const texts = new Map<number, string>();
  const text = (id: Raw[number]): string | null => {
    if (typeof id !== 'number') return null;
    let found = texts.get(id);
    if (found === undefined) texts.set(id, (found = read.get<{ text: string }>('SELECT text FROM term WHERE id = ?', [id])?.text ?? ''));
    return found;
  };
  const columns = [...HEAD, ...READ, ...MONEY.flatMap((m) => [`l.${MEASURE_COLUMNS[m]}_u`, `l.${MEASURE_COLUMNS[m]}_f`])];
  const lines: StoredPrepaid[] = [];
  for (const row of read.iterateRaw<Raw>(
    `SELECT ${columns.join(', ')} FROM ${FROM} WHERE l.kind = 0 AND l.superseded_by IS NULL ORDER BY p.batch_id, p.line_id`,
  )) {
    const [id, vendor, period, date, order, resource, mode, type, currency, first, last, months, original] = row;
    const money = MONEY.map((_, i): bigint | null => {
      const at = HEAD.length + READ.length + 2 * i;
      return typeof row[at] === 'number' ? BigInt(row[at]) * FRACTION_SCALE + BigInt(row[at + 1] ?? 0) : null;
    });
    const told: StoredPrepaid['told'] = {};
    PAYMENT_PARTS.forEach((part, i) => {
      const units = money[i + 2];
      if (units !== null && units !== undefined) told[part] = units;
    });
    lines.push({
      id: id as number,
      vendor: vendorOf(vendor as number),
      period: periodText(period as number),
      date: dayOf(date!),
      order: order as string | null,
      resource: resource as number | null,
      billingMode: text(mode!),
      billType: text(type!),
      currency: text(currency!) ?? NO_CURRENCY,
      first: dayOf(first!),
      last: dayOf(last!),
      months: months as number | null,
      original: original as string | null,
      payable: money[0] ?? 0n,
      effective: money[1] ?? null,
      told,
    });
  }
  return lines;
}

export interface GroupedIds {
  /** Texts of the group columns; null where the lines have none. */
  groups: (string | null)[][];
  /** Line → its place in `groups`. */
  of: Map<number, number>;
}

/** Ids of the lines of a scope that are paid ahead, each with its group. The period of the scope is not heeded: terms go on. */
export function prepaidGroups(read: ReadDb, scope: BillScope, columns: readonly Column[]): GroupedIds {
  const binder = new Binder();
  const sql = columns.map(sqlColumn);
  const keys = sql.map((column) => groupKey(binder, column));
  const where = whereOf(read, { ...scope, period: null }, binder);
  const found: GroupedIds = { groups: [], of: new Map() };
  const places = new Map<string, number>();
  // Binder's names are bound; raw rows take them like any other.
  const rows = read.all<Record<string, number | string | null>>(
    `SELECT l.id AS id${keys.map((key, i) => `, ${key} AS k${i}`).join('')} FROM ${FROM} WHERE ${where}`,
    binder.params,
  );
  for (const row of rows) {
    const values = keys.map((_, i) => row[`k${i}`] ?? null);
    const name = JSON.stringify(values);
    let place = places.get(name);
    if (place === undefined) {
      places.set(name, (place = found.groups.length));
      found.groups.push(values as (string | null)[]);
    }
    found.of.set(row['id'] as number, place);
  }
  found.groups = found.groups.map((values) => values.map((value, i) => textOf(read, sql[i]!, value as number | string | null)));
  return found;
}

function textOf(read: ReadDb, column: ReturnType<typeof sqlColumn>, key: number | string | null): string | null {
  if (key === null) return null;
  const binder = new Binder();
  const sql = groupText(column, binder.bind(key));
  const found = read.get<{ text: string | number | null }>(`SELECT ${sql} AS text`, binder.params)?.text ?? null;
  return found === null ? null : String(found);
}
