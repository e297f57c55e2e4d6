import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rig } from './cli-rig.ts';

const file = (id: number, name: string) => ({ id, name, type: 'application/pdf', size: 3, sha256: 'ab' });
const answers = {
  'wht/show': { attachments: [file(4, 'a.pdf'), file(5, '../A.pdf'), file(6, 'A.pdf')] },
  'wht/saveAttachment': { file: 'a.pdf', bytes: 3 },
  'export/wht-bundle': { file: 'b.zip', sha256: 'ab', rows: 2, bytes: 9, files: 1, bare: ['W-2'] },
};

it.each([
  ['wht bundle --out b.zip', { first: null, last: null, statuses: ['submitted', 'accepted'], certificates: null, format: 'zip' }],
  [
    'wht bundle --period 2024-Q1 --side payee --country TH --form TH-50-TAWI --status draft --status void --language zh-CN --out b.zip',
    {
      first: '2024-01-01',
      last: '2024-03-31',
      side: 'payee',
      country: 'TH',
      form: 'TH-50-TAWI',
      statuses: ['draft', 'void'],
      language: 'zh-CN',
    },
  ],
  ['wht bundle --from 2024-02-03 --out b.zip', { first: '2024-02-03', last: null }],
])('%s', async (args, input) => {
  const { exit, calls, out, err } = await rig(answers).run(...args.split(' '), '--json', '--book', 'b.tallybook');
  expect(exit).toBe(0);
  expect(err).toContain('No file is attached to: W-2.');
  expect(calls.map((call) => call.name)).toEqual(['book/open', 'export/wht-bundle']);
  expect(calls[1]?.input).toMatchObject(input);
  expect(JSON.parse(out)).toMatchObject({ rows: 2, files: 1 });
});

it('lists the files of a certificate', async () => {
  const { exit, out, calls } = await rig(answers).run('wht', 'files', 'W-1', '--issuer', 'LHDN', '--json', '--book', 'b.tallybook');
  expect(exit).toBe(0);
  expect(calls[1]?.input).toMatchObject({ number: 'W-1', issuer: 'LHDN' });
  expect((JSON.parse(out) as { name: string }[]).map((row) => row.name)).toEqual(['a.pdf', '../A.pdf', 'A.pdf']);
});

it('saves them into the folder and nowhere else, over nothing that is there', async () => {
  const { cwd, files, run } = rig(answers);
  mkdirSync(join(cwd, 'out'));
  writeFileSync(join(cwd, 'out', 'a.pdf'), 'earlier');
  const { exit, out, calls } = await run('wht', 'files', 'W-1', '--save-to', 'out', '--json', '--book', 'b.tallybook');
  expect(exit).toBe(0);
  const names = ['a (2).pdf', '_A.pdf', 'A (3).pdf'];
  expect((JSON.parse(out) as { file: string }[]).map((row) => row.file)).toEqual(names.map((name) => join(cwd, 'out', name)));
  const saved = calls.filter((call) => call.name === 'wht/saveAttachment');
  expect(saved.map((call) => [call.input['attachment'], files.resolve(String(call.input['target']), 'write').name])).toEqual([
    [4, 'a (2).pdf'],
    [5, '_A.pdf'],
    [6, 'A (3).pdf'],
  ]);
});

it.each([
  ['wht bundle --period 2024 --from 2024-01-01 --out b.zip', 'Both a period and days are given.'],
  ['wht bundle --period 2024-Q5 --out b.zip', 'Give a month'],
  ['wht bundle --status odd --out b.zip', 'Give one of: draft'],
  ['wht bundle', '--out'],
  ['wht files W-1 --save-to none', 'There is no folder'],
])('%s is refused', async (args, words) => {
  const { exit, err } = await rig(answers).run(...args.split(' '), '--book', 'b.tallybook');
  expect(exit).toBe(2);
  expect(err).toContain(words);
});
