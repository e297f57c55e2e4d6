import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../domain/result.ts';
import { FolderLook, SETTLE_MS } from './folder-look.ts';
import { inOrder } from './order.ts';
import { scanFolder } from './scan.ts';

let folder: string;
let elsewhere: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-watch-'));
  elsewhere = mkdtempSync(join(tmpdir(), 'tallybook-elsewhere-'));
});
afterEach(() => {
  for (const path of [folder, elsewhere]) rmSync(path, { recursive: true, force: true });
});
const put = (name: string, content = 'x'): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
};
const names = (files: readonly { name: string }[]): string[] => files.map((f) => f.name);

describe('a scan', () => {
  it('finds bills in sub-folders, and leaves what is half there, hidden or no bill', async () => {
    for (const name of ['b_10.csv', 'b_2.csv', '2023/a.JSON', '2023/12/c.csv.gz', 'd.tsv', 'e.parquet']) put(name);
    for (const name of [
      'x.pdf',
      '.c.csv',
      '2023/.hidden/d.csv',
      'a.csv.part',
      'a.csv.tmp',
      'a.csv.crdownload',
      'a.csv.filepart',
      '~$book.xlsx',
      'book.tallybook',
    ])
      put(name);
    expect(names((await scanFolder(folder)).files)).toEqual([
      '2023/12/c.csv.gz',
      '2023/a.JSON',
      'b_2.csv',
      'b_10.csv',
      'd.tsv',
      'e.parquet',
    ]);
  });

  it('follows no link, to a file or a folder, out of the folder or within it', async () => {
    writeFileSync(join(elsewhere, 'secret.csv'), 'x');
    put('in/own.csv');
    symlinkSync(join(elsewhere, 'secret.csv'), join(folder, 'link.csv'));
    symlinkSync(elsewhere, join(folder, 'linked'));
    symlinkSync(folder, join(folder, 'in', 'round'));
    expect(names((await scanFolder(folder)).files)).toEqual(['in/own.csv']);
  });

  it('says when there is more than it follows', async () => {
    for (const name of ['1.csv', '2.csv', '3.csv']) put(name);
    const { files, notes } = await scanFolder(folder, 2);
    expect(names(files)).toEqual(['1.csv', '2.csv']);
    expect(notes).toMatchObject([{ code: 'watch.too-many', message: 'Only the first 2 files are looked at, and folders 8 deep.' }]);
    put('a/b/c/d/e/f/g/h/deep.csv');
    expect((await scanFolder(folder)).notes).toEqual([]);
    put('a/b/c/d/e/f/g/h/i/deeper.csv');
    expect((await scanFolder(folder)).notes).toMatchObject([{ code: 'watch.too-many' }]);
  });

  it('says in words that the folder is not there, without its path', async () => {
    const gone = await scanFolder(join(folder, 'gone')).catch((error: unknown) => error);
    expect(gone).toBeInstanceOf(Failure);
    const { error } = gone as Failure;
    expect(error).toMatchObject({ code: 'watch.folder-gone', message: 'The folder “gone” is not there.' });
    expect(JSON.stringify(error)).not.toContain(folder);
  });
});

describe('a folder that is looked into', () => {
  it('hands a file out once it has kept still over two looks, again when it changed, and never twice as it is', async () => {
    const look = new FolderLook(folder);
    let now = 1_000_000;
    const next = async (after: number): Promise<[string[], string[]]> => {
      const { ready, waiting } = await look.next((now += after));
      return [names(ready), names(waiting)];
    };
    put('a.csv', 'half');
    expect(await next(0)).toEqual([[], ['a.csv']]);
    expect(await next(SETTLE_MS - 1)).toEqual([[], ['a.csv']]);
    put('a.csv', 'half and half');
    expect(await next(SETTLE_MS)).toEqual([[], ['a.csv']]);
    expect(await next(SETTLE_MS)).toEqual([['a.csv'], []]);
    expect(await next(SETTLE_MS)).toEqual([[], []]);
    put('a.csv', 'pushed again, adjusted');
    expect(await next(SETTLE_MS)).toEqual([[], ['a.csv']]);
    expect(await next(SETTLE_MS)).toEqual([['a.csv'], []]);
    look.again('a.csv');
    expect(await next(0)).toEqual([['a.csv'], []]);
  });

  it('takes a change of the time alone as a change', async () => {
    put('a.csv');
    const look = new FolderLook(folder);
    await look.next(0);
    utimesSync(join(folder, 'a.csv'), 1_700_000_000, 1_700_000_000);
    expect(names((await look.next(SETTLE_MS)).waiting)).toEqual(['a.csv']);
    expect(names((await look.next(2 * SETTLE_MS)).ready)).toEqual(['a.csv']);
  });

  it('waits for an empty file, and for ever if need be; takes what lies there at once when told so', async () => {
    put('empty.csv', '');
    put('full.csv');
    const look = new FolderLook(folder);
    const { ready, waiting } = await look.next(0, true);
    expect([names(ready), names(waiting)]).toEqual([['full.csv'], ['empty.csv']]);
    expect(names((await look.next(10 * SETTLE_MS)).waiting)).toEqual(['empty.csv']);
  });

  it('starts afresh with a file that went away and came back, and bears a clock that is set back', async () => {
    put('a.csv');
    const look = new FolderLook(folder);
    await look.next(0, true);
    rmSync(join(folder, 'a.csv'));
    await look.next(1);
    put('a.csv');
    await look.next(100_000);
    expect(names((await look.next(50_000)).waiting)).toEqual(['a.csv']);
    expect(names((await look.next(50_000 + SETTLE_MS)).ready)).toEqual(['a.csv']);
  });
});

it('orders files as their bills were drawn up, whatever folder they lie in', () => {
  const files = [
    'z/Spending(ByResource)_20200131_10.csv',
    'z/Spending(ByResource)_20200131_2.csv',
    'a/Spending(ByResource)_20200202_1.csv',
    'b/Spending(ByResource)_20200131_1.csv',
    'demo_SettleBillDetail_202104.csv',
    'DescribeBillDetail-2020-02.json',
    'no rule 10.csv',
    'no rule 9.csv',
  ].map((name) => ({ path: name, name, size: 1, changed: 0 }));
  expect(names(inOrder(files))).toEqual([
    'no rule 9.csv',
    'no rule 10.csv',
    'b/Spending(ByResource)_20200131_1.csv',
    'z/Spending(ByResource)_20200131_2.csv',
    'z/Spending(ByResource)_20200131_10.csv',
    'a/Spending(ByResource)_20200202_1.csv',
    'DescribeBillDetail-2020-02.json',
    'demo_SettleBillDetail_202104.csv',
  ]);
});
