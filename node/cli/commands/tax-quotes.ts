import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { whole } from '../options.ts';

/** Quotes on record: further commands of the group `tax`. */
export const taxQuotes: Register = (program, cli) => {
  const tax = program.commands.find((command) => command.name() === 'tax')!;
  tax
    .command('quotes')
    .description('quotes on record, newest first')
    .option('--rule <id>', 'those that used this rule')
    .option('--limit <rows>', 'at most so many', whole(1, 10_000), 1000)
    .action(async (options: { rule?: string; limit: number }) => {
      await cli.openBook();
      const rows = await cli.call('tax/quotes', { rule: options.rule ?? null, limit: options.limit });
      cli.terminal.answer(rows, () =>
        table(
          ['id', 'at', 'rule', 'country', 'entity', 'date', 'currency', 'amount', 'tax', 'invoiceTotal', 'netPayable', 'pack', 'invoices'],
          rows.map((row) => ({ ...row, invoices: row.invoices.map((i) => i.number) })),
        ),
      );
    });
  const id = ['<id>', 'number of the quote (see “tax quotes”)', whole(1, 999_999_999)] as const;
  tax
    .command('recorded')
    .description('one quote on record, whole')
    .argument(...id)
    .action(async (quote: number) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('tax/quote-record', { id: quote }));
    });
  tax
    .command('recompute')
    .description('answer a recorded case again by the very rules that were used')
    .argument(...id)
    .action(async (quote: number) => {
      await cli.openBook();
      const answer = await cli.call('tax/recompute', { id: quote });
      cli.terminal.answer(answer);
      if (!answer.equal) cli.differs();
    });
};
