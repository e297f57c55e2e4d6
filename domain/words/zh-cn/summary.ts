/** Figures of a bill's summary and their conversion. */
export const summary: Readonly<Record<string, string>> = {
  '{amount} × {rate} = {value} {currency}': '{amount} × {rate} = {value} {currency}',
  '{amount} × {rate} = {exact} → {value} {currency} ({policy})': '{amount} × {rate} = {exact} → {value} {currency}（{policy}）',
  'A rate from {currency} into itself changes nothing.': '从 {currency} 到自身的汇率没有意义。',
  'Choose another payment currency.': '请选择其他付款货币。',
  '{rate} is not a rate: it must be above zero.': '{rate} 不是汇率：汇率必须大于零。',
  'Write how many {to} one {from} is, such as 1.04.': '请填写 1 {from} 等于多少 {to}，例如 1.04。',
  'The card “{card}” stands in the layout twice.': '卡片“{card}”在布局中出现了两次。',
  'Name each card once.': '每张卡片只列一次。',
};
