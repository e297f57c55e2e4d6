import { registerGroups, type RegisterGroup } from '../../db/queries/register-sums.ts';
import type { ReadDb } from '../../db/connection.ts';
import { registerLists, type RegisterList } from '../../domain/registers/index.ts';
import type { Output } from '../contract/index.ts';
import type { Handler } from '../runtime/services.ts';
import { columnsOf, importsOf } from './view.ts';

/** Values that a person can choose from; more are found by search. */
const MOST_VALUES = 200;
type Told = Output<'registers/kinds'>[number];

/** The lists that the book holds, with what they can be narrowed by. */
export const kinds: Handler<'registers/kinds'> = (_input, { session }) => {
  const { read } = session.book();
  return registerLists.flatMap((list) => tell(read, list) ?? []);
};

function tell(read: ReadDb, list: RegisterList): Told | null {
  const imports = importsOf(read, list);
  const [last] = imports;
  if (!last) return null;
  const groups = registerGroups(read, list);
  const rows = groups.reduce((total, group) => total + group.rows, 0);
  // All that an import brought may have given way to a later one, but never all of them.
  if (rows === 0) return null;
  const days = (pick: (group: RegisterGroup) => string | null): string[] => groups.flatMap((group) => pick(group) ?? []).sort();
  return {
    kind: list.kind,
    title: list.title,
    titleZh: list.titleZh,
    rows,
    vendors: count(groups, (group) => group.vendor).map(({ value, rows: n }) => ({ vendor: value, rows: n })),
    accounts: count(groups, (group) => group.account).slice(0, MOST_VALUES),
    currencies: count(groups, (group) => group.currency).map(({ value }) => value),
    state: list.state === null ? null : { column: list.state, values: count(groups, (group) => group.state).slice(0, MOST_VALUES) },
    date: {
      column: list.date,
      order: list.order,
      from: days((group) => group.from)[0] ?? null,
      to: days((group) => group.to).at(-1) ?? null,
    },
    columns: columnsOf(list, imports),
    lastImport: { batch: last.batch, file: last.file, importedAt: last.importedAt },
  };
}

/** The values of the groups with their rows, the commonest first; missing ones are left out. */
function count<T extends string>(
  groups: readonly RegisterGroup[],
  value: (group: RegisterGroup) => T | null,
): { value: T; rows: number }[] {
  const counts = new Map<T, number>();
  for (const group of groups) {
    const key = value(group);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + group.rows);
  }
  return [...counts].map(([key, rows]) => ({ value: key, rows })).sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));
}
