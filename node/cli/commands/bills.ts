import type { Output } from '../../../services/contract/index.ts';
import { MEASURES, vendor } from '../../../services/contract/schema.ts';
import { group, type Register } from '../command.ts';
import { csvLine } from '../csv.ts';
import { table } from '../human.ts';
import { choice, collect, period, whole } from '../options.ts';
import { condition, type Condition } from '../where.ts';

type QueryOptions = {
  groupBy: string[];
  where?: Condition[];
  period?: string;
  hideZero: boolean;
  limit: number;
  csv: boolean;
  kind: 'detail' | 'statement';
  search?: string;
};
type Vendor = (typeof vendor.options)[number];

export const bills: Register = (program, cli) => {
  const parent = group(program, 'bills', 'bills of the book');
  parent
    .command('summary')
    .description('the cards of a period')
    .requiredOption('--period <month>', 'month, such as 2023-09', period)
    .addOption(choice('--vendor <vendor>', 'of one vendor only', vendor.options))
    .option('--account <id>', 'of one account only')
    .action(async (options: { period: string; vendor?: Vendor; account?: string }) => {
      await cli.openBook();
      const summary = await cli.call('bills/summary', {
        period: options.period,
        vendor: options.vendor ?? null,
        account: options.account ?? null,
      });
      cli.terminal.answer(summary, () => describeSummary(summary));
    });
  parent
    .command('query')
    .description('sums of bill lines by columns')
    .requiredOption('--group-by <columns>', 'columns, such as productType,period', (text: string) =>
      text.split(',').map((column) => column.trim()),
    )
    .option('--where <condition>', 'column=value, column!=value or column~part; may be repeated', collect(condition))
    .option('--period <month>', 'of one month only', period)
    .option('--hide-zero', 'leave out lines whose amounts are all zero', false)
    .addOption(choice('--kind <kind>', 'bill details or transaction statements', ['detail', 'statement']).default('detail'))
    .option('--search <text>', 'part of a resource, order or transaction name')
    .option('--limit <rows>', 'at most so many rows', whole(1, 100_000), 1000)
    .option('--csv', 'print CSV', false)
    .action(async (options: QueryOptions) => {
      await cli.openBook();
      const found = await cli.call('bills/query', {
        groupBy: options.groupBy,
        where: options.where ?? [],
        period: options.period ?? null,
        hideZero: options.hideZero,
        limit: options.limit,
        kind: options.kind,
        search: options.search ?? '',
      });
      if (options.csv)
        cli.terminal.raw([found.columns, ...found.rows.map((row) => found.columns.map((column) => row[column]))].map(csvLine).join(''));
      else
        cli.terminal.answer(found, () =>
          table(
            found.columns.filter((column) => found.rows.some((row) => row[column] !== null)),
            found.rows,
          ),
        );
      if (found.truncated) cli.terminal.note(`There are more than ${options.limit} rows; the totals cover all. Raise --limit to see them.`);
    });
};

type Summary = Output<'bills/summary'>;
const CARDS = ['byVendor', 'byProductType', 'byAccount', 'byBillType', 'byBillingMode'] as const;

/** The cards of a period one below the other; measures that no line has are left out. */
function describeSummary(summary: Summary): string {
  const measures = MEASURES.filter((measure) => Object.values(summary.totals).some((sums) => sums[measure] !== null));
  const totals = Object.entries(summary.totals).map(([currency, sums]) => ({ currency, ...sums, total: summary.total[currency] }));
  const cards = CARDS.map((card) => {
    const rows = summary[card].flatMap(({ currency, groups }) =>
      groups.map((group) => ({ [card]: group.label, currency, ...group.amounts, lines: group.lines })),
    );
    return table([card, 'currency', ...measures, 'lines'], rows);
  });
  return [`${summary.period} ${summary.status}, ${summary.lines} lines`, table(['currency', ...measures, 'total'], totals), ...cards].join(
    '\n\n',
  );
}
