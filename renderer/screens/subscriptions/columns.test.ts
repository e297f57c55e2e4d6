import { describe, expect, it } from 'vitest';
import type { RegisterList, RegisterRow } from '../../../services/contract/registers.ts';
import { clockText, partTotals, tableColumns } from './columns.ts';

const column = (name: string, type: RegisterList['columns'][number]['type'], adds = false, shown = true) => ({
  name,
  title: name,
  titleZh: name,
  type,
  adds,
  shown,
});
const list = (currencies: string[], vendors = ['huawei'] as const): RegisterList => ({
  kind: 'payment-history',
  title: 'Payment history',
  titleZh: '付款历史',
  rows: 2,
  vendors: vendors.map((vendor) => ({ vendor, rows: 1 })),
  accounts: [],
  currencies,
  state: null,
  date: { column: 'date', order: 'descending', from: null, to: null },
  columns: [
    column('date', 'time'),
    column('amount', 'money', true),
    column('paidAmount', 'money', true),
    column('discount', 'money', true, false),
  ],
  lastImport: { batch: 1, file: 'f.csv', importedAt: '' },
});
const words = { title: (c: { title: string }) => c.title, vendor: (v: string) => v, t: (key: string) => key };
const row: RegisterRow = {
  id: 1,
  batch: 1,
  file: 'f.csv',
  row: 2,
  vendor: 'huawei',
  currency: 'USD',
  values: { date: '2023-10-24T21:08:45+08:00', amount: '1.5' },
};

describe('columns of a list', () => {
  it('name the currency once where there is one, and in a column of its own where there are several', () => {
    const one = tableColumns(list(['USD']), {}, words);
    expect(one.find((c) => c.id === 'amount')).toMatchObject({ currency: 'USD', kind: 'amount' });
    expect(one.find((c) => c.id === 'paidAmount')?.currency).toBeUndefined();
    expect(one.some((c) => c.id === 'currency')).toBe(false);
    const two = tableColumns(list(['USD', 'CNY']), {}, words);
    expect(two.find((c) => c.id === 'amount')?.currency).toBeUndefined();
    expect(two.find((c) => c.id === 'currency')?.value(row)).toBe('USD');
  });

  it('give the exact value of a row, missing ones as missing', () => {
    const columns = tableColumns(list(['USD']), {}, words);
    expect(columns.map((c) => c.value(row))).toEqual(['2023-10-24 21:08:45', '1.5', null, null, 'huawei', 'f.csv', 2]);
  });

  it('stand over one sum each; several units are told apart and never added', () => {
    const totals = { USD: { amount: '3', discount: '1' }, HKD: { paidAmount: '7' }, EUR: { paidAmount: '8', discount: '2' } };
    const { under, beside } = partTotals(list(['USD']), totals);
    expect(under).toEqual({ amount: '3' });
    // A column that is not shown at first is not told in the head.
    expect(beside.map(({ column: c, sums }) => [c.name, sums])).toEqual([
      [
        'paidAmount',
        [
          ['HKD', '7'],
          ['EUR', '8'],
        ],
      ],
    ]);
  });
});

it.each([
  ['2023-10-24T21:08:45+08:00', '2023-10-24 21:08:45'],
  ['2023-10-24T13:08:45Z', '2023-10-24 13:08:45'],
  ['2023-10-24', '2023-10-24'],
  [null, null],
])('%s is read as %s', (value, text) => expect(clockText(value)).toBe(text));
