import { statSync } from 'node:fs';
import { resolve } from 'node:path';

export interface StartOptions {
  noOpen: boolean;
  loopback: boolean;
  /** Absolute path of the folder that a book may watch. */
  watch: string | null;
}

/** What follows `npm start --`; throws one clear line for anything else, and for a folder that is none. */
export function readOptions(args: readonly string[]): StartOptions {
  const options: StartOptions = { noOpen: false, loopback: false, watch: null };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--no-open') options.noOpen = true;
    else if (arg === '--loopback') options.loopback = true;
    else if (arg === '--watch' || arg.startsWith('--watch=')) options.watch = folder(arg === '--watch' ? rest.shift() : arg.slice(8));
    else throw new Error(`Unknown option “${arg}”. There are: --no-open, --loopback, --watch FOLDER.`);
  }
  return options;
}

function folder(name: string | undefined): string {
  if (name === undefined || name === '' || name.startsWith('--')) throw new Error('--watch wants the folder: --watch FOLDER.');
  // npm starts scripts in the project's folder; the name is meant from where the user stands.
  const path = resolve(process.env['INIT_CWD'] ?? '.', name);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`--watch: there is no folder ${path}.`);
  return path;
}
