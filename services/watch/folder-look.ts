import { inOrder } from './order.ts';
import { scanFolder, type FoundFile, type Scan } from './scan.ts';

/** A file whose size and time stayed the same for so long, over two looks at least, is no longer being written. */
export const SETTLE_MS = 5_000;

export interface Look extends Scan {
  /** Come to rest and not handed out before as they are, in the order of their bills. */
  ready: FoundFile[];
  /** Empty, or changed so lately that they may still be written to. */
  waiting: FoundFile[];
}

/** Looks into one folder again and again, and hands each state of each file out once. */
export class FolderLook {
  readonly #folder: string;
  #seen = new Map<string, { state: string; since: number }>();
  readonly #done = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** `now` in milliseconds; `settled`: take what lies there without a second look. Throws a Failure in words for the folder. */
  async next(now: number, settled = false): Promise<Look> {
    const scan = await scanFolder(this.#folder);
    const before = this.#seen;
    this.#seen = new Map();
    const ready: FoundFile[] = [];
    const waiting: FoundFile[] = [];
    for (const file of scan.files) {
      const state = stateOf(file);
      const earlier = before.get(file.name);
      const since = earlier?.state === state && earlier.since <= now ? earlier.since : now;
      this.#seen.set(file.name, { state, since });
      if (this.#done.get(file.name) === state) continue;
      if (file.size > 0 && (settled || (earlier !== undefined && now - since >= SETTLE_MS))) ready.push(file);
      else waiting.push(file);
    }
    for (const file of ready) this.#done.set(file.name, stateOf(file));
    for (const name of this.#done.keys()) if (!this.#seen.has(name)) this.#done.delete(name);
    return { ...scan, ready: inOrder(ready), waiting };
  }

  /** Hands the file out once more, though it is as it was. */
  again(name: string): void {
    this.#done.delete(name);
  }
}

const stateOf = (file: FoundFile): string => `${file.size}:${file.changed}`;
