import { SIDES, type Side } from '../../../domain/wht/certificate.ts';
import { EXPECTED_FINDINGS, EXPECTED_STATES, type ExpectedFinding, type ExpectedState } from '../../../domain/wht/expected/state.ts';
import type { StepKind } from '../../../domain/wht/expected/steps.ts';
import { refuse } from '../../../domain/result.ts';
import { vendor } from '../../../services/contract/schema.ts';
import type { Cli } from '../cli.ts';
import type { Command } from 'commander';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, collect, country, date, period, whole } from '../options.ts';

type Vendor = (typeof vendor.options)[number];
interface Filter {
  side?: Side;
  country?: string;
  vendor?: Vendor;
  period?: string;
  finding?: ExpectedFinding;
  search?: string;
  asOf?: string;
}

const COLUMNS = [
  'invoice',
  'side',
  'country',
  'vendor',
  'state',
  'currency',
  'base',
  'ratePct',
  'tax',
  'withheld',
  'certified',
  'missing',
  'due',
  'days',
  'findings',
];

/** Adds `expected`, `ageing`, `step`, `steps` and `withdraw-step` to the group `wht`. */
export const whtExpected: Register = (program, cli) => {
  const parent = program.commands.find((c) => c.name() === 'wht') ?? group(program, 'wht', 'withholding-tax certificates');
  filtered(parent.command('expected').description('certificates that invoices wait for, by rule, rate and payment'))
    .addOption(choice('--state <state>', 'of this state; may be repeated', EXPECTED_STATES).argParser(collect(stateOf)))
    .action(async ({ state, ...filter }: Filter & { state?: ExpectedState[] }) => {
      await cli.openBook();
      const answer = await cli.call('wht/expected', { ...filter, states: state ?? null });
      cli.terminal.answer(answer, () => {
        const rows = answer.rows.map((r) => ({ ...r, due: r.evidence && `${r.evidence.date}${r.evidence.assumed ? '*' : ''}` }));
        return `${table(COLUMNS, rows)}\n\n${table(['state', 'currency', 'count', 'amount', 'unknown'], answer.sums)}`;
      });
    });
  filtered(parent.command('ageing').description('what is missing or to come, by age'))
    .addOption(choice('--by <what>', 'groups', ['country', 'vendor', 'period', 'counterparty']).default('country'))
    .action(async ({ by, ...filter }: Filter & { by: 'country' | 'vendor' | 'period' | 'counterparty' }) => {
      await cli.openBook();
      const answer = await cli.call('wht/ageing', { ...filter, by });
      cli.terminal.answer(answer, () => {
        const rows = answer.groups.map(({ key, currency, cells, open, late }) => ({
          [by]: key,
          currency,
          ...Object.fromEntries(cells.map((c) => [c.bucket, c.amount])),
          open,
          late,
        }));
        const buckets = [...new Set(answer.groups.flatMap((g) => g.cells.map((c) => c.bucket)))];
        return table([by, 'currency', ...buckets, 'open', 'late'], rows);
      });
    });
  steps(parent, cli);
};

const stateOf = (text: string): ExpectedState =>
  EXPECTED_STATES.find((state) => state === text) ??
  refuse('cli.state', `There is no state “${text}”.`, { value: text, remedy: `Give one of: ${EXPECTED_STATES.join(', ')}.` });

const filtered = (command: Command): Command =>
  command
    .addOption(choice('--side <side>', 'payer: we withhold; payee: customers withhold from us', SIDES))
    .option('--country <code>', 'whose tax it is', country)
    .addOption(choice('--vendor <id>', 'of this vendor', vendor.options))
    .option('--period <month>', 'billing period', period)
    .addOption(choice('--finding <code>', 'only where this was found', EXPECTED_FINDINGS))
    .option('--search <text>', 'part of a number or of the counterparty')
    .option('--as-of <day>', 'as it stood at the end of that day', date);

interface StepOptions {
  vendor?: Vendor;
  remitted?: string;
  filed?: string;
  rate?: string;
  notDue?: boolean;
  writtenOff?: boolean;
  date?: string;
  reference: string;
  reason: string;
}

function steps(parent: Command, cli: Cli): void {
  parent
    .command('step')
    .description('record what is known of the tax of invoices')
    .argument('<invoice...>', 'numbers of invoices; the step is recorded on all of them, or on none')
    .addOption(choice('--vendor <id>', 'where two vendors gave this number', vendor.options))
    .option('--remitted <day>', 'the tax was paid to the authority', date)
    .option('--filed <day>', 'its return was filed', date)
    .option('--rate <percent>', 'the rate that holds for them')
    .option('--not-due', 'no certificate is owed')
    .option('--written-off', 'the certificate is given up')
    .option('--date <day>', 'day of a decision (--rate, --not-due, --written-off); today unless given', date)
    .option('--reference <text>', 'receipt, challan or number of the return', '')
    .option('--reason <text>', 'why', '')
    .action(async (invoices: string[], options: StepOptions) => {
      const { kind, day } = chosen(options);
      await cli.openBook();
      const made = await cli.call('wht/recordStep', {
        invoices: invoices.map((invoice) => ({ invoice, vendor: options.vendor ?? null })),
        kind,
        date: day,
        reference: options.reference,
        rate: options.rate ?? null,
        reason: options.reason,
      });
      cli.terminal.answer(made, () => table(['id', 'invoice', 'kind', 'date', 'reference', 'rate', 'note'], made));
    });
  parent
    .command('steps')
    .description('every step of an invoice, withdrawn ones too')
    .argument('<invoice>', 'its number')
    .addOption(choice('--vendor <id>', 'where two vendors gave this number', vendor.options))
    .action(async (invoice: string, options: { vendor?: Vendor }) => {
      await cli.openBook();
      const list = await cli.call('wht/steps', { invoice, vendor: options.vendor ?? null });
      cli.terminal.answer(list, () => table(['id', 'kind', 'date', 'reference', 'rate', 'note', 'who', 'withdrawn'], list));
    });
  parent
    .command('withdraw-step')
    .description('take a step back; it stays on record')
    .argument('<id>', 'of the step', whole(1, 999_999_999))
    .requiredOption('--reason <text>', 'why')
    .action(async (id: number, options: { reason: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('wht/withdrawStep', { id, reason: options.reason }));
    });
}

/** Exactly one of the kinds, with its day. */
function chosen(options: StepOptions): { kind: StepKind; day: string | null } {
  const day = options.date ?? null;
  const given: [StepKind, string | null][] = [
    ...(options.remitted === undefined ? [] : [['remitted', options.remitted] as [StepKind, string]]),
    ...(options.filed === undefined ? [] : [['filed', options.filed] as [StepKind, string]]),
    ...(options.rate === undefined ? [] : [['rate', day] as [StepKind, string | null]]),
    ...(options.notDue ? [['not-due', day] as [StepKind, string | null]] : []),
    ...(options.writtenOff ? [['written-off', day] as [StepKind, string | null]] : []),
  ];
  const [first] = given;
  if (!first || given.length > 1)
    refuse('cli.step', first ? 'More than one step is given.' : 'No step is given.', {
      remedy: 'Give one of --remitted DAY, --filed DAY, --rate P, --not-due, --written-off.',
    });
  return { kind: first[0], day: first[1] };
}
