import type { Bilingual } from '../../domain/words/said.ts';

const pair = (en: string, zh: string): Bilingual => ({ en, zh });

/** Every label and sentence that papers share, in both languages; holes are `{name}`. What one country says stands in paper-rules.json. */
export const PAPER_WORDS = {
  invoice: pair('Invoice', '发票'),
  creditNote: pair('Credit Note', '贷项发票'),
  transcript: pair('Transcript of a received invoice – not the original', '所收发票的录入副本，并非原件'),
  transcriptCredit: pair('Transcript of a received credit note – not the original', '所收贷项发票的录入副本，并非原件'),
  notIssued: pair('Not issued yet', '尚未开具'),
  void: pair('Void', '已作废'),

  seller: pair('Seller', '销售方'),
  buyer: pair('Buyer', '购买方'),
  mailTo: pair('Mail to', '寄送地址'),
  number: pair('Number', '发票号码'),
  date: pair('Date', '开具日期'),
  due: pair('Due', '付款期限'),
  currency: pair('Currency', '币种'),
  billingPeriod: pair('Billing period', '账期'),
  servicePeriod: pair('Service period', '服务期间'),
  orderReference: pair('Order reference', '订单号'),
  buyerReference: pair('Your reference', '购买方参考号'),
  credits: pair('Credits invoice', '冲减发票'),
  placeOfSupply: pair('Place of supply', '供应地'),
  reverseCharge: pair('Tax payable on reverse charge', '是否反向征收'),
  customerStatus: pair('Customer tax status', '客户税务资质'),
  transactionCode: pair('Tax invoice code', '税务发票代码'),
  yes: pair('Yes', '是'),
  no: pair('No', '否'),
  registered: pair('registered for VAT', '已注册增值税'),
  unregistered: pair('not registered for VAT', '未注册增值税'),
  vatCollector: pair('registered for VAT, VAT collector', '已注册增值税，VAT collector'),
  notCollector: pair('registered for VAT, not a VAT collector', '已注册增值税，非 VAT collector'),

  line: pair('No.', '序号'),
  description: pair('Description', '项目'),
  quantity: pair('Quantity', '数量'),
  price: pair('Unit price', '单价'),
  rate: pair('Rate', '税率'),
  lineTax: pair('Tax', '税额'),
  amount: pair('Amount', '金额'),
  carried: pair('Carried forward', '转下页'),
  brought: pair('Brought forward', '承上页'),
  linesSum: pair('Sum of lines', '行合计'),
  noLines: pair('No single lines are on record.', '账簿中没有单独的行。'),

  taxTable: pair('Tax', '税额明细'),
  tax: pair('Tax', '税'),
  base: pair('Taxable amount', '计税金额'),
  taxAmount: pair('Tax amount', '税额'),
  notCollected: pair('paid by the customer', '由客户缴纳'),

  rounding: pair('Rounding', '尾差'),
  otherAmounts: pair('Amounts not in the lines', '行外金额'),
  net: pair('Total without tax', '不含税合计'),
  netCredited: pair('Credited without tax', '冲减金额（不含税）'),
  total: pair('Total', '价税合计'),
  totalCredited: pair('Total credited', '冲减合计'),
  customerPays: pair('Less tax paid by the customer', '减：由客户自行缴纳的税款'),
  amountDue: pair('Amount due to the seller', '应付销售方金额'),
  capitals: pair('In words', '金额大写'),
  inCurrency: pair('In {currency}', '折合 {currency}'),
  fxRate: pair('1 {from} = {rate} {to}', '1 {from} = {rate} {to}'),
  fxRateOn: pair('1 {from} = {rate} {to} on {date}', '{date} 汇率：1 {from} = {rate} {to}'),

  payment: pair('Payment', '付款信息'),
  terms: pair('Terms', '付款条件'),
  bank: pair('Bank', '开户行'),
  holder: pair('Account holder', '户名'),
  account: pair('Account', '账号'),
  quote: pair('Please quote', '请备注'),
  notes: pair('Notes', '备注'),
  reason: pair('Reason', '原因'),
  signatory: pair('For {seller}: authorised signatory', '{seller} 授权签字'),

  fiscal: pair(
    'The tax authority recognises the {form} as the fiscal document; this paper stands beside it and does not take its place.',
    '税务机关认可的法定凭证为{form}；本文件仅与其并存，不能代替。',
  ),
  converted: pair(
    'Tax and total are each converted and rounded half up; the amount without tax is the difference.',
    '税额与合计分别折算并四舍五入，不含税金额为两者之差。',
  ),
  glyphs: pair(
    'A character without a glyph in the font of this file is shown as a box; the book has the original text.',
    '本文件字体中没有字形的字符以方框表示，原文见账簿。',
  ),
  localName: pair(
    'A name in its own script is left out: the font of this file has no glyphs for it.',
    '当地文字的名称未印出：本文件字体没有相应字形。',
  ),
  content: pair('Content SHA-256', '内容 SHA-256'),
  page: pair('Page {page} of {pages}', '第 {page} 页，共 {pages} 页'),
} as const satisfies Record<string, Bilingual>;
export type PaperWord = keyof typeof PAPER_WORDS;

/** Names of units of UN/ECE Recommendation 20 that clouds charge by; any other is printed by its code. */
export const UNITS: Readonly<Record<string, Bilingual>> = {
  C62: pair('', ''),
  EA: pair('', ''),
  HUR: pair('h', '小时'),
  MIN: pair('min', '分钟'),
  SEC: pair('s', '秒'),
  DAY: pair('days', '天'),
  MON: pair('months', '月'),
  ANN: pair('years', '年'),
  '4L': pair('MB', 'MB'),
  E34: pair('GB', 'GB'),
  E35: pair('TB', 'TB'),
  LS: pair('lump sum', '项'),
};
