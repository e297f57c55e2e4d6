import { say, type Said } from '../../words/said.ts';
import type { Version } from './columns.ts';

/** A check of one row, or of a column over all rows. Columns that the file lacks are not checked. */
export type Test =
  /** Must be empty where another column has the value (null: is empty). */
  | { kind: 'empty-when'; column: string; other: string; is: string | null }
  | { kind: 'not-negative'; column: string }
  /** An end lies after its start. */
  | { kind: 'after'; column: string; other: string }
  /** Ends are exclusive: 00:00:00 of the next day, not 23:59:59 of the last. */
  | { kind: 'exclusive-end'; column: string }
  | { kind: 'product'; column: string; price: string; quantity: string; exceptCorrections: true }
  | { kind: 'equals-on'; column: string; other: string; categories: readonly string[] }
  /** One value of the column for each value of the other. */
  | { kind: 'one-per'; column: string; per: string };

export interface Rule {
  id: string;
  since: Version;
  test: Test;
  /** What a row that fails does, in words that follow “in N rows”. */
  message: Said;
  remedy: Said | null;
}

const ASK = say`The amounts are kept as printed; ask the provider if they matter.`;

/**
 * What the specification demands beyond the type, presence and allowed values of a column (those are in columns.ts).
 * FOCUS 1.2, column pages and attributes (CC BY 4.0); the last one FOCUS 1.4. Files that break a rule are read all the
 * same: the rules say what to trust less.
 */
export const RULES: readonly Rule[] = [
  {
    id: 'list-cost',
    since: '1.0-preview',
    test: { kind: 'product', column: 'ListCost', price: 'ListUnitPrice', quantity: 'PricingQuantity', exceptCorrections: true },
    message: say`ListCost is not ListUnitPrice × PricingQuantity`,
    remedy: ASK,
  },
  {
    id: 'contracted-cost',
    since: '1.0',
    test: { kind: 'product', column: 'ContractedCost', price: 'ContractedUnitPrice', quantity: 'PricingQuantity', exceptCorrections: true },
    message: say`ContractedCost is not ContractedUnitPrice × PricingQuantity`,
    remedy: ASK,
  },
  {
    id: 'billing-period-order',
    since: '1.0-preview',
    test: { kind: 'after', column: 'BillingPeriodEnd', other: 'BillingPeriodStart' },
    message: say`BillingPeriodEnd is not after BillingPeriodStart`,
    remedy: null,
  },
  {
    id: 'charge-period-order',
    since: '1.0-preview',
    test: { kind: 'after', column: 'ChargePeriodEnd', other: 'ChargePeriodStart' },
    message: say`ChargePeriodEnd is not after ChargePeriodStart`,
    remedy: null,
  },
  {
    id: 'billing-period-end',
    since: '1.0-preview',
    test: { kind: 'exclusive-end', column: 'BillingPeriodEnd' },
    message: say`BillingPeriodEnd is the last second of the period instead of the first moment after it`,
    remedy: null,
  },
  {
    id: 'charge-period-end',
    since: '1.0-preview',
    test: { kind: 'exclusive-end', column: 'ChargePeriodEnd' },
    message: say`ChargePeriodEnd is the last second of the period instead of the first moment after it`,
    remedy: null,
  },
  {
    id: 'list-price-sign',
    since: '1.0-preview',
    test: { kind: 'not-negative', column: 'ListUnitPrice' },
    message: say`ListUnitPrice is negative`,
    remedy: ASK,
  },
  {
    id: 'contracted-price-sign',
    since: '1.0',
    test: { kind: 'not-negative', column: 'ContractedUnitPrice' },
    message: say`ContractedUnitPrice is negative`,
    remedy: ASK,
  },
  {
    id: 'list-price-tax',
    since: '1.0-preview',
    test: { kind: 'empty-when', column: 'ListUnitPrice', other: 'ChargeCategory', is: 'Tax' },
    message: say`ListUnitPrice is filled on a tax row`,
    remedy: null,
  },
  {
    id: 'contracted-price-tax',
    since: '1.0',
    test: { kind: 'empty-when', column: 'ContractedUnitPrice', other: 'ChargeCategory', is: 'Tax' },
    message: say`ContractedUnitPrice is filled on a tax row`,
    remedy: null,
  },
  {
    id: 'sub-account-name',
    since: '1.0-preview',
    test: { kind: 'empty-when', column: 'SubAccountName', other: 'SubAccountId', is: null },
    message: say`SubAccountName is filled but SubAccountId is empty`,
    remedy: null,
  },
  {
    id: 'sub-account-type',
    since: '1.2',
    test: { kind: 'empty-when', column: 'SubAccountType', other: 'SubAccountId', is: null },
    message: say`SubAccountType is filled but SubAccountId is empty`,
    remedy: null,
  },
  {
    id: 'service-category',
    since: '1.0-preview',
    test: { kind: 'one-per', column: 'ServiceCategory', per: 'ServiceName' },
    message: say`One service stands under two service categories`,
    remedy: null,
  },
  {
    id: 'effective-cost-tax',
    since: '1.4',
    test: { kind: 'equals-on', column: 'EffectiveCost', other: 'BilledCost', categories: ['Tax', 'Credit'] },
    message: say`EffectiveCost differs from BilledCost on a tax or credit row`,
    remedy: null,
  },
];
