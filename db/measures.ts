import type { MeasureName, TermName } from '../domain/formats/fields.ts';

/** Money columns of a bill line, in the order of the contract; stored as <column>_u (units) and <column>_f (10^-10). */
export const MEASURE_COLUMNS = {
  listPrice: 'list_price',
  discount: 'discount',
  roundingOff: 'rounding_off',
  payable: 'payable',
  cash: 'cash',
  credit: 'credit',
  coupon: 'coupon',
  flexiCoupon: 'flexi_coupon',
  storedCard: 'stored_card',
  bonus: 'bonus',
  transfer: 'transfer',
  monthlySettled: 'monthly_settled',
  outstanding: 'outstanding',
  writeOff: 'write_off',
  tax: 'tax',
  contractedCost: 'contracted_cost',
  effectiveCost: 'effective_cost',
} as const satisfies Record<MeasureName, string>;

/** Text columns of a bill line, each an id into `term`. */
export const TERM_COLUMNS = {
  currency: 'currency',
  account: 'account',
  payingAccount: 'paying_account',
  enterpriseProject: 'enterprise_project',
  productType: 'product_type',
  product: 'product',
  spec: 'spec',
  billingMode: 'billing_mode',
  billType: 'bill_type',
  resourceId: 'resource_id',
  resourceName: 'resource_name',
  region: 'region',
  availabilityZone: 'availability_zone',
  usageType: 'usage_type',
  usageUnit: 'usage_unit',
  tags: 'tags',
  provider: 'provider',
  invoiceId: 'invoice_id',
} as const satisfies Record<TermName, string>;

/** Codes of bill_line.vendor. */
export const VENDOR_CODES = { huawei: 1, tencent: 2, qingcloud: 3, zilliz: 4, other: 9 } as const;
export type VendorName = keyof typeof VENDOR_CODES;
export const vendorOf = (code: number): VendorName =>
  (Object.keys(VENDOR_CODES) as VendorName[]).find((v) => VENDOR_CODES[v] === code) ?? 'other';

/** Codes of bill_line.kind: details and statements tell the same money twice and are never added. */
export const KIND_CODES = { detail: 0, statement: 1 } as const;
