import type { JsonFormat, JsonRecord } from '../format.ts';
import { arrayAt, asObject, objectAt, own, scalars, textAt, type JsonObject } from '../json.ts';
import type { View } from '../views.ts';
import { tencentAnswerName } from './names.ts';
import { discountDerived, payableIdentity, totals, UTC_OFFSET } from './rules.ts';

type Cells = Record<string, string | null>;

/** Names of regions as the vendor prints them: 华南地区（广州）, 亚太地区（日本）, 其他. */
const REGION = /地区（.+）$|^其他$|^全球$/;
const MODES: ReadonlySet<string> = new Set(['prePay', 'postPay']);

/** What DescribeBillSummary was grouped by: the answer does not say, but its keys and values do. */
function groupOf(groups: readonly JsonObject[]): 'GroupProduct' | 'GroupMode' | 'GroupRegion' | 'GroupProject' | 'GroupTag' {
  const keys = groups.map((group) => textAt(group, 'GroupKey') ?? '');
  const values = groups.map((group) => textAt(group, 'GroupValue') ?? '');
  if (keys.some((key) => MODES.has(key))) return 'GroupMode';
  if (keys.every((key) => key.startsWith('p_'))) return 'GroupProduct';
  if (!keys.every((key) => /^-?\d+$/.test(key))) return 'GroupTag';
  return values.every((value) => REGION.test(value)) ? 'GroupRegion' : 'GroupProject';
}

/** Groups of DescribeBillSummary. Their products (`Business`) are the same money once more, and not read. */
function* groups(items: readonly unknown[]): Iterable<JsonRecord> {
  const objects = items.map(asObject);
  const group = groupOf(objects.filter((item) => item !== null));
  for (const [index, item] of objects.entries()) {
    const value = textAt(item, 'GroupValue')?.trim() ?? null;
    const named: Cells = { [group]: group === 'GroupTag' ? `${textAt(item, 'GroupKey') ?? ''}:${value ?? ''}` : value };
    yield { row: index + 1, part: 0, cells: item ? { ...scalars(item), ...named } : {}, original: items[index] };
  }
}

/** Rows of DescribeBillSummaryBy…; a billing mode comes with its kinds of charge, whose sum it is: those are the lines. */
function* overview(items: readonly unknown[]): Iterable<JsonRecord> {
  for (const [index, original] of items.entries()) {
    const item = asObject(original) ?? {};
    const parts = arrayAt(item, 'Detail');
    if (!parts) yield { row: index + 1, part: 0, cells: scalars(item), original };
    for (const [part, detail] of (parts ?? []).entries())
      yield {
        row: index + 1,
        part,
        cells: { PayMode: textAt(item, 'PayMode'), PayModeName: textAt(item, 'PayModeName'), ...scalars(asObject(detail) ?? {}) },
        original,
      };
  }
}

function records(root: unknown): Iterable<JsonRecord> | null {
  const document = asObject(root);
  const response = objectAt(document, 'Response') ?? document;
  const detail = arrayAt(response, 'SummaryDetail');
  if (detail) return groups(detail);
  const list = arrayAt(response, 'SummaryOverview');
  return list && (list.length === 0 || own(asObject(list[0]), 'RealTotalCost') !== undefined) ? overview(list) : null;
}

const VIEWS_BY: readonly (readonly [string, View])[] = [
  ['groupproduct', 'product-cycle'],
  ['businesscode', 'product-cycle'],
  ['groupproject', 'project-cycle'],
  ['projectid', 'project-cycle'],
  ['groupregion', 'region-cycle'],
  ['regionid', 'region-cycle'],
  ['groupmode', 'mode-cycle'],
  ['paymode', 'mode-cycle'],
];

/**
 * Answers of DescribeBillSummary and DescribeBillSummaryByProduct, …ByProject, …ByRegion, …ByPayMode, …ByTag. The first and the
 * last name no month: it must stand in the file's name. Source: Tencent Cloud billing API 2018-07-09 and its examples.
 */
export const tencentApiSummary: JsonFormat = {
  id: 'tencent.api.summary',
  vendor: 'tencent',
  title: 'Tencent Cloud bill summary (API JSON)',
  titleZh: '腾讯云账单汇总（API JSON）',
  kind: 'detail',
  shape: 'json',
  records,
  columns: [
    { field: 'period', type: 'period', headers: ['BillMonth'] },
    { field: 'productType', headers: ['BusinessCodeName', 'GroupProduct', 'BusinessCode'] },
    { field: 'enterpriseProject', headers: ['ProjectName', 'GroupProject'] },
    { field: 'region', headers: ['RegionName', 'GroupRegion'] },
    { field: 'billingMode', headers: ['PayModeName', 'GroupMode'] },
    { field: 'billType', headers: ['ActionTypeName', 'ActionType'] },
    { field: 'tags', headers: ['GroupTag', 'TagValue'] },
    ...totals,
  ],
  identities: [payableIdentity],
  marks: ['RealTotalCost'],
  derive: [discountDerived],
  currency: () => 'CNY',
  utcOffset: UTC_OFFSET,
  view: (names) => VIEWS_BY.find(([name]) => names.has(name))?.[1] ?? 'tag-cycle',
  delivery: 'replaces',
  nameHint: tencentAnswerName,
};
