import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../node/cli/program.ts';
import { localHost } from '../../node/local-host.ts';
import { createApplication } from '../../services/index.ts';
import { generate } from '../../services/sample/generate.ts';

/** Periods compared by the command line, over a book of two months. */
const cwd = mkdtempSync(join(tmpdir(), 'tallybook-cli-compare-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function tallybook(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const ran = { exit: -1, out: '', err: '' };
  const streams = {
    out: (text: string) => void (ran.out += text),
    err: (text: string) => void (ran.err += text),
    screen: false,
    env: { TALLYBOOK_BOOK: 'b.tallybook' },
    cwd,
  };
  ran.exit = await run({ argv, streams, host: localHost(), version: '0', start: createApplication });
  return ran;
}
const json = async <T>(...argv: string[]): Promise<T> => JSON.parse((await tallybook(...argv, '--json')).out) as T;

beforeAll(async () => {
  await tallybook(
    'init',
    ...'--country MY --entity SPARKOO_SG --customer-status registered --currency USD --settlement monthly'.split(' '),
  );
  for (const [seed, period] of [
    [1, '2023-08'],
    [2, '2023-09'],
  ] as const) {
    writeFileSync(join(cwd, `${period}.csv`), Buffer.concat([...generate('huawei.detail', { rows: 60, seed, period }).bytes()]));
    expect((await tallybook('import', `${period}.csv`)).exit).toBe(0);
  }
});

interface Compared {
  currencies: { before: string; now: string; difference: string; foots: boolean }[];
  rows: { value: string; difference: string }[];
}

it('compares, and the totals are those of the summary', async () => {
  const answer = await json<Compared>('bills', 'compare', '--period', '2023-09', '--by', 'productType');
  const query = await json<{ totals: Record<string, { payable: string }> }>(
    'bills',
    'query',
    '--group-by',
    'period',
    '--period',
    '2023-09',
  );
  expect(answer.currencies[0]).toMatchObject({ now: Object.values(query.totals)[0]!.payable, foots: true });
  const same = await json<Compared>('bills', 'compare', '--period', '2023-09', '--against', '2023-08', '--by', 'ServiceName');
  expect(same.rows).toEqual(answer.rows);
  const text = await tallybook('bills', 'compare', '--period', '2023-09', '--by', 'productType', '--limit', '1');
  expect(text.out).toContain('2023-09 against 2023-08 by productType, payable');
  expect(text.err).toContain('rows; the totals cover all');
});

it('prints trend, coverage, anomalies and duplicates', async () => {
  const trend = await json<{ periods: string[]; currencies: { totals: string[] }[] }>('bills', 'trend', '--to', '2023-09', '--months', '2');
  expect(trend.periods).toEqual(['2023-08', '2023-09']);
  const anomalies = await tallybook('bills', 'anomalies', '--period', '2023-09', '--least-amount', '1');
  expect([anomalies.exit, anomalies.out]).toEqual([0, expect.stringMatching(/2023-09 against 2023-08: \d+ unusual of \d+ large changes/)]);
  expect((await tallybook('bills', 'coverage', '--period', '2023-08..2023-09')).out).toContain('untagged');
  expect((await tallybook('bills', 'duplicates')).out).toMatch(/^\d+ suspected, \d+ explained, 0 dismissed/);
});

it('refuses by name, with what would be right', async () => {
  expect(await tallybook('bills', 'compare', '--period', '2023-09..2023-08', '--by', 'account')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('Write the earlier month first') as unknown,
  });
  expect((await tallybook('bills', 'compare', '--period', '2023-09', '--by', 'acount')).err).toContain('Did you mean account');
  const both = await tallybook('bills', 'compare', '--period', '2023-09', '--against', '2023-08', '--year-before', '--by', 'account');
  expect([both.exit, both.err]).toEqual([2, expect.stringContaining('not both')]);
  expect((await tallybook('bills', 'dismiss', '1', '999999')).exit).toBe(2);
});
