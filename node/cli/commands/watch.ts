import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure, refuse, type AppError } from '../../../domain/result.ts';
import type { FileImport } from '../../../services/contract/imports.ts';
import { FolderLook, type Look } from '../../../services/watch/folder-look.ts';
import type { FoundFile } from '../../../services/watch/scan.ts';
import type { Cli } from '../cli.ts';
import type { Register } from '../command.ts';
import { whole } from '../options.ts';

interface Seen {
  file: string;
  /** `failed`: it could not be read now; the next look tries again. */
  result: 'imported' | 'known' | 'refused' | 'failed';
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
      const path = cli.path(name);
      // Later on it may come and go; at the start a wrong name is a mistake.
      if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
        refuse('cli.no-folder', `There is no folder ${path}.`, { file: name, remedy: 'Check the name.' });
      await cli.openBook();
      const folder = new FolderLook(path);
      let look: Look | null = await lookInto(folder, cli, options.once);
      const seen: Seen[] = [];
      let said = '';
      for (;;) {
        for (const file of look?.ready ?? []) {
          const took = await take(cli, file);
          cli.terminal.note(inWords(took));
          if (took.result === 'failed') folder.again(file.name);
          seen.push(took);
        }
        if (options.once || cli.stopped) break;
        await pause(options.every * 1000, undefined, { signal: cli.signal }).catch(() => undefined);
        if (cli.stopped) break;
        try {
          look = await lookInto(folder, cli, false);
          said = '';
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          look = null;
          if (said !== error.message) cli.terminal.note((said = error.message));
        }
      }
      cli.terminal.answer({ files: seen }, () => seen.map(inWords).join('\n') || 'no bills in this folder');
      if (seen.some((s) => s.refused !== null || s.imports.some((i) => i.rejected > 0))) cli.differs();
    });
};

async function lookInto(folder: FolderLook, cli: Cli, settled: boolean): Promise<Look> {
  const look = await folder.next(cli.host.now().getTime(), settled);
  for (const { message } of look.notes) cli.terminal.note(message);
  return look;
}

/** One file by itself: another one that cannot be used must not hold it up. */
async function take(cli: Cli, { path, name }: FoundFile): Promise<Seen> {
  try {
    const { result, imports, reason } = await cli.call('watch/take', { file: cli.host.files.grant(path, 'read') });
    return { file: name, result, imports, refused: reason && whyNot(reason) };
  } catch (error) {
    if (!(error instanceof Failure) || cli.stopped || error.error.code.startsWith('book.')) throw error;
    return { file: name, result: 'failed', imports: [], refused: whyNot(error.error) };
  }
}

const whyNot = ({ message, details }: AppError): string => `${message} ${details?.remedy ?? ''}`.trim();

function inWords({ file, result, imports, refused }: Seen): string {
  if (refused !== null) return `${file}: not imported. ${refused}`;
  if (imports.length === 0) return `${file}: ${result === 'imported' ? 'imported before' : 'in the book already'}`;
  return imports.map((i) => `${i.file}: ${i.imported} imported, ${i.duplicates} duplicates, ${i.rejected} rejected`).join('\n');
}
