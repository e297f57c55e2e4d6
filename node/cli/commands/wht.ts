import { Option } from 'commander';
import { refuse } from '../../../domain/result.ts';
import { SIDES, type Side } from '../../../domain/wht/certificate.ts';
import { WHT_STATUSES } from '../../../domain/wht/states.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, country, date } from '../options.ts';
import { entryInput, entryOptions, type EntryOptions } from '../wht-options.ts';

type AddOptions = EntryOptions & { date: string; total: string; currency: string; draft?: boolean; submitted?: string; replaces?: string };

export const wht: Register = (program, cli) => {
  const parent = group(program, 'wht', 'withholding-tax certificates');
  const add = parent
    .command('add')
    .description('record a certificate')
    .addOption(new Option('--number <number>', 'as printed on it').conflicts('generate'))
    .option('--generate', 'make a number for a paper that carries none')
    .option('--issuer <name>', 'who issued it')
    .option('--draft', 'keep it as a draft: it may lack invoices, sum and paper')
    .option('--submitted <day>', 'day on which it was handed in, else today', date)
    .option('--replaces <number>', 'certificate in whose place it stands');
  entryOptions(add, true).action(async (options: AddOptions) => {
    if (options.number === undefined && !options.generate)
      refuse('cli.no-number', 'The certificate has no number.', {
        remedy: 'Add --number N, or --generate for a paper that carries none.',
      });
    const attach = (options.attach ?? []).map((file) => cli.reads(file));
    await cli.openBook();
    const { number = null, date: day, total, currency, replaces, draft = false, submitted = null } = options;
    cli.terminal.answer(
      await cli.call('wht/add', {
        ...entryInput(options),
        number,
        date: day,
        total,
        currency,
        attach,
        draft,
        submitted,
        replaces: replaces === undefined ? null : { number: replaces },
      }),
    );
  });
  parent
    .command('list')
    .description('certificates with status')
    .addOption(choice('--status <status>', 'of one status only', WHT_STATUSES))
    .addOption(choice('--side <side>', 'of one side only', SIDES))
    .option('--country <code>', 'of one country only', country)
    .option('--form <id>', 'of one form only')
    .option('--search <text>', 'part of the number or note')
    .action(async (options: { status?: (typeof WHT_STATUSES)[number]; side?: Side; country?: string; form?: string; search?: string }) => {
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
    .option('--date <day>', 'day of the answer, else today', date)
    .action(async (number: string, options: { issuer?: string; accept?: boolean; refuse?: boolean; reason: string; date?: string }) => {
      if (!options.accept && !options.refuse)
        refuse('cli.no-decision', 'The review has no decision.', { remedy: 'Add --accept, or --refuse --reason TEXT.' });
      await cli.openBook();
      const decision = options.accept ? 'accept' : 'refuse';
      const { issuer = null, reason, date: day = null } = options;
      cli.terminal.answer(await cli.call('wht/review', { number, issuer, decision, reason, date: day }));
    });
  parent
    .command('void')
    .description('the certificate counts no more; its record stays')
    .argument('<number>', 'certificate number')
    .option('--issuer <name>', 'where two carry this number')
    .requiredOption('--reason <text>', 'why')
    .action(async (number: string, options: { issuer?: string; reason: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('wht/void', { number, issuer: options.issuer ?? null, reason: options.reason }));
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
