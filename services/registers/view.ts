import type { ReadDb } from '../../db/connection.ts';
import type { StoredRegisterRow } from '../../db/queries/register-rows.ts';
import { registerBatches, type RegisterBatch } from '../../db/queries/register-sums.ts';
import { clockOf, clocksOf, onVendorClock, type RegisterList } from '../../domain/registers/index.ts';
import type { RegisterColumn, RegisterRow } from '../contract/registers.ts';

/** Active imports that brought rows of the list, the latest first. */
export const importsOf = (read: ReadDb, list: RegisterList): RegisterBatch[] =>
  registerBatches(
    read,
    list.kind,
    clocksOf(list.kind).map(({ format }) => format),
  );

/** The list's columns that any of these files has, in the list's order. */
export function columnsOf(list: RegisterList, imports: readonly { data: string }[]): RegisterColumn[] {
  const there = new Set(imports.flatMap(({ data }) => Object.keys(JSON.parse(data) as object)));
  return list.columns
    .filter(({ name }) => there.has(name))
    .map(({ name, title, titleZh, type, adds = false, shown = false }) => ({ name, title, titleZh, type, adds, shown }));
}

/** A stored row as the contract tells it: times by the clock of their vendor. */
export function toRow(list: RegisterList, stored: StoredRegisterRow): RegisterRow {
  const { id, batch, file, row, vendor, currency, format, data } = stored;
  const hours = clockOf(format);
  const times = new Set(list.columns.filter((column) => column.type === 'time').map((column) => column.name));
  const values = Object.fromEntries(
    Object.entries(data)
      // The row's own currency stands beside the values.
      .filter(([name]) => name !== 'currency')
      .map(([name, value]) => [name, value !== null && times.has(name) ? onVendorClock(value, hours) : value]),
  );
  return { id, batch, file, row, vendor, currency, values };
}
