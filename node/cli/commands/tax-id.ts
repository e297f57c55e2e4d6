import type { Command } from 'commander';
import { english } from '../../../domain/words/said.ts';
import type { Cli } from '../cli.ts';
import { country, region } from '../options.ts';

/** `tax id`: how a tax or registration number is written, and whether its check digit fits. Needs no book. */
export function taxId(tax: Command, cli: Cli): void {
  tax
    .command('id')
    .description('judge a tax number by shape and check digit; without a number, the kinds that are known')
    .argument('[number]', 'the number as printed')
    .option('--country <code>', 'its country, such as TH', country)
    .option('--scheme <id>', 'kind of number, such as GSTIN')
    .option('--region <code>', 'region that it should fit, such as IN-HR', region)
    .action(async (value: string | undefined, options: { country?: string; scheme?: string; region?: string }, command: Command) => {
      if (value === undefined) {
        cli.terminal.answer(await cli.call('taxIds/schemes', { country: options.country ?? null }));
        return;
      }
      if (options.country === undefined)
        return command.error('required option “--country <code>” not specified.', { code: 'commander.missingMandatoryOptionValue' });
      const verdict = await cli.call('taxIds/check', {
        country: options.country,
        scheme: options.scheme ?? null,
        value,
        region: options.region ?? null,
      });
      cli.terminal.answer({ ...verdict, reasons: verdict.reasons.map(english) });
    });
}
