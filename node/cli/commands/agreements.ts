import { readFileSync } from 'node:fs';
import { refuse } from '../../../domain/result.ts';
import type { Input, Output } from '../../../services/contract/index.ts';
import type { Cli } from '../cli.ts';
import { group, type Register } from '../command.ts';
import { table } from '../human.ts';

/** What was agreed with vendors and stands on no bill, as one JSON document. */
export const agreements: Register = (program, cli) => {
  const own = group(program, 'agreements', 'guaranteed amounts, quotas and tier prices agreed with vendors');
  own
    .command('show')
    .description('what is entered; --json prints what `save` takes')
    .action(async () => {
      await cli.openBook();
      const all = await cli.call('reconcile/agreements', {});
      cli.terminal.answer(all, () => shown(all));
    });
  own
    .command('save')
    .description('take the place of all of them')
    .argument('<file>', 'JSON as `agreements show --json` prints it')
    .action(async (name: string) => {
      await cli.openBook();
      const all = await cli.call('reconcile/saveAgreements', fileIn(cli, name));
      cli.terminal.answer(all, () => shown(all));
    });
};

function fileIn(cli: Cli, name: string): Input<'reconcile/saveAgreements'> {
  const { path } = cli.host.files.resolve(cli.reads(name), 'read');
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Input<'reconcile/saveAgreements'>;
  } catch (error) {
    return refuse('cli.not-json', `${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      file: name,
      remedy: 'Write the agreements as `agreements show --json` prints them.',
    });
  }
}

const shown = ({ agreements: all }: Output<'reconcile/agreements'>): string =>
  table(
    ['name', 'vendor', 'currency', 'from', 'to', 'guaranteed', 'quota', 'readings', 'tables'],
    all.map(({ name, vendor, currency, from, to, guaranteed, quota, tables }) => ({
      name,
      vendor,
      currency,
      from,
      to: to ?? '',
      guaranteed: guaranteed?.amount ?? '',
      quota: quota?.total ?? '',
      readings: quota ? quota.readings.length : '',
      tables: tables.map((t) => t.name).join(', '),
    })),
  );
