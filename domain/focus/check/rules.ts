import type { Version } from '../../formats/focus/columns.ts';

/** Where a rule applies: every condition holds. `in` and `notIn` compare the text, null is an empty cell. */
export interface Condition {
  column: string;
  in?: readonly (string | null)[];
  notIn?: readonly (string | null)[];
}

export type Demand =
  | { is: 'empty'; column: string }
  | { is: 'filled'; column: string }
  | { is: 'not'; column: string; value: string }
  | { is: 'zero'; column: string }
  | { is: 'not-negative'; column: string }
  | { is: 'equal'; column: string; other: string }
  | { is: 'after'; column: string; other: string }
  | { is: 'exclusive-end'; column: string }
  | { is: 'product'; column: string; price: string; quantity: string }
  /** One value of the column for each value of the other. */
  | { is: 'one-per'; column: string; per: string }
  | { is: 'subcategory'; column: string; of: string };

export interface CheckRule {
  /** Name of the requirement in the rule model of FOCUS 1.2, or one of its kind. */
  id: string;
  since: Version;
  when?: readonly Condition[];
  demand: Demand;
}

const rule = (id: string, demand: Demand, when?: readonly Condition[], since: Version = '1.0'): CheckRule => ({
  id,
  since,
  demand,
  ...(when && { when }),
});
const of = (column: string, ...values: (string | null)[]): Condition => ({ column, in: values });
const not = (column: string, ...values: (string | null)[]): Condition => ({ column, notIn: values });
const absent = (column: string): Condition => of(column, null);
const present = (column: string): Condition => not(column, null);
const empty = (column: string): Demand => ({ is: 'empty', column });
const filled = (column: string): Demand => ({ is: 'filled', column });

const TAX = [of('ChargeCategory', 'Tax')];
/** Charges that have a price. */
const PRICED = [of('ChargeCategory', 'Usage', 'Purchase'), not('ChargeClass', 'Correction')];

/**
 * What the specification demands of the cells of a row beyond presence, type, format and allowed values of each column.
 * FOCUS 1.2, requirements of the column pages by their numbers in the official rule model (CC BY 4.0, MIT); those that only
 * the provider can know (a SKU is the same everywhere) are left out.
 */
export const CHECK_RULES: readonly CheckRule[] = [
  rule('ListUnitPrice-C-004-C', empty('ListUnitPrice'), TAX),
  rule('ListUnitPrice-C-005-C', filled('ListUnitPrice'), PRICED),
  rule('ListUnitPrice-C-008-M', { is: 'not-negative', column: 'ListUnitPrice' }),
  rule('ContractedUnitPrice-C-005-C', empty('ContractedUnitPrice'), TAX),
  rule('ContractedUnitPrice-C-006-C', filled('ContractedUnitPrice'), PRICED),
  rule('ContractedUnitPrice-C-009-C', { is: 'not-negative', column: 'ContractedUnitPrice' }),
  rule('ListCost-C-008-C', { is: 'equal', column: 'ListCost', other: 'BilledCost' }, [
    of('ChargeCategory', 'Credit'),
    absent('ListUnitPrice'),
  ]),
  rule('ListCost-C-009-C', { is: 'product', column: 'ListCost', price: 'ListUnitPrice', quantity: 'PricingQuantity' }, [
    not('ChargeClass', 'Correction'),
  ]),
  rule('ContractedCost-C-008-C', { is: 'equal', column: 'ContractedCost', other: 'BilledCost' }, [
    of('ChargeCategory', 'Credit'),
    absent('ContractedUnitPrice'),
  ]),
  rule('ContractedCost-C-009-C', { is: 'product', column: 'ContractedCost', price: 'ContractedUnitPrice', quantity: 'PricingQuantity' }, [
    not('ChargeClass', 'Correction'),
  ]),
  rule('EffectiveCost-C-005-C', { is: 'zero', column: 'EffectiveCost' }, [
    of('ChargeCategory', 'Purchase'),
    present('CommitmentDiscountId'),
  ]),
  rule('EffectiveCost-C-010-C', { is: 'equal', column: 'EffectiveCost', other: 'BilledCost' }, [of('ChargeCategory', 'Credit')]),
  rule('EffectiveCost-1.4-tax', { is: 'equal', column: 'EffectiveCost', other: 'BilledCost' }, TAX, '1.4'),
  rule('PricingQuantity-C-004-C', empty('PricingQuantity'), TAX),
  rule('PricingQuantity-C-005-C', filled('PricingQuantity'), PRICED),
  rule('PricingUnit-C-005-C', empty('PricingUnit'), [absent('PricingQuantity')]),
  rule('PricingUnit-C-006-C', filled('PricingUnit'), [present('PricingQuantity')]),
  rule('PricingCategory-C-003-C', empty('PricingCategory'), TAX),
  rule('PricingCategory-C-004-C', filled('PricingCategory'), PRICED),
  rule('PricingCurrencyListUnitPrice-C-004-C', empty('PricingCurrencyListUnitPrice'), TAX, '1.2'),
  rule('PricingCurrencyListUnitPrice-C-005-C', filled('PricingCurrencyListUnitPrice'), PRICED, '1.2'),
  rule('PricingCurrencyListUnitPrice-C-008-M', { is: 'not-negative', column: 'PricingCurrencyListUnitPrice' }, [], '1.2'),
  rule('SkuId-C-004-C', empty('SkuId'), TAX),
  rule('SkuId-C-005-C', filled('SkuId'), PRICED),
  rule('SkuPriceId-C-004-C', empty('SkuPriceId'), TAX),
  rule('SkuPriceId-C-005-C', filled('SkuPriceId'), PRICED),
  rule('SkuPriceId-C-008-M', { is: 'one-per', column: 'SkuId', per: 'SkuPriceId' }),
  rule('SkuMeter-C-004-C', empty('SkuMeter'), [absent('SkuId')], '1.1'),
  rule('SkuPriceDetails-C-004-C', empty('SkuPriceDetails'), [absent('SkuPriceId')], '1.1'),
  rule('ConsumedQuantity-C-004-C', empty('ConsumedQuantity'), [not('ChargeCategory', 'Usage')]),
  rule('ConsumedQuantity-C-004-C.unused', empty('ConsumedQuantity'), [of('CommitmentDiscountStatus', 'Unused')]),
  rule('ConsumedQuantity-C-006-C', filled('ConsumedQuantity'), [
    of('ChargeCategory', 'Usage'),
    not('CommitmentDiscountStatus', 'Unused'),
    not('ChargeClass', 'Correction'),
  ]),
  rule('ConsumedUnit-C-005-C', empty('ConsumedUnit'), [absent('ConsumedQuantity')]),
  rule('ConsumedUnit-C-006-C', filled('ConsumedUnit'), [present('ConsumedQuantity')]),
  rule('ChargeFrequency-C-004-C', { is: 'not', column: 'ChargeFrequency', value: 'Usage-Based' }, [of('ChargeCategory', 'Purchase')]),
  rule('BillingPeriodEnd-after', { is: 'after', column: 'BillingPeriodEnd', other: 'BillingPeriodStart' }),
  rule('ChargePeriodEnd-after', { is: 'after', column: 'ChargePeriodEnd', other: 'ChargePeriodStart' }),
  rule('BillingPeriodEnd-C-004-M', { is: 'exclusive-end', column: 'BillingPeriodEnd' }),
  rule('ChargePeriodEnd-C-004-M', { is: 'exclusive-end', column: 'ChargePeriodEnd' }),
  rule('SubAccountName-C-004-C', empty('SubAccountName'), [absent('SubAccountId')]),
  rule('SubAccountName-C-005-C', filled('SubAccountName'), [present('SubAccountId')]),
  rule('SubAccountType-C-004-C', empty('SubAccountType'), [absent('SubAccountId')], '1.2'),
  rule('SubAccountType-C-005-C', filled('SubAccountType'), [present('SubAccountId')], '1.2'),
  rule('RegionName-C-004-C', empty('RegionName'), [absent('RegionId')]),
  rule('RegionName-C-005-C', filled('RegionName'), [present('RegionId')]),
  rule('ResourceName-C-004-C', empty('ResourceName'), [absent('ResourceId')]),
  rule('ResourceType-C-004-C', empty('ResourceType'), [absent('ResourceId')]),
  rule('ResourceType-C-005-C', filled('ResourceType'), [present('ResourceId')]),
  rule('ServiceName-C-005-C', { is: 'one-per', column: 'ServiceCategory', per: 'ServiceName' }),
  rule('ServiceSubcategory-C-004-M', { is: 'subcategory', column: 'ServiceSubcategory', of: 'ServiceCategory' }, [], '1.1'),
  rule('CommitmentDiscountCategory-C-003-C', empty('CommitmentDiscountCategory'), [absent('CommitmentDiscountId')]),
  rule('CommitmentDiscountCategory-C-004-C', filled('CommitmentDiscountCategory'), [present('CommitmentDiscountId')]),
  rule('CommitmentDiscountName-C-004-C', empty('CommitmentDiscountName'), [absent('CommitmentDiscountId')]),
  rule('CommitmentDiscountType-C-004-C', empty('CommitmentDiscountType'), [absent('CommitmentDiscountId')]),
  rule('CommitmentDiscountType-C-005-C', filled('CommitmentDiscountType'), [present('CommitmentDiscountId')]),
  rule('CommitmentDiscountStatus-C-003-C', empty('CommitmentDiscountStatus'), [absent('CommitmentDiscountId')]),
  rule('CommitmentDiscountStatus-C-004-C', filled('CommitmentDiscountStatus'), [
    present('CommitmentDiscountId'),
    of('ChargeCategory', 'Usage'),
  ]),
  rule('CommitmentDiscountQuantity-C-007-C', empty('CommitmentDiscountQuantity'), [absent('CommitmentDiscountId')], '1.1'),
  rule('CommitmentDiscountUnit-C-005-C', empty('CommitmentDiscountUnit'), [absent('CommitmentDiscountQuantity')], '1.1'),
  rule('CommitmentDiscountUnit-C-006-C', filled('CommitmentDiscountUnit'), [present('CommitmentDiscountQuantity')], '1.1'),
  rule('CapacityReservationStatus-C-003-C', empty('CapacityReservationStatus'), [absent('CapacityReservationId')], '1.1'),
  rule('CapacityReservationStatus-C-004-C', filled('CapacityReservationStatus'), [
    present('CapacityReservationId'),
    of('ChargeCategory', 'Usage'),
  ]),
];

/** The columns without which a rule says nothing. */
export function columnsOf({ demand }: CheckRule): string[] {
  if (demand.is === 'product') return [demand.column, demand.price, demand.quantity];
  if (demand.is === 'equal' || demand.is === 'after') return [demand.column, demand.other];
  if (demand.is === 'one-per') return [demand.column, demand.per];
  if (demand.is === 'subcategory') return [demand.column, demand.of];
  return [demand.column];
}
