import { describe, expect, it } from 'vitest';
import { decideColumn } from '../../../../domain/formats/mapping/decide.ts';
import { checkProfile } from '../../../../domain/formats/mapping/check-profile.ts';
import type { FileHead } from '../../../../services/contract/imports.ts';
import {
  BY_CONTENT,
  draftOf,
  idFor,
  onceId,
  openOf,
  profileOf,
  readingOf,
  recut,
  understood,
  withCurrency,
  withProfile,
  withRole,
} from './draft.ts';

/** A head as the services give it, of rows that begin with the header. */
function headOf(rows: string[][], suggested: (string | null)[], shape: FileHead['shape'] = 'table'): FileHead {
  const [headers = [], ...data] = rows;
  return {
    file: 'x.csv',
    shape,
    encoding: 'utf-8',
    delimiter: ',',
    headerRow: 1,
    rows: rows.map((cells, i) => ({ row: i + 1, cells })),
    total: data.length,
    columns: headers.map((header, at) => {
      const { filled, dates, decimal, thousands } = decideColumn(data.map((cells, i) => ({ row: i + 2, text: cells[at] ?? '' })));
      return { header, suggested: suggested[at] ?? null, filled, dates, decimal, thousands } as FileHead['columns'][number];
    }),
  };
}
const head = headOf(
  [
    ['Day', 'Net (EUR)', 'Cur', 'Note'],
    ['01/02/2023', '1.234', 'EUR', 'a'],
    ['03/04/2023', '(2.500)', 'EUR', ''],
    ['Total', '1.266', '', ''],
  ],
  ['date', 'payable', null, null],
);

describe('a mapping', () => {
  it('is open until what cells leave open is said', () => {
    const draft = draftOf(head);
    expect(draft.currency).toBe('EUR');
    expect(openOf(draft, readingOf(head, draft))).toEqual(['dateOrder', 'decimal']);
    expect(profileOf(head, BY_CONTENT, draft, 'x', 'X')).toBeNull();
    expect(understood(head, draft).rows[0]!.cells).toEqual([
      { text: null, error: null, waits: true },
      { text: null, error: null, waits: true },
    ]);
    const said = { ...draft, dateOrder: 'dmy', decimal: ',' } as const;
    expect(understood(head, said).rows.map((r) => r.cells.map((c) => c.text))).toEqual([
      ['2023-02-01', '1234'],
      ['2023-04-03', '-2500'],
    ]);
    const profile = profileOf(head, BY_CONTENT, said, 'x', 'X')!;
    expect(checkProfile(profile)).toMatchObject({ ok: true });
    expect(profile).toMatchObject({
      dateOrder: 'dmy',
      decimal: ',',
      thousands: '.',
      currency: 'EUR',
      columns: [
        { header: 'Day', field: 'date' },
        { header: 'Net (EUR)', field: 'payable' },
        { header: 'Cur', field: null },
        { header: 'Note', field: null },
      ],
    });
    expect(withProfile(head, profile)).toMatchObject({
      roles: ['date', 'payable', null, null],
      dateOrder: 'dmy',
      decimal: ',',
      currency: 'EUR',
      id: 'x',
    });
  });

  it('names what is missing and what cannot be read', () => {
    const bare = withRole(withRole(draftOf(head), 0, null), 1, null);
    expect(openOf({ ...bare, currency: null }, readingOf(head, bare))).toEqual(['payable', 'period', 'currency']);
    const wrong = headOf(
      [
        ['Day', 'Net'],
        ['2023-09-31', '1.5'],
        ['2023-09-30', ''],
        ['2023-09-30', 'x'],
      ],
      ['date', 'payable'],
    );
    const rows = understood(wrong, { ...draftOf(wrong), currency: 'USD' }).rows;
    expect(rows.map((r) => r.cells.map((c) => c.error !== null))).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
  });

  it('gives a field to one column, and the currency to one place', () => {
    const draft = draftOf(head);
    expect(withRole(draft, 3, 'payable').roles).toEqual(['date', null, null, 'payable']);
    const inColumn = withRole(draft, 2, 'currency');
    expect(inColumn.currency).toBe('column');
    expect(withRole(inColumn, 2, null).currency).toBeNull();
    expect(withCurrency(inColumn, 'USD')).toMatchObject({ currency: 'USD', roles: ['date', 'payable', null, null] });
  });

  it('keeps fields with their headers when the file is cut in another way', () => {
    const other = headOf(
      [
        ['Note', 'Day', 'Net (EUR)'],
        ['a', '01/02/2023', '1.5'],
      ],
      ['region', null, null],
    );
    expect(recut(draftOf(head), head, other).roles).toEqual([null, 'date', 'payable']);
    expect(recut(draftOf(head), head, headOf([['Ganz anders']], ['date'])).roles).toEqual(['date']);
  });

  it('takes points in a workbook for decimal ones unless its cells show otherwise', () => {
    const sheet = headOf(
      [
        ['Day', 'Net'],
        ['2023-09-01', '1,5'],
        ['2023-09-02', '2'],
      ],
      ['date', 'payable'],
      'cells',
    );
    expect(readingOf(sheet, draftOf(sheet))).toMatchObject({ decimal: ',', thousands: '' });
  });
});

it('names profiles by their title, never twice', () => {
  expect(idFor('Zilliz usage 2024', [])).toBe('zilliz-usage-2024');
  expect(idFor('Zilliz usage 2024', ['zilliz-usage-2024'])).toBe('zilliz-usage-2024-2');
  expect(idFor('青云', [])).toMatch(/^p-[0-9a-f]{8}$/);
  expect(idFor('青云', [])).not.toBe(idFor('青去', []));
  const said = { ...draftOf(head), dateOrder: 'dmy', decimal: ',' } as const;
  const [a, b] = [
    profileOf(head, BY_CONTENT, said, 'x', 'X')!,
    profileOf(head, BY_CONTENT, { ...said, negate: [false, true, false, false] }, 'y', 'Y')!,
  ];
  expect(onceId(a)).toBe(onceId({ ...a, title: 'other', dateOrder: 'mdy' }));
  expect(onceId(a)).not.toBe(onceId(b));
});
