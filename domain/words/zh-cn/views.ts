/** Saved views, ranges of billing cycles and the sizes of figures. */
export const views: Readonly<Record<string, string>> = {
  'The book has no view {id}.': '账本中没有视图 {id}。',
  'It may have been deleted; refresh the list.': '它可能已被删除，请刷新列表。',
  'There is a view “{name}” already.': '已有名为“{name}”的视图。',
  'Choose another name, or save over that view.': '请另取名称，或覆盖保存该视图。',
  'Exchange the two months.': '请对调两个月份。',
  '“{name}” is not an amount; its values have no sizes.': '“{name}”不是金额，其值没有大小。',
  'Name an amount, such as payable.': '请指定金额列，如 payable。',
};
