import { expect, it } from 'vitest';
import { rollupWith, ROLLUPS } from './rollups.ts';
import type { Code } from './segment.ts';

it.each<[Code[], string | null]>([
  [['period', 'product_type'], 'products'],
  [['kind', 'batch', 'vendor'], 'products'],
  [['account', 'period'], 'cards'],
  [['enterprise_project', 'account'], 'places'],
  [['date'], 'days'],
  [['date', 'account'], null],
  [['resource_id'], null],
])('%j are read from the smallest rollup that has them: %s', (columns, rollup) => expect(rollupWith(columns)).toBe(rollup));

it('has rollups under names of their own', () => expect(new Set(ROLLUPS.map(({ name }) => name)).size).toBe(ROLLUPS.length));
