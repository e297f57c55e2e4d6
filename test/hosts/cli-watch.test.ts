import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from '../../node/cli/program.ts';
import { localHost } from '../../node/local-host.ts';
import { createApplication } from '../../services/index.ts';
import { generate } from '../../services/sample/generate.ts';

/** The command over the real services: the rules are those of the app, and what it has done once the app knows too. */
const cwd = mkdtempSync(join(tmpdir(), 'tallybook-cli-watch-'));
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

const files = (out: string): unknown => (JSON.parse(out) as { files: unknown }).files;
const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(join(cwd, 'bucket', name, '..'), { recursive: true });
  writeFileSync(join(cwd, 'bucket', name), content);
};

it('imports what lies in the folder once, and tells what it refuses', async () => {
  const profile = '--country MY --entity SPARKOO_SG --customer-status registered --currency USD --settlement monthly'.split(' ');
  expect((await tallybook('init', ...profile)).exit).toBe(0);
  put('2023/a.csv', Buffer.concat([...generate('huawei.detail', { rows: 30, seed: 4 }).bytes()]));
  put('letter.csv', 'name,age\nAnn,5\n');
  put('half.csv.part', 'x');

  const first = await tallybook('watch', 'bucket', '--once', '--json');
  expect(files(first.out)).toMatchObject([
    { file: '2023/a.csv', result: 'imported', imports: [{ imported: 30 }], refused: null },
    { file: 'letter.csv', result: 'refused', imports: [], refused: expect.stringMatching(/letter\.csv/) as unknown },
  ]);
  expect(first.exit).toBe(3);

  const second = await tallybook('watch', 'bucket', '--once', '--json');
  expect(files(second.out)).toMatchObject([
    { file: '2023/a.csv', result: 'imported', imports: [] },
    { file: 'letter.csv', result: 'refused' },
  ]);
  const { out } = await tallybook('batches', '--json');
  expect(JSON.parse(out)).toMatchObject([{ file: 'a.csv' }]);
});

it('names a folder that is not there', async () => {
  const { exit, err } = await tallybook('watch', 'nowhere', '--once');
  expect([exit, err]).toEqual([2, expect.stringContaining('There is no folder')]);
});
