import { monthInName } from '../file-name.ts';
import type { JsonFormat, JsonRecord } from '../format.ts';
import { arrayAt, asObject, own, scalars, type JsonObject } from '../json.ts';
import type { View } from '../views.ts';
import { sharedColumns, UTC_OFFSET } from './rules.ts';

/** Sums by a key (documented as a list, shown as an object of lists); a plain list is taken as well. */
function records(root: unknown): Iterable<JsonRecord> | null {
  const document = asObject(root);
  const set = own(document, 'charge_sum_set');
  const groups: readonly (readonly [string | null, readonly unknown[]])[] = Array.isArray(set)
    ? [[null, set as readonly unknown[]]]
    : Object.entries(asObject(set) ?? {}).map(([key]) => [key, arrayAt(asObject(set), key) ?? []] as const);
  if (set === undefined || (!Array.isArray(set) && !asObject(set))) return null;
  return flat(groups);
}

function* flat(groups: readonly (readonly [string | null, readonly unknown[]])[]): Iterable<JsonRecord> {
  let row = 0;
  for (const [key, items] of groups)
    for (const original of items) {
      row++;
      const item = asObject(original);
      yield { row, part: 0, cells: item ? { ...named(item, key), ...scalars(item) } : {}, original };
    }
}

/** Without any dimension of its own an item is the sum of the account under whose id it stands. */
const named = (item: JsonObject, key: string | null): Record<string, string | null> =>
  key === null || DIMENSIONS.some(([name]) => own(item, name) !== undefined) ? {} : { user_id: key };

const DIMENSIONS: readonly (readonly [string, View])[] = [
  ['resource_id', 'resource-cycle'],
  ['resource_type', 'type-cycle'],
  ['project_id', 'project-cycle'],
  ['zone_id', 'region-cycle'],
  ['tag_id', 'tag-cycle'],
];

/** Answer of GetChargeSums, by any group_by. It names no month: that must stand in the file's name. */
export const qingcloudSums: JsonFormat = {
  id: 'qingcloud.api.sums',
  vendor: 'qingcloud',
  title: 'QingCloud charge sums (API JSON)',
  titleZh: '青云消费统计（API JSON）',
  kind: 'detail',
  shape: 'json',
  records,
  columns: [
    { field: 'payable', type: 'amount', required: true, headers: ['fee'] },
    { field: 'tags', headers: ['tag_id'] },
    ...sharedColumns,
  ],
  identities: [],
  marks: ['fee'],
  currency: () => 'CNY',
  utcOffset: UTC_OFFSET,
  view: (names) => DIMENSIONS.find(([name]) => names.has(name))?.[1] ?? 'account-cycle',
  nameHint: monthInName,
};
