import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../services/sample/generate.ts';
import { localHost } from '../../node/local-host.ts';
import { createApplication } from '../../services/index.ts';
import type { Services } from '../../services/runtime/services.ts';

const ROWS = 30_000;

/** Exports as hosts with an interface make them: in a thread, out of a snapshot, beside the commands. */
describe('an export in a thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-export-'));
  const host = localHost();
  let services: Services;
  const book = join(folder, 'book.tallybook');

  beforeAll(async () => {
    services = createApplication(host);
    const made = await services.call('book/create', {
      target: host.files.grant(book, 'write'),
      country: 'MY',
      entity: 'SPARKOO_SG',
      customerStatus: 'registered',
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
    });
    expect(made).toMatchObject({ ok: true });
    await bill('first.csv', 7);
  }, 60_000);
  afterAll(() => {
    services.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]));

  async function bill(name: string, seed: number): Promise<void> {
    const csv = join(folder, name);
    writeFileSync(csv, Buffer.concat([...generate('huawei.detail', { rows: ROWS, seed }).bytes()]));
    expect(await services.call('import/run', { files: [host.files.grant(csv, 'read')] })).toMatchObject({ ok: true });
  }
  const target = (name: string): string => host.files.grant(join(folder, name), 'write');
  const list = async () => {
    const answer = await services.call('export/list', {});
    return answer.ok ? answer.value : [];
  };

  it.each(['csv', 'xlsx'] as const)('writes the same %s bytes as without one', async (format) => {
    const there = await services.call('export/query', { format, target: target(`there.${format}`) });
    const alone = createApplication({ ...host, exportWorker: undefined });
    services.close();
    expect(await alone.call('book/open', { file: host.files.grant(book, 'read') })).toMatchObject({ ok: true });
    const here = await alone.call('export/query', { format, target: target(`here.${format}`) });
    alone.close();
    await services.call('book/open', { file: host.files.grant(book, 'read') });
    expect(there).toMatchObject({ ok: true, value: { rows: ROWS } });
    expect(readFileSync(join(folder, `there.${format}`)).equals(readFileSync(join(folder, `here.${format}`)))).toBe(true);
    expect(here.ok && there.ok && here.value.sha256 === there.value.sha256).toBe(true);
  });

  it('answers queries and lets commands through while it is written', async () => {
    let done = false;
    const running = services.call('export/query', { format: 'xlsx', target: target('busy.xlsx') }).finally(() => (done = true));
    let answers = 0;
    let commands = 0;
    while (!done) {
      expect((await services.call('bills/periods', {})).ok).toBe(true);
      expect((await services.call('book/update', { company: `company ${commands}` })).ok).toBe(true);
      if (!done) [answers, commands] = [answers + 1, commands + 1];
      await nextTurn();
    }
    expect(await running).toMatchObject({ ok: true, value: { rows: ROWS } });
    expect([answers > 5, commands > 5]).toEqual([true, true]);
  });

  it('writes the book as it was when it began, whatever is imported meanwhile', async () => {
    let running: Promise<unknown> = Promise.resolve();
    // Progress is told once the lines were counted, in the snapshot.
    await new Promise<void>((resolve) => {
      running = services.call('export/query', { target: target('before.csv') }, { onProgress: () => resolve() });
    });
    const imported = bill('second.csv', 8);
    expect(await running).toMatchObject({ ok: true, value: { rows: ROWS } });
    await imported;
    expect(await services.call('export/query', { target: target('after.csv') })).toMatchObject({ ok: true, value: { rows: 2 * ROWS } });
  }, 30_000);

  it('is cancelled before it begins and while it is written, and leaves the earlier file as it was', async () => {
    const path = join(folder, 'kept.csv');
    for (const after of [0, 1, 2]) {
      writeFileSync(path, 'earlier');
      const stop = new AbortController();
      let reports = 0;
      const onProgress = (): void => void (++reports === after && stop.abort());
      const running = services.call('export/query', { format: 'xlsx', target: target('kept.csv') }, { signal: stop.signal, onProgress });
      if (after === 0) stop.abort();
      expect([after, await running]).toMatchObject([after, { ok: false, error: { code: 'call.cancelled' } }]);
      expect(readFileSync(path, 'utf8')).toBe('earlier');
      if (after > 0) expect((await list())[0]).toMatchObject({ state: 'cancelled', file: 'kept.csv', sha256: null });
    }
  });

  it('ends when the book is closed, and is told as interrupted when it is opened again', async () => {
    const running = services.call('export/query', { format: 'xlsx', target: target('closed.xlsx') });
    while ((await list())[0]?.file !== 'closed.xlsx') await nextTurn();
    await services.call('book/close', {});
    expect(await running).toMatchObject({ ok: false, error: { code: 'export.book-closed' } });
    expect(existsSync(join(folder, 'closed.xlsx'))).toBe(false);
    await services.call('book/open', { file: host.files.grant(book, 'read') });
    expect((await list())[0]).toMatchObject({ state: 'interrupted', file: 'closed.xlsx' });
  });

  it('does not write two exports into one file at a time', async () => {
    const both = await Promise.all([1, 2].map(() => services.call('export/query', { target: target('one.csv') })));
    // Either may come first: both look for the folder before one of them takes the name.
    const [written, refused] = both.toSorted((a, b) => Number(b.ok) - Number(a.ok));
    expect(written).toMatchObject({ ok: true });
    expect(refused).toMatchObject({ ok: false, error: { code: 'file.busy' } });
  });

  it('says in words what it cannot do', async () => {
    const refused = await services.call('export/query', { groupBy: ['resourceId'], columns: ['nothing'], target: target('no.csv') });
    expect(refused).toMatchObject({ ok: false, error: { code: 'export.not-a-column' } });
    expect((await list())[0]).toMatchObject({ state: 'failed', error: { code: 'export.not-a-column' } });
    expect(await services.call('book/verify', {})).toMatchObject({ ok: true, value: { auditChain: 'ok' } });
  });
});
