import { afterAll, describe, expect, it } from 'vitest';
import { ARCHIVES } from './archives.ts';
import { Trial } from './trial.ts';
import { WORKBOOKS } from './workbooks.ts';

const trial = new Trial();
afterAll(() => trial[Symbol.dispose]());
/** What a parser process may need at its peak, whatever it is given. */
const MOST_MEMORY = 400 << 20;

describe.each([
  ['an archive', ARCHIVES],
  ['a workbook', WORKBOOKS],
])('%s', (_kind, cases) => {
  it.each(cases)('with %s', async (_what, name, content, expected) => {
    expect(await trial.of(content(), name)).toEqual(expected);
    expect(trial.broken.splice(0)).toEqual([]);
  });
});

it('kept every parser alive and small', async () => {
  expect(await trial.pool.peak()).toBeLessThan(MOST_MEMORY);
  expect(trial.pool.died).toBe(0);
});
