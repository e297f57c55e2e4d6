import type { Column } from '../format.ts';

/** Bills are kept by Beijing months; the interface prints UTC. */
export const UTC_OFFSET = 8;

export const CURRENCIES: Readonly<Record<string, string>> = { cny: 'CNY', CNY: 'CNY', usd: 'USD', USD: 'USD', hkd: 'HKD', HKD: 'HKD' };

/** Keys of the billing interface that records and sums share; Chinese names are plain words, no sheet's headers are published. */
export const sharedColumns: readonly Column[] = [
  { field: 'currency', headers: ['currency', '币种', '货币'], codes: CURRENCIES },
  { field: 'account', headers: ['user_id', '用户ID', '子账号', '账号'] },
  { field: 'payingAccount', headers: ['root_user_id', '主账号'] },
  { field: 'enterpriseProject', headers: ['project_id', 'project_name', '项目', '项目名称', '项目ID'] },
  { field: 'productType', headers: ['resource_type', '资源类型', '产品类型'] },
  { field: 'resourceId', headers: ['resource_id', '资源ID'] },
  { field: 'resourceName', headers: ['resource_name', '资源名称'] },
  { field: 'region', headers: ['zone_id', '区域', '区域ID'] },
];
