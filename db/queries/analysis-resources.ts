import type { Column } from '../../domain/bill/columns.ts';
import type { Period } from '../../domain/time/plain-date.ts';
import { fromBlocks } from '../blocks/answer.ts';
import { keyedMonths, linesAmong } from '../blocks/months.ts';
import type { ReadDb } from '../connection.ts';
import { sumRows, type BigRow } from '../exact-sum.ts';
import { periodList, whereOfPeriods, type AnalysisScope } from './analysis-scope.ts';
import { scaledSum, type SideGroup, type Sides } from './analysis-sides.ts';
import { Binder } from './binder.ts';
import { periodText } from './bills-columns.ts';
import type { BillScope } from './bills-filter.ts';
import { NO_CURRENCY } from './bills-sums.ts';

/** What makes a resource one: lines without a resource id are one resource for each product type. */
export const RESOURCE_COLUMNS: readonly Column[] = (['vendor', 'account', 'productType', 'resourceId'] as const).map((name) => ({
  type: 'dimension',
  name,
}));
const KEYS = 'l.vendor, l.account, l.product_type, l.resource_id';

export type ResourceKeys = SideGroup['keys'];
export const resourceKey = (keys: ResourceKeys, currency: string): string => `${keys.join(' ')} ${currency}`;

const keysOf = (row: BigRow): ResourceKeys => [row['vendor']!, row['account']!, row['product_type']!, row['resource_id']!];

/** Lines of those resources; resources without an id bring in all lines without one. */
function ofResources(resources: readonly ResourceKeys[], binder: Binder): string {
  const ids = [...new Set(resources.flatMap(([, , , id]) => (typeof id === 'bigint' ? [Number(id)] : [])))];
  const among = `l.resource_id IN (SELECT value FROM json_each(${binder.bind(JSON.stringify(ids))}))`;
  return resources.some(([, , , id]) => id === null) ? `(${among} OR l.resource_id IS NULL)` : among;
}

/** Payable of the resources in each of the months, by resourceKey; months without lines are left out. */
export function resourceMonths(
  read: ReadDb,
  scope: AnalysisScope,
  periods: readonly Period[],
  resources: readonly ResourceKeys[],
): Map<string, Map<Period, bigint>> {
  if (periods.length === 0 || resources.length === 0) return new Map();
  return fromBlocks(
    read,
    () => {
      const by = RESOURCE_COLUMNS.map((column, place) => ({ column, among: place === ID ? resources.map((keys) => keys[ID]!) : null }));
      const sums = keyedMonths(read, scope, periods, 'payable', by);
      if (!sums) return null;
      const found: ResourceMonths = new Map();
      for (const { keys, currency, period, sum } of sums) putMonth(found, resourceKey(keys, currency), period, sum);
      return found;
    },
    () => plainResourceMonths(read, scope, periods, resources),
  );
}

type ResourceMonths = Map<string, Map<Period, bigint>>;
/** Place of the resource id among RESOURCE_COLUMNS. */
const ID = RESOURCE_COLUMNS.length - 1;

function putMonth(found: ResourceMonths, key: string, period: Period, sum: bigint | null): void {
  const months = found.get(key) ?? new Map<Period, bigint>();
  found.set(key, months.set(period, sum ?? 0n));
}

/** The same from the lines themselves; of some months and resources. */
export function plainResourceMonths(
  read: ReadDb,
  scope: AnalysisScope,
  periods: readonly Period[],
  resources: readonly ResourceKeys[],
): ResourceMonths {
  const found: ResourceMonths = new Map();
  const binder = new Binder();
  const where = whereOfPeriods(read, scope, periods, binder);
  const of = ofResources(resources, binder);
  const rows = sumRows(
    read,
    (sum) => `
    SELECT (SELECT text FROM term WHERE id = g.currency) AS code, g.* FROM (
      SELECT ${KEYS}, l.currency AS currency, l.period AS period, ${sum('l.payable', 'm')}
      FROM bill_line l WHERE ${where} AND ${of} GROUP BY ${KEYS}, l.currency, l.period
    ) g`,
    binder.params,
  );
  for (const row of rows) {
    const key = resourceKey(keysOf(row), codeOf(row['code']));
    putMonth(found, key, periodText(row['period'] as bigint), scaledSum(row, 'm'));
  }
  return found;
}

/** Lines of a resource that are alike but for their day: one side, bill type, sign, product, specification and use. */
export interface ItemGroup {
  resource: string;
  isNow: boolean;
  /** True where the lines credit money. */
  negative: boolean;
  billType: string | null;
  product: string | null;
  spec: string | null;
  usageType: string | null;
  unit: string | null;
  billingMode: string | null;
  resourceName: string | null;
  payable: bigint;
  /** Null unless every line tells it. */
  listPrice: bigint | null;
  usage: bigint | null;
  /** The one unit price of all lines, in 10^-10; null where a line tells none or two differ. */
  unitPrice: bigint | null;
}

const TEXTS = {
  billType: 'bill_type',
  product: 'product',
  spec: 'spec',
  usageType: 'usage_type',
  unit: 'usage_unit',
  billingMode: 'billing_mode',
} as const;
type TextName = keyof typeof TEXTS;

/** More lines than this are read one after the other rather than by their ids. */
const MOST_IDS = 50_000;

/** The charge items of resources on both sides, with usage, list cost and printed unit price where all their lines tell them. */
export function resourceItems(read: ReadDb, scope: AnalysisScope, sides: Sides, resources: readonly ResourceKeys[]): ItemGroup[] {
  if (resources.length === 0) return [];
  return fromBlocks(
    read,
    () => {
      // Blocks find the lines. A few resources without an id bring in those of their product types alone.
      const by = RESOURCE_COLUMNS.map((column, place) => ({ column, among: resources.map((keys) => keys[place]!) })).toReversed();
      const ids = linesAmong(read, scope, [...sides.before, ...sides.now], by, MOST_IDS);
      return ids && plainItems(read, { ...scope, ids }, sides, resources);
    },
    () => plainItems(read, scope, sides, resources),
  );
}

/** The same by reading the lines, or those of some ids; of some resources. Ids are to hold every line of them. */
export function plainItems(
  read: ReadDb,
  scope: AnalysisScope & Pick<BillScope, 'ids'>,
  sides: Sides,
  resources: readonly ResourceKeys[],
): ItemGroup[] {
  const binder = new Binder();
  const where = whereOfPeriods(read, scope, [...sides.before, ...sides.now], binder);
  const of = ofResources(resources, binder);
  const texts = Object.values(TEXTS).map((column) => `l.${column}`);
  const extremes = ['u', 'f'].map((p) => `MIN(l.unit_price_${p}) AS least_${p}, MAX(l.unit_price_${p}) AS most_${p}`).join(', ');
  const by = `${KEYS}, l.currency, ${texts.join(', ')}, is_now, negative`;
  const rows = sumRows(
    read,
    (sum) => `
    SELECT (SELECT text FROM term WHERE id = g.currency) AS code, (SELECT text FROM term WHERE id = g.name) AS name_text,
      ${Object.entries(TEXTS)
        .map(([name, column]) => `(SELECT text FROM term WHERE id = g.${column}) AS "text_${name}"`)
        .join(', ')}, g.*
    FROM (
      SELECT ${KEYS}, l.currency AS currency, ${texts.join(', ')}, l.period IN ${periodList(sides.now)} AS is_now,
        COALESCE(l.payable_u < 0 OR l.payable_f < 0, 0) AS negative, MAX(l.resource_name) AS name, COUNT(*) AS lines,
        COUNT(l.usage_u) AS with_usage, COUNT(l.list_price_u) AS with_list, COUNT(l.unit_price_u) AS with_price, ${extremes},
        ${sum('l.payable', 'payable')}, ${sum('l.list_price', 'list')}, ${sum('l.usage', 'usage')}
      FROM bill_line l WHERE ${where} AND ${of} GROUP BY ${by}
    ) g`,
    binder.params,
  );
  const asked = new Set(resources.map((keys) => keys.join(' ')));
  // An id may be that of resources of two accounts.
  const own = rows.filter((row) => asked.has(keysOf(row).join(' ')));
  return own.map((row) => {
    const all = (count: string): boolean => row[count] === row['lines'];
    const text = (name: TextName | 'name_text'): string | null =>
      (row[name === 'name_text' ? name : `text_${name}`] as string | null) ?? null;
    const one = all('with_price') && row['least_u'] === row['most_u'] && row['least_f'] === row['most_f'];
    return {
      resource: resourceKey(keysOf(row), codeOf(row['code'])),
      isNow: row['is_now'] === 1n,
      negative: row['negative'] === 1n,
      billType: text('billType'),
      product: text('product'),
      spec: text('spec'),
      usageType: text('usageType'),
      unit: text('unit'),
      billingMode: text('billingMode'),
      resourceName: text('name_text'),
      payable: scaledSum(row, 'payable') ?? 0n,
      listPrice: all('with_list') ? scaledSum(row, 'list') : null,
      usage: all('with_usage') ? scaledSum(row, 'usage') : null,
      unitPrice: one ? scaledSum({ p_u: row['least_u']!, p_f: row['least_f']! }, 'p') : null,
    };
  });
}

const codeOf = (text: bigint | string | null | undefined): string => (typeof text === 'string' ? text : NO_CURRENCY);
