import { REPORT_FORMATS, REPORT_IDS, type ReportId, type ReportLanguage } from '../../../domain/reports/list.ts';
import { reportLanguage } from '../../../services/contract/report-list.ts';
import { vendor } from '../../../services/contract/schema.ts';
import { group, type Register } from '../command.ts';
import { choice, collect, date, period } from '../options.ts';
import { condition, type Condition } from '../where.ts';
import { exportInvoice } from './export-invoice.ts';
import { exportQuery, exportRecords, exportSummary } from './export-query.ts';

type ReportOptions = {
  report: ReportId;
  period: string;
  format: (typeof REPORT_FORMATS)[number];
  out: string;
  language?: ReportLanguage;
  vendor?: (typeof vendor.options)[number];
  from?: string;
  to?: string;
  asOf?: string;
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
    .description('a report of a period; the whole of it unless another is named')
    .addOption(choice('--report <report>', 'which report (`reports` lists them)', [...REPORT_IDS]).default('period'))
    .requiredOption('--period <month>', 'month, such as 2023-09', period)
    .addOption(choice('--format <format>', 'kind of file', [...REPORT_FORMATS]).makeOptionMandatory())
    .requiredOption('--out <file>', 'where to write')
    .addOption(choice('--language <language>', 'the book’s unless given', reportLanguage.options))
    .addOption(choice('--vendor <vendor>', 'of one vendor only', vendor.options))
    .option('--from <day>', 'of registers and the audit trail: first day; where left out that of the month, or the whole trail', date)
    .option('--to <day>', 'last day, inclusive', date)
    .option('--as-of <day>', 'of open items and ages: the day; that of the book’s last change where left out', date)
    .option('--no-bom', 'CSV without byte order mark')
    .action(async (options: ReportOptions) => {
      const target = cli.writes(options.out);
      await cli.openBook();
      const { report, period: month, format, bom } = options;
      const written = await cli.call('export/report', {
        report,
        period: month,
        format,
        target,
        language: options.language ?? null,
        vendor: options.vendor ?? null,
        first: options.from ?? null,
        last: options.to ?? null,
        asOf: options.asOf ?? null,
        bom,
      });
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
