import type { TableFormat } from '../format.ts';
import { anyOf } from '../name-set.ts';
import type { View } from '../views.ts';
import { COMPONENT } from './detail.ts';
import { tencentName } from './names.ts';
import { discountDerived, payableIdentity, TAG_PREFIX, totals, UTC_OFFSET } from './rules.ts';

const PRODUCT = ['产品名称', 'Product Name'];
const PROJECT = ['项目名称', 'Project Name'];
const REGION = ['地域', 'Region'];
const MODE = ['计费模式', '交易类型', 'Billing Mode', 'Transaction Type'];
const TAG = ['标签', '标签值', '标签键', 'Tag', 'Tag Value', 'Tag Key'];
const VIEWS_BY: readonly (readonly [(names: ReadonlySet<string>) => boolean, View])[] = [
  [anyOf(PRODUCT), 'product-cycle'],
  [anyOf(PROJECT), 'project-cycle'],
  [anyOf(REGION), 'region-cycle'],
  [anyOf(MODE), 'mode-cycle'],
  [anyOf(TAG), 'tag-cycle'],
];

/** By what the month is summed up; without any of these it is the month's total (L0). */
export const summaryView = (names: ReadonlySet<string>): View => VIEWS_BY.find(([has]) => has(names))?.[1] ?? 'summary';

/**
 * L1 账单汇总 (by product, project, region, billing mode or tag) and an L0 overview as a sheet. L0 itself comes as PDF. The labels
 * are those of the billing API; the sheet's own headers are not published. Two decimals.
 */
export const tencentSummary: TableFormat = {
  id: 'tencent.summary',
  vendor: 'tencent',
  title: 'Tencent Cloud bill summary (L0, L1 CSV)',
  titleZh: '腾讯云汇总账单（L0、L1 CSV）',
  kind: 'detail',
  shape: 'table',
  columns: [
    { field: 'period', type: 'period', headers: ['账单归属月', '账单月份', '月份', '账期', 'Bill Month', 'Month'] },
    { field: 'payingAccount', headers: ['支付者UIN', 'Payer Account ID'] },
    { field: 'account', headers: ['使用者UIN', 'Owner Account ID'] },
    { field: 'productType', headers: PRODUCT },
    { field: 'product', headers: ['子产品名称', 'Subproduct Name'] },
    { field: 'enterpriseProject', headers: PROJECT },
    { field: 'region', headers: REGION },
    { field: 'billingMode', headers: ['计费模式', 'Billing Mode'] },
    { field: 'billType', headers: ['交易类型', 'Transaction Type'] },
    { field: 'tags', headers: ['标签', '标签值', 'Tag', 'Tag Value'] },
    ...totals,
  ],
  identities: [payableIdentity],
  marks: ['优惠后总价', 'Total Amount After Discount (Excluding Tax)'],
  excludes: [...COMPONENT, '资源ID', 'Instance ID', 'Resource ID'],
  when: (names) => names.has('优惠后总价') || names.has('currency'),
  derive: [discountDerived],
  currency: () => 'CNY',
  utcOffset: UTC_OFFSET,
  tagPrefix: TAG_PREFIX,
  view: summaryView,
  delivery: 'replaces',
  nameHint: tencentName,
};
