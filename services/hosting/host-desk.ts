import { fail, Failure, ok, type Result } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { hostProcedureOf, type HostInput, type HostName, type HostOutput } from '../contract/host.ts';
import { problemOf } from '../runtime/input-problem.ts';
import type { FileRegistry } from '../runtime/files.ts';
import type { Bookshelf } from './bookshelf.ts';

export type HostHandlers = { [N in HostName]?: (input: HostInput<N>) => HostOutput<N> | Promise<HostOutput<N>> };

/** What both hosts with a page answer alike: books of the shelf. */
export function shelfHandlers(shelf: Bookshelf, files: FileRegistry): HostHandlers {
  return {
    'host/newBook': ({ name }) => {
      const path = shelf.newBook(name);
      return { token: files.grant(path, 'write'), name: path.slice(shelf.folder.length + 1) };
    },
    'host/recentBooks': () => shelf.list().map(({ path, name, openedAt }) => ({ token: files.grant(path, 'read'), name, openedAt })),
  };
}

/** Answers a host procedure by name with input as it came over the wire; what this host lacks is `host.unsupported`. */
export async function askHost(handlers: HostHandlers, name: string, input: unknown): Promise<Result<unknown>> {
  const procedure = hostProcedureOf(name);
  if (!procedure) return fail('call.unknown', say`There is no host procedure “${{ name: name.slice(0, 80) }}”.`);
  const parsed = procedure.input.safeParse(input);
  if (!parsed.success)
    return fail('call.invalid-input', say`${{ column: name }}: ${{ problem: problemOf(parsed.error.issues[0]!) }}`, {
      remedy: 'Correct the value and try again.',
    });
  const handler = handlers[name as HostName] as ((input: unknown) => unknown) | undefined;
  if (!handler)
    return fail('host.unsupported', 'This way of running Tallybook has no such dialog.', { remedy: 'Use the page’s own file chooser.' });
  try {
    return ok(await handler(parsed.data));
  } catch (error) {
    if (error instanceof Failure) return { ok: false, error: error.error };
    return fail('host.failed', say`The host could not do this: ${{ reason: error instanceof Error ? error.message : String(error) }}`);
  }
}

/** Notes books that were opened or created, for host/recentBooks. */
export function rememberBooks(shelf: Bookshelf, files: FileRegistry, now: () => Date) {
  return (name: string, input: unknown, result: Result<unknown>): void => {
    if (!result.ok || typeof input !== 'object' || input === null) return;
    if (name === 'book/open' && 'file' in input) shelf.remember(files.resolve(String(input.file), 'read').path, now());
    if (name === 'book/create' && 'target' in input) shelf.remember(files.resolve(String(input.target), 'write').path, now());
  };
}
