import { DISCREPANCY_STATES, SETTLED_HOW, type DiscrepancyState, type SettledHow } from '../../../domain/discrepancies/states.ts';
import type { DiscrepancyShown } from '../../../services/contract/discrepancies.ts';
import { group, type Register } from '../command.ts';
import { describe, table } from '../human.ts';
import { choice, date, period, whole } from '../options.ts';

const id = whole(1, 999_999_999);

/** `discrepancies`: differences that somebody follows up, from found to settled. */
export const discrepancies: Register = (program, cli) => {
  const parent = group(program, 'discrepancies', 'differences of checks that are followed up');
  const show = (d: DiscrepancyShown): void => cli.terminal.answer(d, () => describe(plain(d)));
  parent
    .command('list')
    .description('differences, the oldest first')
    .option('--period <month>', 'of this month', period)
    .addOption(choice('--state <state>', 'in this state', [...DISCREPANCY_STATES, 'unfinished', 'all']).default('all'))
    .action(async (o: { period?: string; state: DiscrepancyState | 'unfinished' | 'all' }) => {
      await cli.openBook();
      const found = await cli.call('discrepancies/list', { period: o.period ?? null, state: o.state });
      cli.terminal.answer(found, () =>
        table(['id', 'period', 'check', 'kind', 'currency', 'seen', 'now', 'state', 'standing', 'age', 'due'], found.rows),
      );
    });
  parent
    .command('show')
    .description('one difference with its history')
    .argument('<number>', 'number of the difference', id)
    .action(async (number: number) => {
      await cli.openBook();
      const found = await cli.call('discrepancies/show', { id: number });
      cli.terminal.answer(
        found,
        () => `${describe(plain(found))}\n${table(['at', 'who', 'event', 'from', 'to', 'reason'], found.history)}`,
      );
    });
  parent
    .command('offer')
    .description('what fails in the month and is not followed up yet')
    .requiredOption('--period <month>', 'month', period)
    .action(async (o: { period: string }) => {
      await cli.openBook();
      const { rows } = await cli.call('discrepancies/offer', o);
      cli.terminal.answer(rows, () => table(['check', 'part', 'kind', 'currency', 'amount', 'lineCount'], rows));
    });
  parent
    .command('open')
    .description('follow up a failing check, one of its findings (--part), or every failing check (--all)')
    .requiredOption('--period <month>', 'month', period)
    .option('--check <id>', 'id of the check, as “reconcile” prints it')
    .option('--part <name>', 'one finding of it, as “discrepancies offer” prints it', '')
    .option('--all', 'every failing check')
    .option('--due <day>', 'day of the next step', date)
    .option('--note <text>', 'remark', '')
    .action(async (o: { period: string; check?: string; part: string; all?: boolean; due?: string; note: string }, command) => {
      if ((o.check === undefined) === (o.all !== true)) command.error('Give either --check or --all.', { exitCode: 2 });
      await cli.openBook();
      if (o.check === undefined) {
        const opened = await cli.call('discrepancies/openAll', { period: o.period, due: o.due ?? null });
        cli.terminal.answer(opened, () => table(['id', 'check', 'currency', 'seen'], opened.rows));
      } else
        show(await cli.call('discrepancies/open', { period: o.period, check: o.check, part: o.part, due: o.due ?? null, note: o.note }));
    });
  parent
    .command('explain')
    .description('say what the difference is')
    .argument('<number>', 'number of the difference', id)
    .requiredOption('--reason <text>', 'the explanation')
    .action(async (number: number, { reason }: { reason: string }) => {
      await cli.openBook();
      show(await cli.call('discrepancies/explain', { id: number, reason }));
    });
  parent
    .command('dispute')
    .description('take it up with the vendor')
    .argument('<number>', 'number of the difference', id)
    .requiredOption('--reason <text>', 'what is disputed')
    .option('--reference <text>', 'of the letter')
    .option('--due <day>', 'day by which an answer is expected', date)
    .action(async (number: number, o: { reason: string; reference?: string; due?: string }) => {
      await cli.openBook();
      show(await cli.call('discrepancies/dispute', { id: number, reason: o.reason, reference: o.reference ?? null, due: o.due ?? null }));
    });
  parent
    .command('settle')
    .description('say what settled it')
    .argument('<number>', 'number of the difference', id)
    .addOption(choice('--how <how>', 'what it was settled by', SETTLED_HOW).makeOptionMandatory())
    .option('--document <name>', 'file, number or reference of what settled it')
    .option('--reason <text>', 'remark', '')
    .action(async (number: number, o: { how: SettledHow; document?: string; reason: string }) => {
      await cli.openBook();
      show(await cli.call('discrepancies/settle', { id: number, how: o.how, document: o.document ?? null, reason: o.reason }));
    });
  parent
    .command('write-off')
    .description('give it up, within the limits of the book or with the name of who approves it')
    .argument('<number>', 'number of the difference', id)
    .requiredOption('--reason <text>', 'why')
    .option('--approver <name>', 'who approves it', '')
    .action(async (number: number, o: { reason: string; approver: string }) => {
      await cli.openBook();
      show(await cli.call('discrepancies/writeOff', { id: number, ...o }));
    });
  parent
    .command('reopen')
    .description('open it again')
    .argument('<number>', 'number of the difference', id)
    .requiredOption('--reason <text>', 'why')
    .action(async (number: number, { reason }: { reason: string }) => {
      await cli.openBook();
      show(await cli.call('discrepancies/reopen', { id: number, reason }));
    });
  parent
    .command('refresh')
    .description('take it as reconciliation finds it now')
    .argument('<number>', 'number of the difference', id)
    .action(async (number: number) => {
      await cli.openBook();
      show(await cli.call('discrepancies/refresh', { id: number }));
    });
};

const plain = ({ title, finding, kindTitle, lines, ...rest }: DiscrepancyShown): Record<string, unknown> => ({
  ...rest,
  title: title.en,
  finding: finding.en,
  kindTitle: kindTitle?.en ?? null,
  lines: lines.map((l) => `${l.file}:${l.row}`),
});
