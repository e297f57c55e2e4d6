import type { Command } from 'commander';
import { FOCUS_DATASETS } from '../../../services/contract/focus.ts';
import { group, type Register } from '../command.ts';
import { choice, collect, period } from '../options.ts';
import { condition, type Condition } from '../where.ts';

type ExportOptions = {
  dataset: (typeof FOCUS_DATASETS)[number];
  focusVersion?: '1.2' | '1.4';
  period?: string;
  from?: string;
  to?: string;
  where?: Condition[];
  hideZero: boolean;
  search?: string;
  format?: 'csv' | 'parquet';
  out: string;
};

/** The group `export`, which another file registers before this one. */
const exportGroup = (program: Command): Command =>
  program.commands.find((command) => command.name() === 'export') ?? group(program, 'export', 'write reports and bills to files');

export const focus: Register = (program, cli) => {
  exportGroup(program)
    .command('focus')
    .description('FOCUS 1.2 cost and usage of bill lines, or FOCUS 1.4 invoice detail of the register')
    .addOption(choice('--dataset <dataset>', 'what to write', FOCUS_DATASETS).default('cost-and-usage'))
    .addOption(choice('--focus-version <version>', 'by the dataset unless given', ['1.2', '1.4']))
    .option('--period <month>', 'of one month only', period)
    .option('--from <month>', 'from this month on', period)
    .option('--to <month>', 'up to this month, inclusive', period)
    .option('--where <condition>', 'column=value, column!=value or column~part; may be repeated', collect(condition))
    .option('--hide-zero', 'leave out lines whose amounts are all zero', false)
    .option('--search <text>', 'part of a resource, order or transaction name; of an invoice number')
    .addOption(choice('--format <format>', 'by the ending of --out unless given', ['csv', 'parquet']))
    .requiredOption('--out <file>', 'where to write')
    .action(async (options: ExportOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const written = await cli.call('export/focus', {
        dataset: options.dataset,
        version: options.focusVersion ?? null,
        period: options.period ?? null,
        from: options.from ?? null,
        to: options.to ?? null,
        where: options.where ?? [],
        hideZero: options.hideZero,
        search: options.search ?? '',
        format: options.format ?? (options.out.toLowerCase().endsWith('.parquet') ? 'parquet' : 'csv'),
        target,
      });
      cli.terminal.answer({
        ...written,
        file: cli.path(options.out),
        gaps: written.gaps.map(({ kind, column, count, message }) => ({ kind, column, count, message })),
      });
    });

  const parent = group(program, 'focus', 'hold FOCUS files against the specification');
  parent
    .command('check')
    .description('whether a FOCUS file is valid, rule by rule; exit status 3 where it is not')
    .argument('<file>', 'CSV, Parquet, workbook or archive')
    .action(async (file: string) => {
      const found = await cli.call('focus/check', { file: cli.reads(file) });
      if (!found.valid) cli.differs();
      cli.terminal.answer({
        ...found,
        file: cli.path(file),
        findings: found.findings.map(({ level, code, column, row, count, message }) => ({ level, code, column, row, count, message })),
      });
    });
};
