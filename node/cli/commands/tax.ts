import { customerStatus } from '../../../services/contract/schema.ts';
import { group, type Register } from '../command.ts';
import { amount, choice, country, currency, date, entity, region } from '../options.ts';

type Options = {
  country: string;
  entity: string;
  status: (typeof customerStatus.options)[number];
  region?: string;
  amount: string;
  currency: string;
  date: string;
  whtRate?: string;
};

export const tax: Register = (program, cli) => {
  group(program, 'tax', 'tax rules')
    .command('quote')
    .description('tax and withholding on an amount, with the rule that applied')
    .requiredOption('--country <code>', 'customer’s country, such as MY', country)
    .requiredOption('--entity <id>', 'contracting entity, such as SPARKOO_SG', entity)
    .addOption(choice('--status <status>', 'registration status', customerStatus.options).makeOptionMandatory())
    .option('--region <code>', 'where the tax depends on it, such as PK-SD', region)
    .requiredOption('--amount <amount>', 'net amount', amount)
    .requiredOption('--currency <code>', 'such as USD', currency)
    .requiredOption('--date <day>', 'tax point, YYYY-MM-DD', date)
    .option('--wht-rate <percent>', 'withholding rate in percent', amount)
    .action(async (options: Options) => {
      const { whtRate, region: where, ...rest } = options;
      cli.terminal.answer(await cli.call('tax/quote', { ...rest, region: where ?? null, whtRate: whtRate ?? null }));
    });
};
