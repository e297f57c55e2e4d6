import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The parser as its sources are; Node takes the types off each of some 200 files whenever one starts. */
const SOURCE = join(ROOT, 'services/import/parser/main.ts');

/** What stands beside a bundle: every file that went into it, relative to the project, with size and time. */
export type BundleNote = readonly (readonly [file: string, size: number, time: number])[];

/** The note's entry of one file as it is now; null where it is gone. */
export function stampOf(root: string, file: string): BundleNote[number] | null {
  const stat = statSync(join(root, file), { throwIfNoEntry: false });
  return stat ? [file, stat.size, stat.mtimeMs] : null;
}

/** Whether the bundle in `folder` was made from the sources as they are now. Anything doubtful is a no. */
export function isFresh(root: string, folder: string): boolean {
  const note = join(folder, 'inputs.json');
  if (!existsSync(note) || !existsSync(join(folder, 'main.mjs'))) return false;
  try {
    const inputs = JSON.parse(readFileSync(note, 'utf8')) as BundleNote;
    return inputs.length > 0 && inputs.every(([file, size, time]) => String(stampOf(root, file)) === String([file, size, time]));
  } catch {
    return false;
  }
}

/** Where build/parser.ts puts the bundle. */
export const PARSER_FOLDER = join(ROOT, 'dist/parser');

let known: string | null = null;

/** What a parser process runs: the bundle while it is what its sources say (it starts five times as fast), else the sources. */
export const parserEntry = (): string => (known ??= isFresh(ROOT, PARSER_FOLDER) ? join(PARSER_FOLDER, 'main.mjs') : SOURCE);
