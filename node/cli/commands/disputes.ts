import { PAPER_LANGUAGES, type PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { group, type Register } from '../command.ts';
import { choice, collect, date, period, whole } from '../options.ts';
import { partyNamed } from './wht-papers.ts';

interface Options {
  period: string;
  check?: string[];
  discrepancy?: number[];
  party?: string;
  date?: string;
  deadline?: string;
  reference?: string;
  note: string;
  language: PaperLanguage;
  to: string;
}

/** `discrepancies letter` and `discrepancies mail`: what is written to a vendor about what does not fit. */
export const disputes: Register = (program, cli) => {
  const parent =
    program.commands.find((c) => c.name() === 'discrepancies') ?? group(program, 'discrepancies', 'differences and what became of them');
  for (const name of ['letter', 'mail'] as const)
    parent
      .command(name)
      .description(
        name === 'letter'
          ? 'a letter to the vendor on checks that fail, as PDF'
          : 'a message with the letter and its lines, as a draft that a person sends',
      )
      .requiredOption('--period <month>', 'month, such as 2023-09', period)
      .option('--check <id>', 'a check by its id, as `reconcile` tells it; may be repeated', collect(String))
      .option('--discrepancy <number>', 'a difference that is followed up; may be repeated', collect(whole(1, 999_999_999)))
      .option('--party <name>', 'to whom, by its name among the parties; the one that the invoices name where left out')
      .option('--date <day>', 'of the letter; today where left out', date)
      .option('--deadline <day>', 'by when an answer is asked for; 14 days later where left out', date)
      .option('--reference <text>', 'ours; made from what the letter is about where left out')
      .option('--note <text>', 'own words beside the request', '')
      .addOption(choice('--language <language>', 'of letter and message', PAPER_LANGUAGES).default('en'))
      .requiredOption('--to <file>', 'where to write')
      .action(async (options: Options) => {
        const target = cli.writes(options.to);
        await cli.openBook();
        const input = {
          period: options.period,
          checks: options.check ?? [],
          discrepancies: options.discrepancy ?? [],
          party: options.party === undefined ? null : await partyNamed(cli, options.party),
          date: options.date ?? null,
          deadline: options.deadline ?? null,
          reference: options.reference ?? null,
          note: options.note,
          language: options.language,
          target,
        };
        const file = cli.path(options.to);
        const answer =
          name === 'letter'
            ? { ...(await cli.call('export/disputeLetter', input)), file }
            : { ...(await cli.call('export/disputeMail', input)), file };
        cli.terminal.answer(answer);
      });
};
