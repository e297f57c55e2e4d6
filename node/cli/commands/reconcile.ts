import { vendor } from '../../../services/contract/schema.ts';
import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, period } from '../options.ts';

export const reconcile: Register = (program, cli) => {
  program
    .command('reconcile')
    .description('hold the bills of a period against statements, invoices, payments and certificates')
    .requiredOption('--period <month>', 'month, such as 2023-09', period)
    .addOption(choice('--vendor <vendor>', 'of one vendor only', vendor.options))
    .action(async (options: { period: string; vendor?: (typeof vendor.options)[number] }) => {
      await cli.openBook();
      const done = await cli.call('reconcile/run', { period: options.period, vendor: options.vendor ?? null });
      cli.terminal.answer(done, () =>
        [
          table(['id', 'left', 'right', 'difference', 'status'], done.checks),
          ...done.checks.filter((check) => check.status !== 'pass').map((check) => `${check.status}: ${check.title}: ${check.explanation}`),
        ].join('\n'),
      );
      if (done.counts.fail > 0) cli.differs();
    });
};
