/** Comparing periods, unusual changes and duplicates. */
export const analysis: Readonly<Record<string, string>> = {
  'The range ends ({to}) before it begins ({from}).': '账期范围的结束（{to}）早于开始（{from}）。',
  'The range has {months} months; at most {most} are compared.': '账期范围有 {months} 个月；最多对比 {most} 个月。',
  'Write the earlier month first, such as 2023-07..2023-09.': '请先写较早的月份，如 2023-07..2023-09。',
  '{now} and {before} share a month.': '{now} 与 {before} 有相同的月份。',
  'Choose ranges that have no month in common.': '请选择没有相同月份的范围。',
  'Nothing changed from {before} to {now}.': '{before} 至 {now} 没有变化。',
  'New in {now}: nothing was charged for it in {before}, now {amount} {currency}.':
    '{now} 新增：{before} 未计费，现为 {amount} {currency}。',
  'Not charged any more in {now}: it came to {amount} {currency} in {before}.': '{now} 不再计费：{before} 为 {amount} {currency}。',
  'Usage{what} went from {from} to {to}{unit}: {amount} of the change of {of} {currency}.':
    '用量{what} 由 {from} 变为 {to}{unit}：在变化 {of} {currency} 中占 {amount}。',
  'Mostly usage: {amount} of the change of {of} {currency}.': '主要为用量变化：在变化 {of} {currency} 中占 {amount}。',
  'Mostly price: {amount} of the change of {of} {currency}.': '主要为价格变化：在变化 {of} {currency} 中占 {amount}。',
  'The unit price went from {from} to {to}: {amount} of the change of {of} {currency}.':
    '单价由 {from} 变为 {to}：在变化 {of} {currency} 中占 {amount}。',
  'The average price went from {from} to {to} a unit (the bill prints no single unit price): {amount} of the change of {of} {currency}.':
    '平均单价由 {from} 变为 {to}（账单未给出唯一单价）：在变化 {of} {currency} 中占 {amount}。',
  'Less or more is taken off the list price (discounts, rounding-off): {amount} of the change of {of} {currency}.':
    '官网价的减免（优惠、抹零）有变化：在变化 {of} {currency} 中占 {amount}。',
  'Refunds and adjustments: {amount} of the change of {of} {currency}.': '退款与调账：在变化 {of} {currency} 中占 {amount}。',
  'Its specification or charge items changed: {amount} of the change of {of} {currency}.':
    '规格或计费项有变化：在变化 {of} {currency} 中占 {amount}。',
  'Charged per unit beyond the printed unit price (tiers, packages, rounding): {amount} of the change of {of} {currency}.':
    '每单位费用在所列单价之外的变化（阶梯、资源包、取整）：在变化 {of} {currency} 中占 {amount}。',
  'The bill tells no usage on both sides, so that price and usage cannot be told apart: {amount} of the change of {of} {currency}.':
    '账单两期未同时给出用量，无法区分价格与用量：在变化 {of} {currency} 中占 {amount}。',
  'Same amount and currency.': '金额与币种相同。',
  'Same resource.': '资源相同。',
  'Same day.': '日期相同。',
  'Same usage.': '用量相同。',
  'Same specification, usage type or product.': '规格、使用量类型或产品相同。',
  'Same order, which is charged once.': '同一订单，应只计费一次。',
  'Same order or transaction number.': '订单号或交易号相同。',
  'Told by files of two formats: perhaps two tellings of one bill.': '来自两种格式的文件：可能是同一账单的两份。',
  'From two files.': '来自两个文件。',
  'In different billing periods.': '账期不同。',
  'Different order or transaction numbers: the vendor tells them apart.': '订单号或交易号不同：供应商视其为两笔。',
  'From two parts of one delivery, which do not repeat each other.': '来自同一次交付的两个分卷，彼此不重复。',
  'Two rows of one file: the vendor printed both, and the import keeps honest twins.': '同一文件中的两行：供应商列出两行，导入时如实保留。',
  'The lines {a} and {b} are no pair of bill lines.': '第 {a} 行与第 {b} 行不是一对账单明细。',
};
