import { InvalidArgumentError, type Command } from 'commander';
import { DUE_KINDS, type DueKind } from '../../../domain/invoices/due.ts';
import { vendor } from '../../../services/contract/schema.ts';
import type { Cli } from '../cli.ts';
import { table } from '../human.ts';
import { choice, collect, date, whole } from '../options.ts';

type Vendor = (typeof vendor.options)[number];
type Horizon = { within?: number; until?: string; vendor?: Vendor; kind?: DueKind[] };
type ReminderOptions = Horizon & {
  format: 'ics' | 'eml';
  out: string;
  language?: 'en' | 'zh-CN' | 'both';
  alarm?: number[];
  attach: boolean;
};

const COLUMNS = ['date', 'days', 'kind', 'number', 'vendor', 'status', 'amount', 'currency', 'assumed'];
const kind = (text: string): DueKind => {
  const found = DUE_KINDS.find((name) => name === text);
  if (!found) throw new InvalidArgumentError(`Give one of ${DUE_KINDS.join(', ')}.`);
  return found;
};

/** What the calendar asks for: acts with a day, what is due, and reminders as files. */
export function invoicesCourse(parent: Command, cli: Cli): void {
  horizon(parent.command('due').description('what is to be seen to: bills to confirm, invoices to pay, papers to send')).action(
    async (options: Horizon) => {
      await cli.openBook();
      const due = await cli.call('invoices/due', asked(options));
      cli.terminal.answer(due, () =>
        [table(COLUMNS, due.items), ...(due.sums.length > 0 ? [table(['group', 'currency', 'amount', 'count'], due.sums)] : [])].join(
          '\n\n',
        ),
      );
    },
  );
  horizon(parent.command('reminders').description('what is due as a calendar or message file; nothing is sent'))
    .addOption(choice('--format <format>', 'calendar or message', ['ics', 'eml']).makeOptionMandatory())
    .requiredOption('--out <file>', 'where to write it')
    .addOption(choice('--language <language>', 'of the texts; the book’s unless given', ['en', 'zh-CN', 'both']))
    .option('--alarm <days>', 'ring so many days before; may be repeated', collect(whole(0, 365)))
    .option('--attach', 'hang the invoices’ files on the message', false)
    .action(async ({ format, out, language, alarm, attach, ...options }: ReminderOptions) => {
      const target = cli.writes(out);
      await cli.openBook();
      const { items } = await cli.call('invoices/due', asked(options));
      const ids = items.map((item) => item.id);
      cli.terminal.answer(
        await cli.call('export/reminders', {
          format,
          items: ids,
          language: language ?? null,
          attach,
          target,
          ...(alarm ? { alarms: alarm } : {}),
        }),
      );
    });
  parent
    .command('bill')
    .description('the bill appeared on a day: its confirmation window begins')
    .argument('<number>', 'invoice number')
    .requiredOption('--date <day>', 'on which it appeared', date)
    .action(async (number: string, options: { date: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('invoices/bill', { number, date: options.date }));
    });
  parent
    .command('withdraw')
    .description('take a dispute back: the confirmation window runs on')
    .argument('<number>', 'invoice number')
    .requiredOption('--reason <text>', 'why')
    .action(async (number: string, options: { reason: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('invoices/withdraw', { number, reason: options.reason }));
    });
  parent
    .command('fail')
    .description('issuing failed and was asked for anew')
    .argument('<number>', 'invoice number')
    .option('--date <day>', 'asked for anew on this day; today unless given', date)
    .requiredOption('--reason <text>', 'why')
    .action(async (number: string, options: { date?: string; reason: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('invoices/fail', { number, date: options.date ?? null, reason: options.reason }));
    });
  parent
    .command('schedule')
    .description('day of issue and account period of an issued invoice')
    .argument('<number>', 'invoice number')
    .option('--issued <day>', 'day of issue', date)
    .option('--term <days>', 'natural days of the account period', whole(0, 3650))
    .requiredOption('--reason <text>', 'why')
    .action(async (number: string, options: { issued?: string; term?: number; reason: string }) => {
      await cli.openBook();
      const { issued = null, term = null, reason } = options;
      cli.terminal.answer(await cli.call('invoices/schedule', { number, issued, termDays: term, reason }));
    });
  parent
    .command('vat-proof')
    .description('the proof of the VAT that you paid was sent')
    .argument('<number>', 'invoice number')
    .requiredOption('--date <day>', 'on which it was sent', date)
    .action(async (number: string, options: { date: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('invoices/vatProof', { number, date: options.date }));
    });
}

const horizon = (command: Command): Command =>
  command
    .option('--within <days>', 'up to so many days ahead; what is late is always there', whole(0, 3650))
    .option('--until <day>', 'up to and with this day', date)
    .addOption(choice('--vendor <vendor>', 'of one vendor only', vendor.options))
    .option('--kind <kind>', `one of ${DUE_KINDS.join(', ')}; may be repeated`, collect(kind));

const asked = ({ within, until, vendor: of, kind: kinds }: Horizon) => ({
  within: within ?? null,
  until: until ?? null,
  vendor: of ?? null,
  kinds: kinds ?? null,
});
