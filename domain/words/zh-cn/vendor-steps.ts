/** What the checks of the vendors' own reconciliation steps say of figures and lines. */
export const vendorSteps: Readonly<Record<string, string>> = {
  "The summary's columns do not add up: payable {payable}, its parts {parts}.": '汇总账单各列不平：应付 {payable}，构成合计 {parts}。',
  '{parts} make {sum}': '{parts}，合计 {sum}',
  '{figure} {amount}': '{figure} {amount}',
  '{figure}: {step}': '{figure}：{step}',
  'of which the precision row is {row}, counted once': '其中精度差异行 {row}，计一次',
  'The precision row stands {rows} times in the details: {row} in all, half of it too much.':
    '明细中精度差异行出现 {rows} 次：合计 {row}，其中一半多计。',
  'precision row {payable}': '精度差异行 {payable}',
  '{invoice}: {due} due + {advance} paid ahead; usage {usage} − coupons {coupons} + tax {tax}':
    '{invoice}：应付 {due} + 预付 {advance}；用量 {usage} − 优惠券 {coupons} + 税 {tax}',
  '{count} subscription orders: {ordered}': '{count} 笔包年包月订单：{ordered}',
  '{left} is due; the orders make {ordered}, usage less coupons and with tax {usage}.':
    '应付 {left}；订单合计 {ordered}，用量减优惠券加税为 {usage}。',
  'order {amount}': '订单 {amount}',
  'The fee is {fee}, its parts make {parts}.': '消费金额为 {fee}，其构成合计 {parts}。',
};
