import { InvalidArgumentError } from 'commander';
import { isAmount } from '../../../domain/money/amount.ts';
import type { Output } from '../../../services/contract/index.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, collect, whole } from '../options.ts';

const limit = (text: string): { currency: string; amount: string } => {
  const [currency = '', amount = '', ...more] = text.split('=');
  if (!/^[A-Z]{3}$/.test(currency) || !isAmount(amount) || more.length > 0)
    throw new InvalidArgumentError('Give CURRENCY=AMOUNT, such as USD=50.');
  return { currency, amount };
};
const percent = (text: string): string => {
  if (!/^\d{1,2}(\.\d{1,4})?$/.test(text)) throw new InvalidArgumentError('Give a percentage such as 1 or 0.5.');
  return text;
};

/** Adds to `match` what was learned, and how matching goes in the book. */
export const matchRules: Register = (parent, cli) => {
  const rules = group(parent, 'rules', 'what was learned from acceptances');
  rules
    .command('list')
    .description('learned rules with their source and their uses')
    .action(async () => {
      await cli.openBook();
      const list = await cli.call('match/rules', {});
      cli.terminal.answer(list, () => shown(list));
    });
  rules
    .command('set')
    .description('switch a rule on or off')
    .argument('<id>', 'as `match rules list` prints it', whole(1, 999_999_999))
    .addOption(choice('--state <state>', 'whether it speaks', ['on', 'off'] as const).makeOptionMandatory())
    .action(async (id: number, { state }: { state: 'on' | 'off' }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('match/setRule', { id, on: state === 'on' }));
    });
  rules
    .command('forget')
    .description('forget one rule, or all of them; what was accepted stays')
    .argument('[id]', 'as `match rules list` prints it', whole(1, 999_999_999))
    .option('--all', 'all of them', false)
    .action(async (id: number | undefined, { all }: { all: boolean }, command: { error(message: string, options: object): never }) => {
      if ((id === undefined) !== all) command.error('name one rule, or say --all.', { exitCode: 2, code: 'commander.missingArgument' });
      await cli.openBook();
      cli.terminal.answer(await cli.call('match/forget', { id: id ?? null }));
    });
  parent
    .command('settings')
    .description('how matching goes in this book; options change it')
    .option('--fee <currency=amount>', 'what a bank keeps at most in a currency; may be repeated', collect(limit))
    .option('--tolerance <percent>', 'how far a converted amount may be off', percent)
    .addOption(choice('--learn <state>', 'whether acceptances teach', ['on', 'off'] as const))
    .action(async (options: { fee?: { currency: string; amount: string }[]; tolerance?: string; learn?: 'on' | 'off' }) => {
      await cli.openBook();
      const now = await cli.call('match/settings', {});
      if (options.fee === undefined && options.tolerance === undefined && options.learn === undefined) return cli.terminal.answer(now);
      const fees = new Map([...now.fees, ...(options.fee ?? [])].map((f) => [f.currency, f.amount]));
      cli.terminal.answer(
        await cli.call('match/saveSettings', {
          fees: [...fees].map(([currency, amount]) => ({ currency, amount })),
          tolerancePct: options.tolerance ?? now.tolerancePct,
          learn: options.learn === undefined ? now.learn : options.learn === 'on',
        }),
      );
    });
};

const shown = (list: Output<'match/rules'>): string =>
  table(
    ['id', 'state', 'text', 'account', 'party', 'withheld', 'fee', 'uses', 'from'],
    list.map((r) => ({
      id: r.id,
      state: r.on ? 'on' : 'off',
      text: r.text,
      account: r.account,
      party: r.party,
      withheld: r.whtPct === null ? '' : `${r.whtPct} %`,
      fee: r.fee === null ? '' : `${r.fee.amount} ${r.fee.currency}`,
      uses: r.uses,
      from: `${r.from.id} of ${r.from.at.slice(0, 10)}`,
    })),
  );
