import { expect, it } from 'vitest';
import { fileProblem, folderProblem } from './problems.ts';

const systemError = (code: string): Error => Object.assign(new Error(`${code}: oh no, open '/home/ann/bucket'`), { code });

it.each([
  ['ENOENT', 'watch.folder-gone', 'The folder “bucket” is not there.'],
  ['ENOTDIR', 'watch.folder-gone', 'The folder “bucket” is not there.'],
  ['EACCES', 'watch.folder-denied', 'The folder “bucket” may not be read.'],
  ['EPERM', 'watch.folder-denied', 'The folder “bucket” may not be read.'],
  ['EIO', 'watch.folder-unreadable', 'The folder “bucket” cannot be read (EIO).'],
])('tells %s of a folder in words and without its path', (code, expected, message) => {
  const { error } = folderProblem(systemError(code), '/home/ann/bucket');
  expect(error).toMatchObject({ code: expected, message });
  expect(error.details?.remedy).toMatch(/\.$/);
  expect(JSON.stringify(error)).not.toContain('/home');
});

it.each([
  ['ENOENT', 'watch.file-gone'],
  ['EACCES', 'watch.file-denied'],
  ['EBUSY', 'watch.file-denied'],
  ['EIO', 'watch.file-unreadable'],
])('tells %s of a file in words', (code, expected) => {
  expect(fileProblem(systemError(code), 'a.csv')?.error).toMatchObject({ code: expected, details: { file: 'a.csv' } });
});

it('leaves what is not the file system’s to others', () => {
  expect(fileProblem(new Error('x'), 'a.csv')).toBeUndefined();
  expect(fileProblem(systemError('SQLITE_FULL'), 'a.csv')).toBeUndefined();
});
