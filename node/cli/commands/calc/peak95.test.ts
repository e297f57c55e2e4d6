import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeMonth } from '../../../../domain/usage/rig.ts';
import { rig } from '../../../../test/hosts/cli-rig.ts';

const MAIN = join(import.meta.dirname, '../../main.ts');

describe('calc peak95, as it is typed', () => {
  let folder: string;
  const tallybook = (...argv: string[]): Record<string, unknown> =>
    JSON.parse(execFileSync(process.execPath, [MAIN, 'calc', 'peak95', ...argv, '--json'], { cwd: folder, encoding: 'utf8' })) as Record<
      string,
      unknown
    >;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tallybook-calc-'));
    const rows = madeMonth('2024-04', 30).map((s) => `${s.time},${s.value},Mbps\n`);
    writeFileSync(join(folder, 'samples.csv'), `Time,Bandwidth,Unit\n${rows.join('')}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('needs no book, and prints result, policy and steps', () => {
    const answer = tallybook('--method', 'classic', '--file', 'samples.csv', '--price', '31.5');
    expect(Object.keys(answer)).toEqual(['result', 'policy', 'steps', 'notices']);
    // The figures of domain/usage/peak95.test.ts, which says how they were made.
    expect(answer['result']).toMatchObject({ method: 'classic', period: '2024-04', value: '950.6', charge: '29943.9', dropped: 432 });
    expect(answer['policy']).toMatchObject({ id: 'usage.classic', dropped: '5 % of the month, cut to a whole number' });
    expect(answer['steps']).toContainEqual({
      label: 'Left out',
      formula: 'highest 5 % of 8640, cut to a whole number',
      value: '432',
      unit: null,
    });
  });

  it('refuses with status 2 what it cannot compute', () => {
    const ran = spawnSync(process.execPath, [MAIN, 'calc', 'peak95', '--method', 'minimum', '--file', 'samples.csv'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('This method charges a guaranteed minimum, and no bandwidth is given.');
    expect(ran.stderr).toContain('remedy: Give the committed bandwidth in Mbit/s.');
  });
});

describe('calc', () => {
  it('alone names its calculators, and an unknown one is refused', async () => {
    const { run } = rig();
    expect(await run('calc')).toMatchObject({ exit: 2, calls: [] });
    expect((await run('calc')).err).toMatch(/“calc” wants one of: .*peak95/i);
    expect((await run('calc', 'peak96')).err).toContain('nknown command “calc peak96”');
    expect((await run('calc', 'peak95', '--method', 'best', '--file', 'bill.csv')).err).toContain('classic, enhanced, minimum');
  });
});
