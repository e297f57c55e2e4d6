import { readFileSync } from 'node:fs';
import { refuse } from '../../../domain/result.ts';
import type { Input } from '../../../services/contract/index.ts';
import type { Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, date, whole } from '../options.ts';

const PARTY = ['id', 'kind', 'name', 'country', 'entity', 'status', 'documents', 'archived'];
const SERIES = ['id', 'name', 'forKind', 'pattern', 'resets', 'taken', 'next', 'archived'];

export const parties: Register = (program, cli) => {
  const party = group(program, 'parties', 'who stands on documents');
  party
    .command('list')
    .description('own companies, vendors and customers')
    .action(async () => {
      await cli.openBook();
      const list = (await cli.call('parties/list', {})).parties;
      cli.terminal.answer(list, () => table(PARTY, list));
    });
  party
    .command('save')
    .description('a new party, or a known one changed, from a JSON document')
    .requiredOption('--file <file>', 'as `parties list --json` prints one; without an id it is new')
    .action(async ({ file }: { file: string }) => {
      const given = partyIn(cli, file);
      await cli.openBook();
      cli.terminal.answer(await cli.call('parties/save', given));
    });

  const series = group(program, 'series', 'runs of document numbers');
  series
    .command('list')
    .description('the series with their next numbers')
    .option('--date <day>', 'of a document of that day', date)
    .action(async (options: { date?: string }) => {
      await cli.openBook();
      const list = (await cli.call('series/list', options)).series;
      cli.terminal.answer(list, () => table(SERIES, list));
    });
  series
    .command('add')
    .description('begins a series')
    .requiredOption('--name <name>', 'what it is called')
    .requiredOption('--pattern <text>', 'such as INV-{YYYY}-{####}')
    .addOption(choice('--for <kind>', 'what it numbers', ['invoice', 'credit-note']).default('invoice'))
    .addOption(choice('--resets <when>', 'when the count begins again', ['never', 'year', 'month']).default('never'))
    .action(async (options: { name: string; pattern: string; for: 'invoice' | 'credit-note'; resets: 'never' | 'year' | 'month' }) => {
      await cli.openBook();
      const { for: forKind, ...rest } = options;
      cli.terminal.answer(await cli.call('series/save', { ...rest, forKind }));
    });

  for (const [of, what] of [
    [party, 'parties'],
    [series, 'series'],
  ] as const)
    of.command('archive')
      .description('offered no more; documents keep it')
      .argument('<id>', 'as listed', whole(1, 999_999_999))
      .option('--back', 'takes it into use again')
      .action(async (id: number, options: { back?: true }) => {
        await cli.openBook();
        cli.terminal.answer(await cli.call(`${what}/archive`, { id, archived: options.back !== true }));
      });
};

/** The party in the file; the rest of what a list prints of it is left out. */
function partyIn(cli: Cli, name: string): Input<'parties/save'> {
  const { path } = cli.host.files.resolve(cli.reads(name), 'read');
  try {
    const { documents: _documents, archived: _archived, ...party } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return party as unknown as Input<'parties/save'>;
  } catch (error) {
    return refuse('cli.not-json', `${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      file: name,
      remedy: 'Write one party as `parties list --json` prints it.',
    });
  }
}
