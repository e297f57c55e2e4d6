import { describe, expect, it } from 'vitest';
import { rig, type Ran } from './cli-rig.ts';

const WRITTEN = { file: 'x', sha256: 'h', rows: 1, bytes: 2 };
const cli = () => rig({ 'export/whtRegister': WRITTEN, 'export/whtPnd': WRITTEN, 'export/whtList': WRITTEN });
const input = (ran: Ran, name: string) => ran.calls.find((c) => c.name === name)?.input;
const BOOK = ['--book', 'b.tallybook'];

describe('wht register', () => {
  it.each([
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-Q3', '2024-07-01', '2024-09-30'],
    ['2024', '2024-01-01', '2024-12-31'],
  ])('takes the days of %s, and the format by the ending', async (period, first, last) => {
    const ran = await cli().run('wht', 'register', '--period', period, '--side', 'payer', '--country', 'TH', '--out', 'r.PDF', ...BOOK);
    expect(input(ran, 'export/whtRegister')).toMatchObject({
      first,
      last,
      basis: 'date',
      side: 'payer',
      country: 'TH',
      form: null,
      format: 'pdf',
      language: null,
      bilingual: false,
      bom: true,
    });
    expect(ran.exit).toBe(0);
  });
  it('takes two days, a form, a basis and both languages', async () => {
    const days = ['--from', '2024-01-15', '--to', '2024-02-14'];
    const more = ['--basis', 'remitted', '--form', 'TH-50-TAWI', '--language', 'bilingual', '--format', 'csv', '--no-bom'];
    const ran = await cli().run('wht', 'register', ...days, ...more, '--out', 'r', ...BOOK);
    expect(input(ran, 'export/whtRegister')).toMatchObject({
      first: '2024-01-15',
      last: '2024-02-14',
      basis: 'remitted',
      form: 'TH-50-TAWI',
      format: 'csv',
      language: null,
      bilingual: true,
      bom: false,
    });
  });
  it.each([
    [[], 'The register has no range.'],
    [['--period', '2024-02', '--from', '2024-02-01'], 'The register was given two ranges.'],
    [['--period', '2024-02', '--to', '2024-02-01'], 'The register was given two ranges.'],
    [['--from', '2024-02-01'], 'The register has no range.'],
    [['--period', 'Q1'], 'Give a month (2024-03), a quarter (2024-Q1) or a year (2024).'],
  ])('refuses %j', async (days, words) => {
    const ran = await cli().run('wht', 'register', ...days, '--out', 'r.csv', ...BOOK);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain(words);
    expect(input(ran, 'export/whtRegister')).toBeUndefined();
  });
});

describe('lists for authorities', () => {
  it('wht pnd', async () => {
    const ran = await cli().run('wht', 'pnd', '--period', '2024-03', '--kind', '53', '--encoding', 'tis-620', '--out', 'p.txt', ...BOOK);
    expect(input(ran, 'export/whtPnd')).toMatchObject({
      kind: '53',
      period: '2024-03',
      format: 'txt',
      encoding: 'tis-620',
      leaveOut: false,
      condition: '1',
    });
  });
  it('wht list-file', async () => {
    const ran = await cli().run('wht', 'list-file', '--period', '2024-03', '--list', 'ID-BPPU', '--leave-out', '--out', 'p.csv', ...BOOK);
    expect(input(ran, 'export/whtList')).toMatchObject({ list: 'ID-BPPU', period: '2024-03', leaveOut: true });
  });
  it('name the kinds that there are', async () => {
    const ran = await cli().run('wht', 'pnd', '--period', '2024-03', '--kind', '1', '--out', 'p.txt', ...BOOK);
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain('3, 53, 54');
  });
});
