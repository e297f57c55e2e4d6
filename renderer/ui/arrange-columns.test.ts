import { describe, expect, it } from 'vitest';
import { arrangeColumns, layoutOf, moveColumn, orderColumns } from './arrange-columns.ts';
import { readTableLayout } from './table-layout.ts';
import type { DataColumn } from './table-model.ts';

const column = (id: string, more: Partial<DataColumn<object>> = {}): DataColumn<object> => ({
  id,
  header: id,
  value: () => id,
  width: 100,
  ...more,
});
const columns = [column('a'), column('b', { grow: true }), column('c', { hidden: true }), column('d')];
const ids = (list: readonly { id: string }[]): string => list.map((c) => c.id).join('');
const layout = { hidden: ['d'], order: ['d', 'c', 'a'], widths: { a: 250 }, pinned: ['a'] };

describe('arranging columns', () => {
  it('is the program’s own without a layout', () => expect(ids(arrangeColumns(columns, null, 0))).toBe('abd'));
  it('puts pinned ones first, from the edge on', () => {
    const shown = arrangeColumns(columns, { ...layout, pinned: ['a', 'c'] }, 32);
    expect(shown.map((c) => [c.id, c.left, c.width])).toEqual([
      ['a', 32, 250],
      ['c', 282, 100],
      ['b', undefined, 100],
    ]);
  });
  it('pins what the program pins, until the user has a layout', () => {
    const own = [column('x'), column('p', { pinned: true, grow: true })];
    expect(arrangeColumns(own, null, 0).map((c) => [c.id, c.left, c.grow])).toEqual([
      ['p', 0, false],
      ['x', undefined, undefined],
    ]);
    expect(layoutOf(own, null)).toMatchObject({ order: ['p', 'x'], pinned: ['p'] });
    expect(arrangeColumns(own, { ...layoutOf(own, null), pinned: [] }, 0).some((c) => c.left !== undefined)).toBe(false);
  });
  it('keeps a column that came later after its neighbour, hidden as the program says', () => {
    expect(ids(orderColumns([...columns, column('new', { hidden: true })], { ...layout, pinned: [] }))).toBe('dnewcab');
    expect(ids(arrangeColumns([column('a'), column('n'), column('d')], { ...layout, pinned: [], hidden: [] }, 0))).toBe('dan');
  });
  it('no longer grows once it was given a width', () =>
    expect(arrangeColumns(columns, { ...layout, widths: { b: 80 } }, 0).find((c) => c.id === 'b')?.grow).toBe(false));
});

describe('changing a layout', () => {
  it('names every column first', () =>
    expect(layoutOf(columns, null)).toEqual({ hidden: ['c'], order: ['a', 'b', 'c', 'd'], widths: {}, pinned: [] }));
  it('remembers columns that are away', () => expect(layoutOf([column('a')], layout).order).toEqual(['a', 'd', 'c']));
  it('moves a column before another, and pins it with it', () => {
    const full = layoutOf(columns, null);
    expect(moveColumn(full, 'd', 'b').order).toEqual(['a', 'd', 'b', 'c']);
    expect(moveColumn({ ...full, pinned: ['a'] }, 'd', 'a').pinned).toEqual(['d', 'a']);
    expect(moveColumn({ ...full, pinned: ['a'] }, 'a', 'd').pinned).toEqual([]);
  });
});

it('reads no layout out of anything else', () => {
  for (const text of [
    null,
    '',
    '[]',
    '{}',
    '{"hidden":[1],"order":[],"widths":{},"pinned":[]}',
    '{"hidden":[],"order":[],"widths":null,"pinned":[]}',
  ])
    expect(readTableLayout(text)).toBeNull();
  expect(readTableLayout('{"hidden":[],"order":["a"],"widths":{"a":3,"b":80},"pinned":[]}')).toEqual({
    hidden: [],
    order: ['a'],
    widths: { b: 80 },
    pinned: [],
  });
});
