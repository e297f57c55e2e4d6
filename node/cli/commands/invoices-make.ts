import { Option, type Command } from 'commander';
import { refuse } from '../../../domain/result.ts';
import type { Input, Output } from '../../../services/contract/index.ts';
import { MOST_GROUPS_OF_LINES } from '../../../services/contract/making.ts';
import type { Cli } from '../cli.ts';
import { table } from '../human.ts';
import { amount, collect, country, currency, date, entity, period, region, whole } from '../options.ts';
import { condition, type Condition } from '../where.ts';

interface MakeOptions {
  period?: string;
  from?: string;
  to?: string;
  where?: Condition[];
  groupBy?: string[];
  hideZero?: boolean;
  order?: string;
  payment?: number;
  row?: number;
  credit?: string;
  net?: string;
  refunds?: boolean;
  series: number;
  seller?: number;
  buyer?: number;
  date: string;
  due?: string;
  term?: number;
  taxCountry?: string;
  taxEntity?: string;
  taxStatus?: string;
  taxRegion?: string;
  taxRate?: string;
  taxAmount?: string;
  taxCode?: string;
  taxReason?: string;
  fxCurrency?: string;
  fxRate?: string;
  fxDate?: string;
  orderReference?: string;
  buyerReference?: string;
  note?: string;
  reason?: string;
  draft?: boolean;
}

const ID = whole(1, 999_999_999);
const STATUSES = [
  'any',
  'registered',
  'unregistered',
  'individual_unregistered',
  'enterprise_registered',
  'vat_collector',
  'registered_not_collector',
];

/** `invoices make`: a monthly, order or top-up invoice or a credit note, numbered from a series; `--draft` only shows it. */
export function invoicesMake(parent: Command, cli: Cli): void {
  parent
    .command('make')
    .description('makes a monthly, order or top-up invoice or a credit note, with the next number of a series')
    .option('--period <month>', 'monthly invoice: bill lines of this month', period)
    .option('--from <month>', 'or from this month on', period)
    .option('--to <month>', 'up to this month, itself included', period)
    .option('--where <condition>', 'column=value, column!=value or column~part; may be repeated', collect(condition))
    .option(
      '--group-by <columns>',
      `a line for each group of up to ${MOST_GROUPS_OF_LINES} columns (default: productType)`,
      (text: string) => text.split(',').map((column) => column.trim()),
    )
    .option('--hide-zero', 'leave out bill lines whose amounts are all zero')
    .option('--order <number>', 'order invoice: of this order')
    .option('--payment <id>', 'top-up invoice: of this payment', ID)
    .option('--row <id>', 'top-up invoice: of this row of the payment history', ID)
    .option('--credit <number>', 'credit note: against this invoice, all of it unless --net or --refunds')
    .option('--net <amount>', 'credit note: so much before tax, without a sign', amount)
    .option('--refunds', 'credit note: the refunds among the bill lines of --period and --where')
    .requiredOption('--series <id>', 'number series', ID)
    .option('--seller <id>', 'party: one of your own companies', ID)
    .option('--buyer <id>', 'party', ID)
    .requiredOption('--date <day>', 'of the document', date)
    .option('--due <day>', 'due date', date)
    .option('--term <days>', 'days of the account period, for the due date', whole(0, 3650))
    .option('--tax-country <code>', "tax by rule: instead of the buyer's", country)
    .option('--tax-entity <id>', "tax by rule: instead of the seller's", entity)
    .addOption(new Option('--tax-status <status>', "tax by rule: instead of the buyer's").choices(STATUSES))
    .option('--tax-region <code>', "tax by rule: instead of the buyer's", region)
    .option('--tax-rate <percent>', 'tax by hand')
    .option('--tax-amount <amount>', 'tax by hand', amount)
    .option('--tax-code <code>', 'tax by hand: such as VAT')
    .option('--tax-reason <text>', 'tax by hand: why')
    .option('--fx-currency <code>', 'also tell the total in this currency', currency)
    .option('--fx-rate <rate>', 'one unit of the document in it', amount)
    .option('--fx-date <day>', 'day of the rate', date)
    .option('--order-reference <text>', 'printed on it')
    .option('--buyer-reference <text>', 'printed on it')
    .option('--note <text>', 'remark')
    .option('--reason <text>', 'why an invoice is credited')
    .option('--draft', 'only show the document; nothing is stored and no number taken')
    .action(async (options: MakeOptions) => {
      const input = inputOf(options);
      await cli.openBook();
      if (options.draft) {
        const draft = await cli.call('invoices/draft', input);
        cli.terminal.answer(draft, () => shown(draft.document));
      } else {
        const made = await cli.call('invoices/make', input);
        cli.terminal.answer(made, () => shown(made));
      }
    });
}

function inputOf(o: MakeOptions): Input<'invoices/make'> {
  return {
    what: whatOf(o),
    series: o.series,
    sellerId: o.seller ?? null,
    buyerId: o.buyer ?? null,
    date: o.date,
    due: o.due ?? null,
    termDays: o.term ?? null,
    tax: taxOf(o),
    fx: fxOf(o),
    document: {
      ...(o.orderReference === undefined ? {} : { orderReference: o.orderReference }),
      ...(o.buyerReference === undefined ? {} : { buyerReference: o.buyerReference }),
    },
    note: o.note ?? '',
    reason: o.reason ?? '',
  };
}

function whatOf(o: MakeOptions): Input<'invoices/make'>['what'] {
  const scope = { period: o.period ?? null, from: o.from ?? null, to: o.to ?? null, where: o.where ?? [], hideZero: o.hideZero ?? false };
  const groupBy = o.groupBy === undefined ? {} : { groupBy: o.groupBy };
  if (o.credit !== undefined) return { kind: 'credit', invoice: o.credit, net: o.net ?? null, scope: o.refunds ? scope : null, ...groupBy };
  if (o.order !== undefined) return { kind: 'order', orderId: o.order, ...groupBy };
  if (o.payment !== undefined || o.row !== undefined) return { kind: 'top-up', payment: o.payment ?? null, row: o.row ?? null };
  if (o.period === undefined && o.from === undefined && o.to === undefined)
    refuse('cli.make-what', 'Nothing says what the document is made of.', {
      column: '--period',
      remedy: 'Give --period (or --from and --to), --order, --payment, --row or --credit.',
    });
  return { kind: 'bills', scope, ...groupBy };
}

function taxOf(o: MakeOptions): NonNullable<Input<'invoices/make'>['tax']> {
  if (o.taxRate === undefined && o.taxAmount === undefined)
    return {
      by: 'rule',
      ...(o.taxCountry === undefined ? {} : { country: o.taxCountry }),
      ...(o.taxEntity === undefined ? {} : { entity: o.taxEntity }),
      ...(o.taxStatus === undefined ? {} : { status: o.taxStatus as 'registered' }),
      ...(o.taxRegion === undefined ? {} : { region: o.taxRegion }),
    };
  if (o.taxReason === undefined)
    refuse('cli.tax-reason', 'A tax by hand needs a reason.', { column: '--tax-reason', remedy: 'Add --tax-reason TEXT.' });
  return { by: 'hand', reason: o.taxReason, code: o.taxCode ?? '', ratePct: o.taxRate ?? null, amount: o.taxAmount ?? null };
}

/** A rate into another currency; both of its parts, or neither. */
export function fxOf(o: Pick<MakeOptions, 'fxCurrency' | 'fxRate' | 'fxDate'>): NonNullable<Input<'invoices/make'>['fx']> | null {
  if (o.fxCurrency === undefined && o.fxRate === undefined) return null;
  if (o.fxCurrency === undefined || o.fxRate === undefined)
    refuse('cli.fx', 'An exchange rate needs its currency, and a currency its rate.', {
      column: '--fx-rate',
      remedy: 'Give both --fx-currency and --fx-rate.',
    });
  return { currency: o.fxCurrency, rate: o.fxRate, date: o.fxDate ?? null };
}

/** The document as a person reads it: what it is, its lines, and what they come to. */
function shown(document: Omit<Output<'invoices/draft'>['document'], 'series'>): string {
  const { number, kind, type, date: day, due, currency: code, net, tax, total, seller, buyer, converted, lines } = document;
  const head = table(
    ['number', 'kind', 'type', 'date', 'due', 'currency', 'net', 'tax', 'total'],
    [{ number, kind, type, date: day, due, currency: code, net, tax, total }],
  );
  const parties = `${seller?.name ?? '–'} → ${buyer?.name ?? '–'}`;
  const other = converted === null ? '' : `\n= ${converted.total} ${document.fx?.currency ?? ''} (${converted.policy})`;
  return `${head}${other}\n\n${parties}\n\n${linesTable(lines)}`;
}

const linesTable = (lines: Output<'invoices/show'>['lines']): string =>
  table(['position', 'description', 'quantity', 'unit', 'price', 'net', 'tax', 'taxCategory', 'ratePct', 'first', 'last'], lines);
