import { INCOME_TYPES, type IncomeType } from '../../../domain/tax/treaty.ts';
import { customerStatus } from '../../../services/contract/schema.ts';
import { group, type Register } from '../command.ts';
import { amount, choice, country, currency, date, entity, region } from '../options.ts';
import { taxId } from './tax-id.ts';
import { taxResidence } from './tax-residence.ts';
import { taxSelfAccount } from './tax-self-account.ts';
import { taxWht } from './tax-wht.ts';

type Options = {
  country: string;
  entity: string;
  status: (typeof customerStatus.options)[number];
  region?: string;
  amount: string;
  currency: string;
  date: string;
  whtRate?: string;
  usageDate?: string;
  incomeType?: IncomeType;
  record?: boolean;
};

export const tax: Register = (program, cli) => {
  const made = group(program, 'tax', 'tax rules');
  taxId(made, cli);
  taxResidence(made, cli);
  taxWht(made, cli);
  taxSelfAccount(made, cli);
  made
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
    .option('--usage-date <day>', 'day of consumption, for rules that count by it', date)
    .addOption(choice('--income-type <kind>', 'kind of income, where a treaty rate depends on it', INCOME_TYPES))
    .option('--record', 'keep the answer in the book')
    .action(async (options: Options) => {
      const { whtRate, region: where, record = false, ...rest } = options;
      const asked = { ...rest, region: where ?? null, whtRate: whtRate ?? null };
      if (record) {
        await cli.openBook();
        const { id, quote } = await cli.call('tax/record-quote', asked);
        cli.terminal.answer({ recorded: id, ...quote });
        return;
      }
      await cli.openBookIfNamed();
      cli.terminal.answer(await cli.call('tax/quote', asked));
    });
};
