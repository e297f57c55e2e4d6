import type { Register } from '../formats/format.ts';

/**
 * What a column of a list holds. `money`: an amount in a currency; `quantity`: a figure with a printed unit; `number`: a
 * figure without one (a rate). `time`: an instant, or a day where the vendor prints no more; `day`; `month`; `count`.
 */
export type RegisterColumnType = 'text' | 'ident' | 'money' | 'quantity' | 'number' | 'time' | 'day' | 'month' | 'count';

export interface RegisterColumn {
  /** Canonical name: that of the fields of domain/formats. */
  name: string;
  title: string;
  titleZh: string;
  type: RegisterColumnType;
  /** Fields that name the unit, the first that has a value; for money without any it is the row's own currency. */
  unit?: readonly string[];
  /** The column's figures add up to something: a price does, a balance after each movement does not. */
  adds?: boolean;
  /** Shown before a person has chosen columns. */
  shown?: boolean;
}

/** One kind of list beside the bill, whoever its vendor is. */
export interface RegisterList {
  kind: Register;
  title: string;
  titleZh: string;
  columns: readonly RegisterColumn[];
  /** The column whose day a range is asked for, and how the list is read: what comes next, or what came last. */
  date: string;
  order: 'ascending' | 'descending';
  /** The column that tells rows apart by their state or kind; null where no vendor prints one. */
  state: string | null;
}

type Rest = Omit<Partial<RegisterColumn>, 'name' | 'title' | 'titleZh' | 'type'>;

export const column = (
  name: string,
  title: string,
  titleZh: string,
  type: RegisterColumnType = 'text',
  rest: Rest = {},
): RegisterColumn => ({
  name,
  title,
  titleZh,
  type,
  ...rest,
});
export const shown = { shown: true } as const;
/** A money column whose sum means something. */
export const sums = { adds: true } as const;
export const shownSums = { shown: true, adds: true } as const;

/** Columns that several lists have. */
export const orderId = column('orderId', 'Order', '订单号', 'ident');
export const productType = column('productType', 'Product type', '产品类型', 'text', shown);
export const product = column('product', 'Product', '产品');
export const spec = column('spec', 'Specification', '规格');
export const region = column('region', 'Region', '区域', 'text', shown);
export const project = column('enterpriseProject', 'Enterprise project', '企业项目');
export const account = column('account', 'Account', '账号');
export const resourceId = column('resourceId', 'Resource ID', '资源ID', 'ident');
export const resourceName = column('resourceName', 'Resource name', '资源名称', 'text', shown);
export const status = column('status', 'Status', '状态', 'text', shown);
export const unit = column('unit', 'Unit', '单位', 'text', shown);
export const transactionType = column('transactionType', 'Transaction type', '交易类型', 'text', shown);
export const remark = column('remark', 'Remarks', '备注');
export const listPrice = column('listPrice', 'List price', '官网价', 'money', sums);
export const discount = column('discount', 'Discount', '优惠金额', 'money', sums);
/** Both sides of a payment in two currencies: what was paid, in its own currency, at the printed rate. */
export const converted = [
  column('paidAmount', 'Amount paid', '实付金额', 'money', { ...shownSums, unit: ['paidCurrency'] }),
  column('paidCurrency', 'Currency paid', '实付币种', 'text', shown),
  column('rate', 'Exchange rate', '汇率', 'number'),
] as const;
