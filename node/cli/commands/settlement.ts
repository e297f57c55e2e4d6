import type { Command } from 'commander';
import { english } from '../../../domain/words/said.ts';
import { vendor } from '../../../services/contract/schema.ts';
import type { Cli } from '../cli.ts';
import { table } from '../human.ts';
import { choice, whole } from '../options.ts';

type Vendor = (typeof vendor.options)[number];
const SHARES = ['reference', 'date', 'cash', 'withheld', 'gross', 'base', 'indirectTax'];

/** `invoices settlement`: from the total to what is open, line by line. */
export function invoicesSettlement(parent: Command, cli: Cli): void {
  parent
    .command('settlement')
    .description('how cash and certificates settle an invoice, line by line')
    .requiredOption('--number <number>', 'the invoice')
    .addOption(choice('--vendor <vendor>', 'whose, where two have the number', vendor.options))
    .action(async (options: { number: string; vendor?: Vendor }) => {
      await cli.openBook();
      const told = await cli.call('invoices/settlement', options);
      cli.terminal.answer(told, () => {
        const lines = told.lines.map((line) => ({
          ...line,
          value: `${line.sign}${line.value}`,
          source: line.source?.reference ?? null,
          formula: line.formula === null ? null : english(line.formula),
        }));
        return [
          table(['kind', 'value', 'currency', 'source', 'formula'], lines),
          ...(told.shares.length > 0 ? [table(SHARES, told.shares)] : []),
          `${told.match}${told.rounding ? ' (what is open is no more than rounding)' : ''}`,
        ].join('\n\n');
      });
    });
}

/** `payments settles`: what a payment settles of each invoice, gross and net. */
export function paymentsSettles(parent: Command, cli: Cli): void {
  parent
    .command('settles')
    .description('what a payment settles of its invoices: cash, tax presumed to be withheld, share of the base')
    .requiredOption('--id <id>', 'the payment', whole(1, 999_999_999))
    .action(async (options: { id: number }) => {
      await cli.openBook();
      const rows = await cli.call('payments/settles', options);
      cli.terminal.answer(rows, () => table(['invoice', 'currency', 'cash', 'withheld', 'gross', 'base', 'indirectTax', 'kind'], rows));
    });
}
