import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCE_DELIVERIES, type SourceDelivery } from '../../../domain/formats/adapter.ts';
import type { FileImport, FileSource } from '../../../services/contract/imports.ts';
import { inOrder } from '../../../services/watch/order.ts';
import { scanFolder } from '../../../services/watch/scan.ts';
import type { Cli } from '../cli.ts';
import type { Register } from '../command.ts';
import { table } from '../human.ts';
import { choice, zone } from '../options.ts';

interface Options {
  format?: string;
  profile?: string;
  timeZone?: string;
  delivery?: SourceDelivery;
  dryRun: boolean;
}

/** What the options say of the source; null where they say nothing, so that it is as remembered. */
const sourceChoice = ({ timeZone, delivery }: Options): { timeZone?: string | null; delivery?: SourceDelivery } | null =>
  timeZone === undefined && delivery === undefined
    ? null
    : { ...(timeZone !== undefined && { timeZone: timeZone === 'auto' ? null : timeZone }), ...(delivery && { delivery }) };

export const importBills: Register = (program, cli) => {
  program
    .command('import')
    .description('import bills, statements or invoices')
    .argument('<file...>', 'files or folders to import')
    .option('--format <id>', 'take this format instead of detecting it (see “formats”)')
    .option('--profile <file>', 'read it by this mapping profile (JSON file)')
    .option(
      '--time-zone <zone>',
      'the clock by which the source cuts its months, such as UTC+08:00 or Asia/Shanghai; auto lets the file tell',
      zone,
    )
    .addOption(choice('--delivery <way>', 'whether a file of the source adds to its month or replaces it', SOURCE_DELIVERIES))
    .option('--dry-run', 'say what would happen and change nothing', false)
    .action(async (names: string[], options: Options) => {
      const files: string[] = [];
      for (const name of names) files.push(...(await under(cli, name)).map((path) => cli.reads(path)));
      const mapping = options.profile === undefined ? null : cli.reads(options.profile);
      await cli.openBook();
      const profile = mapping === null ? null : await cli.call('profiles/import', { file: mapping, keep: false });
      const sources = Object.fromEntries(files.map((file) => [file, sourceChoice(options)]).filter(([, given]) => given !== null));
      const done = await cli.call('import/run', { files, format: options.format ?? null, profile, sources, dryRun: options.dryRun });
      for (const file of done.files)
        if (file.rejected > 0 && file.batch !== null) file.rejectsFile ??= await writeRejects(cli, file, file.batch);
      cli.terminal.answer(done, () => describe(done.files));
      for (const file of done.files) for (const notice of file.notices) cli.terminal.note(`${file.file}: ${notice.message}`);
      if (done.files.some((file) => file.rejected > 0)) cli.differs();
    });
};

/** The file, or the bills of a folder in their order; what of it could not be looked at is said. */
async function under(cli: Cli, name: string): Promise<string[]> {
  const path = cli.path(name);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [name];
  const { files, notes } = await scanFolder(path);
  for (const { message } of notes) cli.terminal.note(`${name}: ${message}`);
  return inOrder(files).map((file) => file.path);
}

/** Rejected rows, to be mended and imported again, beside the book; an earlier file of that name is kept. */
async function writeRejects(cli: Cli, file: FileImport, batch: number): Promise<string> {
  const folder = `${cli.bookPath()}.rejects`;
  mkdirSync(folder, { recursive: true });
  // A table of an archive is named after both; no part of it may lead elsewhere.
  const name = file.file.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  const wanted = join(folder, `${name}.csv`);
  const path = existsSync(wanted) ? join(folder, `${name}.${batch}.csv`) : wanted;
  await cli.call('import/exportRejects', { batch, target: cli.writes(path) });
  return path;
}

/** Who delivered the file, and how it was taken: `AWS 1234, months by UTC, as the file tells; append-only`. */
const inWords = ({ provider, account, timeZone, timeZoneBy, toldZone, delivery, deliveryBy }: FileSource): string => {
  const by = { chosen: 'as chosen', remembered: 'as remembered', file: 'as the file tells' };
  const zoned = timeZone ?? toldZone ?? 'the clock of each row';
  return `${[provider, account].filter(Boolean).join(' ') || 'unnamed source'}, months by ${zoned}, ${by[timeZoneBy]}; ${delivery}${
    deliveryBy === 'file' ? '' : `, ${by[deliveryBy]}`
  }`;
};

const describe = (files: FileImport[]): string =>
  [
    table(['file', 'format', 'batch', 'rows', 'imported', 'duplicates', 'superseded', 'ignored', 'rejected'], files),
    ...files.flatMap((file) =>
      Object.entries(file.totals).map(([currency, sums]) => `${file.file}: payable ${sums.payable ?? '–'} ${currency}`),
    ),
    ...files.flatMap((file) => (file.source ? [`${file.file}: ${inWords(file.source)}`] : [])),
    ...files.filter((file) => file.rejectsFile).map((file) => `rejected rows: ${file.rejectsFile}`),
  ].join('\n');
