/** Cost allocation. */
export const allocation: Readonly<Record<string, string>> = {
  'Allocated before + this month + remaining = amounts paid': '期初已分摊 + 本月分摊 + 期末未分摊 = 已付金额',
  'Rows of this month add up to its total': '本月各行之和等于合计',
  'Payable of the month’s bill = own cost + all months of what was paid ahead + amounts without a term':
    '本月账单应付 = 当月自身成本 + 预付金额各月分摊 + 缺少期限的金额',
  'From {from} to {to} are no months that can be shown together.': '{from} 至 {to} 的月份无法一并显示。',
  'Ask for 1 to {most} months, the earlier one first.': '请选择 1 至 {most} 个月，较早的月份在前。',
  'There is no line {id} that is paid ahead.': '没有编号为 {id} 的预付明细。',
  'The term from {first} to {last} ends before it begins.': '期限 {first} 至 {last} 的结束早于开始。',
  'Give the first and the last day, both included.': '请填写首日和末日，均计入期限。',
  'The term from {first} to {last} has {days} days; the longest that can be bought is ten years.':
    '期限 {first} 至 {last} 共 {days} 天；最长只能购买十年。',
  'No term was given here by hand.': '此处没有手工填写的期限。',
  'Only terms given by hand can be taken back.': '只能撤回手工填写的期限。',
};
