/** Letters to vendors on differences. */
export const disputes = {
  'There is nothing to write about.': '没有可致函的内容。',
  'Choose a check that fails, or a difference that is followed up.': '请选择未通过的检查项，或正在跟进的差异。',
  'The differences are of {count} vendors.': '所选差异涉及 {count} 个厂商。',
  'Write a letter to each of them.': '请分别致函。',
  'There is no check {check} in this period.': '本期没有检查项 {check}。',
  'The check {check} has no difference that is not explained.': '检查项 {check} 没有未解释的差异。',
  'Choose a check that fails.': '请选择未通过的检查项。',
  'There is no difference {id} in {period}.': '{period} 没有差异 {id}。',
  'Reconciliation finds difference {id} no more.': '对账已不再发现差异 {id}。',
  'Settle it instead of writing about it.': '请将其结清，无需致函。',
  'There is no vendor {id} among the parties.': '往来方中没有厂商 {id}。',
  'Choose another addressee.': '请选择其他收件方。',
  'An answer cannot be asked for by {deadline}, before the letter of {date}.': '答复期限 {deadline} 不能早于信函日期 {date}。',
  'Choose a later day.': '请选择较晚的日期。',
};
