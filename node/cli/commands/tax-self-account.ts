import type { Command } from 'commander';
import type { Output } from '../../../services/contract/index.ts';
import type { Cli } from '../cli.ts';
import { group } from '../command.ts';
import { table } from '../human.ts';
import { amount, choice, country, date, entity } from '../options.ts';

interface Range {
  from: string;
  to: string;
  country?: string;
}
const LINES = [
  'number',
  'date',
  'country',
  'treatment',
  'code',
  'currency',
  'base',
  'rate',
  'tax',
  'local',
  'localBase',
  'localTax',
  'box',
] as const;
const TOTALS = ['country', 'code', 'currency', 'local', 'count', 'base', 'tax', 'missing'] as const;

const withRange = (command: Command): Command =>
  command
    .requiredOption('--from <day>', 'first day of the invoices', date)
    .requiredOption('--to <day>', 'last day, included', date)
    .option('--country <code>', 'of one country only, such as AE', country);

/** `tax self-account`: taxes that the buyer accounts for itself, with the rates for them. */
export function taxSelfAccount(tax: Command, cli: Cli): void {
  const made = group(tax, 'self-account', 'taxes that you account for yourself');
  withRange(made.command('show').description('the worksheet of a range of days')).action(async (range: Range) => {
    await cli.openBook();
    const sheet = await cli.call('selfAccount/worksheet', { from: range.from, to: range.to, country: range.country ?? null });
    cli.terminal.answer(sheet, () => human(sheet));
  });
  withRange(made.command('export').description('the worksheet as a file'))
    .addOption(choice('--format <format>', 'file format', ['xlsx', 'pdf', 'csv']).makeOptionMandatory())
    .requiredOption('--out <file>', 'file to write')
    .addOption(choice('--language <language>', 'of the file; the book’s where it is left out', ['en', 'zh-CN']))
    .option('--bilingual', 'in English and Chinese', false)
    .action(async (o: Range & { format: 'xlsx' | 'pdf' | 'csv'; out: string; language?: 'en' | 'zh-CN'; bilingual: boolean }) => {
      await cli.openBook();
      const written = await cli.call('export/self-account', {
        from: o.from,
        to: o.to,
        country: o.country ?? null,
        format: o.format,
        target: cli.writes(o.out),
        language: o.language ?? null,
        bilingual: o.bilingual,
      });
      cli.terminal.answer(written);
    });
  made
    .command('rates')
    .description('the rates that you set')
    .action(async () => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('selfAccount/rates', {}));
    });
  made
    .command('set-rate')
    .description('set the rate of a country from a day on, or take it away')
    .requiredOption('--country <code>', 'country of the return, such as AE', country)
    .requiredOption('--from <day>', 'first day', date)
    .option('--to <day>', 'last day, included', date)
    .option('--rate <percent>', 'percent, such as 5', amount)
    .option('--box <text>', 'where it goes in the return', '')
    .option('--remove', 'take the rate that begins on this day away', false)
    .action(async (o: { country: string; from: string; to?: string; rate?: string; box: string; remove: boolean }, command: Command) => {
      if (o.remove === (o.rate !== undefined))
        return command.error('give either --rate or --remove.', { code: 'commander.conflictingOption', exitCode: 2 });
      await cli.openBook();
      const rates = await cli.call('selfAccount/setRate', {
        country: o.country,
        from: o.from,
        to: o.to ?? null,
        ratePct: o.remove ? null : o.rate!,
        box: o.box,
      });
      cli.terminal.answer(rates);
    });
  made
    .command('set-entity')
    .description('name the contracting entity of a received invoice')
    .argument('<number>', 'the invoice')
    .requiredOption('--entity <id>', 'such as SPARKOO_SG', entity)
    .action(async (number: string, o: { entity: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('selfAccount/setEntity', { number, entity: o.entity }));
    });
}

function human(sheet: Output<'selfAccount/worksheet'>): string {
  const lines = sheet.rows.map(({ local, rate, ...r }) => ({
    ...r,
    rate: rate && `${rate.ratePct} %`,
    local: local.currency,
    localBase: local.base,
    localTax: local.tax,
  }));
  const totals = sheet.totals.map((t) => ({
    ...t,
    local: t.local ? 'local' : '',
    base: t.base.whole,
    tax: t.tax.whole,
    missing: t.tax.missing,
  }));
  return [
    table(LINES, lines),
    table(TOTALS, totals),
    ...(sheet.entityMissing.length > 0 ? [`Entity missing: ${sheet.entityMissing.map((p) => p.number).join(', ')}`] : []),
    ...(sheet.noRule.length > 0 ? [`No rule is printed for: ${sheet.noRule.map((p) => p.number).join(', ')}`] : []),
  ].join('\n\n');
}
