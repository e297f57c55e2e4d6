import { expect, it } from 'vitest';
import { keysOf } from './tags.tsx';

it('puts the keys of tags by how many lines have them', () =>
  expect(
    keysOf([
      { value: 'env:prod;team:red', lines: 3 },
      { value: 'team:blue', lines: 1 },
      { value: null, lines: 9 },
      { value: 'no colon', lines: 9 },
    ]),
  ).toEqual(['team', 'env']));
