import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { parseRange, rangeText, type PeriodRange } from '../../../domain/analysis/ranges.ts';
import { english } from '../../../domain/words/said.ts';
import { MEASURES, type Measure } from '../../../services/contract/schema.ts';
import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { amount, choice, collect, currency, period, whole } from '../options.ts';
import { condition, type Condition } from '../where.ts';

/** Periods side by side, unusual changes and duplicates: further commands of the group `bills`. */
export const billsAnalysis: Register = (program, cli) => {
  const bills = program.commands.find((command) => command.name() === 'bills')!;
  lines(bills.command('compare'))
    .description('two periods side by side, the largest changes first')
    .requiredOption('--period <range>', 'month or months, such as 2023-09 or 2023-07..2023-09', range)
    .option('--against <range>', 'months to compare with; without it, the months before', range)
    .option('--year-before', 'compare with the same months of the year before', false)
    .requiredOption('--by <column>', 'a column, such as productType, resourceId or tag:env')
    .addOption(choice('--measure <amount>', 'the amount compared', MEASURES).default('payable'))
    .addOption(choice('--only <which>', 'these groups only', ['all', 'both', 'new', 'gone', 'up', 'down']).default('all'))
    .option('--limit <rows>', 'at most so many rows', whole(1, 2000), 100)
    .action(async (options: Lines & CompareOptions) => {
      if (options.against && options.yearBefore) throw new InvalidArgumentError('Give --against or --year-before, not both.');
      await cli.openBook();
      const answer = await cli.call('analysis/compare', {
        ...linesOf(options),
        period: options.period,
        against: options.against ?? (options.yearBefore ? 'year-before' : 'before'),
        by: options.by,
        measure: options.measure,
        only: options.only,
        limit: options.limit,
      });
      const heading = `${rangeText(answer.now)} against ${rangeText(answer.before)} by ${answer.by}, ${answer.measure}`;
      const totals = answer.currencies.map(({ foots, groups, ...c }) => ({ ...c, ...groups, foots: foots ? 'yes' : 'no' }));
      cli.terminal.answer(answer, () =>
        [
          heading,
          table(
            ['currency', 'before', 'now', 'difference', 'percent', 'up', 'down', 'sumOfChanges', 'foots', 'both', 'new', 'gone'],
            totals,
          ),
          table(
            ['value', 'currency', 'standing', 'before', 'now', 'difference', 'percent', 'shareNow', 'linesBefore', 'linesNow'],
            answer.rows,
          ),
        ].join('\n\n'),
      );
      if (answer.count > answer.rows.length)
        cli.terminal.note(`There are ${answer.count} rows; the totals cover all. Raise --limit to see more.`);
    });

  lines(bills.command('trend'))
    .description('months side by side')
    .requiredOption('--to <month>', 'the last month', period)
    .option('--months <number>', 'how many', whole(2, 60), 12)
    .option('--by <column>', 'split by the largest groups of a column')
    .option('--top <number>', 'how many groups', whole(1, 20), 5)
    .addOption(choice('--measure <amount>', 'the amount', MEASURES).default('payable'))
    .action(async (options: Lines & { to: string; months: number; by?: string; top: number; measure: Measure }) => {
      await cli.openBook();
      const answer = await cli.call('analysis/trend', {
        ...linesOf(options),
        to: options.to,
        months: options.months,
        by: options.by ?? null,
        top: options.top,
        measure: options.measure,
      });
      cli.terminal.answer(answer, () =>
        answer.currencies
          .map(({ currency: code, totals, series, rest }) => {
            const rows = answer.periods.map((month, i) => ({
              period: month,
              total: totals[i],
              ...Object.fromEntries(series.map((s) => [s.value ?? '(missing)', s.amounts[i]])),
              ...(rest ? { rest: rest.amounts[i] } : {}),
            }));
            return `${code}\n${table(Object.keys(rows[0] ?? {}), rows)}`;
          })
          .join('\n\n'),
      );
    });

  lines(bills.command('coverage'))
    .description('cost with and without tags and enterprise projects')
    .requiredOption('--period <range>', 'month or months', range)
    .action(async (options: Lines & { period: PeriodRange }) => {
      await cli.openBook();
      const answer = await cli.call('analysis/coverage', { ...linesOf(options), period: options.period });
      cli.terminal.answer(answer, () =>
        answer.currencies
          .map((c) =>
            [
              `${c.currency} ${c.total ?? '–'}, ${c.lines} lines`,
              table(
                ['part', 'amount', 'percent', 'lines'],
                [
                  { part: 'tagged', ...c.tagged },
                  { part: 'untagged', ...c.untagged },
                  { part: 'without project', ...c.withoutProject },
                ],
              ),
              table(['key', 'amount', 'percent', 'lines'], c.keys),
              table(['value', 'amount', 'percent', 'lines'], c.projects),
            ].join('\n\n'),
          )
          .join('\n\n'),
      );
    });

  lines(bills.command('anomalies'))
    .description('resources whose cost changed unusually, and why')
    .requiredOption('--period <month>', 'the month', period)
    .option('--against <month>', 'compared with; without it, the month before', period)
    .option('--least-amount <amount>', 'smallest change', amount)
    .option('--least-percent <percent>', 'smallest change in per cent', amount)
    .option('--limit <rows>', 'at most so many rows', whole(1, 500), 50)
    .action(async (options: Lines & { period: string; against?: string; leastAmount?: string; leastPercent?: string; limit: number }) => {
      await cli.openBook();
      const answer = await cli.call('analysis/anomalies', {
        ...linesOf(options),
        period: options.period,
        against: options.against ?? null,
        thresholds: { amount: options.leastAmount ?? null, percent: options.leastPercent ?? null },
        limit: options.limit,
      });
      cli.terminal.answer(answer, () =>
        [
          `${answer.period} against ${answer.against}: ${answer.count} unusual of ${answer.large} large changes, ${answer.examined} resources`,
          table(
            [
              'resource',
              'productType',
              'currency',
              'before',
              'now',
              'difference',
              'usage',
              'price',
              'discount',
              'new',
              'gone',
              'item',
              'refund',
              'other',
              'reason',
            ],
            answer.rows.map((row) => ({
              ...row,
              ...Object.fromEntries(row.parts.map((p) => [p.effect, p.amount])),
              resource: row.resourceName ?? row.resourceId,
              reason: english(row.reason),
            })),
          ),
        ].join('\n\n'),
      );
    });

  bills
    .command('duplicates')
    .description('pairs of lines that look like one charge told twice')
    .option('--period <month>', 'of one month; without it, the whole book', period)
    .option('--where <condition>', 'column=value, column!=value or column~part; may be repeated', collect(condition))
    .addOption(choice('--state <state>', 'these pairs', ['suspected', 'explained', 'dismissed', 'all']).default('suspected'))
    .option('--limit <rows>', 'at most so many pairs', whole(1, 500), 100)
    .action(
      async (options: { period?: string; where?: Condition[]; state: 'suspected' | 'explained' | 'dismissed' | 'all'; limit: number }) => {
        await cli.openBook();
        const answer = await cli.call('analysis/duplicates', {
          period: options.period ?? null,
          where: options.where ?? [],
          state: options.state,
          limit: options.limit,
        });
        cli.terminal.answer(answer, () =>
          [
            `${answer.counts.suspected} suspected, ${answer.counts.explained} explained, ${answer.counts.dismissed} dismissed`,
            table(
              ['a', 'b', 'score', 'state', 'payable', 'currency', 'date', 'resource', 'files', 'reasons'],
              answer.rows.map(({ a, b, score, state, reasons }) => ({
                a: a.id,
                b: b.id,
                score,
                state,
                payable: a.payable,
                currency: a.currency,
                date: a.date,
                resource: a.resourceName ?? a.resourceId,
                files: a.file === b.file ? a.file : `${a.file} · ${b.file}`,
                reasons: reasons.map((r) => r.reason),
              })),
            ),
          ].join('\n\n'),
        );
      },
    );

  const marking = (name: 'dismiss' | 'restore', description: string): Command =>
    bills
      .command(name)
      .description(description)
      .argument('<line>', 'one line', whole(1, 999_999_999))
      .argument('<other>', 'the other line', whole(1, 999_999_999));
  marking('dismiss', 'say of two lines that they are no duplicates')
    .option('--note <text>', 'why', '')
    .action(async (a: number, b: number, options: { note: string }) => {
      await cli.openBook();
      const answer = await cli.call('analysis/dismiss', { pairs: [{ a, b }], note: options.note });
      cli.terminal.answer(answer, () => (answer.marked ? 'marked as no duplicates' : 'was marked already'));
    });
  marking('restore', 'take that back').action(async (a: number, b: number) => {
    await cli.openBook();
    const answer = await cli.call('analysis/restore', { pairs: [{ a, b }] });
    cli.terminal.answer(answer, () => (answer.restored ? 'taken back' : 'there was no such mark'));
  });
};

interface Lines {
  where?: Condition[];
  search?: string;
  hideZero: boolean;
  currency?: string;
}
interface CompareOptions {
  period: PeriodRange;
  against?: PeriodRange;
  yearBefore: boolean;
  by: string;
  measure: Measure;
  only: 'all' | 'both' | 'new' | 'gone' | 'up' | 'down';
  limit: number;
}

/** Options that narrow the lines, the same for all that read them. */
const lines = (command: Command): Command =>
  command
    .option('--where <condition>', 'column=value, column!=value or column~part; may be repeated', collect(condition))
    .option('--search <text>', 'part of a resource, order or transaction name')
    .option('--hide-zero', 'leave out lines whose amounts are all zero', false)
    .option('--currency <code>', 'of one currency only', currency);

const linesOf = ({ where, search, hideZero, currency: code }: Lines) => ({
  // XXX is the code for lines whose source names no currency.
  where: [...(where ?? []), ...(code ? [condition(code === 'XXX' ? 'currency=' : `currency=${code}`)] : [])],
  search: search ?? '',
  hideZero,
});

function range(text: string): PeriodRange {
  const read = parseRange(text);
  if (!read.ok) throw new InvalidArgumentError(`${read.error.message} ${read.error.details?.remedy ?? ''}`.trim());
  return read.value;
}
