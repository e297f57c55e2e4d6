import type { Register } from '../formats/format.ts';
import { registers } from '../formats/index.ts';
import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import type { RegisterColumn, RegisterList } from './column.ts';
import { movementLists } from './movements.ts';
import { subscriptionLists } from './subscriptions.ts';

export type { RegisterColumn, RegisterColumnType, RegisterList } from './column.ts';

/** Every kind of list beside the bill, in the order of the screen. */
export const registerLists: readonly RegisterList[] = [...subscriptionLists, ...movementLists];

const byKind = new Map(registerLists.map((list) => [list.kind, list]));

/** The list of that kind. There is one for every kind (index.test.ts). */
export function registerList(kind: Register): RegisterList {
  const list = byKind.get(kind);
  if (!list) throw new TypeError(`There is no list of ${kind}.`);
  return list;
}

/** Columns that every row has beside those of its list. */
export const ROW_COLUMNS: readonly RegisterColumn[] = [
  { name: 'vendor', title: 'Vendor', titleZh: '云厂商', type: 'text' },
  { name: 'currency', title: 'Currency', titleZh: '币种', type: 'text' },
  { name: 'file', title: 'File', titleZh: '文件', type: 'text' },
  { name: 'row', title: 'Row', titleZh: '行', type: 'count' },
  { name: 'batch', title: 'Import', titleZh: '导入批次', type: 'count' },
];

/** The column of a list, or of every row, by its name; refused by name with what there is. */
export function registerColumn(list: RegisterList, name: string): Result<RegisterColumn> {
  const found = [...list.columns, ...ROW_COLUMNS].find((column) => column.name === name);
  if (found) return ok(found);
  return fail(
    'registers.no-column',
    say`The list of ${{ list: { en: list.title.toLowerCase(), zh: list.titleZh } }} has no column “${{ column: name.slice(0, 80) }}”.`,
    {
      column: name.slice(0, 80),
      remedy: say`Choose one of: ${{ choices: [...list.columns, ...ROW_COLUMNS].map((column) => column.name) }}.`,
    },
  );
}

const offsets = new Map(registers.map((format) => [format.id, format.utcOffset]));

/** Hours east of UTC of the clock by which the format's vendor prints times; 0 for a format that is not known any more. */
export const clockOf = (format: string): number => offsets.get(format) ?? 0;

/** Formats of a kind with their vendor's clock. */
export const clocksOf = (kind: Register): { format: string; hours: number }[] =>
  registers.filter((format) => format.register === kind).map((format) => ({ format: format.id, hours: format.utcOffset }));

/** An instant `YYYY-MM-DDTHH:MM:SSZ` on a clock `hours` east: `2023-10-24T21:08:45+08:00`. A day stays as it is. */
export function onVendorClock(text: string, hours: number): string {
  if (hours === 0 || !text.endsWith('Z')) return text;
  const local = new Date(Date.parse(text) + hours * 3_600_000).toISOString().slice(0, 19);
  return `${local}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}
