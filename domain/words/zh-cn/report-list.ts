/** The list of reports. */
export const reportList = {
  'The reconciled billing report is written line by line and has no preview.': '对账后账单报告逐行写出，没有预览。',
  'Look at the bills, or choose another report.': '请查看账单，或选择其他报告。',
  'The reconciled billing report is written in one language.': '对账后账单报告只能使用一种语言。',
  'Choose English or Chinese, or another report.': '请选择英文或中文，或选择其他报告。',
  'Period {period} was never closed.': '账期 {period} 从未关账。',
  'Close it first; its certificate is made then.': '请先关账，届时生成关账证明。',
};
