import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { refuse } from '../../../domain/result.ts';
import type { Input, Output } from '../../../services/contract/index.ts';
import type { Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { amount, country, date } from '../options.ts';

type Rules = Output<'tax/rules'>;
type Body = Input<'tax/add-rule'>['rule'];

/** The rules in use and the user's own: further commands of the group `tax`. */
export const taxRules: Register = (program, cli) => {
  const tax = program.commands.find((command) => command.name() === 'tax')!;
  tax
    .command('rules')
    .description('every tax rule with its days, rate and source; with a book, its own rules too')
    .option('--country <code>', 'of this country alone', country)
    .action(async (options: { country?: string }) => {
      await cli.openBookIfNamed();
      const answer = await cli.call('tax/rules', { country: options.country ?? null });
      cli.terminal.answer(answer, () => human(answer));
    });

  const rule = group(tax, 'rule', 'the book’s own rules');
  rule
    .command('add')
    .description('add a rule of your own')
    .requiredOption('--file <json>', 'the rule, as a JSON file (docs/tax/rules.md says its fields)')
    .requiredOption('--reason <text>', 'why')
    .action(async (options: { file: string; reason: string }) => {
      const given = ruleIn(cli, options.file);
      await cli.openBook();
      cli.terminal.answer(await cli.call('tax/add-rule', { rule: given, reason: options.reason }));
    });
  rule
    .command('override')
    .description('put a rule of your own in the place of a rule of the pack')
    .argument('<id>', 'rule of the pack, such as MY-02')
    .option('--rate <percent>', 'another rate, from --from on', amount)
    .option('--from <day>', 'first day, with --rate', date)
    .option('--file <json>', 'the whole rule, as a JSON file')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, options: { rate?: string; from?: string; file?: string; reason: string }) => {
      const { rate, from, file, reason } = options;
      if ((rate === undefined) === (file === undefined)) throw new InvalidArgumentError('Give --rate with --from, or --file.');
      if ((rate === undefined) !== (from === undefined))
        throw new InvalidArgumentError('--rate needs --from; a file says its own first day.');
      const by = rate !== undefined && from !== undefined ? { ratePct: rate, from } : { rule: ruleIn(cli, file!) };
      await cli.openBook();
      cli.terminal.answer(await cli.call('tax/override-rule', { replaces: id, with: by, reason }));
    });
  rule
    .command('off')
    .description('switch a rule of the pack off')
    .argument('<id>', 'rule of the pack, such as MY-02')
    .option('--from <day>', 'first day without it; left out: it never held', date)
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, options: { from?: string; reason: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('tax/switch-off-rule', { replaces: id, since: options.from ?? null, reason: options.reason }));
    });
  rule
    .command('withdraw')
    .description('take an own rule out of effect; it stays on record')
    .argument('<id>', 'own rule, such as MY-U01')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, options: { reason: string }) => {
      await cli.openBook();
      cli.terminal.answer(await cli.call('tax/withdraw-rule', { id, reason: options.reason }));
    });
};

/** What the file says; the services hold it against the shape of a rule. */
function ruleIn(cli: Cli, name: string): Body {
  const { path } = cli.host.files.resolve(cli.reads(name), 'read');
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Body;
  } catch (error) {
    return refuse('cli.not-json', `${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      file: name,
      remedy: 'Write one rule as a JSON object.',
    });
  }
}

function human({ pack, problem, rules, countries }: Rules): string {
  const rows = rules.map(({ id, layer, state, rule }) => ({
    id,
    entity: rule.entity,
    status: rule.status,
    region: rule.region && ('is' in rule.region ? rule.region.is : `not ${rule.region.not}`),
    from: rule.from,
    to: rule.to,
    tax: rule.tax?.code ?? (rule.kind === 'wht' ? 'WHT' : rule.kind),
    rate: rule.tax?.ratePct ?? rule.wht?.ratePct ?? null,
    treatment: rule.treatment,
    remits: rule.remittedBy,
    layer,
    state,
  }));
  const silent = countries.filter((c) => c.indirect === 0).map((c) => `${c.nameEn} (${c.iso})`);
  return [
    `${pack.name}: ${pack.title}`,
    ...(problem ? [`! ${problem.message} ${problem.details?.remedy ?? ''}`] : []),
    table(Object.keys(rows[0] ?? { id: '' }), rows),
    ...(silent.length > 0 && rules.length > 50 ? [`No indirect-tax rule, which is not 0 %: ${silent.join(', ')}`] : []),
  ].join('\n\n');
}
