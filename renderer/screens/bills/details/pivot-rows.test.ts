import { describe, expect, it } from 'vitest';
import { rowsOfCross, rowsOfQuery, sortOf, totalsOfCross, under } from './pivot-rows.ts';

const scope = { period: '2023-09', where: [], hideZero: false, search: '', kind: 'detail' as const };

describe('what stands under a group', () => {
  it('is its branch and its currency', () =>
    expect(under(scope, ['productType', 'region'], ['ECS', null], 'USD').where).toEqual([
      { column: 'productType', op: 'is', value: 'ECS' },
      { column: 'region', op: 'missing', value: '' },
      { column: 'currency', op: 'is', value: 'USD' },
    ]));
  it('has no currency where the lines have none', () =>
    expect(under(scope, [], [], 'XXX').where).toEqual([{ column: 'currency', op: 'missing', value: '' }]));
});

describe('the order of groups', () => {
  it('is the greatest first, time in its order', () => {
    expect(sortOf([], 'region', 'payable', false)).toEqual([{ column: 'payable', descending: true }]);
    expect(sortOf([], 'date', 'payable', false)).toEqual([{ column: 'date', descending: false }]);
  });
  it('sorts every level by itself, and leaves out what the level has not', () => {
    expect(sortOf([{ column: 'group', descending: true }], 'region', 'payable', false)).toEqual([{ column: 'region', descending: true }]);
    expect(
      sortOf(
        [
          { column: 'productType', descending: false },
          { column: 'lines', descending: true },
        ],
        'region',
        'payable',
        false,
      ),
    ).toEqual([{ column: 'lines', descending: true }]);
  });
  it('knows one measure only where it is laid out', () => {
    expect(sortOf([{ column: 'total', descending: false }], 'region', 'listPrice', true)).toEqual([
      { column: 'listPrice', descending: false },
    ]);
    expect(sortOf([{ column: 'coupon', descending: false }], 'region', 'payable', true)).toEqual([{ column: 'payable', descending: true }]);
  });
});

it('reads rows of sums, missing kept from zero', () => {
  const [row] = rowsOfQuery('region', {
    columns: [],
    rows: [{ region: '', currency: null, payable: '0', coupon: null, lines: 2 }],
    totals: {},
    truncated: false,
  });
  expect(row).toMatchObject({ value: null, currency: 'XXX', lines: 2 });
  expect([row?.amounts['payable'], row?.amounts['coupon']]).toEqual(['0', null]);
});

it('reads amounts laid out by the values across', () => {
  const found = {
    across: ['2023-07', null],
    rows: [{ values: ['ECS'], currency: 'USD', lines: 2, total: '3', cells: ['1', null] }],
    totals: [{ currency: 'USD', lines: 2, total: '3', cells: ['1', '2'] }],
    truncated: false,
    acrossTruncated: false,
  };
  expect(rowsOfCross(found)[0]?.amounts).toEqual({ total: '3', 'at:2023-07': '1', 'at:': null });
  expect(totalsOfCross(found)['USD']).toEqual({ total: '3', 'at:2023-07': '1', 'at:': '2' });
});
