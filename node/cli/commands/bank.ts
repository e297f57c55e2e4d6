import { english } from '../../../domain/words/said.ts';
import type { BankPreview } from '../../../services/contract/bank.ts';
import type { Input } from '../../../services/contract/index.ts';
import { EXIT, type Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, currency, date, whole } from '../options.ts';

interface ImportOptions {
  profile?: string;
  sheet?: string;
  account?: string;
  currency?: string;
  dates?: 'ymd' | 'dmy' | 'mdy';
  decimal?: '.' | ',';
  acceptDifference: boolean;
  dryRun: boolean;
}

const ID = whole(1, 999_999_999);

/** Statements of banks and cards: `bank …`; `payments import FILE` is the same as `bank import FILE`. */
export const bank: Register = (program, cli) => {
  const parent = group(program, 'bank', 'statements of banks and cards, and their lines');
  importCommand(parent, cli);
  const payments = program.commands.find((c) => c.name() === 'payments');
  if (payments) importCommand(payments, cli);
  parent
    .command('accounts')
    .description('accounts and cards, with what is open in them')
    .action(async () => {
      await cli.openBook();
      const list = await cli.call('bank/accounts', {});
      cli.terminal.answer(list, () =>
        table(['id', 'number', 'name', 'kind', 'currency', 'statements', 'open', 'balance', 'balanceOn', 'gaps'], list),
      );
    });
  parent
    .command('statements')
    .description('statements with their balances and how they follow one another')
    .option('--account <id>', 'of one account', ID)
    .action(async ({ account }: { account?: number }) => {
      await cli.openBook();
      const list = await cli.call('bank/statements', { account: account ?? null });
      cli.terminal.answer(list, () =>
        table(
          ['id', 'account', 'first', 'last', 'opening', 'in', 'out', 'closing', 'difference', 'follows', 'open', 'state', 'file'],
          list.map((s) => ({ ...s, account: s.account.number, follows: s.continuity?.state ?? null })),
        ),
      );
    });
  linesCommand(parent, cli);
  parent
    .command('ignore')
    .description('lines that pay no invoice')
    .argument('<line...>', 'ids of lines')
    .requiredOption('--reason <text>', 'why')
    .action(async (lines: string[], { reason }: { reason: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('bank/ignore', { lines: lines.map(ID), reason }));
    });
  parent
    .command('unignore')
    .description('take ignored lines up again')
    .argument('<line...>', 'ids of lines')
    .action(async (lines: string[]) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('bank/unignore', { lines: lines.map(ID) }));
    });
  parent
    .command('undo')
    .description('take a statement out again; refused while its lines are payments')
    .argument('<statement>', 'id of the statement', ID)
    .option('--reason <text>', 'why')
    .action(async (statement: number, { reason }: { reason?: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('bank/undo', { statement, reason: reason ?? null }));
    });
  parent
    .command('profiles')
    .description('how tables (CSV, XLSX) are read')
    .action(async () => {
      await cli.openBook();
      const { shipped, own } = await cli.call('bank/profiles', {});
      cli.terminal.answer({ shipped, own }, () =>
        table(
          ['id', 'kind', 'title'],
          [...shipped.map((p) => ({ ...p, title: p.title.en })), ...own.map((p) => ({ id: `own:${p.name}`, kind: p.kind, title: p.name }))],
        ),
      );
    });
};

function linesCommand(parent: Parameters<Register>[0], cli: Cli): void {
  parent
    .command('lines')
    .description('lines of statements, newest first, with their exact sums')
    .option('--account <id>', 'of one account', ID)
    .option('--statement <id>', 'of one statement', ID)
    .addOption(choice('--state <state>', 'only these', ['open', 'matched', 'ignored']))
    .addOption(choice('--direction <way>', 'money in or out', ['in', 'out']))
    .option('--from <day>', 'booked on or after', date)
    .option('--to <day>', 'booked on or before', date)
    .option('--search <text>', 'part of text, reference or counterparty')
    .option('--limit <n>', 'at most so many', whole(1, 5000))
    .action(async (options: Input<'bank/lines'>) => {
      await cli.openBook();
      const list = await cli.call('bank/lines', options);
      cli.terminal.answer(list, () =>
        [
          table(
            ['id', 'booked', 'amount', 'currency', 'state', 'counterparty', 'reference', 'text'],
            list.rows.map((r) => ({ ...r, text: r.text.slice(0, 60) })),
          ),
          table(['currency', 'count', 'in', 'out'], list.sums),
        ].join('\n\n'),
      );
    });
}

function importCommand(parent: Parameters<Register>[0], cli: Cli): void {
  parent
    .command('import')
    .description('read a statement of a bank or card: camt.053, OFX, MT940, CSV or XLSX, told by its content')
    .argument('<file>', 'the statement')
    .option('--profile <id>', 'of a table: read it by this profile, or own:NAME')
    .option('--sheet <name>', 'of a workbook')
    .option('--account <number>', 'where the file does not name it')
    .option('--currency <code>', 'where the file does not name it', currency)
    .addOption(choice('--dates <order>', 'of day, month and year, where the cells do not tell', ['ymd', 'dmy', 'mdy']))
    .addOption(choice('--decimal <sign>', 'where the cells do not tell', ['.', ',']))
    .option('--accept-difference', 'also where the lines do not lead to the closing balance', false)
    .option('--dry-run', 'only show what would happen', false)
    .action(async (file: string, { acceptDifference, dryRun, ...how }: ImportOptions) => {
      const token = cli.reads(file);
      await cli.openBook();
      if (dryRun) {
        const preview = await cli.call('bank/preview', { ...how, file: token });
        cli.terminal.answer(preview, () => previewText(preview));
        if (preview.obstacles.length > 0 || preview.statements.some((s) => s.rejected > 0)) cli.exit = EXIT.differences;
        return;
      }
      const done = await cli.call('bank/import', { ...how, file: token, acceptDifference });
      cli.terminal.answer(done, () =>
        table(
          ['id', 'account', 'first', 'last', 'opening', 'closing', 'rows', 'added', 'duplicates', 'rejected', 'follows'],
          done.statements.map((s) => ({ ...s, account: s.account.number, follows: s.continuity?.state ?? null })),
        ),
      );
      if (
        done.rejected > 0 ||
        done.statements.some((s) => s.continuity?.state === 'gap' || (s.difference !== null && s.difference !== '0'))
      )
        cli.exit = EXIT.differences;
    });
}

const previewText = (preview: BankPreview): string =>
  [
    english(preview.evidence),
    table(
      ['account', 'first', 'last', 'opening', 'closing', 'difference', 'rows', 'added', 'duplicates', 'rejected', 'follows'],
      preview.statements.map((s) => ({ ...s, account: s.account.number, follows: s.continuity.state })),
    ),
    ...preview.obstacles.map((o) => english(o.said)),
  ].join('\n');
