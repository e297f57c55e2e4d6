import type { Column } from '../format.ts';
import { billTypeCodes } from './bill-types.ts';
import { BILLING_MODE, billingModeCodes } from './billing-modes.ts';
import { debtField } from './rules.ts';

/** Keys that both bill queries of the BSS API share. Source: BSS API models, ResFeeRecordV2 and MonthlyBillRecord. */
export const apiColumns: readonly Column[] = [
  { field: 'currency', headers: ['currency'] },
  { field: 'billType', headers: ['bill_type'], codes: billTypeCodes },
  { field: 'billingMode', headers: [BILLING_MODE], codes: billingModeCodes },
  { field: 'account', headers: ['account_name', 'customer_id'] },
  { field: 'enterpriseProject', headers: ['enterprise_project_name'] },
  { field: 'productType', headers: ['cloud_service_type_name', 'cloud_service_type'] },
  { field: 'spec', headers: ['product_spec_desc'] },
  { field: 'region', headers: ['region_name', 'region'] },
  { field: 'resourceName', headers: ['resource_name'] },
  { field: 'tags', headers: ['resource_tag'] },
  { field: 'orderId', headers: ['trade_id'] },
  { field: 'listPrice', type: 'amount', headers: ['official_amount'] },
  { field: 'discount', type: 'amount', headers: ['discount_amount', 'official_discount_amount'] },
  { field: 'cash', type: 'amount', headers: ['cash_amount'] },
  { field: 'credit', type: 'amount', headers: ['credit_amount'] },
  { field: 'coupon', type: 'amount', headers: ['coupon_amount'] },
  { field: 'flexiCoupon', type: 'amount', headers: ['flexipurchase_coupon_amount'] },
  { field: 'storedCard', type: 'amount', headers: ['stored_card_amount', 'stored_value_card_amount'] },
  { field: 'bonus', type: 'amount', headers: ['bonus_amount'] },
  { field: debtField, type: 'amount', headers: ['debt_amount'] },
  { field: 'writeOff', type: 'amount', headers: ['adjustment_amount', 'writeoff_amount'] },
];

/** The API prints no rounding-off; by the guide's definition of the list price it is what discount and payable leave. */
export const roundingOffDerived = { field: 'roundingOff', from: 'listPrice', minus: ['discount', 'payable'] } as const;
