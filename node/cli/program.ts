import { Command, CommanderError } from 'commander';
import { Failure } from '../../domain/result.ts';
import type { Host } from '../../services/runtime/host.ts';
import type { Services } from '../../services/runtime/services.ts';
import { Cli, EXIT } from './cli.ts';
import type { Register } from './command.ts';
import { accounts } from './commands/accounts.ts';
import { agreements } from './commands/agreements.ts';
import { bank } from './commands/bank.ts';
import { batches } from './commands/batches.ts';
import { bench } from './commands/bench.ts';
import { bills } from './commands/bills.ts';
import { billsAllocation } from './commands/bills-allocation.ts';
import { billsAnalysis } from './commands/bills-analysis.ts';
import { calc } from './commands/calc.ts';
import { calendars } from './commands/calendars.ts';
import { close } from './commands/close.ts';
import { discrepancies } from './commands/discrepancies.ts';
import { disputes } from './commands/disputes.ts';
import { einvoice } from './commands/einvoice.ts';
import { einvoiceImport } from './commands/einvoice-import.ts';
import { exportFiles } from './commands/export.ts';
import { focus } from './commands/focus.ts';
import { formats } from './commands/formats.ts';
import { importBills } from './commands/import.ts';
import { init } from './commands/init.ts';
import { invoiceStatements } from './commands/invoice-statements.ts';
import { invoices } from './commands/invoices.ts';
import { keep } from './commands/keep.ts';
import { match } from './commands/match.ts';
import { mend } from './commands/mend.ts';
import { parties } from './commands/parties.ts';
import { payments } from './commands/payments.ts';
import { profiles } from './commands/profiles.ts';
import { reconcile } from './commands/reconcile.ts';
import { registers } from './commands/registers.ts';
import { reports } from './commands/reports.ts';
import { tax } from './commands/tax.ts';
import { taxPacks } from './commands/tax-packs.ts';
import { taxQuotes } from './commands/tax-quotes.ts';
import { taxRules } from './commands/tax-rules.ts';
import { views } from './commands/views.ts';
import { watch } from './commands/watch.ts';
import { wht } from './commands/wht.ts';
import { whtPapers } from './commands/wht-papers.ts';
import { whtDrafts } from './commands/wht-drafts.ts';
import { whtExpected } from './commands/wht-expected.ts';
import { whtFiles } from './commands/wht-files.ts';
import { whtForms } from './commands/wht-forms.ts';
import { whtImport } from './commands/wht-import.ts';
import { whtRegisters } from './commands/wht-registers.ts';
import { Terminal, type Streams } from './terminal.ts';

const COMMANDS: readonly Register[] = [
  init,
  formats,
  importBills,
  profiles,
  watch,
  batches,
  mend,
  bills,
  billsAnalysis,
  views,
  accounts,
  registers,
  reconcile,
  agreements,
  close,
  discrepancies,
  disputes,
  tax,
  taxRules,
  taxPacks,
  taxQuotes,
  parties,
  invoices,
  calendars,
  payments,
  match,
  // After the group `payments`.
  bank,
  wht,
  whtPapers,
  whtDrafts,
  whtExpected,
  whtFiles,
  whtForms,
  whtImport,
  whtRegisters,
  calc,
  exportFiles,
  reports,
  invoiceStatements,
  focus,
  billsAllocation,
  keep,
  bench,
  einvoice,
  // After whatever else is in the group `einvoice`.
  einvoiceImport,
];

export interface Run {
  argv: readonly string[];
  streams: Streams;
  host: Host;
  version: string;
  start(host: Host): Promise<Services> | Services;
  signal?: AbortSignal;
}

/** Runs one command line and resolves to its exit status (EXIT). Writes to the given streams only. */
export async function run(options: Run): Promise<number> {
  const terminal = new Terminal(options.streams);
  const cli = new Cli(terminal, options.streams, options.host, options.start, options.signal);
  const program = build(cli, options);
  // Also refusals of the arguments themselves come as a document when one was asked for.
  terminal.json = options.argv.includes('--json');
  try {
    await program.parseAsync([...options.argv], { from: 'user' });
    return cli.exit;
  } catch (error) {
    if (error instanceof CommanderError) return argumentError(error, terminal);
    if (error instanceof Failure) {
      terminal.failure(named(error).error);
      return error.error.code === 'internal' ? EXIT.internal : EXIT.refused;
    }
    terminal.failure({
      code: 'internal',
      message: `Something went wrong inside Tallybook: ${error instanceof Error ? error.message : String(error)}`,
    });
    return EXIT.internal;
  } finally {
    cli.close();
  }
}

function build(cli: Cli, { streams, version }: Run): Command {
  const program = new Command('tallybook')
    .description('An offline ledger for cloud bills.')
    .version(version)
    .usage('[options] <command> …');
  program
    .option('--book <file>', 'the book (or TALLYBOOK_BOOK)')
    .option('--json', 'one JSON document on standard output')
    .option('--quiet', 'no progress and no messages');
  program.exitOverride().configureOutput({ writeOut: streams.out, writeErr: streams.err, outputError: () => {} });
  program.hook('preAction', (_, action) => {
    const given = action.optsWithGlobals<{ book?: string; json?: boolean; quiet?: boolean }>();
    cli.bookOption = given.book;
    cli.terminal.json = given.json ?? false;
    cli.terminal.quiet = given.quiet ?? false;
  });
  program
    .argument('[command]')
    .allowExcessArguments(true)
    .action((given: string | undefined) => {
      const names = program.commands.map((command) => command.name()).join(', ');
      program.error(given === undefined ? `say what to do. There are: ${names}.` : `unknown command “${given}”. There are: ${names}.`, {
        code: 'commander.unknownCommand',
      });
    });
  for (const register of COMMANDS) register(program, cli);
  for (const command of every(program)) explainOptions(command);
  return program;
}

const every = (command: Command): Command[] => [command, ...command.commands.flatMap(every)];

/** Commander names the unknown option; this adds what there is. */
function explainOptions(command: Command): void {
  const error = command.error.bind(command);
  command.error = (message, options) => {
    const known = [...command.options, ...(command.parent ? root(command).options : [])]
      .map((option) => option.long ?? option.short)
      .join(', ');
    return error(options?.code === 'commander.unknownOption' ? `${message.split('\n', 1)[0]}. There are: ${known}.` : message, options);
  };
}

const root = (command: Command): Command => (command.parent ? root(command.parent) : command);

function argumentError(error: CommanderError, terminal: Terminal): number {
  if (error.exitCode === 0) return EXIT.done; // --help, --version
  const text = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
  terminal.failure({ code: `cli.${error.code.replace(/^commander\./, '')}`, message: `${text.charAt(0).toUpperCase()}${text.slice(1)}` });
  return EXIT.refused;
}

/** An input that the contract refused was an option here: name it as it was typed. */
function named(failure: Failure): Failure {
  const { code, message, details } = failure.error;
  const column = details?.column;
  if (code !== 'call.invalid-input' || !column || !/^[a-zA-Z]+$/.test(column)) return failure;
  const option = `--${column.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return new Failure({ code, message: message.replace(`${column}:`, `${option}:`), details: { ...details, column: option } });
}
