import { Option } from 'commander';
import { BORNE, TAWI_RETURNS } from '../../../domain/wht/paper-options.ts';
import { PAPER_LANGUAGES, type PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { refuse } from '../../../domain/result.ts';
import type { Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { describe, table } from '../human.ts';
import { choice, date } from '../options.ts';

interface PaperOptions {
  issuer?: string;
  language: PaperLanguage;
  to: string;
  bookNo: string;
  sequence: string;
  return?: (typeof TAWI_RETURNS)[number];
  borne: (typeof BORNE)[number];
  borneNote: string;
}
interface LetterOptions {
  first?: string;
  last?: string;
  party?: string;
  date?: string;
  language: PaperLanguage;
  to: string;
}

/** `wht paper`, `wht letter`, `wht mail`: what is handed to the payee. */
export const whtPapers: Register = (program, cli) => {
  const parent = program.commands.find((c) => c.name() === 'wht') ?? group(program, 'wht', 'withholding-tax certificates');
  parent
    .command('paper')
    .description('a certificate that we issue as PDF; for Thailand in the order of the 50 Tawi form')
    .argument('<number>', 'certificate number')
    .option('--issuer <name>', 'where two carry this number')
    .addOption(choice('--language <language>', 'of the paper; the second lines of the Thai form', PAPER_LANGUAGES).default('en'))
    .option('--book-no <text>', 'book number (Thai form)', '')
    .option('--sequence <text>', 'place in the return (Thai form)', '')
    .addOption(choice('--return <kind>', 'box of the return (Thai form); by the payee where left out', TAWI_RETURNS))
    .addOption(choice('--borne <kind>', 'how the tax was paid (Thai form)', BORNE).default('withheld'))
    .addOption(new Option('--borne-note <text>', 'what --borne other is').default(''))
    .requiredOption('--to <file>', 'where to write')
    .action(async (number: string, options: PaperOptions) => {
      const target = cli.writes(options.to);
      await cli.openBook();
      const { issuer, language, bookNo: book, sequence, return: kind, borne, borneNote } = options;
      const thai = { book, sequence, return: kind ?? null, borne, borneNote };
      const written = await cli.call('export/whtCertificate', { number, issuer: issuer ?? null, language, thai, target });
      const lacks = written.lacks.map(({ said: _said, ...lack }) => lack);
      const answer = { ...written, lacks, file: cli.path(options.to) };
      cli.terminal.answer(answer, () => {
        const { lacks: _lacks, unprintable, ...plain } = answer;
        return [
          describe({ ...plain, ...(unprintable.length > 0 && { unprintable }) }),
          ...(lacks.length > 0
            ? [
                table(
                  ['lacks'],
                  lacks.map(({ message }) => ({ lacks: message })),
                ),
              ]
            : []),
        ].join('\n\n');
      });
    });
  for (const name of ['letter', 'mail'] as const) {
    parent
      .command(name)
      .description(
        name === 'letter'
          ? 'the letter that certificates of one payee go with, as PDF'
          : 'a message with the certificates and their letter, as a draft that a person sends',
      )
      .argument('[numbers...]', 'certificate numbers; left out: those handed out in --first … --last')
      .option('--first <day>', 'first date of certificates', date)
      .option('--last <day>', 'last date of certificates', date)
      .option('--party <name>', 'the payee, by its name')
      .option('--date <day>', 'of the letter; today where left out', date)
      .addOption(choice('--language <language>', 'of letter and message', PAPER_LANGUAGES).default('en'))
      .requiredOption('--to <file>', 'where to write')
      .action(async (numbers: string[], options: LetterOptions) => {
        const target = cli.writes(options.to);
        await cli.openBook();
        const input = {
          certificates: numbers.map((number) => ({ number })),
          first: options.first ?? null,
          last: options.last ?? null,
          date: options.date ?? null,
          party: options.party === undefined ? null : await partyNamed(cli, options.party),
          language: options.language,
          target,
        };
        const file = cli.path(options.to);
        cli.terminal.answer(
          name === 'letter'
            ? { ...(await cli.call('export/whtLetter', input)), file }
            : { ...(await cli.call('export/whtMail', input)), file },
        );
      });
  }
};

/** Number of the vendor of that name among the parties; refused where there is none. */
export async function partyNamed(cli: Cli, name: string): Promise<number> {
  const { parties } = await cli.call('parties/list', {});
  const found = parties.find((p) => p.kind === 'vendor' && p.name.toLowerCase() === name.toLowerCase());
  return (
    found?.id ?? refuse('cli.no-party', 'There is no vendor of that name.', { value: name, remedy: 'Look at `parties list` for its name.' })
  );
}
