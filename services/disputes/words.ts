import type { Bilingual } from '../../domain/words/said.ts';

const pair = (en: string, zh: string): Bilingual => ({ en, zh });

/** Words of the letter on differences; holes are `{name}`. */
export const DISPUTE_WORDS = {
  title: pair('Query on billed amounts', '账单差异核实函'),
  to: pair('To', '收件方'),
  from: pair('From', '发件方'),
  reference: pair('Our reference', '我方编号'),
  date: pair('Date', '日期'),
  period: pair('Billing period', '账期'),
  deadline: pair('Answer by', '请于此日前答复'),
  greeting: pair('Dear Sir or Madam,', '敬启者：'),
  lead: pair(
    'In reconciling your bills of {period} we found the differences below. The figures and lines are quoted from the files that you made available; file and row are given for each.',
    '我方核对贵司 {period} 账期账单时，发现下列差异。所列金额与明细均引自贵司提供的文件，并逐一注明文件名与行号。',
  ),
  request: pair(
    'Please look into them and by {deadline} either correct the bill or issue a credit note, or tell us how the figures come about.',
    '请予核实，并于 {deadline} 前更正账单或开具贷项发票，或说明相关金额的计算依据。',
  ),
  differences: pair('Differences', '差异'),
  no: pair('No.', '序号'),
  what: pair('What', '内容'),
  theirs: pair('Your figure', '贵司金额'),
  ours: pair('Our figure', '我方金额'),
  difference: pair('Difference', '差额'),
  currency: pair('Currency', '币种'),
  lines: pair('Lines', '明细'),
  file: pair('File', '文件'),
  row: pair('Row', '行'),
  day: pair('Day', '日期'),
  order: pair('Order or transaction', '订单号/交易号'),
  resource: pair('Resource', '资源'),
  amount: pair('Payable', '应付金额'),
  text: pair('What does not fit', '不符之处'),
  more: pair('Of no. {no}, {listed} of {count} lines are listed.', '第 {no} 项共 {count} 行明细，列出 {listed} 行。'),
  attached: pair('All listed lines are attached as XLSX and CSV.', '全部所列明细另附 XLSX 与 CSV 文件。'),
  sideNote: pair('Your figure: {theirs}. Our figure: {ours}.', '贵司金额：{theirs}。我方金额：{ours}。'),
  closing: pair('Yours faithfully,', '此致'),
  signatory: pair('For {company}: name, signature, date', '{company}：签字人、签字、日期'),
  content: pair('Content SHA-256', '内容 SHA-256'),
  page: pair('Page {page} of {pages}', '第 {page} 页，共 {pages} 页'),
  subject: pair('{reference}: differences on your bills of {period}', '{reference}：{period} 账期账单差异核实'),
  mailItem: pair('{no}. {what}: {difference} {currency}', '{no}. {what}：{difference} {currency}'),
  mailFiles: pair('Files:', '附件：'),
} as const satisfies Record<string, Bilingual>;
