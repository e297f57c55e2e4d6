import { readFileSync } from 'node:fs';
import { mix } from '../../services/sample/random.ts';
import { consistentBook } from '../support/consistent/book.ts';
import { Desk, type Checks } from '../support/consistent/desk.ts';
import type { Injection } from '../support/consistent/faults/fault.ts';
import { injections } from '../support/consistent/faults/index.ts';
import type { BookSize } from '../support/consistent/options.ts';
import { tryFault, type CleanBook } from '../support/consistent/trial.ts';
import { ParserPool } from '../support/parser-pool.ts';

/** What the bench tells its workers, as JSON. */
export interface FaultsTask {
  runs: number;
  seed: number;
  size: BookSize;
  only: string | null;
  workers: number;
  bills: string;
  whole: string;
  batches: [file: string, batch: number][];
  checks: Checks;
}

/** All, or those of one kind or id. */
export const chosenInjections = (only: string | null): readonly Injection[] =>
  injections.filter(({ id, kind }) => only === null || id === only || kind === only);

/** Every `workers`-th fault: which one, and where, follow from the seed and its number. */
async function work(task: FaultsTask, own: number): Promise<void> {
  using pool = new ParserPool();
  await using desk = new Desk(pool.fork);
  const clean: CleanBook = { ...task, book: consistentBook(task.size), batches: new Map(task.batches) };
  const chosen = chosenInjections(task.only);
  for (let run = own; run < task.runs; run += task.workers) {
    // A kind that has no place in this book gives its turn to the next one.
    const first = task.runs <= 2 * chosen.length ? run : mix(task.seed, run);
    for (let turn = 0; turn < chosen.length; turn++) {
      const outcome = await tryFault(desk, clean, chosen[(first + turn) % chosen.length]!, mix(task.seed + 1, run));
      if (!outcome) continue;
      process.send!({ ...outcome, run });
      break;
    }
  }
}

if (import.meta.main) {
  const [path, own] = process.argv.slice(2);
  await work(JSON.parse(readFileSync(path!, 'utf8')) as FaultsTask, Number(own));
  process.disconnect();
}
