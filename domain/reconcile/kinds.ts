import type { Words } from './words.ts';

/** What a difference can be: its name, and what a person does about it. */
export interface Kind {
  title: Words;
  remedy: Words;
}

const kind = (en: string, zh: string, remedy: string, remedyZh: string): Kind => ({
  title: { en, zh },
  remedy: { en: remedy, zh: remedyZh },
});

const ASK = ['Ask the vendor with these lines.', '请附上这些明细向厂商核实。'] as const;
const EXPORT = ['Export the file again and import it.', '请重新导出该文件并导入。'] as const;
const CORRECT = ['Correct the document in the book.', '请更正账本中的单据。'] as const;

/**
 * Every kind of difference that a check can name; ids never change, for discrepancies and reports are kept with them.
 * A check that cannot tell names none: a difference without a kind is shown as it is.
 */
export const KINDS = {
  'line.missing': kind('Line missing', '缺少明细行', ...EXPORT),
  'line.duplicate': kind('Line twice', '明细行重复', ...ASK),
  'line.amount': kind('Amount changed', '金额不一致', ...ASK),
  'line.arithmetic': kind('Columns do not add up', '行内金额不平', ...ASK),
  'line.sign': kind('Sign turned', '正负号相反', ...ASK),
  'line.account': kind('Other account', '账号不一致', ...ASK),
  'line.resource': kind('Other resource', '资源不一致', ...ASK),
  'line.product': kind('Other product', '产品不一致', ...ASK),
  'line.project': kind('Other enterprise project', '企业项目不一致', ...ASK),
  'line.period': kind('Other month', '账期不一致', ...ASK),
  'line.date': kind('Other day', '日期不一致', ...ASK),
  'line.currency': kind('Other currency', '币种不一致', ...ASK),
  'line.method': kind('Paid in another way', '支付方式不一致', ...ASK),
  'line.usage': kind('Quantity does not give the price', '用量与金额不符', ...ASK),
  'line.price': kind('Other unit price', '单价不一致', ...ASK),
  'line.discount': kind('Other discount', '折扣不一致', ...ASK),
  'line.order': kind('Other order', '订单不一致', ...ASK),
  'line.type': kind('Other billing mode or bill type', '计费模式或账单类型不一致', ...ASK),
  'line.region': kind('Other region', '区域不一致', ...ASK),
  'file.part-missing': kind('Part of a file missing', '缺少文件分卷', 'Import the missing part.', '请导入缺少的分卷。'),
  'file.day-missing': kind('Day missing', '缺少某日文件', 'Import the missing day.', '请导入缺少的日账单。'),
  'file.shrunk': kind('Later file has less', '较晚的文件金额变少', ...ASK),
  'account.missing': kind('Sub-account missing', '缺少子账号', 'Import the bill of the sub-account.', '请导入该子账号的账单。'),
  'order.unbilled': kind('Order not on the bill', '订单未入账', ...ASK),
  'order.unknown': kind('Billed order not in the list', '账单中的订单不在订单列表', 'Import the list of orders.', '请导入订单列表。'),
  'order.amount': kind('Order and bill differ', '订单与账单金额不一致', ...ASK),
  'refund.without-order': kind(
    'Refund without its order',
    '退款没有原订单',
    'Import the month of the order, or ask the vendor.',
    '请导入原订单所在账期，或向厂商核实。',
  ),
  'refund.exceeds': kind('Refund above what was paid', '退款超过原付款', ...ASK),
  'coupon.twice': kind('Coupon used twice', '代金券重复使用', ...ASK),
  'coupon.unrecorded': kind(
    'Coupon without a movement',
    '代金券没有收支记录',
    'Import the movements of the coupons.',
    '请导入代金券收支明细。',
  ),
  'coupon.unused': kind('Movement without a coupon on the bill', '代金券收支未体现在账单', ...ASK),
  'package.over': kind('More deducted than the package holds', '抵扣量超过资源包', ...ASK),
  'package.deduction': kind('Deduction and package differ', '抵扣明细与资源包不一致', ...ASK),
  'tax.rate': kind('Other tax rate', '税率不一致', ...ASK),
  'tax.missing': kind('Tax missing', '缺少税金', ...ASK),
  'fx.rate': kind('Other exchange rate', '汇率不一致', ...ASK),
  'quota.formula': kind('Quota does not add up', '消费配额不平', ...ASK),
  'overflow.amount': kind('Amount beyond the agreed one', '超出约定金额', ...ASK),
  'invoice.amount': kind('Invoice and bill differ', '发票与账单金额不一致', ...ASK),
  'invoice.missing': kind('Invoice missing', '缺少发票', 'Add the invoice.', '请添加发票。'),
  'invoice.duplicate': kind('Invoice twice', '发票重复', 'Void one of them.', '请作废其中一张。'),
  'credit.refund': kind('Credit note and refund differ', '贷项发票与退款不一致', ...ASK),
  'payment.amount': kind('Payment and invoice differ', '付款与发票不一致', ...CORRECT),
  'payment.missing': kind(
    'Payment missing',
    '缺少付款',
    'Add the payment, or import the bank statement.',
    '请添加付款，或导入银行对账单。',
  ),
  'payment.duplicate': kind('Payment twice', '付款重复', ...CORRECT),
  'payment.over': kind('More allocated than paid', '分配超过付款', ...CORRECT),
  'wht.rate': kind('Other rate of WHT', 'WHT税率不一致', ...CORRECT),
  'wht.missing': kind('WHT certificate missing', '缺少WHT凭证', 'Ask for the certificate and enter it.', '请索取并录入凭证。'),
  'wht.amount': kind('WHT certificate differs', 'WHT凭证金额不一致', ...CORRECT),
  'rounding.other': kind('Rounded in another way', '取整方式不一致', ...ASK),
} as const satisfies Record<string, Kind>;
export type KindId = keyof typeof KINDS;
export const KIND_IDS = Object.keys(KINDS) as [KindId, ...KindId[]];
