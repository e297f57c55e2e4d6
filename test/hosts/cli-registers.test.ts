import { describe, expect, it } from 'vitest';
import { rig, type Ran } from './cli-rig.ts';

const WRITTEN = { file: 'x', sha256: 'h', rows: 1, bytes: 2 };
const cli = () =>
  rig({
    'export/invoice-register': WRITTEN,
    'export/tax-register': WRITTEN,
    'export/statement': WRITTEN,
    'export/ageing': WRITTEN,
    'invoices/duplicates': { rows: [] },
    'invoices/ageing': {
      edges: [30, 60, 90],
      rows: [
        {
          key: 'huawei',
          label: null,
          currency: 'USD',
          buckets: ['1', '2', '3', '4', '5'],
          undated: '0',
          awaited: '0',
          credit: '0',
          total: '15',
          count: 5,
        },
      ],
    },
    'invoices/statement': {
      from: '2024-01-01',
      to: '2024-03-31',
      statements: [{ currency: 'USD', opening: '1', lines: [], closing: '1', awaited: '0', fx: [] }],
    },
  });
const input = (ran: Ran, name: string) => ran.calls.find((c) => c.name === name)?.input;
const DAYS = ['--from', '2024-01-01', '--to', '2024-03-31'];

describe('invoices', () => {
  it('ageing asks for the day and prints a column for each bucket', async () => {
    const ran = await cli().run('invoices', 'ageing', '--as-of', '2024-03-31', '--by', 'entity', '--book', 'b.tallybook');
    expect(input(ran, 'invoices/ageing')).toMatchObject({ asOf: '2024-03-31', by: 'entity', direction: 'received', edges: null });
    expect(ran.out.split('\n')[0]).toMatch(/entity +currency +notDue +1-30 +31-60 +61-90 +over90 +undated +awaited +credit +total/);
  });
  it('statement prints from the opening to the closing balance', async () => {
    const ran = await cli().run('invoices', 'statement', '--vendor', 'huawei', ...DAYS, '--book', 'b.tallybook');
    expect(input(ran, 'invoices/statement')).toMatchObject({ vendor: 'huawei', party: null, from: '2024-01-01', to: '2024-03-31' });
    expect(ran.out).toMatch(/2024-01-01 +opening[^]*2024-03-31 +closing/);
  });
  it('duplicates asks for the suspected ones unless told otherwise', async () => {
    const state = async (...more: string[]) =>
      input(await cli().run('invoices', 'duplicates', ...more, '--book', 'b.tallybook'), 'invoices/duplicates')?.['state'];
    expect([await state(), await state('--state', 'dismissed')]).toEqual(['suspected', 'dismissed']);
  });
});

describe('export', () => {
  it.each([
    [['invoice-register', ...DAYS, '--out', 'r.pdf'], { format: 'pdf', basis: 'date', country: null, bilingual: false, language: null }],
    [['tax-register', ...DAYS, '--basis', 'period', '--country', 'MY', '--out', 'r'], { format: 'xlsx', basis: 'period', country: 'MY' }],
    [
      ['statement', ...DAYS, '--party', '3', '--language', 'bilingual', '--out', 's.csv'],
      { format: 'csv', party: 3, vendor: null, bilingual: true },
    ],
    [
      ['ageing', '--buckets', '10,20', '--format', 'csv', '--no-bom', '--out', 'a.txt'],
      { format: 'csv', edges: '10,20', bom: false, asOf: null },
    ],
  ])('%j', async (argv, expected) => {
    const ran = await cli().run('export', ...argv, '--book', 'b.tallybook');
    expect(ran.exit, ran.err).toBe(0);
    expect(input(ran, `export/${argv[0]}`)).toMatchObject(expected);
  });
  it('wants both days', async () => {
    const ran = await cli().run(
      'export',
      'statement',
      '--vendor',
      'huawei',
      '--from',
      '2024-01-01',
      '--out',
      's.pdf',
      '--book',
      'b.tallybook',
    );
    expect([ran.exit, ran.calls]).toEqual([2, []]);
  });
});
