import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAtomically } from './atomic-write.ts';

let folder: string;
const live = new AbortController().signal;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tallybook-atomic-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('text and bytes arrive in order, counted and hashed', async () => {
  const target = join(folder, 'out.csv');
  const big = '账单,1.5\r\n'.repeat(60_000);
  const result = await writeAtomically(target, live, async (sink) => {
    await sink.write('head\r\n');
    await sink.write(new Uint8Array([0xe8, 0xb4, 0xa6]));
    await sink.write(big);
    return 7;
  });
  const bytes = readFileSync(target);
  expect(bytes.toString('utf8')).toBe(`head\r\n账${big}`);
  expect(result).toEqual({ value: 7, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  expect(readdirSync(folder)).toEqual(['out.csv']);
});

test('a failure leaves the earlier file and nothing else', async () => {
  const target = join(folder, 'out.csv');
  writeFileSync(target, 'earlier');
  await expect(
    writeAtomically(target, live, async (sink) => {
      await sink.write('x'.repeat(1_000_000));
      throw new Error('half-way');
    }),
  ).rejects.toThrow('half-way');
  expect(readdirSync(folder)).toEqual(['out.csv']);
  expect(readFileSync(target, 'utf8')).toBe('earlier');
});

test('cancelling before, during or at the end leaves nothing', async () => {
  const target = join(folder, 'out.csv');
  await expect(writeAtomically(target, AbortSignal.abort(), async () => 1)).rejects.toThrow();
  const late = new AbortController();
  await expect(
    writeAtomically(target, late.signal, async (sink) => {
      await sink.write('complete');
      late.abort();
      return 1;
    }),
  ).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test('what cannot be written is refused in words', async () => {
  mkdirSync(join(folder, 'sub'));
  await expect(writeAtomically(join(folder, 'sub'), live, async () => 1)).rejects.toMatchObject({ error: { code: 'file.is-folder' } });
  await expect(writeAtomically(join(folder, 'no', 'out.csv'), live, async () => 1)).rejects.toMatchObject({
    error: { code: 'file.no-folder', details: { remedy: expect.stringContaining('folder') as string } },
  });
  await expect(writeAtomically(join(folder, 'x'.repeat(300)), live, async () => 1)).rejects.toMatchObject({
    error: { code: 'file.bad-name' },
  });
});

test('a link left under the name of the part is not followed', async () => {
  const elsewhere = join(folder, 'precious.txt');
  writeFileSync(elsewhere, 'precious');
  symlinkSync(elsewhere, join(folder, 'out.csv.part'));
  await writeAtomically(join(folder, 'out.csv'), live, async (sink) => void (await sink.write('new')));
  expect(readFileSync(elsewhere, 'utf8')).toBe('precious');
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('new');
});
