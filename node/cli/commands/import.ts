import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FileImport } from '../../../services/contract/imports.ts';
import { isFolder, scanFolder } from '../../folder-scan.ts';
import type { Cli } from '../cli.ts';
import type { Register } from '../command.ts';
import { table } from '../human.ts';

export const importBills: Register = (program, cli) => {
  program
    .command('import')
    .description('import bills, statements or invoices')
    .argument('<file...>', 'files or folders to import')
    .option('--format <id>', 'take this format instead of detecting it (see “formats”)')
    .option('--profile <file>', 'read it by this mapping profile (JSON file)')
    .option('--dry-run', 'say what would happen and change nothing', false)
    .action(async (names: string[], options: { format?: string; profile?: string; dryRun: boolean }) => {
      const files = names
        .flatMap((name) => (isFolder(cli.path(name)) ? scanFolder(cli.path(name)).map((f) => f.path) : [name]))
        .map((name) => cli.reads(name));
      const mapping = options.profile === undefined ? null : cli.reads(options.profile);
      await cli.openBook();
      const profile = mapping === null ? null : await cli.call('profiles/import', { file: mapping, keep: false });
      const done = await cli.call('import/run', { files, format: options.format ?? null, profile, dryRun: options.dryRun });
      for (const file of done.files)
        if (file.rejected > 0 && file.batch !== null) file.rejectsFile ??= await writeRejects(cli, file, file.batch);
      cli.terminal.answer(done, () => describe(done.files));
      for (const file of done.files) for (const notice of file.notices) cli.terminal.note(`${file.file}: ${notice.message}`);
      if (done.files.some((file) => file.rejected > 0)) cli.differs();
    });
};

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

const describe = (files: FileImport[]): string =>
  [
    table(['file', 'format', 'batch', 'rows', 'imported', 'duplicates', 'superseded', 'ignored', 'rejected'], files),
    ...files.flatMap((file) =>
      Object.entries(file.totals).map(([currency, sums]) => `${file.file}: payable ${sums.payable ?? '–'} ${currency}`),
    ),
    ...files.filter((file) => file.rejectsFile).map((file) => `rejected rows: ${file.rejectsFile}`),
  ].join('\n');
