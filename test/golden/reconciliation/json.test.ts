import { afterAll, beforeAll, expect, test } from 'vitest';
import { localHost } from '../../../node/local-host.ts';
import { run } from '../../../node/cli/program.ts';
import { createApplication } from '../../../services/index.ts';
import { PERIOD, smallMonth, type SmallMonth } from './book.ts';

let month: SmallMonth;
let path: string;
beforeAll(() => {
  month = smallMonth();
  path = month.book.path;
  month.book.close();
});
afterAll(() => month.close());

async function cli(...argv: string[]): Promise<{ exit: number; out: string }> {
  let out = '';
  const streams = { out: (text: string) => void (out += text), err: () => {}, screen: false, env: {}, cwd: '/' };
  const exit = await run({ argv: [...argv, '--book', path], streams, host: localHost(), version: '0', start: createApplication });
  return { exit, out };
}

/** What scripts rely on; more may stand beside it. */
const KEYS = ['id', 'title', 'left', 'right', 'difference', 'tolerance', 'status', 'explanation', 'lines', 'scope', 'findings'];

test('reconcile --json: its keys, and every check with what came of it', async () => {
  const { exit, out } = await cli('reconcile', '--period', PERIOD, '--json');
  expect(exit).toBe(3);
  const answer = JSON.parse(out) as { period: string; checks: Record<string, unknown>[] };
  expect(Object.keys(answer)).toEqual(['period', 'checks', 'counts']);
  for (const check of answer.checks) expect(Object.keys(check)).toEqual(expect.arrayContaining(KEYS));
  const dump = answer.checks.map((check) => Object.fromEntries(KEYS.map((key) => [key, check[key]])));
  await expect(`${JSON.stringify({ period: answer.period, checks: dump }, null, 2)}\n`).toMatchFileSnapshot('reconcile.json');
});

test('reconcile tells each finding by its kind, with the first of its lines', async () => {
  const { out } = await cli('reconcile', '--period', PERIOD);
  await expect(out).toMatchFileSnapshot('reconcile.txt');
  expect(out).toContain('fail: Statement = details: payable (huawei, USD)');
  expect(out).toMatch(/ {4}(detail|statement)\.csv:3 /);
});
