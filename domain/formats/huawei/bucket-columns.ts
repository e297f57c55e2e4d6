import type { Column } from '../format.ts';

/**
 * Columns of the files that the vendor pushes into a customer's bucket (消费数据存储). Their money is named differently from
 * the bill details: 官网价总金额, 折扣优惠, 消费金额, and tax stands beside it. Source: Huawei Cloud billing guide, tables 7-4, 7-5,
 * 13-2 and 13-3. English names: the same tables of the international user guide, as far as they are published.
 */
export const bucketColumns: readonly Column[] = [
  { field: 'resourceId', headers: ['资源ID', 'Resource ID'] },
  { field: 'resourceName', headers: ['资源名称', 'Resource Name'] },
  { field: 'tags', headers: ['资源标签', 'Resource Tag'] },
  { field: 'billingMode', headers: ['计费模式', 'Billing Mode'] },
  { field: 'productType', headers: ['产品类型', 'Product Type', 'Service Type'] },
  { field: 'product', headers: ['产品', 'Product'] },
  { field: 'region', headers: ['区域', '云服务区', 'Region'] },
  // Who sells: Huawei Cloud itself, or a seller on its marketplace.
  { field: 'provider', headers: ['供应商', 'BE'] },
  { field: 'enterpriseProject', headers: ['企业项目名称', 'Enterprise Project Name'] },
  { field: 'account', headers: ['账号', 'Account Name'] },
  { field: 'listPrice', type: 'amount', headers: ['官网价总金额', 'Total List Price'] },
  { field: 'discount', type: 'amount', headers: ['折扣优惠', 'Discounts', 'Discount'] },
  { field: 'payable', type: 'amount', required: true, headers: ['消费金额', 'Expenditure', 'Expenditures', 'Expenditure Amount'] },
  { field: 'tax', type: 'amount', headers: ['税金', 'Tax'] },
  { field: 'currency', headers: ['币种', 'Currency'] },
];

/** 规格 in the current table, 产品规格 in the older one. */
export const specColumn: Column = { field: 'spec', headers: ['规格', '产品规格', 'Specifications', 'Specification'] };
/** 新购, 续费, 退订, 变更: what 账单类型 says in the bill details. */
export const orderTypeColumn: Column = { field: 'billType', headers: ['订单类型', 'Order Type'] };

/** Told by these from files of other kinds: no bill detail prints them. */
export const BUCKET_MONEY = ['官网价总金额', 'Total List Price', '消费金额', 'Expenditure', 'Expenditures', 'Expenditure Amount'] as const;
