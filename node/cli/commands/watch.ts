import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure, refuse } from '../../../domain/result.ts';
import type { FileImport } from '../../../services/contract/imports.ts';
import { FolderWatch, isFolder, type FoundFile } from '../../folder-scan.ts';
import type { Cli } from '../cli.ts';
import type { Register } from '../command.ts';
import { whole } from '../options.ts';

interface Seen {
  file: string;
  imports: FileImport[];
  /** Why the file could not be used, where it could not. */
  refused: string | null;
}

export const watch: Register = (program, cli) => {
  program
    .command('watch')
    .description('import bills as they appear in a folder (such as one synchronised from a bucket), each once')
    .argument('<folder>', 'folder, with its subfolders')
    .option('--once', 'import what is there now, then end', false)
    .option('--every <seconds>', 'look again after so long', whole(1, 86_400), 10)
    .action(async (name: string, options: { once: boolean; every: number }) => {
      const folder = cli.path(name);
      if (!isFolder(folder)) refuse('cli.no-folder', `There is no folder ${folder}.`, { file: name, remedy: 'Check the name.' });
      await cli.openBook();
      const files = new FolderWatch(folder);
      const seen: Seen[] = [];
      for (;;) {
        for (const file of files.next(options.once)) seen.push(await take(cli, file));
        if (options.once) break;
        if (cli.stopped) break;
        await pause(options.every * 1000, undefined, { signal: cli.signal }).catch(() => undefined);
        if (cli.stopped) break;
      }
      cli.terminal.answer({ files: seen }, () => seen.map(inWords).join('\n') || 'no bills in this folder');
      if (seen.some((s) => s.refused !== null || s.imports.some((i) => i.rejected > 0))) cli.differs();
    });
};

/** One file by itself: another one that cannot be used must not hold it up. */
async function take(cli: Cli, { path }: FoundFile): Promise<Seen> {
  const file = basename(path);
  try {
    const { files } = await cli.call('import/run', { files: [cli.host.files.grant(path, 'read')] });
    const seen: Seen = { file, imports: files, refused: null };
    cli.terminal.note(inWords(seen));
    return seen;
  } catch (error) {
    if (!(error instanceof Failure) || cli.stopped) throw error;
    const seen: Seen = { file, imports: [], refused: `${error.error.message} ${error.error.details?.remedy ?? ''}`.trim() };
    cli.terminal.note(inWords(seen));
    return seen;
  }
}

const inWords = ({ file, imports, refused }: Seen): string =>
  refused === null
    ? imports.map((i) => `${i.file}: ${i.imported} imported, ${i.duplicates} duplicates, ${i.rejected} rejected`).join('\n')
    : `${file}: not imported. ${refused}`;
