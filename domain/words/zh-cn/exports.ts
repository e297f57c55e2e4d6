/** Exports: what they are refused for, and how they end. */
export const exports = {
  'There is no export {id} on the list.': '列表中没有编号为 {id} 的导出。',
  'Refresh the list.': '请刷新列表。',
  'Export {id} is still being written.': '导出 {id} 仍在写入。',
  'Cancel it, or wait until it is done.': '请取消它，或等待其完成。',
  'The export stopped: {reason}.': '导出已停止：{reason}。',
  'No file was left behind. Close other programs if memory is short, and try again.': '没有留下文件。如内存不足，请关闭其他程序后重试。',
  'The book was closed before the export was complete. No file was written.': '导出完成之前账本已关闭。未写入文件。',
  'Open the book and export again.': '请打开账本后重新导出。',
  'The workbook would be larger than 4 GiB, which spreadsheets do not open.': '工作簿将超过 4 GiB，电子表格程序无法打开。',
  'Export fewer lines or columns, or write CSV.': '请减少明细或列，或导出 CSV。',
  'There are more than {most} groups.': '分组多于 {most} 个。',
  'Group by fewer columns, narrow the filter, or export the lines.': '请减少分组列、缩小筛选范围，或导出明细。',
  'The groups have no column “{name}”.': '分组中没有列“{name}”。',
  'Choose from {columns}.': '可选：{columns}。',
};
