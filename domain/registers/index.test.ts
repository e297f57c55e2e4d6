import { describe, expect, it } from 'vitest';
import { REGISTERS, type RegisterField } from '../formats/format.ts';
import { registers } from '../formats/index.ts';
import { clockOf, onVendorClock, registerColumn, registerList, registerLists, type RegisterColumnType } from './index.ts';

/** What a field may be called as a column. A coupon may end on a day or at an instant: both are times. */
const TYPES: Readonly<Record<RegisterField['type'], readonly RegisterColumnType[]>> = {
  text: ['text', 'ident'],
  amount: ['money', 'quantity', 'number'],
  date: ['day', 'time'],
  instant: ['time'],
  period: ['month'],
  count: ['count'],
};

describe('lists beside the bill', () => {
  it('there is one of every kind', () => expect(registerLists.map((list) => list.kind).sort()).toEqual([...REGISTERS].sort()));

  it.each(registers.map((format) => [format.id, format] as const))('%s: every field is a column of its list', (_, format) => {
    const { columns } = registerList(format.register);
    for (const field of format.fields) {
      // The row's own currency is no column of a list.
      if (field.name === 'currency') continue;
      const column = columns.find((c) => c.name === field.name);
      expect(column, field.name).toBeDefined();
      expect(TYPES[field.type], field.name).toContain(column!.type);
    }
  });

  it.each(registerLists.map((list) => [list.kind, list] as const))(
    '%s: columns are fields of a format, told apart, with units',
    (kind, list) => {
      const fields = new Set(registers.filter((format) => format.register === kind).flatMap((format) => format.fields.map((f) => f.name)));
      const names = list.columns.map((column) => column.name);
      expect(names.filter((name) => !fields.has(name))).toEqual([]);
      for (const told of [names, list.columns.map((c) => c.title), list.columns.map((c) => c.titleZh)])
        expect(new Set(told).size).toBe(told.length);
      expect(names).toContain(list.date);
      if (list.state !== null) expect(names).toContain(list.state);
      for (const column of list.columns) {
        for (const unit of column.unit ?? []) expect(names).toContain(unit);
        if (column.adds) expect(['money', 'quantity']).toContain(column.type);
      }
    },
  );

  it('refuses a column that a list has not, by name', () => {
    const refused = registerColumn(registerList('coupons'), 'paidAt');
    expect(refused).toMatchObject({ ok: false, error: { code: 'registers.no-column', details: { column: 'paidAt' } } });
    expect(registerColumn(registerList('coupons'), 'file')).toMatchObject({ ok: true, value: { name: 'file' } });
  });

  it('tells a time by the clock of its vendor', () => {
    expect(onVendorClock('2023-10-24T13:08:45Z', clockOf('huawei.renewals'))).toBe('2023-10-24T21:08:45+08:00');
    expect(onVendorClock('2023-12-31T16:00:00Z', 8)).toBe('2024-01-01T00:00:00+08:00');
    expect(onVendorClock('2023-10-24T13:08:45Z', clockOf('qingcloud.api.leases'))).toBe('2023-10-24T13:08:45Z');
    expect(onVendorClock('2023-10-24', 8)).toBe('2023-10-24');
  });
});
