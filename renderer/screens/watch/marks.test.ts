import { expect, it } from 'vitest';
import type { WatchedFile, WatchState } from '../../../services/contract/watch.ts';
import { forThisPage, instantText, resultOf, stateOf } from './marks.ts';

const state = (over: Partial<WatchState>): WatchState => ({
  folder: 'bucket',
  on: true,
  looking: false,
  lastLook: null,
  trouble: null,
  notes: [],
  counts: { imported: 0, known: 0, refused: 0, failed: 0, waiting: 0 },
  files: [],
  ...over,
});
const gone = { code: 'watch.folder-gone', message: 'The folder “bucket” is not there.' };

it.each([
  [{}, 'on'],
  [{ on: false, trouble: gone }, 'off'],
  [{ trouble: gone }, 'trouble'],
  [{ trouble: gone, looking: true }, 'looking'],
] as const)('a folder with %j is %s', (over, name) => expect(stateOf(state(over))).toBe(name));

it('tells an undone file as that, whatever came of it first', () => {
  const file = { result: 'imported', undone: false } as WatchedFile;
  expect([resultOf(file), resultOf({ ...file, undone: true })]).toEqual(['imported', 'undone']);
});

it('prints a time as tables do', () => {
  expect(instantText('2024-06-01T08:00:05.123Z')).toBe('2024-06-01 08:00:05');
  expect(instantText(null)).toBeNull();
});

it('leaves out a remedy for the command line, in both languages, and nothing else', () => {
  const said = { message: { template: 'a {b}', params: { b: 'c' } }, remedy: { template: 'Add --format {x}.', params: { x: 'y' } } };
  const error = { code: 'x', message: 'a c', details: { file: 'f.csv', row: 1, remedy: 'Add --format y.', said } };
  expect(forThisPage(error)).toEqual({ code: 'x', message: 'a c', details: { file: 'f.csv', row: 1, said: { message: said.message } } });
  const plain = { code: 'x', message: 'm', details: { remedy: 'Download it again -- or not.' } };
  expect(forThisPage(plain)).toBe(plain);
});
