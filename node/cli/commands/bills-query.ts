import type { Command } from 'commander';
import { refuse } from '../../../domain/result.ts';
import type { SavedView } from '../../../services/contract/views.ts';
import type { Cli } from '../cli.ts';
import { csvLine } from '../csv.ts';
import { table } from '../human.ts';
import { choice, collect, period, whole } from '../options.ts';
import { condition, type Condition } from '../where.ts';

interface QueryOptions {
  groupBy?: string[];
  view?: string;
  where?: Condition[];
  period?: string;
  from?: string;
  to?: string;
  hideZero?: boolean;
  limit: number;
  csv: boolean;
  kind?: 'detail' | 'statement';
  search?: string;
}

/** `bills query`: sums by columns, or what a saved view groups by; what is given beside a view takes the place of its own. */
export function billsQuery(parent: Command, cli: Cli): void {
  parent
    .command('query')
    .description('sums of bill lines by columns')
    .option('--group-by <columns>', 'columns, such as productType,period', (text: string) => text.split(',').map((column) => column.trim()))
    .option('--view <name>', 'as a saved view groups and filters (see “views list”)')
    .option('--where <condition>', 'column=value, column!=value or column~part; may be repeated', collect(condition))
    .option('--period <month>', 'of one month only', period)
    .option('--from <month>', 'from this month on', period)
    .option('--to <month>', 'up to this month, itself included', period)
    .option('--hide-zero', 'leave out lines whose amounts are all zero')
    .addOption(choice('--kind <kind>', 'bill details or transaction statements', ['detail', 'statement']))
    .option('--search <text>', 'part of a resource, order or transaction name')
    .option('--limit <rows>', 'at most so many rows', whole(1, 100_000), 1000)
    .option('--csv', 'print CSV', false)
    .action(async (options: QueryOptions) => {
      if (options.groupBy === undefined && options.view === undefined)
        refuse('cli.no-groups', 'Nothing says what to group by.', {
          column: '--group-by',
          remedy: 'Add --group-by COLUMNS, such as productType,period, or --view NAME.',
        });
      await cli.openBook();
      const view = options.view === undefined ? null : await viewNamed(cli, options.view);
      const found = await cli.call('bills/query', inputOf(options, view));
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
}

async function viewNamed(cli: Cli, name: string): Promise<SavedView> {
  const views = await cli.call('views/list', {});
  const view = views.find((v) => v.name === name) ?? views.find((v) => v.name.toLowerCase() === name.trim().toLowerCase());
  if (view) return view;
  return refuse('cli.no-view', `The book has no view “${name}”.`, {
    column: '--view',
    value: name,
    remedy: views.length > 0 ? `There are: ${views.map((v) => v.name).join(', ')}.` : 'Save one in the bill details.',
  });
}

/** The view's groups, then the day or, over several billing cycles, the cycle, as the screen lays them out. */
function groupsOf({ name, definition: { groupBy, by, cycle } }: SavedView): string[] {
  const time = by === 'day' ? ['date'] : by === 'cycle' && cycle !== 'current' ? ['period'] : [];
  const groups = [...groupBy, ...time.filter((column) => !groupBy.includes(column))];
  if (groups.length === 0)
    refuse('cli.view-lines', `The view “${name}” shows lines; it groups by nothing.`, {
      column: '--view',
      value: name,
      remedy: 'Add --group-by COLUMNS.',
    });
  return groups;
}

function inputOf(options: QueryOptions, view: SavedView | null) {
  const told = view?.definition;
  const range = told !== undefined && typeof told.cycle === 'object' ? told.cycle : { from: null, to: null };
  const ownTime = options.period !== undefined || options.from !== undefined || options.to !== undefined;
  const currency = told?.currency && told.currency !== 'ALL' ? [{ column: 'currency', op: 'is' as const, value: told.currency }] : [];
  const groupBy = options.groupBy ?? (view ? groupsOf(view) : []);
  return {
    groupBy,
    where: [...(told?.where ?? []), ...currency, ...(options.where ?? [])],
    period: options.period ?? null,
    from: ownTime ? (options.from ?? null) : range.from,
    to: ownTime ? (options.to ?? null) : range.to,
    hideZero: options.hideZero ?? told?.hideZero ?? false,
    limit: options.limit,
    kind: options.kind ?? told?.kind ?? ('detail' as const),
    search: options.search ?? told?.search ?? '',
    sort: options.groupBy || !told ? [] : sortOf(told, groupBy[0] ?? 'currency'),
  };
}

/** The screen sorts each level by itself, and what is laid out by its total. */
const sortOf = ({ groupSort, measure }: SavedView['definition'], first: string) =>
  groupSort.map(({ column, descending }) => ({ column: column === 'group' ? first : column === 'total' ? measure : column, descending }));
