import { describe, expect, it } from 'vitest';
import { compareValues, sortRows, templateOf, totalWidth, type DataColumn } from './table-model.ts';

interface Row {
  id: string;
  amount: string | null;
  name: string;
}
const columns: DataColumn<Row>[] = [
  { id: 'id', header: 'Id', value: (r) => r.id, width: 80 },
  { id: 'name', header: 'Name', value: (r) => r.name },
  { id: 'amount', header: 'Amount', kind: 'amount', value: (r) => r.amount },
];
const rows: Row[] = [
  { id: 'a', amount: '9007199254740993', name: 'x' },
  { id: 'b', amount: null, name: 'x' },
  { id: 'c', amount: '9007199254740992', name: 'y' },
  { id: 'd', amount: '-5.5', name: 'y' },
];
const ids = (list: readonly Row[]): string => list.map((r) => r.id).join('');

describe('sortRows', () => {
  it('compares amounts beyond binary floats exactly', () =>
    expect(compareValues('9007199254740993', '9007199254740992', 'amount')).toBe(1));
  it('puts missing last in both directions', () => {
    expect(ids(sortRows(rows, columns, [{ id: 'amount', desc: false }]))).toBe('dcab');
    expect(ids(sortRows(rows, columns, [{ id: 'amount', desc: true }]))).toBe('acdb');
  });
  it('sorts by several columns', () =>
    expect(
      ids(
        sortRows(rows, columns, [
          { id: 'name', desc: true },
          { id: 'amount', desc: false },
        ]),
      ),
    ).toBe('dcab'));
  it('leaves unsorted rows as they are', () => expect(sortRows(rows, columns, [])).toBe(rows));
});

describe('templateOf', () => {
  it('lets the last column of words take what is left', () => expect(templateOf(columns)).toBe('80px minmax(160px, 1fr) 128px'));
  it('adds the widths', () => expect(totalWidth(columns)).toBe(368));
});
