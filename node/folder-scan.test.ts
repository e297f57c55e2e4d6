import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderWatch, scanFolder } from './folder-scan.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tallybook-watch-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const names = (files: { path: string }[]): string[] => files.map((f) => basename(f.path));

it('finds bills in order of their parts, and nothing else', () => {
  mkdirSync(join(folder, '2023', '.hidden'), { recursive: true });
  for (const name of ['b_10.csv', 'b_2.csv', 'x.pdf', '.c.csv', '2023/a.JSON', '2023/.hidden/d.csv'])
    writeFileSync(join(folder, name), 'x');
  symlinkSync('/etc/hostname', join(folder, 'link.csv'));
  expect(names(scanFolder(folder))).toEqual(['a.JSON', 'b_2.csv', 'b_10.csv']);
});

it('hands a file out once it has come to rest, again when it changed, and never twice as it is', () => {
  const watch = new FolderWatch(folder);
  const file = join(folder, 'a.csv');
  writeFileSync(file, 'half');
  expect(watch.next()).toEqual([]);
  writeFileSync(file, 'half and half');
  expect(watch.next()).toEqual([]);
  expect(names(watch.next())).toEqual(['a.csv']);
  expect(watch.next()).toEqual([]);
  writeFileSync(file, 'pushed again, adjusted');
  watch.next();
  expect(names(watch.next())).toEqual(['a.csv']);
  expect(names(new FolderWatch(folder).next(true))).toEqual(['a.csv']);
});
