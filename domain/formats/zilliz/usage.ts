import { monthInName } from '../file-name.ts';
import type { Column, JsonFormat, JsonRecord, TableFormat } from '../format.ts';
import { arrayAt, asObject, objectAt, own, scalars, textAt, type JsonObject } from '../json.ts';

/** Answer of POST /v2/usage/query: {code, data: {results: [{intervalStart, total, currency, items[]}]}}. One line an item. */
function records(root: unknown): Iterable<JsonRecord> | null {
  const results = arrayAt(objectAt(asObject(root), 'data'), 'results');
  const known = results && (results.length === 0 || own(asObject(results[0]), 'intervalStart') !== undefined);
  return known ? items(results) : null;
}

function* items(results: readonly unknown[]): Iterable<JsonRecord> {
  for (const [index, original] of results.entries()) {
    const day = asObject(original);
    const shared = { intervalStart: textAt(day, 'intervalStart'), currency: textAt(day, 'currency'), productType: 'Zilliz Cloud' };
    for (const [part, item] of (arrayAt(day, 'items') ?? []).entries())
      yield { row: index + 1, part, cells: { ...shared, ...cells(asObject(item) ?? {}) }, original: item };
  }
}

const cells = (item: JsonObject): Record<string, string | null> => ({
  ...scalars(item),
  ...scalars(objectAt(item, 'properties') ?? {}, 'properties.'),
  'listPrice.unitPrice': textAt(objectAt(item, 'listPrice'), 'unitPrice'),
  'price.unitPrice': textAt(objectAt(item, 'price'), 'unitPrice'),
});

/** Names as the answer nests them; in a CSV also without their parents. */
const columns: readonly Column[] = [
  { field: 'period', type: 'period', required: true, headers: ['intervalStart'] },
  { field: 'date', type: 'date', headers: ['intervalStart'] },
  { field: 'currency', headers: ['currency'], codes: { RMB: 'CNY', CNY: 'CNY', USD: 'USD' } },
  { field: 'productType', headers: ['productType'] },
  { field: 'product', headers: ['costType'] },
  { field: 'enterpriseProject', headers: ['properties.projectId', 'projectId'] },
  { field: 'region', headers: ['properties.regionId', 'regionId'] },
  { field: 'spec', headers: ['properties.cuType', 'cuType'] },
  { field: 'billingMode', headers: ['properties.plan', 'plan'] },
  { field: 'resourceId', headers: ['properties.clusterId', 'clusterId'] },
  { field: 'usage', type: 'amount', headers: ['quantity'] },
  { field: 'usageUnit', headers: ['unit'] },
  { field: 'unitPrice', type: 'amount', headers: ['price.unitPrice', 'unitPrice', 'price', 'listPrice.unitPrice', 'listPrice'] },
  { field: 'payable', type: 'amount', required: true, headers: ['amount'] },
];

const shared = {
  vendor: 'zilliz',
  kind: 'detail',
  columns,
  identities: [],
  marks: ['costType'],
  currency: () => null,
  utcOffset: 0,
  view: 'usage',
  nameHint: monthInName,
  notices: [
    {
      code: 'zilliz.usage-unit',
      message: 'Amounts of daily usage are read in units of the currency: the vendor’s text says cents, its example has ten decimals.',
      remedy: 'Hold the month’s sum against the usage amount of the invoice; if it is a hundred times too high, undo this import.',
    },
  ],
} as const satisfies Partial<TableFormat>;

/** Daily usage, ten decimals; days are UTC and `intervalEnd` is exclusive. Source: Zilliz Cloud usage API v2 and “view invoice”. */
export const zillizUsage: JsonFormat = {
  ...shared,
  id: 'zilliz.usage',
  title: 'Zilliz Cloud daily usage (API JSON)',
  titleZh: 'Zilliz Cloud 日用量（API JSON）',
  shape: 'json',
  records,
};

/** The same as a table, under the same names. No CSV of the vendor is documented. */
export const zillizUsageCsv: TableFormat = {
  ...shared,
  id: 'zilliz.usage.csv',
  title: 'Zilliz Cloud daily usage (CSV)',
  titleZh: 'Zilliz Cloud 日用量（CSV）',
  shape: 'table',
};
