import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../../node/cli/program.ts';
import { localHost } from '../../node/local-host.ts';
import { startLoopback } from '../../node/loopback/index.ts';
import { createApplication } from '../../services/index.ts';
import { generate } from '../../services/sample/generate.ts';
import { electronRig } from './electron-rig.ts';
import { ask, bootstrapOf } from './loopback-client.ts';

/** One month's work through each of the three hosts, with the real services and parsers: the answers must be the same. */
const folder = mkdtempSync(join(tmpdir(), 'tallybook-hosts-'));
const bill = join(folder, 'bill.csv');
const profile = {
  country: 'TH',
  entity: 'SPARKOO_TH',
  customerStatus: 'registered',
  currency: 'USD',
  settlement: 'monthly',
  language: 'en',
};
const PERIOD = '2023-09';
type Value = Record<string, unknown>;
const answers: Record<string, { imported: unknown; summary: unknown; verified: unknown }> = {};
const env = process.env['TALLYBOOK_HOME'];

beforeAll(() => {
  process.env['TALLYBOOK_HOME'] = join(folder, 'electron-books');
  const rows = [...generate('huawei.detail', { rows: 300, period: PERIOD, seed: 7 }).bytes()].map((chunk) => Buffer.from(chunk));
  writeFileSync(bill, Buffer.concat(rows));
});
afterAll(() => {
  if (env === undefined) delete process.env['TALLYBOOK_HOME'];
  else process.env['TALLYBOOK_HOME'] = env;
});

const value = (result: unknown): Value => {
  const { ok, value: given, error } = result as { ok: boolean; value: Value; error: unknown };
  if (!ok) throw new Error(JSON.stringify(error));
  return given;
};

describe('the same month', () => {
  it('through the loopback host', async () => {
    mkdirSync(join(folder, 'page'));
    writeFileSync(join(folder, 'page/index.html'), '<html><head></head></html>');
    const host = localHost();
    const loopback = await startLoopback({
      host,
      services: createApplication(host),
      renderer: join(folder, 'page'),
      version: '0',
      home: join(folder, 'books'),
    });
    onTestFinished(() => loopback.close());
    const json = { 'content-type': 'application/json' };
    const opened = await ask(
      loopback.authority,
      'POST',
      '/session',
      json,
      JSON.stringify({ bootstrap: bootstrapOf(loopback.newAddress()) }),
    );
    const token = { 'x-tallybook-token': String(value(JSON.parse(opened.body))['secret']) };
    const post = async (path: string, body: unknown): Promise<Value> =>
      value(JSON.parse((await ask(loopback.authority, 'POST', path, { ...json, ...token }, JSON.stringify(body))).body));
    const book = await post('/host', { name: 'host/newBook', input: { name: 'three' } });
    await post('/call', { id: '1', name: 'book/create', input: { ...profile, target: book['token'] } });
    const upload = await ask(
      loopback.authority,
      'POST',
      '/upload?name=bill.csv',
      { 'content-type': 'application/octet-stream', ...token },
      readFileSync(bill),
    );
    answers['loopback'] = {
      imported: await post('/call', { id: '2', name: 'import/run', input: { files: [value(JSON.parse(upload.body))['token']] } }),
      summary: await post('/call', { id: '3', name: 'bills/summary', input: { period: PERIOD } }),
      verified: await post('/call', { id: '4', name: 'book/verify', input: {} }),
    };
  });

  it('through Electron’s services process and parser', async () => {
    const rig = await electronRig();
    onTestFinished(() => rig.close());
    rig.choose = (request) => (request.show === 'open-files' ? [bill] : []);
    const book = value(await rig.host('host/newBook', { name: 'three' }));
    value(await rig.call('book/create', { ...profile, target: book['token'] }));
    const [file] = value(await rig.host('host/openFilesDialog', { kind: 'bills' })) as unknown as { token: string; size: number }[];
    answers['electron'] = {
      imported: value(await rig.call('import/run', { files: [file?.token] })),
      summary: value(await rig.call('bills/summary', { period: PERIOD })),
      verified: value(await rig.call('book/verify', {})),
    };
    expect(rig.parsers).toBe(1);
    expect(rig.progress).toBeGreaterThan(0);
    expect(value(await rig.host('host/recentBooks', {}))).toMatchObject([{ name: 'three.tallybook' }]);
    await rig.call('book/close', {});
  });

  it('through the command line', async () => {
    const line = async (...argv: string[]): Promise<unknown> => {
      let out = '';
      const streams = { out: (text: string) => void (out += text), err: () => {}, screen: false, env: {}, cwd: folder };
      const exit = await run({
        argv: [...argv, '--json', '--book', 'three.tallybook'],
        streams,
        host: localHost(),
        version: '0',
        start: createApplication,
      });
      expect(exit).toBe(0);
      return JSON.parse(out);
    };
    const { country, entity, customerStatus, currency } = profile;
    await line('init', '--country', country, '--entity', entity, '--customer-status', customerStatus, '--currency', currency);
    answers['line'] = {
      imported: await line('import', 'bill.csv'),
      summary: await line('bills', 'summary', '--period', PERIOD),
      verified: await line('verify'),
    };
  });

  it('comes out the same, with every row accounted for', () => {
    expect(answers['electron']).toEqual(answers['loopback']);
    expect(answers['line']).toEqual(answers['loopback']);
    const imported = answers['line']?.imported as { files: Record<string, number>[] } | undefined;
    const file = imported?.files[0];
    expect([file?.['rows'], file?.['imported'], file?.['rejected']]).toEqual([300, 300, 0]);
    expect(answers['line']?.verified).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  });
});
