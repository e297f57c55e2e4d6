import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, running, type Answer } from './loopback-client.ts';

const value = (answer: Answer): unknown => (JSON.parse(answer.body) as { value: unknown }).value;
const code = (answer: Answer): string => (JSON.parse(answer.body) as { error: { code: string } }).error.code;

/** Lines of the event stream until `count` have come. */
async function events(authority: string, secret: string, count: number, start: () => void): Promise<unknown[]> {
  const response = await fetch(`http://${authority}/events`, { headers: { 'x-tallybook-token': secret } });
  start();
  const lines: unknown[] = [];
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const parts = (rest + Buffer.from(chunk).toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map((line) => JSON.parse(line) as unknown));
    if (lines.length >= count) break;
  }
  return lines;
}

describe('the loopback host', () => {
  it('answers a call with the services’ result, refusals included', async () => {
    const { post } = await running();
    expect(value(await post('/call', { id: '1', name: 'echo', input: { amount: '0.1' } }))).toEqual({ amount: '0.1' });
    expect(code(await post('/call', { id: '2', name: 'nothing' }))).toBe('call.unknown');
    expect((await post('/call', { name: 'echo' })).status).toBe(400);
  });

  it('streams progress to the page that called and changes to all', async () => {
    const { loopback, post, secret, services } = await running();
    const seen = await events(loopback.authority, secret, 4, () => {
      services.change({ type: 'changed', topics: ['bills'] });
      void post('/call', { id: 'job', name: 'steps' });
    });
    expect(seen[0]).toEqual({ type: 'changed', topics: ['bills'] });
    expect(
      seen
        .slice(1)
        .map((event) => event as { id: string; progress: { done: number } })
        .map((event) => [event.id, event.progress.done]),
    ).toEqual([
      ['job', 1],
      ['job', 2],
      ['job', 3],
    ]);
  });

  it('cancels a running call by its id and says when there is none', async () => {
    const { post, services } = await running();
    const slow = post('/call', { id: 's', name: 'slow' });
    await expect.poll(() => services.calls.length).toBe(1);
    expect(value(await post('/cancel', { id: 's' }))).toEqual({ cancelled: true });
    expect(code(await slow)).toBe('call.cancelled');
    expect(value(await post('/cancel', { id: 's' }))).toEqual({ cancelled: false });
  });

  it('keeps an upload in a private file that a service can resolve', async () => {
    const { loopback, secret, host } = await running();
    const headers = { 'content-type': 'application/octet-stream', 'x-tallybook-token': secret };
    const bytes = Buffer.alloc(300_000, 7);
    const granted = value(await ask(loopback.authority, 'POST', `/upload?name=${encodeURIComponent('账单 09.csv')}`, headers, bytes)) as {
      token: string;
      name: string;
      size: number;
    };
    const { path, name } = host.files.resolve(granted.token, 'read');
    expect([granted.name, name, granted.size]).toEqual(['账单 09.csv', '账单 09.csv', bytes.length]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(code(await ask(loopback.authority, 'POST', '/upload?name=..%2Fa.csv', headers, 'x'))).toBe('host.bad-name');
  });

  it('shelves an uploaded book, never over another one', async () => {
    const { loopback, secret, home } = await running();
    const headers = { 'content-type': 'application/octet-stream', 'x-tallybook-token': secret };
    const upload = (name: string) => ask(loopback.authority, 'POST', `/upload?as=book&name=${name}`, headers, 'book');
    await upload('a.tallybook');
    expect(readFileSync(join(home, 'a.tallybook'), 'utf8')).toBe('book');
    expect(code(await upload('a.tallybook'))).toBe('host.book-exists');
    expect(code(await upload('a.csv'))).toBe('host.not-a-book');
  });

  it('hands an export out once, then removes it', async () => {
    const { post, host } = await running();
    const { token } = value(await post('/host', { name: 'host/newFile', input: { name: 'Bericht “Q3”.csv'.replace(/[“”]/g, '') } })) as {
      token: string;
    };
    const { path } = host.files.resolve(token, 'write');
    expect(code(await post('/download', { token }))).toBe('host.no-download');
    writeFileSync(path, 'a,b\n');
    const fetched = await post('/download', { token });
    expect([fetched.status, fetched.body, fetched.headers['content-disposition']]).toEqual([
      200,
      'a,b\n',
      "attachment; filename*=UTF-8''Bericht%20Q3.csv",
    ]);
    await expect.poll(() => existsSync(path)).toBe(false);
    expect(code(await post('/download', { token }))).toBe('host.no-download');
  });

  it('names new books in the books folder and lists what was opened first', async () => {
    const { post, home, host } = await running();
    const first = value(await post('/host', { name: 'host/newBook', input: { name: 'Acme 2024' } })) as { token: string; name: string };
    expect([first.name, host.files.resolve(first.token, 'write').path]).toEqual(['Acme 2024.tallybook', join(home, 'Acme 2024.tallybook')]);
    writeFileSync(join(home, 'Acme 2024.tallybook'), '');
    writeFileSync(join(home, 'Other.tallybook'), '');
    expect(code(await post('/host', { name: 'host/newBook', input: { name: 'Acme 2024' } }))).toBe('host.book-exists');
    await post('/call', { id: 'c', name: 'book/create', input: { target: first.token } });
    const recent = value(await post('/host', { name: 'host/recentBooks', input: {} })) as { name: string; openedAt: string | null }[];
    expect(recent.map(({ name, openedAt }) => [name, openedAt])).toEqual([
      ['Acme 2024.tallybook', '2024-03-02T00:00:00.000Z'],
      ['Other.tallybook', null],
    ]);
  });

  it.each(['a/b', 'a\\b', '..', '.hidden', 'a\u0000b', 'a\u202eb', 'CON', 'con.tallybook', 'x'.repeat(121), 'a:b', '   '])(
    'refuses the book name %j',
    async (name) => {
      const { post } = await running();
      expect(['host.bad-name', 'call.invalid-input']).toContain(code(await post('/host', { name: 'host/newBook', input: { name } })));
    },
  );

  it('gives out the folder that was named at its start, by a token and its name alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tallybook-named-'));
    const { post, host } = await running(folder);
    expect(value(await post('/host', { name: 'host/info', input: {} }))).toMatchObject({
      kind: 'loopback',
      dialogs: false,
      folder: basename(folder),
    });
    const answer = await post('/host', { name: 'host/folder', input: {} });
    expect(answer.body).not.toContain(tmpdir());
    const { token, name } = value(answer) as { token: string; name: string };
    expect(name).toBe(basename(folder));
    expect(host.files.resolve(token, 'folder').path).toBe(folder);
  });

  it('has no folder to give out where none was named', async () => {
    const { post } = await running();
    expect(value(await post('/host', { name: 'host/info', input: {} }))).toMatchObject({ folder: null });
    expect(code(await post('/host', { name: 'host/folder', input: {} }))).toBe('host.unsupported');
  });

  it.each(['host/openBookDialog', 'host/openFilesDialog', 'host/saveDialog', 'host/reveal'])('has no %s and says so', async (name) => {
    const { post } = await running();
    const input =
      { 'host/openFilesDialog': { kind: 'bills' }, 'host/saveDialog': { name: 'a.csv' }, 'host/reveal': { token: 'a'.repeat(24) } }[name] ??
      {};
    expect(code(await post('/host', { name, input }))).toBe('host.unsupported');
  });
});
