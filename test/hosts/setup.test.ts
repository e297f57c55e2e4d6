import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/stale.ts';

const setup = (args: string[], cwd = root, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [join(root, 'build/setup.mjs'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_lifecycle_event: '', ...env },
  });

describe('set-up', () => {
  it('names the commands when it does not know one, on standard error only', () => {
    const { status, stdout, stderr } = setup(['strat']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'tallybook: Unknown command “strat”. There are: start, test, check, demo, tallybook, bench, fuzz, package, screenshots.\n',
    );
  });

  it('runs the command line with nothing of its own on standard output, and hands its exit status on', () => {
    const { status, stdout, stderr } = setup(['tallybook', 'formats', '--json']);
    expect([status, stderr]).toEqual([0, '']);
    expect((JSON.parse(stdout) as { id: string }[]).map(({ id }) => id)).toContain('huawei.detail');
    expect(setup(['tallybook', 'nonsense']).status).toBe(2);
  });

  it('takes paths from where the user typed, also through npm', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tallybook-setup-'));
    const missing = /There is no book .*none\.tallybook/;
    expect(setup(['tallybook', 'verify', '--book', 'none.tallybook'], folder).stderr).toMatch(missing);
    const viaNpm = setup(['tallybook', 'verify', '--book', 'none.tallybook'], root, { npm_lifecycle_event: 'tallybook', INIT_CWD: folder });
    expect(viaNpm.stderr).toContain(join(folder, 'none.tallybook'));
  });
});
