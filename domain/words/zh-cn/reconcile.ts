/** The arithmetic of checks and what is wrong with a line. */
export const reconcile: Readonly<Record<string, string>> = {
  'half-up to {places} decimals: {value} → {rounded} ({policy})': '四舍五入到 {places} 位小数：{value} → {rounded}（{policy}）',
  'cut to {places} decimals: {value} → {rounded} ({policy})': '截取到 {places} 位小数：{value} → {rounded}（{policy}）',
  '{certificate}: {total}; lines {lines}': '{certificate}：{total}；各行 {lines}',
  '{invoice}: {total} − credited {credited} − paid {paid} = {short}; certificates {certificates}':
    '{invoice}：{total} − 已冲销 {credited} − 已付 {paid} = {short}；凭证 {certificates}',
  '{invoice}: {total} = paid {paid} + withheld {withheld} + credited {credited} + open {open}':
    '{invoice}：{total} = 已付 {paid} + 预扣税 {withheld} + 已冲销 {credited} + 未结 {open}',
  'paid {settled} + withheld {withheld} − tax not on the bill {tax} = {paid}':
    '已付 {settled} + 预扣税 {withheld} − 账单外税额 {tax} = {paid}',
  '{consumption} + refunds {refunds} = {due}': '{consumption} + 退款 {refunds} = {due}',
  'net {net} → {netCents} ({policy}) + tax {tax} → {taxCents} ({taxPolicy}) = {total}':
    '不含税 {net} → {netCents}（{policy}）+ 税额 {tax} → {taxCents}（{taxPolicy}）= {total}',
  '{left} = {parts}': '{left} = {parts}',
  '{left} ≠ {parts} = {total}; off by {difference}': '{left} ≠ {parts} = {total}；相差 {difference}',
  '{sum}; order {order}: statement {statement}, details {details}': '{sum}；订单 {order}：流水账单 {statement}，明细账单 {details}',
  'payable {payable} is the difference': '应付金额 {payable} 即为差额',
  '{what} — {name}': '{what} — {name}',
  '{invoice} ({state}): {due} − {settled} = {open}': '{invoice}（{state}）：{due} − {settled} = {open}',
};
