import type { Words } from './check.ts';

/** What checks are grouped under: the three steps of the vendor's reconciliation guide, then the book's own documents. */
export const STEPS = {
  payments: { en: '1 Consumption and payments', zh: '步骤1 现金消费总计与付款总计' },
  statement: { en: '2 Month and statement', zh: '步骤2 月账单与流水账单' },
  detail: { en: '3 Statement and details', zh: '步骤3 流水账单与明细账单' },
  tellings: { en: 'Bill against bill', zh: '账单与账单' },
  lines: { en: 'Lines', zh: '明细逐行' },
  invoices: { en: 'Invoices', zh: '发票' },
  settlement: { en: 'Payments', zh: '付款' },
  wht: { en: 'WHT certificates', zh: 'WHT凭证' },
  prices: { en: 'Prices', zh: '价格' },
  lists: { en: 'Lists beside the bill', zh: '账单外的列表' },
  agreements: { en: 'Agreements', zh: '商务约定' },
  tax: { en: 'Tax', zh: '税' },
  vendor: { en: "Vendor's formulas", zh: '厂商公式' },
} as const satisfies Record<string, Words>;
