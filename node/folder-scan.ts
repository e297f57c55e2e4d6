import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** Endings that a bill can have; anything else in a folder is left alone. */
const BILLS = /\.(?:csv|txt|json|xlsx|xlsm|zip|gz|parquet)$/i;
const DEEPEST = 8;
const MOST = 10_000;

export interface FoundFile {
  path: string;
  size: number;
  /** Milliseconds since 1970. */
  changed: number;
}

/**
 * Files under the folder that may be bills, by name; hidden ones, links and other endings are left out. Parts of one bill
 * (_1, _2) so come in their order.
 */
export function scanFolder(folder: string): FoundFile[] {
  const found: FoundFile[] = [];
  const visit = (at: string, depth: number): void => {
    const entries: Dirent[] = readdirSync(at, { withFileTypes: true }).sort((a, b) =>
      a.name.localeCompare(b.name, 'en', { numeric: true }),
    );
    for (const entry of entries) {
      if (entry.name.startsWith('.') || found.length >= MOST) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) visit(path, depth + 1);
      else if (entry.isFile() && BILLS.test(entry.name)) {
        const { size, mtimeMs } = statSync(path);
        found.push({ path, size, changed: mtimeMs });
      }
    }
  };
  visit(folder, 0);
  return found;
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Files that have come to rest: of the same size and time in two looks, and not handed out before in that state. */
export class FolderWatch {
  readonly #folder: string;
  #last = new Map<string, string>();
  readonly #done = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `settled`: take what lies there without a second look. */
  next(settled = false): FoundFile[] {
    const now = scanFolder(this.#folder);
    const state = new Map(now.map((f) => [f.path, `${f.size}:${f.changed}`]));
    const ready = now.filter((f) => {
      const own = state.get(f.path)!;
      return f.size > 0 && this.#done.get(f.path) !== own && (settled || this.#last.get(f.path) === own);
    });
    for (const f of ready) this.#done.set(f.path, state.get(f.path)!);
    this.#last = state;
    return ready;
  }
}
