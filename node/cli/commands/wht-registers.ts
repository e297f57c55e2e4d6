import { InvalidArgumentError, type Command } from 'commander';
import { SIDES, type Side } from '../../../domain/wht/certificate.ts';
import { LIST_IDS, PND_KINDS, type ListId, type PndKind } from '../../../domain/wht/returns/layout.ts';
import { CONDITIONS, type Condition } from '../../../domain/wht/returns/line.ts';
import { periodSpan, type PeriodSpan } from '../../../domain/time/period-span.ts';
import { refuse } from '../../../domain/result.ts';
import { WHT_REGISTER_BASES } from '../../../services/contract/wht-registers.ts';
import { language } from '../../../services/contract/schema.ts';
import type { Register } from '../command.ts';
import { choice, country, date, period } from '../options.ts';

interface RegisterOptions {
  period?: PeriodSpan;
  from?: string;
  to?: string;
  basis: (typeof WHT_REGISTER_BASES)[number];
  side?: Side;
  country?: string;
  form?: string;
  format?: 'xlsx' | 'pdf' | 'csv';
  language?: (typeof language.options)[number] | 'bilingual';
  bom: boolean;
  out: string;
}
interface ListOptions {
  period: string;
  leaveOut?: boolean;
  out: string;
}

interface PndOptions {
  kind: PndKind;
  format: 'txt' | 'csv';
  encoding: 'utf-8' | 'tis-620';
  condition: Condition;
}

/** A month, a quarter or a year as two days. */
function span(text: string): PeriodSpan {
  const found = periodSpan(text);
  if (found === null) throw new InvalidArgumentError('Give a month (2024-03), a quarter (2024-Q1) or a year (2024).');
  return found;
}

/** `wht register`, `wht pnd` and `wht list-file`. */
export const whtRegisters: Register = (program, cli) => {
  const parent = program.commands.find((c) => c.name() === 'wht')!;
  parent
    .command('register')
    .description('register of certificates with their income and invoices')
    .option('--period <period>', 'month, quarter or year: 2024-03, 2024-Q1, 2024', span)
    .option('--from <day>', 'first day', date)
    .option('--to <day>', 'last day', date)
    .addOption(choice('--basis <basis>', 'which day lies in the range', WHT_REGISTER_BASES).default('date'))
    .addOption(choice('--side <side>', 'withheld by us as payer, or from us as payee', SIDES))
    .option('--country <code>', 'of one country only', country)
    .option('--form <id>', 'of one form only, such as TH-50-TAWI')
    .addOption(choice('--format <format>', 'by the ending of --out unless given', ['xlsx', 'pdf', 'csv']))
    .addOption(choice('--language <language>', 'the book’s unless given; a PDF has both', [...language.options, 'bilingual']))
    .option('--no-bom', 'CSV without byte order mark')
    .requiredOption('--out <file>', 'where to write')
    .action(async (options: RegisterOptions) => {
      const days = daysOf(options);
      const target = cli.writes(options.out);
      await cli.openBook();
      const { basis, side, country: of, form, format, language: tongue, bom, out } = options;
      const ending = (['pdf', 'csv'] as const).find((kind) => out.toLowerCase().endsWith(`.${kind}`)) ?? 'xlsx';
      const written = await cli.call('export/whtRegister', {
        ...days,
        basis,
        side: side ?? null,
        country: of ?? null,
        form: form ?? null,
        format: format ?? ending,
        language: tongue === 'bilingual' ? null : (tongue ?? null),
        bilingual: tongue === 'bilingual',
        bom,
        target,
      });
      cli.terminal.answer({ ...written, file: cli.path(out) });
    });
  listOptions(parent.command('pnd').description('attachment of a Thai return (P.N.D.), to be read in by the authority’s program'))
    .addOption(choice('--kind <kind>', 'of individuals, companies, companies abroad', PND_KINDS).makeOptionMandatory())
    .addOption(choice('--format <format>', 'txt: fields between bars; csv: with a head', ['txt', 'csv']).default('txt'))
    .addOption(choice('--encoding <encoding>', 'of the text', ['utf-8', 'tis-620']).default('utf-8'))
    .addOption(
      choice('--condition <condition>', '1 withheld, 2 borne always, 3 borne once; where a certificate does not say', CONDITIONS).default(
        '1',
      ),
    )
    .action(async (options: ListOptions & PndOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const { kind, period: month, format, encoding, condition, leaveOut = false } = options;
      const written = await cli.call('export/whtPnd', { kind, period: month, format, encoding, condition, leaveOut, target });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    });
  listOptions(parent.command('list-file').description('certificates of a month in the columns of an authority’s list, as CSV'))
    .addOption(choice('--list <id>', 'which list', LIST_IDS).makeOptionMandatory())
    .action(async (options: ListOptions & { list: ListId }) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const { list, period: month, leaveOut = false } = options;
      const written = await cli.call('export/whtList', { list, period: month, leaveOut, target });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    });
};

const listOptions = (command: Command): Command =>
  command
    .requiredOption('--period <month>', 'month of payment, YYYY-MM', period)
    .option('--leave-out', 'leave out what lacks something, instead of refusing')
    .requiredOption('--out <file>', 'where to write');

function daysOf({ period: given, from, to }: RegisterOptions): { first: string; last: string } {
  if (given !== undefined && (from !== undefined || to !== undefined))
    refuse('cli.two-ranges', 'The register was given two ranges.', { remedy: 'Give --period, or --from and --to.' });
  if (given !== undefined) return given;
  if (from === undefined || to === undefined)
    refuse('cli.no-range', 'The register has no range.', { remedy: 'Give --period, or --from and --to.' });
  return { first: from, last: to };
}
