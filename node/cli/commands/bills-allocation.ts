import { InvalidArgumentError, type Command } from 'commander';
import type { Output } from '../../../services/contract/index.ts';
import { language, vendor } from '../../../services/contract/schema.ts';
import type { Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, collect, date, period, whole } from '../options.ts';
import { condition, type Condition } from '../where.ts';

type Vendor = (typeof vendor.options)[number];
interface Scope {
  period: string;
  groupBy: string[];
  where?: Condition[];
  search?: string;
  usage: boolean;
}
type Show = Scope & { to?: string; lines: boolean; missing: boolean; limit: number };
type Export = Scope & { lines: boolean; format?: 'csv' | 'xlsx'; out: string; language?: (typeof language.options)[number]; bom: boolean };

const columns = (text: string): string[] => text.split(',').map((column) => column.trim());

/** An order as VENDOR:ORDER, or the number of a line. */
function target(text: string): { vendor: Vendor; order: string } | { line: number } {
  if (/^[0-9]{1,15}$/.test(text)) return { line: Number(text) };
  const [name = '', ...order] = text.split(':');
  const known = vendor.safeParse(name);
  if (!known.success || order.join(':').trim() === '')
    throw new InvalidArgumentError('Give an order as VENDOR:ORDER, such as huawei:CS2309280716ABCDE, or the number of a line.');
  return { vendor: known.data, order: order.join(':').trim() };
}

const scoped = (command: Command): Command =>
  command
    .requiredOption('--period <month>', 'month, such as 2023-09', period)
    .option('--group-by <columns>', 'columns, such as productType,account', columns, ['productType'])
    .option('--where <condition>', 'column=value, column!=value or column~part; may be repeated', collect(condition))
    .option('--search <text>', 'part of a resource, order or transaction name')
    .option('--no-usage', 'only what is paid ahead');

const asked = ({ where, search, groupBy, usage }: Scope) => ({ where: where ?? [], search: search ?? '', groupBy, usage });

/** `bills allocation`, `bills term` and `export allocation`. */
export const billsAllocation: Register = (program, cli) => {
  const bills = program.commands.find((command) => command.name() === 'bills') ?? group(program, 'bills', 'bills of the book');
  scoped(bills.command('allocation').description('cost of a month: amounts paid ahead spread over their terms by days'))
    .option('--to <month>', 'by months instead, from --period to this one', period)
    .option('--lines', 'the lines that are paid ahead instead of groups', false)
    .option('--missing', 'with --lines: only those whose term is missing', false)
    .option('--limit <rows>', 'at most so many rows', whole(1, 100_000), 1000)
    .action(async (options: Show) => {
      await cli.openBook();
      await cli.call('allocation/read', {});
      if (options.lines) await showLines(cli, options);
      else if (options.to === undefined) await showGroups(cli, options);
      else await showMonths(cli, options, options.to);
    });
  bills
    .command('term')
    .description('the term of an order or a line that is paid ahead, given by hand')
    .argument('<target>', 'VENDOR:ORDER, or the number of a line', target)
    .option('--from <day>', 'first day', date)
    .option('--to <day>', 'last day, included', date)
    .option('--note <text>', 'where it is from', '')
    .option('--clear', 'take back the term that was last given', false)
    .action(async (to: ReturnType<typeof target>, options: { from?: string; to?: string; note: string; clear: boolean }) => {
      if (
        options.clear === (options.from !== undefined || options.to !== undefined) ||
        (options.from === undefined) !== (options.to === undefined)
      )
        bills.error('give --from and --to, or --clear alone', { exitCode: 2, code: 'commander.missingOption' });
      await cli.openBook();
      await cli.call('allocation/read', {});
      cli.terminal.answer(
        options.clear
          ? await cli.call('allocation/clearTerm', { to })
          : await cli.call('allocation/setTerm', { to, first: options.from!, last: options.to!, note: options.note }),
      );
    });
  const exports =
    program.commands.find((command) => command.name() === 'export') ?? group(program, 'export', 'write reports and bills to files');
  scoped(exports.command('allocation').description('the allocation of a month as a table'))
    .option('--lines', 'the lines that are paid ahead instead of groups', false)
    .addOption(choice('--format <format>', 'by the ending of --out unless given', ['csv', 'xlsx']))
    .addOption(choice('--language <language>', 'the book’s unless given', language.options))
    .requiredOption('--out <file>', 'where to write')
    .option('--no-bom', 'CSV without byte order mark')
    .action(async (options: Export) => {
      const token = cli.writes(options.out);
      await cli.openBook();
      await cli.call('allocation/read', {});
      const written = await cli.call('export/allocation', {
        ...asked(options),
        period: options.period,
        rows: options.lines ? 'lines' : 'groups',
        format: options.format ?? (options.out.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv'),
        target: token,
        language: options.language ?? null,
        bom: options.bom,
      });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    });
};

type Summary = Output<'allocation/summary'>;
type Standing = Summary['totals'][string];
const flat = ({ opening, month, remaining, total }: Standing): Record<string, string> => ({
  opening: opening.total,
  month: month.total,
  remaining: remaining.total,
  total: total.total,
});
const FIGURES = ['opening', 'month', 'remaining', 'total'] as const;

async function showGroups(cli: Cli, options: Show): Promise<void> {
  const found = await cli.call('allocation/summary', { ...asked(options), period: options.period, limit: options.limit });
  cli.terminal.answer(found, () => {
    const effective = found.rows.some((row) => row.effective !== null) ? ['effective'] : [];
    const rows = found.rows.map(({ values, currency, lines, standing, effective: told }) => ({
      ...Object.fromEntries(found.columns.map((column, i) => [column, values[i]])),
      currency,
      ...flat(standing),
      effective: told,
      lines,
    }));
    return [
      table([...found.columns, 'currency', ...FIGURES, ...effective, 'lines'], rows),
      table(
        ['currency', ...FIGURES],
        Object.entries(found.totals).map(([currency, standing]) => ({ currency, ...flat(standing) })),
      ),
      ...(found.missing.lines > 0
        ? [
            `${found.missing.lines} lines have no term and are in none of these figures: ${Object.entries(found.missing.totals)
              .map(([currency, sum]) => `${sum} ${currency}`)
              .join(', ')}. See them with --lines --missing.`,
          ]
        : []),
    ].join('\n\n');
  });
  if (found.truncated) cli.terminal.note(`There are more than ${options.limit} rows; the totals cover all. Raise --limit to see them.`);
  if (found.checks.some(({ pass }) => !pass)) cli.differs();
}

async function showMonths(cli: Cli, options: Show, to: string): Promise<void> {
  const found = await cli.call('allocation/months', { ...asked(options), from: options.period, to, limit: Math.min(1000, options.limit) });
  cli.terminal.answer(found, () =>
    table(
      [...found.columns, 'currency', ...found.months, 'total'],
      found.rows.map(({ values, currency, figures, total }) => ({
        ...Object.fromEntries(found.columns.map((column, i) => [column, values === null ? '(others)' : values[i]])),
        currency,
        ...Object.fromEntries(found.months.map((month, i) => [month, figures[i]])),
        total,
      })),
    ),
  );
}

async function showLines(cli: Cli, options: Show): Promise<void> {
  const { where, search } = asked(options);
  const found = await cli.call('allocation/rows', {
    where,
    search,
    period: options.period,
    state: options.missing ? 'missing' : 'all',
    limit: Math.min(1000, options.limit),
  });
  cli.terminal.answer(found, () =>
    table(
      [
        'id',
        'orderId',
        'productType',
        'billType',
        'first',
        'last',
        'days',
        'told by',
        'currency',
        'amount',
        'opening',
        'month',
        'remaining',
      ],
      found.rows.map(({ term, standing, from, gap, ...row }) => ({
        ...row,
        ...term,
        'told by': from ?? gap,
        ...(standing && flat(standing)),
      })),
    ),
  );
  if (found.count > found.rows.length) cli.terminal.note(`There are ${found.count} lines; the totals cover all.`);
}
