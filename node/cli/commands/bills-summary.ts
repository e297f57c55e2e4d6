import { InvalidArgumentError, type Command } from 'commander';
import { isAmount } from '../../../domain/money/amount.ts';
import type { Output } from '../../../services/contract/index.ts';
import { MEASURES, vendor } from '../../../services/contract/schema.ts';
import type { Cli } from '../cli.ts';
import { table } from '../human.ts';
import { choice, currency, period } from '../options.ts';

type Vendor = (typeof vendor.options)[number];

/** `bills summary`: the cards of a period. */
export function summaryCommand(parent: Command, cli: Cli): void {
  parent
    .command('summary')
    .description('the cards of a period')
    .requiredOption('--period <month>', 'month, such as 2023-09', period)
    .addOption(choice('--vendor <vendor>', 'of one vendor only', vendor.options))
    .option('--account <id>', 'of one account only')
    .option('--into <currency>', 'payment currency; without it the one that the book keeps', currency)
    .action(async (options: { period: string; vendor?: Vendor; account?: string; into?: string }) => {
      await cli.openBook();
      const summary = await cli.call('bills/summary', {
        period: options.period,
        vendor: options.vendor ?? null,
        account: options.account ?? null,
        ...(options.into ? { into: options.into } : {}),
      });
      cli.terminal.answer(summary, () => describe(summary));
    });
}

const rateText = (text: string): string => {
  if (!isAmount(text)) throw new InvalidArgumentError('Give an exact decimal such as 1.04.');
  return text;
};

/** `bills rates`, `bills rate`, `bills pay-in`: what totals are converted by. */
export function rateCommands(parent: Command, cli: Cli): void {
  parent
    .command('rates')
    .description('exchange rates of a month, or of all, and the payment currency')
    .option('--period <month>', 'month, such as 2023-09', period)
    .action(async (options: { period?: string }) => {
      await cli.openBook();
      const found = await cli.call('bills/rates', { period: options.period ?? null });
      cli.terminal.answer(found, () =>
        [
          `payment currency: ${found.into ?? 'that of each bill'}`,
          table(['period', 'from', 'to', 'rate', 'origin', 'document'], found.rates),
        ].join('\n\n'),
      );
    });
  parent
    .command('rate')
    .description('keep the exchange rate of a month: how many TO one FROM is; without --rate forget it')
    .requiredOption('--period <month>', 'month, such as 2023-09', period)
    .requiredOption('--from <currency>', 'currency of the bill', currency)
    .requiredOption('--to <currency>', 'payment currency', currency)
    .option('--rate <number>', 'such as 1.04', rateText)
    .action(async (options: { period: string; from: string; to: string; rate?: string }) => {
      await cli.openBook();
      const found = await cli.call('bills/setRate', { ...options, rate: options.rate ?? null });
      cli.terminal.answer(found, () => table(['period', 'from', 'to', 'rate', 'origin', 'document'], found.rates));
    });
  parent
    .command('pay-in')
    .argument('[currency]', 'such as EUR', currency)
    .description('keep the payment currency of the book; without one, that of each bill')
    .action(async (code: string | undefined) => {
      await cli.openBook();
      const found = await cli.call('bills/setPaymentCurrency', { into: code ?? null });
      cli.terminal.answer(found, () => `payment currency: ${found.into ?? 'that of each bill'}`);
    });
}

type Summary = Output<'bills/summary'>;
const CARDS = ['byVendor', 'byProductType', 'byAccount', 'byBillType', 'byBillingMode', 'refunds'] as const;

/** The cards of a period one below the other; measures that no line has, and cards without anything, are left out. */
function describe(summary: Summary): string {
  const measures = MEASURES.filter((measure) => Object.values(summary.totals).some((sums) => sums[measure] !== null));
  const totals = Object.entries(summary.totals).map(([currency, sums]) => ({ currency, ...sums, total: summary.total[currency] }));
  const cards = CARDS.flatMap((card) => {
    const rows = summary[card].flatMap(({ currency, groups }) =>
      groups.map((group) => ({ [card]: group.label, currency, ...group.amounts, lines: group.lines })),
    );
    return rows.length === 0 && card === 'refunds' ? [] : [table([card, 'currency', ...measures, 'lines'], rows)];
  });
  return [
    `${summary.period} ${summary.status}, ${summary.lines} lines`,
    table(['currency', ...measures, 'total'], totals),
    ...summary.settlement.map(describeSettlement),
    ...summary.payments.map(describePayments),
    ...cards,
    ...(summary.coupons.length === 0 ? [] : [table(['id', 'name', 'currency', 'value', 'used', 'balance', 'expires'], summary.coupons)]),
    ...(summary.usageItems.length === 0 ? [] : [table(['vendor', 'item', 'currency', 'payable', 'lines'], summary.usageItems)]),
  ].join('\n\n');
}

function describeSettlement({ currency, rate, figures, checks }: Summary['settlement'][number]): string {
  const head = rate ? `bill summary ${currency}, 1 ${rate.from} = ${rate.rate} ${rate.to} (${rate.origin})` : `bill summary ${currency}`;
  const columns = ['figure', 'exact', 'printed', ...(rate ? [rate.to] : [])];
  return [
    head,
    table(
      columns,
      figures.map((figure) => ({ ...figure, figure: figure.id, ...(rate ? { [rate.to]: figure.converted } : {}) })),
    ),
    table(
      ['check', 'status', 'arithmetic'],
      checks.map((check) => ({ ...check, check: check.id })),
    ),
  ].join('\n');
}

const describePayments = ({ currency, due, invoices, shares }: Summary['payments'][number]): string =>
  [
    `payments ${currency}${due ? `, due ${due}` : ''}`,
    table(['number', 'vendor', 'date', 'due', 'status', 'total', 'paid', 'withheld', 'credited', 'open'], invoices),
    ...(shares.length === 0 ? [] : [table(['invoice', 'kind', 'reference', 'date', 'amount'], shares)]),
  ].join('\n');
