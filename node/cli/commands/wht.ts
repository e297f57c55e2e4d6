import { Option } from 'commander';
import { refuse } from '../../../domain/result.ts';
import { WHT_STATUSES } from '../../../domain/wht/states.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { allocation, amount, choice, collect, currency, date, type AllocationText } from '../options.ts';

type AddOptions = {
  number?: string;
  generate?: boolean;
  date: string;
  total: string;
  currency: string;
  allocate: AllocationText[];
  attach: string[];
  issuer?: string;
  note?: string;
};

export const wht: Register = (program, cli) => {
  const parent = group(program, 'wht', 'withholding-tax certificates');
  parent
    .command('add')
    .description('record a certificate')
    .addOption(new Option('--number <number>', 'as printed on it').conflicts('generate'))
    .option('--generate', 'make a number for a paper that carries none')
    .requiredOption('--date <day>', 'its date', date)
    .requiredOption('--total <amount>', 'tax withheld', amount)
    .requiredOption('--currency <code>', 'of the certificate', currency)
    .requiredOption('--allocate <invoice=amount[:payamount]>', 'invoice it was withheld from; may be repeated', collect(allocation))
    .requiredOption('--attach <file...>', 'the certificate itself (jpeg, png, gif, pdf, zip)')
    .option('--issuer <name>', 'who issued it')
    .option('--note <text>', 'remark')
    .action(async (options: AddOptions) => {
      if (options.number === undefined && !options.generate)
        refuse('cli.no-number', 'The certificate has no number.', {
          remedy: 'Add --number N, or --generate for a paper that carries none.',
        });
      const attach = options.attach.map((file) => cli.reads(file));
      await cli.openBook();
      const { number, date: day, total, currency: unit, allocate, issuer, note } = options;
      cli.terminal.answer(
        await cli.call('wht/add', {
          number: number ?? null,
          date: day,
          total,
          currency: unit,
          allocate,
          attach,
          issuer: issuer ?? '',
          note: note ?? '',
        }),
      );
    });
  parent
    .command('list')
    .description('certificates with status')
    .addOption(choice('--status <status>', 'of one status only', WHT_STATUSES))
    .option('--search <text>', 'part of the number or note')
    .action(async (options: { status?: (typeof WHT_STATUSES)[number]; search?: string }) => {
      await cli.openBook();
      const list = await cli.call('wht/list', options);
      cli.terminal.answer(list, () => table(['number', 'issuer', 'date', 'currency', 'total', 'status'], list));
    });
  parent
    .command('show')
    .description('one certificate with its history')
    .argument('<number>', 'certificate number')
    .option('--issuer <name>', 'where two carry this number')
    .action(async (number: string, options: { issuer?: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('wht/show', { number, issuer: options.issuer ?? null }));
    });
  parent
    .command('review')
    .description('the vendor accepted or refused it')
    .argument('<number>', 'certificate number')
    .option('--issuer <name>', 'where two carry this number')
    .addOption(new Option('--accept', 'it was accepted').conflicts('refuse'))
    .option('--refuse', 'it was refused')
    .option('--reason <text>', 'why', '')
    .action(async (number: string, options: { issuer?: string; accept?: boolean; refuse?: boolean; reason: string }) => {
      if (!options.accept && !options.refuse)
        refuse('cli.no-decision', 'The review has no decision.', { remedy: 'Add --accept, or --refuse --reason TEXT.' });
      await cli.openBook();
      const decision = options.accept ? 'accept' : 'refuse';
      cli.terminal.answer(await cli.call('wht/review', { number, issuer: options.issuer ?? null, decision, reason: options.reason }));
    });
  parent
    .command('export')
    .description('register of certificates as CSV')
    .requiredOption('--out <file>', 'where to write')
    .action(async (options: { out: string }) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      cli.terminal.answer({ ...(await cli.call('wht/export', { target })), file: cli.path(options.out) });
    });
};
