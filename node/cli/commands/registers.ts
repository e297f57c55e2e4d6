import { Argument, InvalidArgumentError } from 'commander';
import { registerList } from '../../../domain/registers/index.ts';
import type { Output } from '../../../services/contract/index.ts';
import { registerKind, type RegisterList } from '../../../services/contract/registers.ts';
import { vendor } from '../../../services/contract/schema.ts';
import type { Cli } from '../cli.ts';
import type { Register } from '../command.ts';
import { csvLine } from '../csv.ts';
import { table } from '../human.ts';
import { choice, collect, date, whole } from '../options.ts';

type Kind = (typeof registerKind.options)[number];
interface Sort {
  column: string;
  descending: boolean;
}
type Options = {
  vendor?: (typeof vendor.options)[number];
  account?: string;
  state?: string;
  search?: string;
  from?: string;
  to?: string;
  batch?: number;
  sort?: Sort[];
  limit: number;
  csv: boolean;
};
/** Asked for at a time; no call returns more. */
const PAGE = 1000;

/** `amount` or `-amount` for the largest first. */
function sort(text: string): Sort {
  const [, minus, column] = /^(-?)(\w{1,80})$/.exec(text) ?? [];
  if (column === undefined) throw new InvalidArgumentError('Give a column such as amount, or -amount for the largest first.');
  return { column, descending: minus === '-' };
}

export const registers: Register = (program, cli) => {
  program
    .command('registers')
    .description('lists beside the bill: which there are, or the rows of one')
    .addArgument(new Argument('[kind]', 'which list').choices(registerKind.options))
    .addOption(choice('--vendor <vendor>', 'of one vendor only', vendor.options))
    .option('--account <account>', 'of one account only')
    .option('--state <state>', 'of one state only, as the vendor prints it')
    .option('--search <text>', 'part of any value')
    .option('--from <day>', 'from this day of the vendor’s clock on', date)
    .option('--to <day>', 'up to and with this day', date)
    .option('--batch <batch>', 'of one import only', whole(1, 999_999_999))
    .option('--sort <column>', 'column, or -column for the last first; may be repeated', collect(sort))
    .option('--limit <rows>', 'at most so many rows', whole(1, 1_000_000), 1000)
    .option('--csv', 'print CSV', false)
    .action(async (kind: Kind | undefined, options: Options) => {
      await cli.openBook();
      if (kind === undefined) return tellKinds(cli, await cli.call('registers/kinds', {}), options.csv);
      const found = await rowsOf(cli, kind, options);
      const there = new Set(found.rows.flatMap(({ values }) => Object.keys(values)));
      const columns = registerList(kind).columns.flatMap(({ name }) => (there.has(name) ? [name] : []));
      const names = [...columns, 'vendor', 'currency', 'file', 'row', 'batch'];
      const flat = found.rows.map(({ values, ...row }) => ({ ...row, ...values }));
      if (options.csv) cli.terminal.raw([names, ...flat.map((row) => names.map((name) => cell(row, name)))].map(csvLine).join(''));
      else cli.terminal.answer({ kind, columns, ...found }, () => describe(names, flat, found));
      if (found.count > found.rows.length)
        cli.terminal.note(`There are ${found.count} rows; the totals cover all. Raise --limit to see them.`);
    });
};

type Rows = Output<'registers/rows'>;
type Flat = Readonly<Record<string, string | number | null>>;
const cell = (row: Flat, name: string): string | number | null => row[name] ?? null;

/** The rows of a kind page by page, up to the limit, with the count and totals of all. */
async function rowsOf(cli: Cli, kind: Kind, options: Options): Promise<Rows> {
  const rows: Rows['rows'] = [];
  let head: Rows | undefined;
  do {
    const page: Rows = await cli.call('registers/rows', {
      kind,
      vendor: options.vendor ?? null,
      account: options.account ?? null,
      state: options.state ?? null,
      search: options.search ?? '',
      from: options.from ?? null,
      to: options.to ?? null,
      batch: options.batch ?? null,
      sort: options.sort ?? [],
      offset: rows.length,
      limit: Math.min(PAGE, options.limit - rows.length),
      sums: head === undefined,
    });
    head ??= page;
    rows.push(...page.rows);
    if (page.rows.length === 0) break;
  } while (rows.length < Math.min(options.limit, head.count));
  return { ...head, rows };
}

const KIND_COLUMNS = ['kind', 'rows', 'vendors', 'from', 'to', 'lastImport', 'batch', 'file'] as const;

function tellKinds(cli: Cli, kinds: readonly RegisterList[], csv: boolean): void {
  const flat = kinds.map(({ kind, rows, vendors, date: { from, to }, lastImport }) => ({
    kind,
    rows,
    vendors: vendors.map((counted) => counted.vendor).join(' '),
    from,
    to,
    lastImport: lastImport.importedAt,
    batch: lastImport.batch,
    file: lastImport.file,
  }));
  if (csv) cli.terminal.raw([KIND_COLUMNS, ...flat.map((row) => KIND_COLUMNS.map((name) => row[name]))].map(csvLine).join(''));
  else cli.terminal.answer(kinds, () => table(KIND_COLUMNS, flat));
}

/** Rows as a table without the columns that are empty in all of them, then the totals by currency or unit. */
function describe(names: readonly string[], rows: readonly Flat[], { count, totals }: Rows): string {
  const sums = Object.entries(totals ?? {}).map(([unit, values]) => ({ unit: unit || 'no unit', ...values }));
  const columns = [...new Set(sums.flatMap((sum) => Object.keys(sum)))];
  return [
    table(
      names.filter((name) => rows.some((row) => cell(row, name) !== null)),
      rows,
    ),
    `${count} rows`,
    ...(sums.length > 0 ? [table(columns, sums)] : []),
  ].join('\n\n');
}
