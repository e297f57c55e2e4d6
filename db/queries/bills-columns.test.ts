import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertLines } from '../../test/support/lines.ts';
import { columnOf } from '../../domain/bill/columns.ts';
import { unwrap } from '../../domain/result.ts';
import { makeBlocks } from '../blocks/build.ts';
import { createBook, type Book } from '../book.ts';
import { plainUnits } from './allocation-sums.ts';
import { billFacets, plainFacets } from './bills-facets.ts';
import { EVERYTHING } from './bills-filter.ts';
import { billGroups, plainGroups } from './bills-groups.ts';

let folder: string;
let book: Book;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallybook-columns-'));
  book = createBook(join(folder, 'a.tallybook'));
  insertLines(book, [
    { tags: 'env:prod;team:red', payable: '1' },
    { tags: 'env:prod;team:red', payable: '2' },
    { tags: 'env:test', payable: '4' },
    { payable: '8' },
  ]);
  book.write.transaction(() => makeBlocks(book.write, 1));
});
afterAll(() => {
  book.close();
  rmSync(folder, { recursive: true, force: true });
});

// A term's id in place of its text would be a number here.
it.each([
  ['tags', ['env:prod;team:red', 'env:test', null]],
  ['tag:env', ['prod', 'test', null]],
  ['tag:team', ['red', null]],
])('groups by %s under texts', (name, values) => {
  const column = unwrap(columnOf(name));
  for (const groups of [billGroups, plainGroups])
    expect(groups(book.read, EVERYTHING, [column], [], 10).map((g) => g.values[0])).toEqual(values);
  for (const facets of [billFacets, plainFacets])
    expect(new Set(facets(book.read, EVERYTHING, column, 10).map((f) => f.value))).toEqual(new Set(values));
  expect(new Set(plainUnits(book.read, EVERYTHING, [column]).map((g) => g.values[0]))).toEqual(new Set(values));
});
