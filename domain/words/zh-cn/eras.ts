/** How a month came to whole cents, and by which rule it would have. */
export const eras: Readonly<Record<string, string>> = {
  '{n} sums per specification and usage type, each cut to {places} decimals: {exact} → {cut} ({policy})':
    '按规格与使用量类型汇总 {n} 项，各截取到 {places} 位小数：{exact} → {cut}（{policy}）',
  'pay-per-use of the month, cut to {places} decimals: {exact} → {cut} ({policy})':
    '当月按需消费合计截取到 {places} 位小数：{exact} → {cut}（{policy}）',
  '{n} settlements, each cut to {places} decimals: {exact} → {cut} ({policy})':
    '{n} 笔结算，各截取到 {places} 位小数：{exact} → {cut}（{policy}）',
  'the most is cut away from {examples}': '截去最多的有 {examples}',
  '{name}: {exact} → {cut}': '{name}：{exact} → {cut}',
  '{n} orders and other charges apart, not cut: {exact}': '另有 {n} 笔订单及其他费用，不截取：{exact}',
  '{n} orders and other charges apart, each cut to {places} decimals: {exact} → {cut}':
    '另有 {n} 笔订单及其他费用，各截取到 {places} 位小数：{exact} → {cut}',
  'cut away in all: {whole} − {value} = {away}': '共截去：{whole} − {value} = {away}',
  '{wanted} is {exact} by another rule: {other} ({policy}). The rule of {period}: {title} ({own}).':
    '{wanted} 是 {exact} 按另一规则所得：{other}（{policy}）。{period} 的规则：{title}（{own}）。',
};
