import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WatchBench } from '../../test/support/watch-bench.ts';
import type { WatchState } from '../contract/watch.ts';
import { generate } from '../sample/generate.ts';
import { makeZip } from '../wht/zip-rig.ts';

const bill = (rows: number, seed = 3): Buffer => Buffer.concat([...generate('huawei.detail', { rows, seed }).bytes()]);
const results = ({ files }: WatchState): [string, string][] => files.map((f) => [f.file, f.result]);
const ACCOUNT = '账期,账号,产品类型,产品,计费模式,账单类型,交易时间,资源ID,官网价,优惠金额,抹零金额,应付金额,现金支付,代金券抵扣,月度结算';
const line = (id: string, amount: string): string =>
  `2023-09,demo,云硬盘 EVS,云硬盘,按需,消费-使用,2023-09-15 16:00:00 GMT+08:00,${id},${amount},0,0,${amount},0,0,${amount}`;
const detail = (...lines: string[]): string => `${[ACCOUNT, ...lines].join('\n')}\n`;

describe('a watched folder', () => {
  it('has its bills imported once they keep still, each once, as batches that the journal tells apart', async () => {
    using bench = await WatchBench.make();
    bench.put('2023/a.csv', bill(40));
    expect(await bench.choose()).toMatchObject({ folder: 'bucket', on: true, lastLook: null, files: [] });
    expect(results(await bench.look())).toEqual([['2023/a.csv', 'waiting']]);
    const state = await bench.look();
    expect(state).toMatchObject({
      lastLook: new Date(bench.now).toISOString(),
      trouble: null,
      counts: { imported: 1, known: 0, refused: 0, failed: 0, waiting: 0 },
      files: [{ file: '2023/a.csv', result: 'imported', batches: [1], imported: 40, rejected: 0, undone: false, reason: null }],
    });
    expect(await bench.call('import/batches', {})).toMatchObject([{ batch: 1, file: 'a.csv', rows: 40, state: 'active' }]);
    expect(await bench.journal('import/run')).toMatchObject([
      { subject: 'batch:1', who: 'tester', after: { via: 'watch', file: 'a.csv' } },
    ]);
    const journal = await bench.journal('watch/choose');
    expect(journal).toMatchObject([{ before: null, after: { folder: 'bucket', on: true } }]);
    expect(JSON.stringify([journal, state])).not.toContain(bench.root);
    const before = bench.parsers;
    await bench.settle();
    await bench.restart();
    expect(await bench.settle()).toMatchObject({ files: [{ result: 'imported', batches: [1], imported: 40 }] });
    expect(bench.parsers).toBe(before);
    expect(await bench.call('book/verify', {})).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  });

  it('does not bring back what was undone, neither a file nor a table of an archive', async () => {
    using bench = await WatchBench.make();
    bench.put('a.csv', bill(20));
    bench.put('b.zip', makeZip([{ name: 'in.csv', data: bill(30, 8).toString('utf8') }]));
    await bench.choose();
    const first = await bench.settle();
    expect(first.counts).toMatchObject({ imported: 2 });
    const ids = (await bench.call('import/batches', {})).map((b) => b.batch);
    expect(ids).toHaveLength(2);
    for (const batch of ids) await bench.call('import/undo', { batch });
    expect((await bench.settle()).files.map((f) => f.undone)).toEqual([true, true]);
    await bench.restart();
    expect((await bench.settle()).files.map((f) => [f.result, f.undone])).toEqual([
      ['imported', true],
      ['imported', true],
    ]);
    expect((await bench.call('import/batches', {})).map((b) => b.state)).toEqual(['undone', 'undone']);
  });

  it('knows the bytes of a file that was imported by hand, or that lies there under a second name', async () => {
    using bench = await WatchBench.make();
    const path = bench.put('a.csv', bill(20));
    await bench.call('import/run', { files: [bench.files.grant(path, 'read')] });
    await bench.choose();
    expect(await bench.settle()).toMatchObject({ files: [{ result: 'known', batches: [1] }] });
    bench.put('copy of a.csv', bill(20));
    expect((await bench.settle()).counts).toMatchObject({ known: 2, imported: 0 });
    expect(await bench.call('import/batches', {})).toHaveLength(1);
  });

  it('refuses what is no bill, says why, and leaves it alone until it changes or the user says so', async () => {
    using bench = await WatchBench.make();
    bench.put('letter.csv', 'name,age\nAnn,5\n');
    bench.put('good.csv', bill(20));
    await bench.choose();
    const refused = await bench.settle();
    expect(refused.counts).toMatchObject({ refused: 1, imported: 1 });
    const letter = refused.files.find((f) => f.file === 'letter.csv');
    expect(letter).toMatchObject({ result: 'refused', batches: [], reason: { code: 'import.unknown-format' } });
    expect(letter?.reason?.message).toContain('letter.csv');
    expect(await bench.journal('watch/take')).toMatchObject([
      { subject: 'file:letter.csv', after: { sha256: letter?.sha256, refused: 'import.unknown-format' } },
    ]);
    const started = bench.parsers;
    await bench.settle();
    await bench.restart();
    expect((await bench.settle()).files.find((f) => f.file === 'letter.csv')).toMatchObject({
      result: 'refused',
      at: letter?.at,
      reason: letter?.reason,
    });
    expect(bench.parsers).toBe(started);

    await bench.call('watch/retry', { sha256: letter?.sha256 ?? '' });
    expect((await bench.look()).counts).toMatchObject({ refused: 1 });
    expect(bench.parsers).toBe(started + 1);
    expect(await bench.journal('watch/retry')).toMatchObject([{ subject: `file:${letter?.sha256}` }]);

    bench.put('letter.csv', detail(line('vol-1', '5')));
    expect((await bench.settle()).files.find((f) => f.file === 'letter.csv')).toMatchObject({ result: 'imported', imported: 1 });
  });

  it('takes a rejected row for what it is, and counts it', async () => {
    using bench = await WatchBench.make();
    bench.put('a.csv', detail(line('vol-1', '5'), line('vol-2', 'NaN')));
    await bench.choose();
    expect(await bench.settle()).toMatchObject({ files: [{ result: 'imported', imported: 1, rejected: 1 }] });
  });

  it('imports cumulative files in the order of their days, so that the later one stands', async () => {
    using bench = await WatchBench.make();
    const name = (day: string): string => `demo_PriceFactorBillDetail_${day}.csv`;
    // By their paths alone the later day would come first.
    bench.put(`a/${name('20230901-20230920')}`, detail(line('vol-1', '5'), line('vol-2', '7')));
    bench.put(`b/${name('20230901-20230910')}`, detail(line('vol-1', '5')));
    await bench.choose();
    await bench.settle();
    const batches = await bench.call('import/batches', {});
    expect(batches.map((b) => b.file)).toEqual([name('20230901-20230920'), name('20230901-20230910')]);
    const { totals } = await bench.call('bills/summary', { period: '2023-09' });
    expect(totals).toMatchObject({ USD: { payable: '12' } });
  });

  it('says that the folder is gone, and goes on when it is back', async () => {
    using bench = await WatchBench.make();
    await bench.choose();
    await bench.look();
    renameSync(bench.folder, join(bench.root, 'away'));
    expect(await bench.look()).toMatchObject({ on: true, trouble: { code: 'watch.folder-gone' } });
    renameSync(join(bench.root, 'away'), bench.folder);
    bench.put('a.csv', bill(20));
    expect(await bench.settle()).toMatchObject({ trouble: null, counts: { imported: 1 } });
  });

  it('does nothing while it is off, and nothing after it was ended', async () => {
    using bench = await WatchBench.make();
    bench.put('a.csv', bill(20));
    await bench.choose();
    await bench.call('watch/switch', { on: false });
    expect(await bench.settle()).toMatchObject({ on: false, lastLook: null, files: [] });
    await bench.restart();
    expect(await bench.call('watch/state', {})).toMatchObject({ folder: 'bucket', on: false });
    await bench.call('watch/switch', { on: true });
    expect((await bench.settle()).counts.imported).toBe(1);
    expect(await bench.call('watch/end', {})).toMatchObject({ folder: null, on: false, files: [] });
    await bench.restart();
    expect(await bench.call('watch/state', {})).toMatchObject({ folder: null });
    expect((await bench.app.call('watch/switch', { on: true })).ok).toBe(false);
    expect((await bench.journal('watch/switch')).map((e) => e.after)).toEqual([
      { folder: 'bucket', on: false },
      { folder: 'bucket', on: true },
    ]);
    expect(await bench.journal('watch/end')).toMatchObject([{ after: null }]);
  });

  it('refuses a folder that no host gave out, or that is none', async () => {
    using bench = await WatchBench.make();
    const path = bench.put('a.csv', 'x');
    const choose = async (token: string): Promise<unknown> => bench.app.call('watch/choose', { folder: token });
    expect(await choose('x'.repeat(24))).toMatchObject({ error: { code: 'file.not-granted' } });
    expect(await choose(bench.files.grant(bench.folder, 'read'))).toMatchObject({ error: { code: 'file.not-granted' } });
    expect(await choose(bench.files.grant(path, 'folder'))).toMatchObject({ error: { code: 'watch.not-a-folder' } });
    expect(await choose(bench.files.grant(join(bench.root, 'gone'), 'folder'))).toMatchObject({ error: { code: 'watch.folder-gone' } });
    expect(await bench.call('watch/state', {})).toMatchObject({ folder: null });
  });
});

describe('beside other work', () => {
  it('takes its turn: no file is read for it while a user’s import runs', async () => {
    using bench = await WatchBench.make();
    bench.put('a.csv', bill(20));
    await bench.choose();
    await bench.look();
    const own = join(bench.root, 'own.csv');
    renameSync(bench.put('own.csv', bill(3000, 5)), own);
    const ended: [string, number][] = [];
    const end = (who: string) => (): number => ended.push([who, bench.parsers]);
    const byHand = bench.call('import/run', { files: [bench.files.grant(own, 'read')] }).then(end('by hand'));
    await Promise.all([byHand, bench.look().then(end('by watch'))]);
    expect(ended).toEqual([
      ['by hand', 1],
      ['by watch', 2],
    ]);
    expect((await bench.call('import/batches', {})).map((b) => b.file)).toEqual(['a.csv', 'own.csv']);
  });

  it('imports nothing into a book that was opened meanwhile', async () => {
    using bench = await WatchBench.make();
    await bench.create('other');
    await bench.restart();
    bench.put('a.csv', bill(20));
    await bench.choose();
    await bench.look();
    const own = join(bench.root, 'own.csv');
    renameSync(bench.put('own.csv', bill(3000, 5)), own);
    // While the first runs, the other book stands in line, and the watched file behind it.
    const byHand = bench.call('import/run', { files: [bench.files.grant(own, 'read')] });
    const opened = bench.call('book/open', { file: bench.files.grant(join(bench.root, 'other.tallybook'), 'read') });
    await bench.look();
    await Promise.all([byHand, opened]);
    expect(await bench.call('import/batches', {})).toEqual([]);
    expect(await bench.call('watch/state', {})).toMatchObject({ folder: null, files: [] });
    await bench.restart();
    expect(await bench.call('import/batches', {})).toMatchObject([{ file: 'own.csv' }]);
    expect((await bench.settle()).counts.imported).toBe(1);
  });

  it('tries again what was cancelled', async () => {
    using bench = await WatchBench.make();
    bench.put('a.csv', bill(3000));
    await bench.choose();
    await bench.look();
    bench.now += 60_000;
    const ending = new AbortController();
    await bench.app.call('watch/look', {}, { signal: ending.signal, onProgress: () => ending.abort() });
    expect(await bench.call('import/batches', {})).toEqual([]);
    expect((await bench.call('watch/state', {})).counts).toMatchObject({ waiting: 1, refused: 0, failed: 0 });
    expect((await bench.look()).counts).toMatchObject({ imported: 1 });
  });

  it('tells every page of a look, and of bills only when some came', async () => {
    using bench = await WatchBench.make();
    bench.put('a.csv', bill(20));
    await bench.choose();
    const topics: string[] = [];
    bench.app.onChange((event) => topics.push(event.topics.join()));
    await bench.look();
    expect(topics).toEqual(['watch']);
    await bench.look();
    expect(topics).toContain('imports,bills,invoices,reconcile,book,watch');
    topics.length = 0;
    rmSync(join(bench.folder, 'a.csv'));
    expect(await bench.look()).toMatchObject({ files: [] });
    expect(topics).toEqual(['watch']);
  });
});
