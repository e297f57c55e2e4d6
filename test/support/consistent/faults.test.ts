import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ParserPool } from '../parser-pool.ts';
import { Desk, type Checks } from './desk.ts';
import { injections } from './faults/index.ts';
import { cleanBook, tryFault, type CleanBook } from './trial.ts';

let pool: ParserPool;
let desk: Desk;
let clean: CleanBook;

beforeAll(async () => {
  pool = new ParserPool();
  desk = new Desk(pool.fork);
  clean = await cleanBook(desk, { lines: 600, seed: 5 });
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  pool[Symbol.dispose]();
});

/** In every run of the tests one fault of each kind; all of them with TALLYBOOK_RUNS=1000, and by a thousand in `npm run bench -- faults`. */
const chosen = process.env['TALLYBOOK_RUNS'] ? injections : [...new Map(injections.map((i) => [i.kind, i])).values()];
const wrongIn = (checks: Checks): unknown[] => checks.filter((c) => !['pass', 'explained'].includes(c.status) || c.findings.length > 0);

describe('a month in which everything fits everything else', () => {
  it('gives no finding: every check passes or is explained', async () => {
    expect(wrongIn(clean.checks)).toEqual([]);
    expect(clean.checks.length).toBeGreaterThan(60);
    await using other = new Desk(pool.fork);
    expect(wrongIn((await cleanBook(other, { lines: 250, seed: 77 })).checks)).toEqual([]);
  });

  it('has faults of more than thirty kinds', () => expect(new Set(injections.map((i) => i.kind)).size).toBeGreaterThan(30));

  // One thing is made wrong, as an accountant would get it: in a file that is imported or in a paper that is entered.
  it.each(chosen.map((injection) => [injection.id, injection] as const))(
    '%s is found and named, its lines are listed, and nothing else is said',
    async (_, injection) => {
      const outcome = await tryFault(desk, clean, injection, 1);
      expect(outcome).toMatchObject({ found: true, named: true, listed: true, falseAlarms: [] });
    },
  );
});
