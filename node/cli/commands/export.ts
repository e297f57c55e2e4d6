import { language } from '../../../services/contract/schema.ts';
import { group, type Register } from '../command.ts';
import { choice, collect, period } from '../options.ts';
import { condition, type Condition } from '../where.ts';
import { exportInvoice } from './export-invoice.ts';
import { exportQuery, exportRecords, exportSummary } from './export-query.ts';

type ReportOptions = {
  period: string;
  format: 'xlsx' | 'pdf' | 'csv';
  out: string;
  language?: (typeof language.options)[number];
  bom: boolean;
};
type BillsOptions = {
  period?: string;
  where?: Condition[];
  hideZero: boolean;
  search?: string;
  kind: 'detail' | 'statement';
  format?: 'csv' | 'xlsx';
  out: string;
  bom: boolean;
};

export const exportFiles: Register = (program, cli) => {
  const parent = group(program, 'export', 'write reports and bills to files');
  parent
    .command('report')
    .description('the reconciled report of a period')
    .requiredOption('--period <month>', 'month, such as 2023-09', period)
    .addOption(choice('--format <format>', 'kind of file', ['xlsx', 'pdf', 'csv']).makeOptionMandatory())
    .requiredOption('--out <file>', 'where to write')
    .addOption(choice('--language <language>', 'the book’s unless given', language.options))
    .option('--no-bom', 'CSV without byte order mark')
    .action(async (options: ReportOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const { period: month, format, bom } = options;
      const written = await cli.call('export/report', { period: month, format, target, language: options.language ?? null, bom });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    });
  parent
    .command('bills')
    .description('bill lines with exact decimals')
    .option('--period <month>', 'of one month only', period)
    .option('--where <condition>', 'column=value, column!=value or column~part; may be repeated', collect(condition))
    .option('--hide-zero', 'leave out lines whose amounts are all zero', false)
    .option('--search <text>', 'part of a resource, order or transaction name')
    .addOption(choice('--kind <kind>', 'bill details or transaction statements', ['detail', 'statement']).default('detail'))
    .addOption(choice('--format <format>', 'by the ending of --out unless given', ['csv', 'xlsx']))
    .requiredOption('--out <file>', 'where to write')
    .option('--no-bom', 'CSV without byte order mark')
    .action(async (options: BillsOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const written = await cli.call('export/bills', {
        period: options.period ?? null,
        where: options.where ?? [],
        hideZero: options.hideZero,
        search: options.search ?? '',
        kind: options.kind,
        format: options.format ?? (options.out.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv'),
        target,
        bom: options.bom,
      });
      cli.terminal.answer({ ...written, file: cli.path(options.out) });
    });
  exportQuery(parent, cli);
  exportSummary(parent, cli);
  exportInvoice(parent, cli);
  exportRecords(parent, cli);
};
