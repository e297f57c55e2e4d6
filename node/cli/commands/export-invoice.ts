import type { Command } from 'commander';
import { PAPER_LANGUAGES, type PaperLanguage } from '../../../domain/invoices/paper-language.ts';
import { vendor } from '../../../services/contract/schema.ts';
import type { Output } from '../../../services/contract/index.ts';
import type { Cli } from '../cli.ts';
import { describe, table } from '../human.ts';
import { choice } from '../options.ts';

interface InvoiceOptions {
  vendor?: (typeof vendor.options)[number];
  language: PaperLanguage;
  out: string;
}

/** `export invoice`: a document of the register as PDF. */
export function exportInvoice(parent: Command, cli: Cli): void {
  parent
    .command('invoice')
    .description('invoices and credit notes as PDF, several in one file; received ones as marked transcripts')
    .argument('<numbers...>', 'their numbers, in the order of the file')
    .addOption(choice('--vendor <vendor>', 'whose, where two have given the same number', vendor.options))
    .addOption(choice('--language <language>', 'of the paper', PAPER_LANGUAGES).default('en'))
    .requiredOption('--out <file>', 'where to write')
    .action(async ([number = '', ...rest]: string[], options: InvoiceOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const vendor = options.vendor ?? null;
      const more = rest.map((of) => ({ number: of, vendor }));
      const written = await cli.call('export/invoice-pdf', { number, vendor, more, language: options.language, target });
      const papers = written.papers.map(({ lacks, ...paper }) => ({ ...paper, lacks: lacks.map(({ said: _said, ...lack }) => lack) }));
      cli.terminal.answer({ ...written, papers, file: cli.path(options.out) }, () =>
        human({ ...written, papers, file: cli.path(options.out) }),
      );
    });
}

/** The papers as a table, and below it what each lacks. */
function human({ papers, unprintable, ...written }: Told): string {
  const lacks = papers.flatMap(({ number, lacks: of }) => of.map(({ message, source }) => ({ number, lacks: message, source })));
  return [
    describe({ ...written, ...(unprintable.length > 0 && { unprintable }) }),
    table(['number', 'pages', 'hash'], papers),
    ...(lacks.length > 0 ? [table(['number', 'lacks', 'source'], lacks)] : []),
  ].join('\n\n');
}

type Lack = Omit<Output<'export/invoice-pdf'>['papers'][number]['lacks'][number], 'said'>;
type Told = Omit<Output<'export/invoice-pdf'>, 'papers'> & { papers: { number: string; pages: number; hash: string; lacks: Lack[] }[] };
