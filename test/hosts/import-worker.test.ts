import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../services/sample/generate.ts';
import { forkParser } from '../../node/fork-parser.ts';
import { localHost } from '../../node/local-host.ts';
import { createApplication } from '../../services/index.ts';
import type { Services } from '../../services/runtime/services.ts';
import { ImportBench } from '../support/import-host.ts';

const ROWS = 30_000;

/** Large imports as plain Node makes them: in a thread, by pages, with the interface's thread free. */
describe('a large import', () => {
  const rig = new ImportBench();
  const csv = join(rig.folder, 'large.csv');
  const open: Services[] = [];

  beforeAll(() => writeFileSync(csv, Buffer.concat([...generate('huawei.detail', { rows: ROWS, seed: 7 }).bytes()])));
  afterAll(() => rig.context.session.close());
  afterEach(() => {
    for (const services of open.splice(0)) services.close();
  });

  async function application(name: string, worker = true): Promise<{ services: Services; token: string }> {
    const host = { ...localHost(), ...(worker ? {} : { importWorker: undefined }) };
    const services = createApplication(host);
    open.push(services);
    const made = await services.call('book/create', {
      target: host.files.grant(join(rig.folder, `${name}.tallybook`), 'write'),
      country: 'MY',
      entity: 'SPARKOO_SG',
      customerStatus: 'registered',
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
    });
    expect(made).toMatchObject({ ok: true });
    return { services, token: host.files.grant(csv, 'read') };
  }
  /** Each stored line as text; compared one by one, for a difference in so many is no page to print. */
  const lines = (services: Services): string[] =>
    services.session
      .book()
      .read.all('SELECT * FROM bill_line JOIN term ON term.id = resource_id ORDER BY bill_line.id')
      .map((line) => JSON.stringify(line));
  const leftovers = (): string[] => readdirSync(rig.folder).filter((name) => name.includes('staging'));

  it('stores the same lines in a thread as without one, and the book verifies', async () => {
    const [there, here] = [await application('there'), await application('here', false)];
    const first = await there.services.call('import/run', { files: [there.token] });
    const second = await here.services.call('import/run', { files: [here.token] });
    expect(first).toMatchObject({ ok: true, value: { files: [{ rows: ROWS, imported: ROWS, rejected: 0 }] } });
    expect(second.ok && first.ok && second.value.files[0]!.totals).toEqual(first.ok && first.value.files[0]!.totals);
    const [one, other] = [lines(there.services), lines(here.services)];
    expect(one.length).toBe(ROWS);
    const differs = one.findIndex((line, i) => line !== other[i]);
    expect([one[differs], other[differs]]).toEqual([undefined, undefined]);
    expect(await there.services.call('book/verify', {})).toMatchObject({
      ok: true,
      value: { integrity: 'ok', foreignKeys: 'ok', totals: 'ok', auditChain: 'ok' },
    });
    expect(leftovers()).toEqual([]);
  });

  it('answers while it is written', async () => {
    const { services, token } = await application('busy');
    let done = false;
    const running = services.call('import/run', { files: [token] }).finally(() => (done = true));
    let answers = 0;
    while (!done) {
      expect((await services.call('bills/periods', {})).ok).toBe(true);
      if (!done) answers++;
      await nextTurn();
    }
    expect((await running).ok).toBe(true);
    expect(answers).toBeGreaterThan(10);
  });

  it('leaves no trace when it is cancelled at any point, and lets the next command through', async () => {
    const { services, token } = await application('cancelled');
    let seen = 0;
    for (const at of [0, 1]) {
      const stop = new AbortController();
      const before = services.session.book().read.get('SELECT COUNT(*) AS n FROM batch');
      seen = 0;
      const result = await services.call(
        'import/run',
        { files: [token] },
        {
          signal: stop.signal,
          onProgress: () => {
            if (seen++ >= at) stop.abort();
          },
        },
      );
      expect(result).toMatchObject({ ok: false, error: { code: 'call.cancelled' } });
      expect(services.session.book().read.get('SELECT COUNT(*) AS n FROM batch')).toEqual(before);
    }
    const again = await services.call('import/run', { files: [token] });
    expect(again).toMatchObject({ ok: true, value: { files: [{ imported: ROWS }] } });
    expect(leftovers()).toEqual([]);
  });

  it('takes everything back when the cancellation comes after the last row, before the commit', async () => {
    const { services, token } = await application('late');
    const stop = new AbortController();
    // Reads the whole file in the thread; the signal is given once the thread has said that all is in.
    const free = services.session.free.bind(services.session);
    const running = services.call(
      'import/run',
      { files: [token] },
      { signal: stop.signal, onProgress: ({ done, total }) => void (total !== null && done === total && stop.abort()) },
    );
    const result = await running;
    await free();
    const batches = services.session.book().read.get<{ n: number }>('SELECT COUNT(*) AS n FROM batch')!.n;
    expect([result.ok, batches]).toEqual(stop.signal.aborted && !result.ok ? [false, 0] : [true, 1]);
    expect(await services.call('import/run', { files: [token] })).toMatchObject({ ok: true });
  });

  it('says in words what is wrong with a file', async () => {
    const { services } = await application('broken');
    const broken = join(rig.folder, 'broken.csv');
    writeFileSync(broken, Buffer.concat([Buffer.from('a,b,c\n'), Buffer.alloc(17 << 20, 'x,y,z\n')]));
    const result = await services.call('import/run', { files: [services.session.host.files.grant(broken, 'read')] });
    expect(result).toMatchObject({ ok: false, error: { code: 'import.unknown-format', details: { file: 'broken.csv' } } });
  });

  it('works where only the owner of the thread can start a parser', async () => {
    const host = {
      ...localHost(),
      forkParser: () => forkParser(),
      importWorker: new URL('../../electron/import-worker.ts', import.meta.url),
    };
    const services = createApplication(host);
    open.push(services);
    await services.call('book/create', {
      target: host.files.grant(join(rig.folder, 'relayed.tallybook'), 'write'),
      country: 'MY',
      entity: 'SPARKOO_SG',
      customerStatus: 'registered',
      currency: 'USD',
      settlement: 'monthly',
      language: 'en',
    });
    const result = await services.call('import/run', { files: [host.files.grant(csv, 'read')] });
    expect(result).toMatchObject({ ok: true, value: { files: [{ imported: ROWS }] } });
  });
});
