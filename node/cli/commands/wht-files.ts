import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { NameGiver } from '../../../domain/attachments/safe-name.ts';
import { refuse } from '../../../domain/result.ts';
import { periodSpan, type PeriodSpan } from '../../../domain/time/period-span.ts';
import { SIDES, type Side } from '../../../domain/wht/certificate.ts';
import { WHT_STATUSES, type WhtStatus } from '../../../domain/wht/states.ts';
import { language } from '../../../services/contract/schema.ts';
import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, collect, country, date } from '../options.ts';

interface BundleOptions {
  period?: PeriodSpan;
  from?: string;
  to?: string;
  side?: Side;
  country?: string;
  form?: string;
  status?: WhtStatus[];
  language?: (typeof language.options)[number];
  out: string;
}

/** A month, a quarter or a year as two days. */
function span(text: string): PeriodSpan {
  const found = periodSpan(text);
  if (found === null) throw new InvalidArgumentError('Give a month (2024-03), a quarter (2024-Q1) or a year (2024).');
  return found;
}

function status(text: string): WhtStatus {
  const found = WHT_STATUSES.find((known) => known === text);
  if (!found) throw new InvalidArgumentError(`Give one of: ${WHT_STATUSES.join(', ')}.`);
  return found;
}

/** `wht files` and `wht bundle`: the papers themselves. */
export const whtFiles: Register = (program, cli) => {
  const parent = program.commands.find((c) => c.name() === 'wht')!;
  parent
    .command('files')
    .description('the files of a certificate; with --save-to, copies of them')
    .argument('<number>', 'certificate number')
    .option('--issuer <name>', 'where two carry this number')
    .option('--save-to <folder>', 'folder into which they are written; files that are there stay')
    .action(async (number: string, options: { issuer?: string; saveTo?: string }) => {
      await cli.openBook();
      const { attachments } = await cli.call('wht/show', { number, issuer: options.issuer ?? null });
      const rows: { name: string; type: string; size: number; sha256: string; file?: string }[] = [];
      const names = new NameGiver();
      for (const { id, ...facts } of attachments) {
        if (options.saveTo === undefined) rows.push(facts);
        else {
          const file = freeIn(cli.path(options.saveTo), facts.name, names);
          await cli.call('wht/saveAttachment', { attachment: id, target: cli.writes(file) });
          rows.push({ ...facts, file });
        }
      }
      cli.terminal.answer(rows, () => table(['name', 'type', 'size', 'sha256', ...(options.saveTo === undefined ? [] : ['file'])], rows));
    });
  parent
    .command('bundle')
    .description('the papers of certificates as one zip, with an index of them')
    .option('--period <period>', 'month, quarter or year of the certificates’ dates: 2024-03, 2024-Q1, 2024', span)
    .option('--from <day>', 'first day', date)
    .option('--to <day>', 'last day', date)
    .addOption(choice('--side <side>', 'withheld by us as payer, or from us as payee', SIDES))
    .option('--country <code>', 'of one country only', country)
    .option('--form <id>', 'of one form only, such as TH-50-TAWI')
    .option('--status <status>', 'submitted and accepted unless given; may be repeated', collect(status))
    .addOption(choice('--language <language>', 'of the index; the book’s unless given', language.options))
    .requiredOption('--out <file>', 'where to write')
    .action(async (options: BundleOptions) => {
      const { period, from, to, side, country: of, form, status: statuses, language: tongue, out } = options;
      if (period && (from !== undefined || to !== undefined))
        refuse('cli.two-ranges', 'Both a period and days are given.', { remedy: 'Give --period, or --from and --to.' });
      const target = cli.writes(out);
      await cli.openBook();
      const written = await cli.call('export/wht-bundle', {
        target,
        first: period?.first ?? from ?? null,
        last: period?.last ?? to ?? null,
        side: side ?? null,
        country: of ?? null,
        form: form ?? null,
        ...(statuses && { statuses }),
        language: tongue ?? null,
      });
      if (written.bare.length > 0) cli.terminal.note(`No file is attached to: ${written.bare.join(', ')}.`);
      cli.terminal.answer({ ...written, file: cli.path(out) });
    });
};

/** A path in the folder under which nothing is yet. */
function freeIn(folder: string, wanted: string, names: NameGiver): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    refuse('cli.no-folder', `There is no folder ${folder}.`, { file: folder, remedy: 'Make it, or name another one.' });
  for (;;) {
    const path = join(folder, names.give(wanted));
    if (!existsSync(path)) return path;
  }
}
