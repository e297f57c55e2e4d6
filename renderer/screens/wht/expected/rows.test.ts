import { describe, expect, it } from 'vitest';
import type { ExpectedRow } from '../../../../services/contract/wht-expected.ts';
import { byUrgency, daysMark, isTab, rowKey, rowsOfTab, stripOf } from './rows.ts';

const row = (invoice: string, state: ExpectedRow['state'], days: number | null = null, missing = '8', currency = 'USD'): ExpectedRow =>
  ({ vendor: 'huawei', invoice, state, days, missing, currency }) as ExpectedRow;
const rows = [
  row('A', 'accepted'),
  row('B', 'expected'),
  row('C', 'overdue', -3),
  row('D', 'refused', 4),
  row('E', 'to-come'),
  row('F', 'expected', 9, '2', 'EUR'),
];
const names = (list: readonly ExpectedRow[]) => list.map((r) => r.invoice).join('');

describe('rows of expected certificates', () => {
  it('are what is missing, the most pressing first and those without a day last', () => {
    expect(names(rowsOfTab(rows, 'missing'))).toBe('CDFB');
    expect(names(rowsOfTab(rows, 'expected'))).toBe('FB');
    expect(names(rowsOfTab(rows, 'accepted'))).toBe('A');
    expect(names(rowsOfTab(rows, 'all'))).toBe('ABCDEF');
    expect(names(byUrgency([]))).toBe('');
  });
  it('make a strip: missing first with its sums by currency, then the states that there are', () => {
    const sums = [
      { state: 'to-come', currency: 'USD', count: 1, amount: '0', unknown: 1 },
      { state: 'expected', currency: 'EUR', count: 1, amount: '2', unknown: 0 },
      { state: 'expected', currency: 'USD', count: 1, amount: '8', unknown: 0 },
    ] as const;
    expect(stripOf(sums, rows, (tab) => tab)).toEqual([
      {
        id: 'missing',
        label: 'missing',
        count: 4,
        sums: [
          { currency: 'EUR', amount: '2' },
          { currency: 'USD', amount: '24' },
        ],
      },
      // Of which no amount is known, none is shown.
      { id: 'to-come', label: 'to-come', count: 1, sums: [] },
      {
        id: 'expected',
        label: 'expected',
        count: 2,
        sums: [
          { currency: 'EUR', amount: '2' },
          { currency: 'USD', amount: '8' },
        ],
      },
      { id: 'all', label: 'all', count: 6, sums: [] },
    ]);
  });
  it('have a name, a tab and a mark', () => {
    expect(rowKey(rows[0]!)).toBe('huawei:A');
    expect([isTab('missing'), isTab('written-off'), isTab('odd'), isTab(null)]).toEqual([true, true, false, false]);
    expect([-1, 0, 30, 31].map(daysMark)).toEqual(['fail', 'due', 'due', 'missing']);
  });
});
