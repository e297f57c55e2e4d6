import { DIRECTIONS, INVOICE_TYPES } from '../../../domain/invoices/document.ts';
import { INVOICE_STATUSES } from '../../../services/contract/invoices.ts';
import { vendor } from '../../../services/contract/schema.ts';
import { group, type Register } from '../command.ts';
import { describe, table } from '../human.ts';
import { linesIn } from '../lines-file.ts';
import { amount, choice, currency, date, entity, period, whole } from '../options.ts';
import { invoicesCourse } from './invoices-course.ts';
import { invoicesSettlement } from './settlement.ts';
import { fxOf, invoicesMake } from './invoices-make.ts';

type Vendor = (typeof vendor.options)[number];
type Status = (typeof INVOICE_STATUSES)[number];
type AddOptions = {
  number: string;
  date: string;
  vendor: Vendor;
  entity?: string;
  currency: string;
  net: string;
  tax: string;
  due?: string;
  period?: string;
  note?: string;
  file?: string;
  type?: 'order' | 'monthly' | 'top-up' | 'other';
  lines?: string;
  seller?: number;
  buyer?: number;
  fxCurrency?: string;
  fxRate?: string;
  fxDate?: string;
  orderReference?: string;
};
const PARTY = whole(1, 999_999_999);
const COLUMNS = ['number', 'kind', 'date', 'due', 'period', 'currency', 'net', 'tax', 'total', 'paid', 'withheld', 'open', 'status'];

export const invoices: Register = (program, cli) => {
  const parent = group(program, 'invoices', 'invoices and credit notes');
  invoicesMake(parent, cli);
  invoicesCourse(parent, cli);
  invoicesSettlement(parent, cli);
  parent
    .command('add')
    .description('record an invoice')
    .requiredOption('--number <number>', 'as printed on it')
    .requiredOption('--date <day>', 'invoice date', date)
    .addOption(choice('--vendor <vendor>', 'who issued it', vendor.options).makeOptionMandatory())
    .option('--entity <id>', 'contracting entity', entity)
    .requiredOption('--currency <code>', 'such as USD', currency)
    .requiredOption('--net <amount>', 'before tax', amount)
    .requiredOption('--tax <amount>', 'tax on it', amount)
    .option('--due <day>', 'due date', date)
    .option('--period <month>', 'billing period', period)
    .option('--note <text>', 'remark')
    .option('--file <file>', 'the document')
    .addOption(choice('--type <type>', 'what it is made for', INVOICE_TYPES))
    .option('--lines <file>', 'its lines: a JSON array, or CSV with a head of description, quantity, unit, price, net, tax …')
    .option('--seller <id>', 'party: who issued it', PARTY)
    .option('--buyer <id>', 'party: whom it is made out to', PARTY)
    .option('--fx-currency <code>', 'it also tells its total in this currency', currency)
    .option('--fx-rate <rate>', 'one unit of the invoice in it', amount)
    .option('--fx-date <day>', 'day of the rate', date)
    .option('--order-reference <text>', 'order or purchase number on it')
    .action(async ({ file, type, lines, seller, buyer, fxCurrency, fxRate, fxDate, orderReference, ...rest }: AddOptions) => {
      const token = file === undefined ? null : cli.reads(file);
      const fx = fxOf({ ...(fxCurrency && { fxCurrency }), ...(fxRate && { fxRate }), ...(fxDate && { fxDate }) });
      const more = {
        ...(type && { type }),
        ...(lines === undefined ? {} : { lines: linesIn(cli, lines) }),
        ...(seller && { sellerId: seller }),
        ...(buyer && { buyerId: buyer }),
        ...(fx && { fx }),
        ...(orderReference && { document: { orderReference } }),
      };
      await cli.openBook();
      cli.terminal.answer(await cli.call('invoices/add', { ...rest, ...more, file: token }));
    });
  parent
    .command('list')
    .description('invoices with status')
    .addOption(choice('--status <status>', 'of one status only', INVOICE_STATUSES))
    .option('--period <month>', 'of one month only', period)
    .addOption(choice('--vendor <vendor>', 'of one vendor only', vendor.options))
    .option('--search <text>', 'part of the number or note')
    .addOption(choice('--direction <direction>', 'received (unless told otherwise), issued, or both', [...DIRECTIONS, 'both']))
    .action(
      async (options: {
        status?: Status;
        period?: string;
        vendor?: Vendor;
        search?: string;
        direction?: 'received' | 'issued' | 'both';
      }) => {
        await cli.openBook();
        const list = (await cli.call('invoices/list', options)).invoices;
        cli.terminal.answer(list, () => table(COLUMNS, list));
      },
    );
  for (const [name, description] of [
    ['show', 'one invoice with its history'],
    ['confirm', 'confirm a bill that waits for it'],
  ] as const)
    parent
      .command(name)
      .description(description)
      .argument('<number>', 'invoice number')
      .action(async (number: string) => {
        await cli.openBook();
        const found = await cli.call(`invoices/${name}`, { number });
        // For reading, a line's bill lines are left to --json.
        const lines = 'lines' in found ? { lines: found.lines.map(({ scope: _scope, ...line }) => line) } : {};
        cli.terminal.answer(found, () => describe({ ...found, ...lines }));
      });
  for (const [name, description] of [
    ['dispute', 'dispute an invoice'],
    ['void', 'void an invoice; it stays in the book'],
  ] as const)
    parent
      .command(name)
      .description(description)
      .argument('<number>', 'invoice number')
      .requiredOption('--reason <text>', 'why')
      .action(async (number: string, options: { reason: string }) => {
        await cli.openBook();
        cli.terminal.answer(await cli.call(`invoices/${name}`, { number, reason: options.reason }));
      });
  parent
    .command('issue')
    .description('the vendor issued the tax invoice')
    .argument('<number>', 'invoice number')
    .option('--date <day>', 'issue date', date)
    .option('--term <days>', 'natural days of the account period', whole(0, 3650))
    .action(async (number: string, options: { date?: string; term?: number }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('invoices/issue', { number, date: options.date ?? null, termDays: options.term ?? null }));
    });
  parent
    .command('credit')
    .description('record a credit note against an invoice')
    .argument('<number>', 'invoice number')
    .requiredOption('--number <number>', 'number of the credit note')
    .requiredOption('--date <day>', 'its date', date)
    .requiredOption('--net <amount>', 'positive, before tax', amount)
    .requiredOption('--tax <amount>', 'positive tax', amount)
    .requiredOption('--reason <text>', 'why')
    .action(async (number: string, options: { number: string; date: string; net: string; tax: string; reason: string }) => {
      await cli.openBook();
      const { number: creditNumber, ...rest } = options;
      cli.terminal.answer(await cli.call('invoices/credit', { number, creditNumber, ...rest }));
    });
};
