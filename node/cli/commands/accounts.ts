import { InvalidArgumentError, type Command } from 'commander';
import { ROLES, type Role } from '../../../domain/accounts/entry.ts';
import type { AccountEntry, KnownAccount, MatrixSection } from '../../../services/contract/accounts.ts';
import { MEASURES } from '../../../services/contract/schema.ts';
import type { Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, period } from '../options.ts';

interface Said {
  name?: string;
  company?: string;
  role?: Role | 'none';
  master?: string;
  entity?: string;
  from?: string;
  to?: string;
  clearEntities: boolean;
}
interface Shown {
  period: string;
  to?: string;
  company?: string;
  measure: (typeof MEASURES)[number];
}

/** `accounts list`, `accounts set` and `accounts matrix`. */
export const accounts: Register = (program, cli) => {
  const parent = group(program, 'accounts', 'accounts, companies and operating entities of the book');
  parent
    .command('list')
    .description('accounts that the bills name, with what is said of them')
    .option('--company <name>', 'only those of a company')
    .action((options: { company?: string }) => showList(cli, options.company));
  parent
    .command('set')
    .description('say what an account is; what is not given stays, an empty text clears')
    .argument('<id>', 'the account as the bills write it')
    .option('--name <text>', 'a name to know it by')
    .option('--company <text>', 'the company that it belongs to')
    .addOption(choice('--role <role>', 'what it is to others', [...ROLES, 'none']))
    .option('--master <id>', 'the account that it stands under')
    .option('--entity <text>', 'adds months under an operating entity, such as a partner, from --from to --to')
    .option('--from <month>', 'first month of --entity; open unless given', period)
    .option('--to <month>', 'last month of --entity, included; open unless given', period)
    .option('--clear-entities', 'forget all operating entities first', false)
    .action((id: string, options: Said, command: Command) => say(cli, id, options, command));
  parent
    .command('matrix')
    .description('who used and who paid: using accounts down, paying accounts across')
    .requiredOption('--period <month>', 'month, or the first of a range with --to', period)
    .option('--to <month>', 'last month of the range, included', period)
    .option('--company <name>', 'only what accounts of a company used')
    .addOption(choice('--measure <measure>', 'the figure', MEASURES).default('payable'))
    .action((options: Shown) => showMatrix(cli, options));
};

const or = (text: string | undefined, before: string | null): string | null => (text === undefined ? before : text.trim() || null);

async function say(cli: Cli, id: string, options: Said, command: Command): Promise<void> {
  if (options.entity === undefined && (options.from !== undefined || options.to !== undefined))
    command.error('--from and --to need --entity', { exitCode: 2, code: 'commander.missingOption' });
  await cli.openBook();
  const { accounts: known } = await cli.call('accounts/list', {});
  const before = known.find((account) => account.id === id);
  const role = options.role === undefined ? (before?.role ?? null) : options.role === 'none' ? null : options.role;
  const kept = options.clearEntities ? [] : (before?.entities ?? []);
  const entry: AccountEntry = {
    id,
    name: or(options.name, before?.name ?? null),
    company: or(options.company, before?.company ?? null),
    role,
    master: or(options.master, before?.master ?? null),
    entities:
      options.entity === undefined ? kept : [...kept, { entity: options.entity, from: options.from ?? null, to: options.to ?? null }],
  };
  const { after } = await cli.call('accounts/set', { accounts: [entry] });
  if (!before) cli.terminal.note(`No bill of the book names ${id} yet.`);
  cli.terminal.answer(after[0]);
}

const months = ({ from, to }: { from: string | null; to: string | null }): string => `${from ?? '…'}–${to ?? '…'}`;
const sums = (amounts: Readonly<Record<string, string | null>>): string | null =>
  Object.entries(amounts)
    .flatMap(([currency, amount]) => (amount === null ? [] : [`${amount} ${currency}`]))
    .join(', ') || null;

const row = ({ id, name, company, role, master, entities, seen, suggestion }: KnownAccount): Record<string, unknown> => ({
  id,
  name,
  company,
  role,
  master,
  entities: entities.length === 0 ? null : entities.map((own) => `${own.entity} ${months(own)}`),
  vendors: seen?.vendors ?? null,
  first: seen?.first ?? null,
  last: seen?.last ?? null,
  lines: seen?.lines ?? null,
  used: seen && sums(seen.used),
  paid: seen && sums(seen.paid),
  suggested: suggestion && [suggestion.role, ...(suggestion.master === null ? [] : [`of ${suggestion.master}`])].join(' '),
});
const LIST = ['id', 'name', 'company', 'role', 'master', 'entities', 'vendors', 'first', 'last', 'lines', 'used', 'paid', 'suggested'];

/** The accounts of the company of that name, letter case aside. */
async function ofCompany(cli: Cli, name: string): Promise<string[]> {
  const { companies } = await cli.call('accounts/list', {});
  const found = companies.find((company) => company.name.toLowerCase() === name.trim().toLowerCase());
  if (!found) {
    const there = companies.map((company) => company.name).join(', ') || 'none';
    throw new InvalidArgumentError(`There is no company “${name}” in the book. There are: ${there}.`);
  }
  return found.accounts;
}

async function showList(cli: Cli, company: string | undefined): Promise<void> {
  await cli.openBook();
  const own = company === undefined ? null : await ofCompany(cli, company);
  const list = await cli.call('accounts/list', {});
  const shown = { ...list, accounts: list.accounts.filter(({ id }) => own === null || own.includes(id)) };
  cli.terminal.answer(shown, () => table(LIST, shown.accounts.map(row)));
}

async function showMatrix(cli: Cli, { period: from, to = from, company, measure }: Shown): Promise<void> {
  await cli.openBook();
  const accounts = company === undefined ? null : await ofCompany(cli, company);
  const found = await cli.call('accounts/matrix', { from, to, accounts, measure });
  cli.terminal.answer(found, () =>
    found.sections.length === 0
      ? 'none'
      : [
          ...found.sections.map(sectionText),
          table(
            ['check', 'currency', 'left', 'right', 'difference'],
            found.checks.map(({ id, ...rest }) => ({ check: id, ...rest })),
          ),
        ].join('\n\n'),
  );
  if (found.checks.some(({ pass }) => !pass)) cli.differs();
}

const OTHERS = '(pays itself)';

function sectionText(section: MatrixSection): string {
  const { vendor, currency, entity, present, first, last, columns, rows, total, lines, assumed } = section;
  const names = columns.map(({ payer }) => payer ?? OTHERS);
  const line = (account: string | null, cells: readonly (string | null)[], sum: string | null, count: number) => ({
    'used by \\ paid by': account ?? '(not named)',
    ...Object.fromEntries(names.map((name, i) => [name, cells[i]])),
    total: sum,
    lines: count,
  });
  return [
    `${vendor} · ${currency} · ${entity ?? 'the vendor itself'}${present ? '' : ' (earlier operating entity; in no other total)'} · ${first}–${last}`,
    table(
      ['used by \\ paid by', ...names, 'total', 'lines'],
      [
        ...rows.map((own) => line(own.user, own.cells, own.total, own.lines)),
        line(
          'total',
          columns.map((column) => column.total),
          total,
          lines,
        ),
      ],
    ),
    ...(assumed > 0 ? [`${assumed} lines name no paying account; they count as paid by the account that used them.`] : []),
  ].join('\n');
}
