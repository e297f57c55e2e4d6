import { MEASURE_NAMES } from '../../../../domain/formats/fields.ts';

/** Columns of text and days, filtered by their values. */
export const FILTER_COLUMNS: readonly string[] = [
  'vendor',
  'productType',
  'product',
  'spec',
  'billingMode',
  'billType',
  'account',
  'payingAccount',
  'enterpriseProject',
  'region',
  'availabilityZone',
  'resourceName',
  'resourceId',
  'usageType',
  'usageUnit',
  'date',
  'period',
  'orderId',
  'provider',
  'invoiceId',
  'tags',
  'batch',
];
/** Columns of figures, filtered by a range. */
export const FIGURE_COLUMNS: readonly string[] = [
  'payable',
  'listPrice',
  'discount',
  ...MEASURE_NAMES.filter((m) => m !== 'payable' && m !== 'listPrice' && m !== 'discount'),
  'usage',
  'unitPrice',
];
/** Columns that lines are grouped by; besides, each key of the tags is one, as `tag:KEY`. */
export const GROUP_COLUMNS: readonly string[] = [
  'usageType',
  'resourceName',
  'resourceId',
  'product',
  'productType',
  'account',
  'payingAccount',
  'enterpriseProject',
  'tags',
  'region',
  'availabilityZone',
  'billingMode',
  'billType',
  'vendor',
  'spec',
  'usageUnit',
  'date',
  'period',
  'orderId',
  'provider',
  'invoiceId',
  'currency',
  'batch',
];

const FILTERED: ReadonlySet<string> = new Set([...FILTER_COLUMNS, ...FIGURE_COLUMNS]);
const GROUPED: ReadonlySet<string> = new Set(GROUP_COLUMNS);
const isTag = (name: string): boolean => name.startsWith('tag:');
export const isFilterable = (name: string): boolean => FILTERED.has(name) || isTag(name);
export const isGroupable = (name: string): boolean => GROUPED.has(name) || isTag(name);
export const isFigure = (name: string): boolean => FIGURE_COLUMNS.includes(name);
/** Tag keys stand in a comma-separated list of the address. */
export const tagColumn = (key: string): string | null => (/[,;:]/.test(key) ? null : `tag:${key}`);
