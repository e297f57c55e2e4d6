import type { KeyName, LineSet } from '../../../db/queries/keyed-sums.ts';
import type { MeasureName } from '../../../domain/formats/fields.ts';
import type { Attribute } from '../../../domain/reconcile/why/index.ts';

/** Vendor, month and currency in the codes of the store. */
export interface Place {
  period: number;
  vendor: number;
  currency: string;
}

/** The bill and a telling as sets of lines, with what both print. */
export interface Pair {
  bill: LineSet;
  own: LineSet;
  measures: readonly MeasureName[];
  /** Lines of the telling. */
  rows: number;
  /** The sums of all of them agree. */
  equal: boolean;
  /** What both may tell their lines apart by. */
  attributes: readonly KeyAttribute[];
}

/** Attributes of a line and the columns that they are grouped by; `period` and `currency` are the same for all lines of a place. */
export const KEYS = {
  order: 'orderId',
  account: 'account',
  resource: 'resourceId',
  project: 'enterpriseProject',
  productType: 'productType',
  product: 'product',
  region: 'region',
  mode: 'billingMode',
  billType: 'billType',
  date: 'date',
  spec: 'spec',
  usageType: 'usageType',
} as const satisfies Partial<Record<Attribute, KeyName>>;
export type KeyAttribute = keyof typeof KEYS;
export const KEY_ATTRIBUTES = Object.keys(KEYS) as KeyAttribute[];
