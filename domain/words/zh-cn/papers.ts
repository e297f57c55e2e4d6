/** What a country's rules ask for on a document. */
export const papers = {
  "the seller's tax number": '销售方税号',
  "the buyer's tax number": '购买方税号',
  "the seller's address": '销售方地址',
  "the buyer's address": '购买方地址',
  'the rate of the tax': '税率',
  "the tax in the country's own currency, with the exchange rate": '以当地币种列示的税额及汇率',
  "the totals in the country's own currency, with the exchange rate": '以当地币种列示的合计及汇率',
  "its words in the country's own script, which this paper does not print": '当地文字的字样（本文书不印当地文字的标签）',
  "the place of supply: the buyer's region": '供应地（购买方所在地区）',
  'a service code (SAC) in the description of every line': '每行项目中的服务代码 (SAC)',
  'a number of at most 16 characters': '不超过 16 个字符的号码',
  'a number that begins with the code for this kind of customer': '以该类客户代码开头的号码',
  'the invoice that is credited': '被冲减的发票',
  'the reason of the credit note': '贷项发票的原因',
} as const satisfies Record<string, string>;
