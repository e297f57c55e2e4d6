import type { Command } from 'commander';
import { language, vendor } from '../../../services/contract/schema.ts';
import type { ExportRecord } from '../../../services/contract/reports.ts';
import type { Cli } from '../cli.ts';
import { table } from '../human.ts';
import { choice, collect, period, whole } from '../options.ts';
import { condition, type Condition } from '../where.ts';

type Language = (typeof language.options)[number];
interface QueryOptions {
  period?: string;
  from?: string;
  to?: string;
  where?: Condition[];
  hideZero: boolean;
  search?: string;
  kind: 'detail' | 'statement';
  groupBy?: string[];
  sort?: string[];
  columns?: string[];
  format?: 'csv' | 'xlsx';
  language?: Language;
  out: string;
  bom: boolean;
}
interface SummaryOptions {
  period: string;
  vendor?: (typeof vendor.options)[number];
  account?: string;
  format?: 'csv' | 'xlsx' | 'pdf';
  language?: Language;
  out: string;
  bom: boolean;
}

/** Names between commas; the option may be given several times. */
const names = (text: string, before: string[] | undefined): string[] => [
  ...(before ?? []),
  ...text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
];

/** `-payable` sorts from the greatest down. */
const sortOf = (name: string): { column: string; descending: boolean } => ({
  column: name.replace(/^-/, ''),
  descending: name.startsWith('-'),
});

const formatOf = (options: { format?: 'csv' | 'xlsx'; out: string }): 'csv' | 'xlsx' =>
  options.format ?? (options.out.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv');

/** `export query`: what the details screen shows. */
export function exportQuery(parent: Command, cli: Cli): void {
  parent
    .command('query')
    .description('bill details as the screen shows them: sums of groups with totals, or lines without --group-by')
    .option('--period <month>', 'of one month only', period)
    .option('--from <month>', 'first month of a range', period)
    .option('--to <month>', 'last month of a range', period)
    .option('--group-by <columns>', 'columns, such as productType,period', names)
    .option('--where <condition>', 'column=value, column!=value or column~part; may be repeated', collect(condition))
    .option('--hide-zero', 'leave out lines whose amounts are all zero', false)
    .option('--search <text>', 'part of a resource, order or transaction name')
    .addOption(choice('--kind <kind>', 'bill details or transaction statements', ['detail', 'statement']).default('detail'))
    .option('--sort <columns>', 'sort by these columns; -column from the greatest down', names)
    .option('--columns <columns>', 'write these columns, in this order', names)
    .addOption(choice('--format <format>', 'by the ending of --out unless given', ['csv', 'xlsx']))
    .addOption(choice('--language <language>', 'the book’s unless given', language.options))
    .requiredOption('--out <file>', 'where to write')
    .option('--no-bom', 'CSV without byte order mark')
    .action(async (options: QueryOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const written = await cli.call('export/query', {
        period: options.period ?? null,
        from: options.from ?? null,
        to: options.to ?? null,
        where: options.where ?? [],
        hideZero: options.hideZero,
        search: options.search ?? '',
        kind: options.kind,
        groupBy: options.groupBy ?? [],
        sort: (options.sort ?? []).map(sortOf),
        columns: options.columns ?? null,
        format: formatOf(options),
        language: options.language ?? null,
        target,
        bom: options.bom,
      });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    });
}

/** `export summary`: the bill summary of a month. */
export function exportSummary(parent: Command, cli: Cli): void {
  parent
    .command('summary')
    .description('the bill summary of a month: a sheet a card, as PDF with charts, or as CSV a figure a row')
    .requiredOption('--period <month>', 'month, such as 2023-09', period)
    .addOption(choice('--vendor <vendor>', 'of one vendor only', vendor.options))
    .option('--account <account>', 'of one account only')
    .addOption(choice('--format <format>', 'by the ending of --out unless given', ['csv', 'xlsx', 'pdf']))
    .addOption(choice('--language <language>', 'the book’s unless given', language.options))
    .requiredOption('--out <file>', 'where to write')
    .option('--no-bom', 'CSV without byte order mark')
    .action(async (options: SummaryOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const written = await cli.call('export/summary', {
        period: options.period,
        vendor: options.vendor ?? null,
        account: options.account ?? null,
        format: options.format ?? (options.out.toLowerCase().endsWith('.pdf') ? 'pdf' : formatOf({ out: options.out })),
        language: options.language ?? null,
        target,
        bom: options.bom,
      });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    });
}

const shown = (record: ExportRecord): Record<string, unknown> => ({
  ...record,
  started: record.startedAt.slice(0, 19).replace('T', ' '),
  error: record.error?.message ?? null,
});

/** `export list` and `export delete`: the record of what was written. */
export function exportRecords(parent: Command, cli: Cli): void {
  parent
    .command('list')
    .description('every export of this book, the newest first')
    .action(async () => {
      await cli.openBook();
      const records = await cli.call('export/list', {});
      cli.terminal.answer(records, () =>
        table(['id', 'state', 'started', 'what', 'file', 'format', 'rows', 'bytes', 'sha256', 'error'], records.map(shown)),
      );
    });
  parent
    .command('delete')
    .description('take an export off the list; the file is left alone')
    .argument('<id>', 'its number on the list', whole(1, 999_999_999))
    .action(async (id: number) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('export/delete', { id }));
    });
}
