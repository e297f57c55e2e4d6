import type { Gap, TermSource } from '../../domain/allocation/resolve.ts';

export type Language = 'en' | 'zh-CN';

const en = {
  sheet: 'Allocation',
  stage: { opening: 'Allocated before', month: 'This month', remaining: 'Remaining', total: 'Total' },
  untold: 'Payment not told',
  effective: 'Effective cost of the source (FOCUS)',
  lines: 'Lines',
  original: 'Original order',
  first: 'Term from',
  last: 'Term to',
  days: 'Days',
  from: 'Term told by',
  amount: 'Amount',
  source: {
    given: 'given by hand',
    line: 'the bill line',
    length: 'length of the purchase',
    order: 'another line of the order',
    list: 'list beside the bill',
    rest: 'rest of the original term',
    past: 'the original term is over',
  } satisfies Record<TermSource, string>,
  gap: { 'no-term': 'term missing', 'no-original': 'original order missing', 'no-day': 'day missing' } satisfies Record<Gap, string>,
};

const zh: typeof en = {
  sheet: '成本分摊',
  stage: { opening: '期初已分摊', month: '本月分摊', remaining: '期末未分摊', total: '合计' },
  untold: '未说明支付方式',
  effective: '来源给出的摊销成本（FOCUS）',
  lines: '明细行数',
  original: '原订单号',
  first: '生效日期',
  last: '失效日期',
  days: '天数',
  from: '期限来源',
  amount: '金额',
  source: {
    given: '手工指定',
    line: '账单明细',
    length: '新购订单周期',
    order: '同一订单的其他明细',
    list: '账单之外的列表',
    rest: '原订单剩余期限',
    past: '原订单期限已过',
  },
  gap: { 'no-term': '缺少期限', 'no-original': '缺少原订单', 'no-day': '缺少日期' },
};

/** Words of the exported table. The Chinese ones are those of Huawei Cloud's glossary (billing guide, section 7.2.2.3). */
export const sheetWords = (language: Language): typeof en => (language === 'zh-CN' ? zh : en);
