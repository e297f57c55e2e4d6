import { InvalidArgumentError } from 'commander';
import { parseDate } from '../../../domain/time/plain-date.ts';
import { vendor } from '../../../services/contract/schema.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, collect, country, date, whole } from '../options.ts';

type Vendor = (typeof vendor.options)[number];
type Day = { date: string; name: string };
type EditOptions = { holiday?: Day[]; working?: Day[]; forget?: string[]; complete?: number[]; incomplete?: number[] };
type TermsOptions = {
  id?: number;
  vendor: Vendor;
  from?: string;
  until?: string;
  country: string;
  confirm?: number;
  issueLeast?: number;
  issueMost?: number;
  term?: number;
  dunning: number;
  recycle?: number;
  reason: string;
};

/** DAY or DAY=NAME. */
function day(text: string): Day {
  const cut = text.indexOf('=');
  const parsed = parseDate(cut < 0 ? text : text.slice(0, cut));
  if (!parsed.ok) throw new InvalidArgumentError('Give DAY or DAY=NAME, such as 2026-10-08=Stocktaking.');
  return { date: parsed.value, name: cut < 0 ? '' : text.slice(cut + 1) };
}
const YEAR = whole(1990, 2100);
const DAYS = whole(0, 3650);

/** Working-day calendars of countries, and the terms of vendors that count them. */
export const calendars: Register = (program, cli) => {
  const parent = group(program, 'calendars', 'working days of countries, and terms of vendors');
  parent
    .command('list')
    .description('countries, and the years whose holidays are all known')
    .action(async () => {
      await cli.openBook();
      const list = await cli.call('calendar/list', {});
      cli.terminal.answer(list, () => table(['country', 'years', 'edits'], list));
    });
  parent
    .command('show')
    .description('a year of a country')
    .argument('<country>', 'ISO 3166 code', country)
    .requiredOption('--year <year>', 'which year', YEAR)
    .action(async (code: string, options: { year: number }) => {
      await cli.openBook();
      const shown = await cli.call('calendar/show', { country: code, year: options.year });
      cli.terminal.answer(
        shown,
        () =>
          `${shown.workingDays} working days, holidays ${shown.known ? 'all known' : 'with a fixed date only'}\n${table(
            ['date', 'kind', 'name', 'by'],
            shown.days.map((d) => ({ ...d, name: typeof d.name === 'string' ? d.name : (d.name?.en ?? '') })),
          )}`,
      );
    });
  parent
    .command('edit')
    .description('days off and days worked that the calendar of the country does not have')
    .argument('<country>', 'ISO 3166 code', country)
    .option('--holiday <day>', 'DAY or DAY=NAME; may be repeated', collect(day))
    .option('--working <day>', 'DAY or DAY=NAME; may be repeated', collect(day))
    .option('--forget <day>', 'back to the calendar of the country; may be repeated', collect(date))
    .option('--complete <year>', 'all holidays of the year are in it; may be repeated', collect(YEAR))
    .option('--incomplete <year>', 'they are not; may be repeated', collect(YEAR))
    .action(async (code: string, { holiday, working, forget, complete, incomplete }: EditOptions) => {
      await cli.openBook();
      const days = [
        ...(holiday ?? []).map((d) => ({ ...d, kind: 'holiday' as const })),
        ...(working ?? []).map((d) => ({ ...d, kind: 'working' as const })),
        ...(forget ?? []).map((d) => ({ date: d, kind: null })),
      ];
      const years = [
        ...(complete ?? []).map((year) => ({ year, complete: true })),
        ...(incomplete ?? []).map((year) => ({ year, complete: false })),
      ];
      cli.terminal.answer(await cli.call('calendar/edit', { country: code, days, years }));
    });
  parent
    .command('import')
    .description('holidays of an .ics or CSV file')
    .argument('<country>', 'ISO 3166 code', country)
    .argument('<file>', 'the list')
    .option('--complete', 'it has all holidays of its years', false)
    .option('--dry-run', 'read it only', false)
    .action(async (code: string, file: string, options: { complete: boolean; dryRun: boolean }) => {
      const token = cli.reads(file);
      await cli.openBook();
      cli.terminal.answer(await cli.call('calendar/import', { country: code, file: token, ...options }));
    });
  parent
    .command('terms')
    .description('what vendors print, and terms agreed on over it')
    .action(async () => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('calendar/terms', {}));
    });
  parent
    .command('set-terms')
    .description('terms agreed on with a vendor')
    .addOption(choice('--vendor <vendor>', 'with whom', vendor.options).makeOptionMandatory())
    .option('--id <id>', 'in place of these terms', whole(1, 999_999_999))
    .option('--from <day>', 'first day; open unless given', date)
    .option('--until <day>', 'last day; open unless given', date)
    .option('--country <code>', 'whose working days count', country, 'CN')
    .option('--confirm <days>', 'working days to confirm a bill; none unless given', whole(1, 366))
    .option('--issue-least <days>', 'working days that issuing takes at least', whole(0, 366))
    .option('--issue-most <days>', 'and at most', whole(0, 366))
    .option('--term <days>', 'natural days of the account period; the stated due date unless given', DAYS)
    .option('--dunning <days>', 'days of reminders', DAYS, 0)
    .option('--recycle <days>', 'days from freezing to the recycle bin; nothing is frozen unless given', DAYS)
    .requiredOption('--reason <text>', 'such as the contract')
    .action(async (o: TermsOptions) => {
      await cli.openBook();
      const least = o.issueLeast ?? o.issueMost;
      const most = o.issueMost ?? o.issueLeast;
      cli.terminal.answer(
        await cli.call('calendar/setTerms', {
          id: o.id ?? null,
          vendor: o.vendor,
          terms: {
            from: o.from ?? null,
            until: o.until ?? null,
            country: o.country,
            confirmDays: o.confirm ?? null,
            issueDays: least === undefined || most === undefined ? null : { least, most },
            termDays: o.term ?? null,
            dunningDays: o.dunning,
            recycleDays: o.recycle ?? null,
            reason: o.reason,
          },
        }),
      );
    });
  parent
    .command('remove-terms')
    .description('what the vendor prints holds again')
    .argument('<id>', 'of the terms', whole(1, 999_999_999))
    .requiredOption('--reason <text>', 'why')
    .action(async (id: number, options: { reason: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('calendar/removeTerms', { id, reason: options.reason }));
    });
};
