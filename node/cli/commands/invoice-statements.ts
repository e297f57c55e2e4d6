import type { Command } from 'commander';
import { AGE_KEYS, PAIR_STATES, REGISTER_BASES } from '../../../services/contract/statements.ts';
import { language, vendor } from '../../../services/contract/schema.ts';
import type { Register } from '../command.ts';
import type { Cli } from '../cli.ts';
import { table } from '../human.ts';
import { choice, country, date, whole } from '../options.ts';

const DIRECTIONS = ['received', 'issued'] as const;
type Vendor = (typeof vendor.options)[number];
type Direction = (typeof DIRECTIONS)[number];
interface Days {
  from: string;
  to: string;
}
interface StatementOptions extends Days {
  vendor?: Vendor;
  party?: number;
  direction: Direction;
}
interface AgeingOptions {
  asOf?: string;
  direction: Direction;
  by: (typeof AGE_KEYS)[number];
  buckets?: string;
}
interface FileOptions {
  format?: 'xlsx' | 'pdf' | 'csv';
  language?: (typeof language.options)[number] | 'bilingual';
  out: string;
  bom: boolean;
}

const groupOf = (program: Command, name: string): Command => program.commands.find((c) => c.name() === name)!;
const direction = () => choice('--direction <direction>', 'received from vendors or issued to customers', DIRECTIONS).default('received');

/** `invoices duplicates`, `ageing` and `statement`. */
export const invoiceStatements: Register = (program, cli) => {
  const invoices = groupOf(program, 'invoices');
  invoices
    .command('duplicates')
    .description('pairs of documents that look like one')
    .addOption(
      choice('--state <state>', 'suspected, explained by a credit note, or marked as two', [...PAIR_STATES, 'all']).default('suspected'),
    )
    .action(async (options: { state: (typeof PAIR_STATES)[number] | 'all' }) => {
      await cli.openBook();
      const { rows } = await cli.call('invoices/duplicates', { ...options, limit: 500 });
      cli.terminal.answer(rows, () =>
        table(
          ['score', 'state', 'a', 'b', 'vendor', 'currency', 'total', 'reasons'],
          rows.map((r) => ({
            score: r.score,
            state: r.state,
            a: r.a.number,
            b: r.b.number,
            vendor: r.b.vendor,
            currency: r.b.currency,
            total: r.b.total,
            reasons: r.reasons.map((x) => x.reason).join(' '),
          })),
        ),
      );
    });
  ageingOptions(invoices.command('ageing').description('what was open on a day, by days past due')).action(
    async (options: AgeingOptions) => {
      await cli.openBook();
      const told = await cli.call('invoices/ageing', { ...ageingOf(options), items: true });
      const names = ['notDue', ...told.edges.map((to, i) => `${(told.edges[i - 1] ?? 0) + 1}-${to}`), `over${told.edges.at(-1)}`];
      cli.terminal.answer(told, () =>
        table(
          [options.by, 'currency', ...names, 'undated', 'awaited', 'credit', 'total'],
          told.rows.map((r) => ({
            ...Object.fromEntries(names.map((name, i) => [name, r.buckets[i] ?? null])),
            [options.by]: r.label ?? r.key,
            currency: r.currency,
            undated: r.undated,
            awaited: r.awaited,
            credit: r.credit,
            total: r.total,
          })),
        ),
      );
    },
  );
  statementOptions(invoices.command('statement').description('everything that changed what is owed, with the balance')).action(
    async (options: StatementOptions) => {
      await cli.openBook();
      const told = await cli.call('invoices/statement', statementOf(options));
      cli.terminal.answer(told, () =>
        table(
          ['date', 'kind', 'reference', 'invoices', 'currency', 'amount', 'balance'],
          told.statements.flatMap((s) => [
            { date: told.from, kind: 'opening', currency: s.currency, balance: s.opening },
            ...s.lines.map((l) => ({ ...l, invoices: l.invoices.join(' ') })),
            { date: told.to, kind: 'closing', currency: s.currency, balance: s.closing },
            ...(s.awaited === '0'
              ? []
              : [{ date: told.to, kind: 'withheld, certificate pending', currency: s.currency, amount: s.awaited }]),
            ...s.fx.map((f) => ({
              date: f.date,
              kind: `difference (${f.kind})`,
              reference: f.certificate,
              currency: f.currency,
              amount: f.difference,
            })),
          ]),
        ),
      );
    },
  );
  exportsOf(groupOf(program, 'export'), cli);
};

/** `export invoice-register`, `tax-register`, `statement` and `ageing`. */
function exportsOf(parent: Command, cli: Cli): void {
  for (const name of ['invoice-register', 'tax-register'] as const)
    fileOptions(
      days(
        parent
          .command(name)
          .description(name === 'invoice-register' ? 'invoices and credit notes of a range' : 'their taxes by code and rate'),
      )
        .addOption(direction())
        .addOption(choice('--basis <basis>', 'range of document dates or of billing months', REGISTER_BASES).default('date'))
        .option('--country <code>', 'of one country only', country),
    ).action(async (options: Days & FileOptions & { direction: Direction; basis: (typeof REGISTER_BASES)[number]; country?: string }) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const { from, to, basis } = options;
      const input = { from, to, basis, direction: options.direction, country: options.country ?? null };
      const written = await cli.call(`export/${name}`, { ...input, ...fileOf(options), target });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    });
  fileOptions(statementOptions(parent.command('statement').description('statement of a vendor or party'))).action(
    async (options: StatementOptions & FileOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const written = await cli.call('export/statement', { ...statementOf(options), ...fileOf(options), target });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    },
  );
  fileOptions(ageingOptions(parent.command('ageing').description('ageing of open invoices'))).action(
    async (options: AgeingOptions & FileOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const written = await cli.call('export/ageing', { ...ageingOf(options), ...fileOf(options), target });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    },
  );
}

const days = (command: Command): Command =>
  command.requiredOption('--from <day>', 'first day', date).requiredOption('--to <day>', 'last day', date);
const statementOptions = (command: Command): Command =>
  days(command)
    .addOption(choice('--vendor <vendor>', 'of this vendor', vendor.options))
    .option('--party <id>', 'of this party', whole(1, 999_999_999))
    .addOption(direction());
const ageingOptions = (command: Command): Command =>
  command
    .option('--as-of <day>', 'at the end of this day; today unless given', date)
    .addOption(choice('--by <key>', 'a row for each of these', AGE_KEYS).default('vendor'))
    .option('--buckets <days>', 'last days past due, such as 30,60,90')
    .addOption(direction());
const fileOptions = (command: Command): Command =>
  command
    .addOption(choice('--format <format>', 'by the ending of --out unless given', ['xlsx', 'pdf', 'csv']))
    .addOption(choice('--language <language>', 'the book’s unless given', [...language.options, 'bilingual']))
    .requiredOption('--out <file>', 'where to write')
    .option('--no-bom', 'CSV without byte order mark');

const statementOf = ({ vendor: of, party, direction: way, from, to }: StatementOptions) => ({
  vendor: of ?? null,
  party: party ?? null,
  direction: way,
  from,
  to,
});
const ageingOf = ({ asOf, direction: way, by, buckets }: AgeingOptions) => ({
  asOf: asOf ?? null,
  direction: way,
  by,
  edges: buckets ?? null,
});

function fileOf({ format, language: tongue, out, bom }: FileOptions) {
  const ending = (['pdf', 'csv'] as const).find((kind) => out.toLowerCase().endsWith(`.${kind}`)) ?? 'xlsx';
  const bilingual = tongue === 'bilingual';
  return { format: format ?? ending, language: bilingual ? null : (tongue ?? null), bilingual, bom };
}
