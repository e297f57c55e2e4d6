import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forkParser } from '../../node/fork-parser.ts';

const folder = mkdtempSync(join(tmpdir(), 'tallybook-parser-'));
const script = (name: string, body: string): string => {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, body);
  return path;
};
const ended = (link: ReturnType<typeof forkParser>): Promise<string> => new Promise((resolve) => link.onExit(resolve));
const answer = (link: ReturnType<typeof forkParser>): Promise<unknown> => new Promise((resolve) => link.onMessage(resolve));

describe('a parser process', () => {
  it('exchanges structured clones and ends when killed, saying so once', async () => {
    const link = forkParser(script('echo', 'process.on("message", (message) => process.send(message));'));
    const message = { date: new Date(0), bytes: new Uint8Array([1, 2]), map: new Map([['a', 1n]]) };
    link.post(message);
    expect(await answer(link)).toEqual(message);
    const reasons: string[] = [];
    link.onExit((reason) => reasons.push(reason));
    link.kill();
    expect(await ended(link)).toBe('killed by SIGKILL');
    link.post('too late');
    expect(reasons).toEqual(['killed by SIGKILL']);
  });

  it('dies alone when it wants too much memory', async () => {
    const link = forkParser(
      script('greedy', 'process.on("message", () => { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)); });'),
    );
    link.post('go');
    expect(await ended(link)).toMatch(/SIGABRT|SIGTRAP|exit code 1(33|34)/);
  });

  it('may read, and neither write nor start anything nor load native code', async () => {
    const link = forkParser(
      script(
        'prober',
        `
      import { readFileSync, writeFileSync } from 'node:fs';
      import { spawnSync } from 'node:child_process';
      import { Worker } from 'node:worker_threads';
      const attempt = (act) => { try { act(); return 'done'; } catch (error) { return error.code; } };
      process.on('message', (path) => process.send({
        read: attempt(() => readFileSync(path)), write: attempt(() => writeFileSync(path + '.x', '')), spawn: attempt(() => spawnSync('true')),
        worker: attempt(() => new Worker('', { eval: true })), native: attempt(() => process.dlopen({ exports: {} }, path)), heap: process.execArgv[0],
      }));`,
      ),
    );
    link.post(script('x', ''));
    expect(await answer(link)).toEqual({
      read: 'done',
      write: 'ERR_ACCESS_DENIED',
      spawn: 'ERR_ACCESS_DENIED',
      worker: 'ERR_ACCESS_DENIED',
      native: 'ERR_DLOPEN_DISABLED',
      heap: '--max-old-space-size=512',
    });
    link.kill();
  });

  it('gets nothing of the environment but PATH', async () => {
    process.env['TALLYBOOK_SECRET_FOR_TEST'] = 'x';
    const link = forkParser(script('env', 'process.on("message", () => process.send(Object.keys(process.env).sort()));'));
    link.post('go');
    expect(((await answer(link)) as string[]).filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual([
      'NODE_ENV',
      'PATH',
      'TALLYBOOK_FRAMES_FD',
    ]);
    link.kill();
  });
});
