import type { Command } from 'commander';
import type { ResidenceCertificate } from '../../../services/contract/residence.ts';
import type { Cli } from '../cli.ts';
import { group } from '../command.ts';
import { table } from '../human.ts';
import { country, date, entity, whole } from '../options.ts';

const COLUMNS = ['id', 'holder', 'residence', 'forCountry', 'number', 'validFrom', 'validTo', 'state', 'daysLeft', 'files'] as const;
const id = whole(1, 999_999_999);

const row = ({ entity: of, party, attachments, ...rest }: ResidenceCertificate): Record<string, unknown> => ({
  ...rest,
  holder: of ?? party?.name,
  files: attachments.length,
});

/** `tax residence`: certificates of tax residence, on which treaty rates rest. */
export function taxResidence(tax: Command, cli: Cli): void {
  const made = group(tax, 'residence', 'certificates of tax residence');
  made
    .command('list')
    .description('every certificate, withdrawn ones too')
    .option('--entity <id>', 'of this contracting entity', entity)
    .option('--for <country>', 'for this country of the customer', country)
    .action(async (options: { entity?: string; for?: string }) => {
      await cli.openBook();
      const list = await cli.call('residence/list', { entity: options.entity ?? null, forCountry: options.for ?? null });
      cli.terminal.answer(list, () => table(COLUMNS, list.map(row)));
    });
  made
    .command('add')
    .description('record a certificate')
    .option('--entity <id>', 'contracting entity whose it is, such as SPARKOO_SG', entity)
    .option('--party <id>', 'or the party whose it is', id)
    .requiredOption('--residence <country>', 'country that it was given out in, such as SG', country)
    .requiredOption('--for <country>', 'country of the customer, such as MY', country)
    .requiredOption('--number <number>', 'number as printed')
    .requiredOption('--from <day>', 'first day', date)
    .requiredOption('--to <day>', 'last day, included', date)
    .option('--note <text>', 'note', '')
    .option('--file <file>', 'the paper as PDF or picture')
    .action(
      async (o: {
        entity?: string;
        party?: number;
        residence: string;
        for: string;
        number: string;
        from: string;
        to: string;
        note: string;
        file?: string;
      }) => {
        await cli.openBook();
        const added = await cli.call('residence/add', {
          entity: o.entity ?? null,
          partyId: o.party ?? null,
          residence: o.residence,
          forCountry: o.for,
          number: o.number,
          validFrom: o.from,
          validTo: o.to,
          note: o.note,
          file: o.file === undefined ? null : cli.reads(o.file),
        });
        cli.terminal.answer(added);
      },
    );
  made
    .command('attach')
    .description('hang a paper on a certificate')
    .argument('<id>', 'the certificate', id)
    .requiredOption('--file <file>', 'the paper as PDF or picture')
    .action(async (certificate: number, options: { file: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('residence/attach', { id: certificate, file: cli.reads(options.file) }));
    });
  made
    .command('withdraw')
    .description('take a certificate out of effect; it stays on record')
    .argument('<id>', 'the certificate', id)
    .requiredOption('--reason <text>', 'why')
    .action(async (certificate: number, options: { reason: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('residence/withdraw', { id: certificate, reason: options.reason }));
    });
}
