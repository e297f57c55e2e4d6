import type { RegisterField, RegisterFormat } from '../../format.ts';
import { currency, UTC_OFFSET } from '../rules.ts';

export const registerBase = {
  kind: 'register',
  vendor: 'huawei',
  currency,
  utcOffset: UTC_OFFSET,
} as const satisfies Partial<RegisterFormat>;

type Type = RegisterField['type'];

/** A field by name, type and headers. */
export const field = (name: string, type: Type, ...headers: readonly string[]): RegisterField => ({ name, type, headers });
export const required = (name: string, type: Type, ...headers: readonly string[]): RegisterField => ({
  ...field(name, type, ...headers),
  required: true,
});

/** Which lists alone print: a bill has a billing cycle, these have none. */
export const BILL_ONLY = ['账期', 'Billing Cycle'] as const;

export const productType = field('productType', 'text', '产品类型', 'Product Type', 'Service Type');
export const product = field('product', 'text', '产品', '产品名称', 'Product', 'Product Name');
export const region = field('region', 'text', '区域', '云服务区', 'Region');
export const project = field('enterpriseProject', 'text', '企业项目', '企业项目名称', 'Enterprise Project');
export const orderId = field('orderId', 'text', '订单号', '订单ID', '所属订单', 'Order No.', 'Order ID');
export const status = field('status', 'text', '状态', 'Status');
export const account = field('account', 'text', '账号', 'Account Name');
