import { clocksOf, registerList, type RegisterColumn } from '../../domain/registers/index.ts';
import type { Register } from '../../domain/formats/format.ts';
import { VENDOR_CODES, type VendorName } from '../measures.ts';
import type { Binder } from './binder.ts';

/** Which rows of a list: live ones of the kind, narrowed. Days are those of the vendor's clock, both ends included. */
export interface RegisterScope {
  kind: Register;
  search: string;
  vendor: VendorName | null;
  account: string | null;
  state: string | null;
  /** Exactly this resource: its id, else its name, else its domain. */
  resource?: string | null;
  from: string | null;
  to: string | null;
  batch: number | null;
}

/** Rows are read as r, their batch as b. */
export const FROM = 'register_row r JOIN batch b ON b.id = r.batch_id';

/** SQL of a field's text. Names come from the lists of domain/registers, never from a caller. */
export const fieldSql = (name: string): string => `(r.data ->> '$.${name}')`;

/** SQL of what a row is of, by the best name that it has. */
export const RESOURCE = `COALESCE(${fieldSql('resourceId')}, ${fieldSql('resourceName')}, ${fieldSql('domain')}, '')`;

/** SQL of a time on its vendor's clock, `YYYY-MM-DDTHH:MM:SS`; days stay days. */
export function clockSql(kind: Register, name: string): string {
  const value = fieldSql(name);
  const clocks = clocksOf(kind);
  const modifier = (hours: number): string => `'${hours < 0 ? '-' : '+'}${Math.abs(hours)} hours'`;
  const [first] = clocks;
  const shift = clocks.every((clock) => clock.hours === first?.hours)
    ? modifier(first?.hours ?? 0)
    : `CASE b.format ${clocks.map(({ format, hours }) => `WHEN '${format}' THEN ${modifier(hours)}`).join(' ')} ELSE '+0 hours' END`;
  return `(CASE WHEN ${value} LIKE '%Z' THEN strftime('%Y-%m-%dT%H:%M:%S', ${value}, ${shift}) ELSE ${value} END)`;
}

/** SQL of the day by which a list is asked for. */
export const daySql = (kind: Register): string => `substr(${clockSql(kind, registerList(kind).date)}, 1, 10)`;

/** SQL of the unit that a figure of the column is in; null where none is printed. */
export const unitSql = (column: RegisterColumn): string =>
  column.unit ? (column.unit.length === 1 ? fieldSql(column.unit[0]!) : `COALESCE(${column.unit.map(fieldSql).join(', ')})`) : 'r.currency';

/** The condition for WHERE. */
export function registerWhere(scope: RegisterScope, binder: Binder): string {
  const { kind, search, vendor, account, state, resource, from, to, batch } = scope;
  const list = registerList(kind);
  const all = [`r.register = ${binder.bind(kind)}`, 'r.superseded_by IS NULL'];
  if (vendor !== null) all.push(`r.vendor = ${binder.bind(VENDOR_CODES[vendor])}`);
  if (batch !== null) all.push(`r.batch_id = ${binder.bind(batch)}`);
  if (account !== null) all.push(`${fieldSql('account')} = ${binder.bind(account)}`);
  if (state !== null) all.push(list.state === null ? '0' : `${fieldSql(list.state)} = ${binder.bind(state)}`);
  if (resource !== null && resource !== undefined) all.push(`${RESOURCE} = ${binder.bind(resource)}`);
  if (from !== null) all.push(`${daySql(kind)} >= ${binder.bind(from)}`);
  if (to !== null) all.push(`${daySql(kind)} <= ${binder.bind(to)}`);
  if (search !== '') all.push(`EXISTS (SELECT 1 FROM json_each(r.data) WHERE value LIKE ${binder.anywhere(search)})`);
  return all.join(' AND ');
}
