import { describe, expect, it } from 'vitest';
import type { RegisterList } from '../../../services/contract/registers.ts';
import { ANYWHERE, isNarrowed, placeParams, readPlace, sortOf, type Place } from './place.ts';

const written = (place: Partial<Place>): URLSearchParams =>
  new URLSearchParams(Object.entries(placeParams(place)).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));

describe('the place of a list', () => {
  it.each<[string, Partial<Place>]>([
    ['nothing', {}],
    ['a search', { search: 'vm 1 & 2' }],
    ['every filter', { vendor: 'tencent', account: '100000000001', state: '已完成', from: '2023-03-01', to: '2023-03-31', batch: 12 }],
    [
      'an order',
      {
        sort: [
          { column: 'amount', descending: true },
          { column: 'created', descending: false },
        ],
      },
    ],
    ['the order of the file', { sort: [] }],
    ['a row', { row: 17 }],
  ])('%s comes back from the address', (_, part) => expect(readPlace(written(part))).toEqual({ ...ANYWHERE, ...part }));

  it('takes away what is null, and leaves what is not given', () =>
    expect(placeParams({ vendor: null, search: '', row: null })).toEqual({ vendor: null, q: null, row: null }));

  it('does not take what a person cannot have chosen', () =>
    expect(readPlace(new URLSearchParams('vendor=me&from=2023-02-30&batch=-1&row=x'))).toEqual(ANYWHERE));

  it('knows when a list is narrowed', () => {
    expect(isNarrowed(ANYWHERE)).toBe(false);
    expect(isNarrowed({ ...ANYWHERE, sort: [], row: 3 })).toBe(false);
    expect(isNarrowed({ ...ANYWHERE, to: '2023-03-31' })).toBe(true);
  });

  it('is ordered by the list’s own day until another order is chosen', () => {
    const list = { date: { column: 'expires', order: 'ascending' } } as RegisterList;
    expect(sortOf(list, ANYWHERE)).toEqual([{ column: 'expires', descending: false }]);
    expect(sortOf(list, { ...ANYWHERE, sort: [] })).toEqual([]);
  });
});
