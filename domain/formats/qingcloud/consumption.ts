import { say } from '../../words/said.ts';
import type { Adapt } from '../adapter.ts';
import { onClock } from '../clock.ts';
import type { TableFormat } from '../format.ts';
import { anyOf } from '../name-set.ts';
import { sharedColumns, UTC_OFFSET } from './rules.ts';

const TIME = ['start_time', 'end_time', '开始时间', '起始时间', '计费开始时间', '消费时间', '结束时间', '截止时间', '计费结束时间'];
const isTimed = anyOf(TIME);
const isByResource = anyOf(['resource_id', '资源ID', 'resource_name', '资源名称']);

/** Times in UTC, which end in Z, become Beijing times; times without a zone are Beijing times already. */
const beijing: Adapt = (headers) => {
  const row: (string | null)[] = [];
  return {
    headers,
    evidence: [say`Times that end in Z are UTC; they are kept as Beijing time`],
    row: (cells) => {
      for (const [i, cell] of cells.entries()) row[i] = cell?.endsWith('Z') ? onClock(cell, UTC_OFFSET) : cell;
      return row;
    },
    end: () => [],
  };
};

/**
 * 消费明细 and the consumption block of 账单总览, exported from QingCloud's console. Their headers are published in pictures only:
 * the names of the billing interface and plain Chinese words are accepted. Since words such as 资源ID and 金额 stand in bills of
 * every cloud, a file is recognised by itself only where it has the interface's own names; otherwise the format is chosen by hand.
 */
export const qingcloudConsumption: TableFormat = {
  id: 'qingcloud.consumption',
  vendor: 'qingcloud',
  title: 'QingCloud consumption (sheet or CSV)',
  titleZh: '青云消费明细、消费汇总（表格）',
  kind: 'detail',
  shape: 'table',
  columns: [
    { field: 'period', type: 'period', headers: ['账期', '月份', '消费月份', 'month', ...TIME] },
    { field: 'date', type: 'date', headers: TIME },
    {
      field: 'payable',
      type: 'amount',
      required: true,
      headers: ['fee', '消费金额', '金额', '费用', '消费', '扣费金额', '实际消费', '合计'],
    },
    { field: 'listPrice', type: 'amount', headers: ['原价', '应付原价'] },
    { field: 'discount', type: 'amount', headers: ['优惠金额', '折扣金额'] },
    { field: 'cash', type: 'amount', headers: ['余额支付', '现金支付', '余额'] },
    { field: 'bonus', type: 'amount', headers: ['奖金支付', '赠送金支付', '奖金'] },
    { field: 'coupon', type: 'amount', headers: ['优惠券抵扣', '优惠券支付', '优惠券'] },
    { field: 'unitPrice', type: 'amount', headers: ['price', '单价'] },
    { field: 'usage', type: 'amount', headers: ['total_sum', '用量', '使用量'] },
    { field: 'usageUnit', headers: ['unit', '单位', '计量单位'] },
    { field: 'usageType', headers: ['remarks', '备注', '计费项'] },
    { field: 'billingMode', headers: ['计费方式', '计费模式', '计费类型'] },
    ...sharedColumns,
  ],
  identities: [],
  marks: ['fee'],
  when: anyOf(['resource_id', 'resource_type', 'root_user_id', 'zone_id']),
  currency: () => 'CNY',
  utcOffset: UTC_OFFSET,
  adapt: beijing,
  view: (names) => (isTimed(names) && isByResource(names) ? 'detail' : isByResource(names) ? 'resource-cycle' : 'summary'),
  delivery: (names) => (isTimed(names) && isByResource(names) ? 'adds' : 'replaces'),
};
