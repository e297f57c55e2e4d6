/** First cells of the rows that vendors add below a table. */
const FOOTER = new Set(['合计', '总计', '小计', 'total', 'grandtotal', 'sum']);

/** True for a row of totals, told by its first cell. */
export const isFooter = (firstCell: string): boolean =>
  firstCell.length > 0 && firstCell.length <= 40 && FOOTER.has(firstCell.replace(/[\s:：]/g, '').toLowerCase());
