import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { amount, collect, currency, date, plainAllocation } from '../options.ts';
import { paymentsSettles } from './settlement.ts';

type AddOptions = {
  date: string;
  amount: string;
  currency: string;
  reference: string;
  method?: string;
  note?: string;
  allocate?: { invoice: string; amount: string }[];
};

export const payments: Register = (program, cli) => {
  const parent = group(program, 'payments', 'payments and what they paid');
  paymentsSettles(parent, cli);
  parent
    .command('add')
    .description('record a payment')
    .requiredOption('--date <day>', 'value date', date)
    .requiredOption('--amount <amount>', 'paid', amount)
    .requiredOption('--currency <code>', 'such as USD', currency)
    .requiredOption('--reference <text>', 'reference of the bank')
    .option('--method <text>', 'how it was paid')
    .option('--note <text>', 'remark')
    .option('--allocate <invoice=amount>', 'what it pays; may be repeated', collect(plainAllocation))
    .action(async (options: AddOptions) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('payments/add', options));
    });
  parent
    .command('list')
    .description('payments with what is left of them')
    .option('--search <text>', 'part of the reference or note')
    .action(async (options: { search?: string }) => {
      await cli.openBook();
      const list = await cli.call('payments/list', options);
      cli.terminal.answer(list, () => table(['id', 'date', 'reference', 'currency', 'amount', 'allocated', 'left', 'status'], list));
    });
};
