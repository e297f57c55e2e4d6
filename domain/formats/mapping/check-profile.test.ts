import { describe, expect, it } from 'vitest';
import { unwrap } from '../../result.ts';
import { formatOfProfile, type Profile } from '../profile.ts';
import { checkProfile, readProfile } from './check-profile.ts';
import { decideColumn } from './decide.ts';
import { suggestRoles } from './suggest.ts';

const good: Profile = {
  tallybook: 'profile',
  version: 1,
  id: 'qing',
  revision: 1,
  title: '青云 消费明细',
  vendor: 'qingcloud',
  kind: 'detail',
  columns: [
    { header: '计费日期', field: 'date' },
    { header: '实付(元)', field: 'payable' },
    { header: '优惠', field: 'discount', negate: true },
    { header: '备注', field: null },
  ],
  dateOrder: 'ymd',
  decimal: '.',
  thousands: ',',
  sign: 'charges-positive',
  currency: 'CNY',
  encoding: null,
  delimiter: null,
  headerRow: null,
  utcOffset: 8,
};
const refused = (change: Record<string, unknown>): unknown => {
  const checked = checkProfile({ ...good, ...change });
  return checked.ok ? 'taken' : [checked.error.code, checked.error.details?.column];
};

describe('profiles', () => {
  it('come back from their JSON as they were', () => {
    expect(unwrap(readProfile(`\uFEFF${JSON.stringify(good, null, 2)}`))).toEqual(good);
  });

  it.each([
    [{ tallybook: 'book' }, ['profile.not-a-profile', 'tallybook']],
    [{ version: 2 }, ['profile.newer', 'version']],
    [{ version: '1' }, ['profile.invalid', 'version']],
    [{ script: 'x' }, ['profile.invalid', 'script']],
    [{ id: 'Qing Cloud' }, ['profile.invalid', 'id']],
    [{ id: '../x' }, ['profile.invalid', 'id']],
    [{ title: ' ' }, ['profile.invalid', 'title']],
    [{ vendor: 'aws' }, ['profile.invalid', 'vendor']],
    [{ kind: 'invoices' }, ['profile.invalid', 'kind']],
    [{ dateOrder: 'ydm' }, ['profile.invalid', 'dateOrder']],
    [{ decimal: ';' }, ['profile.invalid', 'decimal']],
    [{ decimal: ',', thousands: ',' }, ['profile.invalid', 'thousands']],
    [{ sign: 'plus' }, ['profile.invalid', 'sign']],
    [{ currency: 'usd' }, ['profile.invalid', 'currency']],
    [{ currency: null }, ['profile.invalid', 'currency']],
    [{ encoding: 'ebcdic' }, ['profile.invalid', 'encoding']],
    [{ delimiter: ' ' }, ['profile.invalid', 'delimiter']],
    [{ headerRow: 21 }, ['profile.invalid', 'headerRow']],
    [{ utcOffset: 15 }, ['profile.invalid', 'utcOffset']],
    [{ columns: [] }, ['profile.invalid', 'columns']],
    [{ columns: [{ header: '日', field: 'date' }] }, ['profile.invalid', 'columns']],
    [{ columns: [{ header: '费', field: 'payable' }] }, ['profile.invalid', 'columns']],
    [{ columns: [...good.columns, { header: '实付（USD）', field: 'tax' }] }, ['profile.invalid', 'columns[4].header']],
    [{ columns: [...good.columns, { header: 'x', field: 'profit' }] }, ['profile.invalid', 'columns[4].field']],
    [{ columns: [...good.columns, { header: 'x', field: 'region', negate: true }] }, ['profile.invalid', 'columns[4].negate']],
    [{ columns: [...good.columns, { header: 'x', field: 'currency' }] }, ['profile.invalid', 'currency']],
    [{ columns: [...good.columns, { header: 'x', field: null, type: 'y' }] }, ['profile.invalid', 'columns[4].type']],
  ])('%j is refused by name', (change, expected) => expect(refused(change)).toEqual(expected));

  it.each([
    ['', 'profile.not-json'],
    ['{', 'profile.not-json'],
    ['[]', 'profile.not-a-profile'],
    ['{"tallybook":"profile","version":1}', 'profile.invalid'],
  ])('%j is refused', (text, code) => {
    const read = readProfile(text, 'p.json');
    expect(read.ok ? null : [read.error.code, read.error.details?.file]).toEqual([code, 'p.json']);
  });

  it('read cells in their own way', () => {
    const { columns, id } = formatOfProfile({ ...good, sign: 'charges-negative' });
    const read = (field: string, cell: string) => unwrap(columns.find((c) => c.field === field)!.read!(cell));
    expect([id, read('payable', '-1,234.50'), read('discount', '-3'), read('date', '2023年9月5日')]).toEqual([
      'profile:qing',
      '1234.5',
      '-3',
      '2023-09-05',
    ]);
  });
});

describe('suggestions', () => {
  const columns = (sheet: Record<string, string[]>) =>
    Object.entries(sheet).map(([header, cells]) => ({ header, decision: decideColumn(cells.map((text, i) => ({ row: i + 2, text }))) }));

  it('by likeness of Chinese headers', () => {
    expect(
      suggestRoles(
        columns({
          计费日期: ['2023-09-01'],
          资源ID: ['i-1'],
          资源类型: ['云服务器'],
          区域: ['pek3'],
          数量: ['3'],
          单价: ['0.1'],
          '消费金额(元)': ['0.3'],
          说明: ['x'],
        }),
      ),
    ).toEqual(['date', 'resourceId', 'productType', 'region', 'usage', 'unitPrice', 'payable', null]);
  });

  it('by likeness of English headers, and by what the cells can be', () => {
    expect(
      suggestRoles(
        columns({
          'Usage Date': ['09/25/2023'],
          'Cluster Name': ['c1'],
          'Total Cost (USD)': ['1.5'],
          Region: ['eu'],
          Quantity: ['2'],
          Amount: ['see note'],
        }),
      ),
    ).toEqual(['date', 'resourceName', 'payable', 'region', 'usage', null]);
  });
});
