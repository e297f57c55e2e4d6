import type { View } from '../../formats/views.ts';
import type { Words } from '../words.ts';

const BY = {
  usage: { en: 'by usage', zh: '按使用量' },
  resource: { en: 'by resource', zh: '按资源' },
  product: { en: 'by product', zh: '按产品' },
  type: { en: 'by product type', zh: '按产品类型' },
  account: { en: 'by account', zh: '按账号' },
  project: { en: 'by project', zh: '按项目' },
  region: { en: 'by region', zh: '按区域' },
  mode: { en: 'by billing mode', zh: '按计费模式' },
  tag: { en: 'by tag', zh: '按标签' },
} as const satisfies Record<string, Words>;
const SPANS = {
  line: { en: 'line by line', zh: '明细' },
  day: { en: 'by day', zh: '按天' },
  cycle: { en: 'by billing cycle', zh: '按账期' },
} as const satisfies Record<string, Words>;

const WHOLE: Readonly<Record<string, Words>> = {
  statement: { en: 'transaction statement', zh: '流水账单' },
  detail: { en: 'bill details', zh: '明细账单' },
  expenditures: { en: 'daily expenditures', zh: '每日资源消费记录' },
  summary: { en: 'summary', zh: '汇总账单' },
  usage: { en: 'usage', zh: '用量' },
  invoice: { en: 'invoices', zh: '发票' },
};

/** The counted bill and a telling as they stand in a sentence: the bill by resource, by billing cycle. */
export const COUNTED: Words = { en: 'the counted bill', zh: '计入账单' };
export function sideWords(view: View | 'statement'): Words {
  const { en, zh } = viewWords(view);
  return WHOLE[view] ? { en: `the ${en}`, zh } : { en: `the bill ${en}`, zh: `${zh}账单` };
}

/** What a person calls a telling: by resource, by billing cycle. */
export function viewWords(view: View | 'statement'): Words {
  const whole = WHOLE[view];
  if (whole) return whole;
  const [by, span] = view.split('-') as [keyof typeof BY, keyof typeof SPANS];
  return { en: `${BY[by].en}, ${SPANS[span].en}`, zh: `${BY[by].zh}（${SPANS[span].zh}）` };
}
