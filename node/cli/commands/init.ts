import { customerStatus, language, settlement } from '../../../services/contract/schema.ts';
import type { Register } from '../command.ts';
import { choice, country, currency, entity, region } from '../options.ts';

type Options = {
  country: string;
  entity: string;
  customerStatus: (typeof customerStatus.options)[number];
  currency: string;
  settlement: (typeof settlement.options)[number];
  region?: string;
  language: (typeof language.options)[number];
  company?: string;
};

export const init: Register = (program, cli) => {
  program
    .command('init')
    .description('make a new book at --book')
    .requiredOption('--country <code>', 'customer’s country, such as TH', country)
    .requiredOption('--entity <id>', 'contracting entity, such as SPARKOO_TH', entity)
    .addOption(choice('--customer-status <status>', 'registration status', customerStatus.options).makeOptionMandatory())
    .requiredOption('--currency <code>', 'currency of the book, such as USD', currency)
    .addOption(choice('--settlement <kind>', 'when the vendor settles', settlement.options).default('monthly'))
    .option('--region <code>', 'where the tax depends on it, such as PK-SD', region)
    .addOption(choice('--language <language>', 'language of reports', language.options).default('en'))
    .option('--company <name>', 'the customer’s name')
    .action(async (options: Options) => {
      const path = cli.bookPath();
      const info = await cli.call('book/create', {
        target: cli.writes(path),
        country: options.country,
        entity: options.entity,
        customerStatus: options.customerStatus,
        currency: options.currency,
        settlement: options.settlement,
        region: options.region ?? null,
        language: options.language,
        company: options.company ?? '',
      });
      cli.terminal.answer({ book: path, ...info });
    });
};
