import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { amount, country, currency, entity } from '../options.ts';

/** `tax gross-up` and `tax wht-clauses`: withholding tax in the price. Neither needs a book. */
export function taxWht(tax: Command, cli: Cli): void {
  tax
    .command('gross-up')
    .description('the price that holds the withholding tax, from one that does not: net ÷ (1 − rate)')
    .requiredOption('--net <amount>', 'price without withholding tax', amount)
    .requiredOption('--rate <percent>', 'withholding rate in percent', amount)
    .requiredOption('--currency <code>', 'such as USD', currency)
    .action(async (options: { net: string; rate: string; currency: string }) => {
      cli.terminal.answer(await cli.call('tax/gross-up', { net: options.net, ratePct: options.rate, currency: options.currency }));
    });
  tax
    .command('wht-clauses')
    .description('whether the price holds the withholding tax, and from when on')
    .requiredOption('--country <code>', 'customer’s country, such as MY', country)
    .requiredOption('--entity <id>', 'contracting entity, such as SPARKOO_SG', entity)
    .action(async (options: { country: string; entity: string }) => {
      await cli.openBookIfNamed();
      cli.terminal.answer(await cli.call('tax/wht-clauses', options));
    });
}
