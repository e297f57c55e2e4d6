import { csvLine, headerOf, type SampleColumn } from '../csv.ts';
import type { SampleWriter } from '../generate.ts';
import { addMoney } from './add-money.ts';
import { leadingColumns, moneyColumns } from './cells.ts';
import { huaweiLines, type HuaweiLine } from './lines.ts';

/**
 * 流水账单 of the same month as the detail bill with the same options: one row per order or deduction and bill type, whose
 * money is the sum of its detail lines.
 */
export const huaweiStatementCsv: SampleWriter = function* (options, tally) {
  const columns: SampleColumn<HuaweiLine>[] = [
    ...leadingColumns(options),
    { zh: '区域', en: 'Region', cell: (l) => l.resource.region[options.language] },
    ...moneyColumns(options),
    {
      zh: '支付状态',
      en: 'Payment Status',
      cell: (l) => (options.language === 'zh' ? (l.money.outstanding ? '未结清' : '已支付') : l.money.outstanding ? 'Outstanding' : 'Paid'),
    },
  ];
  yield csvLine(headerOf(columns, options), options);
  for (const row of tradeRows(huaweiLines(options))) {
    tally.rows++;
    tally.line(options.currency, row.money);
    yield csvLine(
      columns.map((column) => column.cell(row)),
      options,
    );
  }
};

/** Lines of one order or deduction and bill type as one. */
export function* tradeRows(lines: Iterable<HuaweiLine>): Iterable<HuaweiLine> {
  let current: HuaweiLine | undefined;
  for (const line of lines) {
    if (current && current.tradeId === line.tradeId && current.billType === line.billType)
      current.money = addMoney(current.money, line.money);
    else {
      if (current) yield current;
      current = { ...line };
    }
  }
  if (current) yield current;
}
