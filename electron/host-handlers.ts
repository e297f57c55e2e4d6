import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok, refuse, type Result } from '../domain/result.ts';
import { say } from '../domain/words/said.ts';
import type { GrantedFile } from '../services/contract/host.ts';
import type { Bookshelf } from '../services/hosting/bookshelf.ts';
import { shelfHandlers, type HostHandlers } from '../services/hosting/host-desk.ts';
import type { FileRegistry } from '../services/runtime/files.ts';
import type { DialogRequest } from './messages.ts';

interface Needs {
  shelf: Bookshelf;
  files: FileRegistry;
  version: string;
  dialog(request: DialogRequest): Promise<string[]>;
  reveal(path: string): void;
}

/** The host procedures with the system's own dialogs: a chosen path becomes a token here and goes no further. */
export function electronHandlers({ shelf, files, version, dialog, reveal }: Needs): HostHandlers {
  return {
    ...shelfHandlers(shelf, files),
    'host/info': () => ({ kind: 'electron', version, canReveal: true, dialogs: true, folder: null }),
    'host/openBookDialog': async () => {
      const [path] = await dialog({ show: 'open-book' });
      return path === undefined ? null : { token: files.grant(path, 'read'), name: basename(path) };
    },
    'host/openFilesDialog': async ({ kind }) => (await dialog({ show: 'open-files', kind })).map((path) => grantFile(files, path)),
    'host/saveDialog': async ({ name }) => {
      const [path] = await dialog({ show: 'save', name: basename(name), folder: shelf.folder });
      return path === undefined ? null : { token: files.grant(path, 'write'), name: basename(path) };
    },
    'host/folder': async () => {
      const [path] = await dialog({ show: 'open-folder' });
      return path === undefined ? null : { token: files.grant(path, 'folder'), name: basename(path) || path };
    },
    'host/reveal': ({ token }) => {
      reveal(files.resolve(token, 'write').path);
      return {};
    },
  };
}

/** Tokens for dropped files; a folder, or a file that is gone, refuses them all by name. */
export function grantDropped(files: FileRegistry, paths: readonly string[]): Result<GrantedFile[]> {
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile())
      return fail('host.not-a-file', say`“${{ name: basename(path) }}” is not a file.`, {
        file: basename(path),
        remedy: 'Drop files, not folders.',
      });
  }
  return ok(paths.map((path) => grantFile(files, path)));
}

function grantFile(files: FileRegistry, path: string): GrantedFile {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile())
    refuse('host.not-a-file', say`“${{ name: basename(path) }}” is not a file.`, { file: basename(path), remedy: 'Choose a file.' });
  return { token: files.grant(path, 'read'), name: basename(path), size: stat.size };
}
