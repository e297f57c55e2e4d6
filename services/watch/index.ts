import { statSync } from 'node:fs';
import { appendAudit } from '../../db/audit.ts';
import { forgetRefused } from '../../db/queries/watched.ts';
import { refuse } from '../../domain/result.ts';
import type { Context, Handlers } from '../runtime/services.ts';
import type { Kept } from './keep.ts';
import { folderProblem } from './problems.ts';
import { takeFile } from './take.ts';
import { labelOf, type Watcher } from './watcher.ts';

type Names = 'watch/state' | 'watch/choose' | 'watch/switch' | 'watch/end' | 'watch/look' | 'watch/take' | 'watch/retry';

/** The watched folder of the open book: one per book and computer. */
export function watchHandlers(watcher: Watcher): Handlers<Names> {
  /** Keeps the choice and writes it into the journal, both or neither; the journal names the folder without its path. */
  const change = (action: Names, after: Kept | null, { session, host }: Context): void => {
    const before = watcher.kept(session);
    const told = (kept: Kept | null): unknown => kept && { folder: labelOf(kept), on: kept.on };
    session.transaction(({ write }) => {
      appendAudit(write, { at: session.now(), who: host.who, action, subject: 'book', before: told(before), after: told(after) });
      watcher.change(session, after);
    });
  };

  return {
    'watch/state': (_input, { session }) => watcher.state(session),

    'watch/choose': ({ folder: token }, context) => {
      const { path } = context.host.files.resolve(token, 'folder');
      checkFolder(path);
      change('watch/choose', { folder: path, on: true }, context);
      return watcher.state(context.session);
    },

    'watch/switch': ({ on }, context) => {
      const kept = watcher.kept(context.session);
      if (!kept) refuse('watch.no-folder', 'This book watches no folder.', { remedy: 'Choose one first.' });
      if (kept.on !== on) change('watch/switch', { ...kept, on }, context);
      return watcher.state(context.session);
    },

    'watch/end': (_input, context) => {
      if (watcher.kept(context.session)) change('watch/end', null, context);
      return watcher.state(context.session);
    },

    'watch/look': async (_input, context) => {
      await watcher.look(context);
      return watcher.state(context.session);
    },

    'watch/take': ({ file }, context) => {
      watcher.checkMeant(file, context.session);
      const { path, name } = context.host.files.resolve(file, 'read');
      return takeFile(path, name, context);
    },

    'watch/retry': ({ sha256 }, context) => {
      const { session, host } = context;
      session.transaction(({ write }) => {
        if (!forgetRefused(write, sha256)) return;
        appendAudit(write, {
          at: session.now(),
          who: host.who,
          action: 'watch/retry',
          subject: `file:${sha256}`,
          before: { refused: true },
          after: null,
        });
      });
      watcher.retry(session, sha256);
      return watcher.state(session);
    },
  };
}

function checkFolder(path: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw folderProblem(error, path);
  }
  if (!isFolder) refuse('watch.not-a-folder', 'This is not a folder.', { remedy: 'Choose a folder.' });
}
