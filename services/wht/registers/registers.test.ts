import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add, equal, subtract, sum, type Amount } from '../../../domain/money/amount.ts';
import { readPdf } from '../../../test/golden/reports/read-pdf.ts';
import { addPaper, income, smallBook, whtRig, type WhtRig } from '../../../test/support/wht-register-book.ts';

const MARCH = { first: '2024-03-01', last: '2024-03-31' };
const golden = (name: string): string => fileURLToPath(new URL(`../../../test/golden/wht-register/${name}`, import.meta.url));

type Grid = Map<string, { value: string | null; formula: string | null }>;
async function gridsOf(bytes: Buffer): Promise<Map<string, Grid>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return new Map(
    workbook.worksheets.map((sheet): [string, Grid] => {
      const cells: Grid = new Map();
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const { value } = cell;
          const held = typeof value === 'object' && value !== null && 'formula' in value ? value.result : value;
          const text = held instanceof Date ? held.toISOString().slice(0, 10) : held;
          cells.set(cell.address, { value: text === undefined || text === null ? null : String(text), formula: cell.formula ?? null });
        }),
      );
      return [sheet.name, cells];
    }),
  );
}

const number = (text: string | null): Amount => (text === null ? '0' : sum([text]));

/** Works a formula out in exact decimals: sums of rows that match, here or in another sheet, and a difference of cells. */
function worked(formula: string, own: Grid, sheets: ReadonlyMap<string, Grid>): Amount {
  const sums = /^ROUND\(SUMPRODUCT\((.+)\*1,(?:'([^']+)'!)?\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)\),\d+\)$/.exec(formula);
  if (!sums) {
    const terms = /^ROUND\(([A-Z]+\d+(?:[+-][A-Z]+\d+)*),\d+\)$/.exec(formula);
    if (!terms) throw new Error(`A formula of another shape: ${formula}`);
    return [...terms[1]!.matchAll(/([+-]?)([A-Z]+\d+)/g)].reduce(
      (total, [, sign, ref]) => (sign === '-' ? subtract : add)(total, number(own.get(ref!)?.value ?? null)),
      '0',
    );
  }
  const [, keys, name, column, last] = sums;
  const from = name === undefined ? own : sheets.get(name)!;
  const pairs = [...keys!.matchAll(/\((?:'[^']+'!)?\$([A-Z]+)\$2:\$[A-Z]+\$\d+=(?:\$([A-Z]+\d+)|"([^"]*)")\)/g)];
  expect(pairs.length).toBeGreaterThan(0);
  const rows = Array.from({ length: Number(last) - 1 }, (_, i) => i + 2);
  const fits = (row: number): boolean =>
    pairs.every(([, c, ref, text]) => (from.get(`${c}${row}`)?.value ?? '') === (text ?? own.get(ref!)?.value ?? ''));
  return sum(rows.filter(fits).map((row) => number(from.get(`${column}${row}`)?.value ?? null)));
}

describe('files of a small book', () => {
  let rig: WhtRig;
  beforeAll(() => {
    rig = whtRig();
    smallBook(rig);
  });
  afterAll(() => rig.close());

  it.each([
    ['en', { language: 'en' }],
    ['zh', { language: 'zh-CN' }],
    ['both', { bilingual: true }],
    ['th-payer', { language: 'en', side: 'payer', country: 'TH', form: 'TH-50-TAWI' }],
    ['remitted-april', { language: 'en', basis: 'remitted', first: '2024-04-01', last: '2024-04-30' }],
  ])('as CSV: %s', async (name, input) => {
    const { bytes } = await rig.written('export/whtRegister', { ...MARCH, ...input, format: 'csv', bom: false });
    await expect(bytes.toString().replaceAll('\r\n', '\n')).toMatchFileSnapshot(golden(`${name}.csv`));
  });

  it('begins CSV with a byte order mark, and keeps formulas texts', async () => {
    const { bytes } = await rig.written('export/whtRegister', { ...MARCH, format: 'csv' });
    const rows = parse<Record<string, string>>(bytes, { columns: true, bom: true });
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(rows.filter((r) => r['Invoice'] === "'=2+5")).toHaveLength(2);
    expect(rows.find((r) => r['Number'] === 'W-0006')?.['Note']).toBe('\'=HYPERLINK("x")');
  });

  it('as XLSX: every formula gives the value that stands in its cell, sums by other sheets too', async () => {
    for (const bilingual of [false, true]) {
      const sheets = await gridsOf((await rig.written('export/whtRegister', { ...MARCH, bilingual })).bytes);
      const counts = new Map<string, number>();
      for (const [name, cells] of sheets)
        for (const [ref, { value, formula }] of cells) {
          if (formula === null) continue;
          counts.set(name, (counts.get(name) ?? 0) + 1);
          expect(equal(worked(formula, cells, sheets), number(value)), `${name} ${ref}: ${formula}`).toBe(true);
        }
      expect([...counts.keys()]).toHaveLength(6);
    }
  });

  it('as XLSX: each cell is the value of the screen', async () => {
    const sheets = await gridsOf((await rig.written('export/whtRegister', { ...MARCH, language: 'en' })).bytes);
    const { rows } = await rig.call('wht/register', MARCH);
    const cells = sheets.get('WHT register')!;
    const head = new Map([...cells].filter(([ref]) => /^[A-Z]+1$/.test(ref)).map(([ref, { value }]) => [value, ref.replace(/1$/, '')]));
    const at = (label: string, row: number): string | null => cells.get(`${head.get(label)!}${row}`)?.value ?? null;
    const listed = rows.filter((r) => r.standing !== 'draft');
    listed.forEach((r, i) => {
      expect(at('Number', i + 2)).toBe(r.number);
      expect(at('Date', i + 2)).toBe(r.date);
      for (const [label, value] of [
        ['Base', r.base],
        ['Tax', r.tax],
        ['Certificate total', r.total],
        ['In invoice currency', r.payAmount],
        ['Invoice net', r.invoiceNet],
      ] as const)
        expect(value === null ? at(label, i + 2) : equal(number(at(label, i + 2)), value), `${label} of ${r.number}`).toBe(
          value === null ? null : true,
        );
    });
    expect(listed.map((r) => `${r.number}.${r.line}`)).toEqual([
      'W-0001.1',
      'W-0002.1',
      'W-0002.2',
      'W-0002.3',
      'W-0003.1',
      'W-0004.1',
      'W-0006.1',
      'MY-1.1',
    ]);
    expect([...sheets.keys()]).toEqual([
      'WHT register',
      'Drafts',
      'Totals',
      'In invoice currency',
      'Remittances',
      'Expected and certified',
    ]);
  });

  it.each(['xlsx', 'pdf', 'csv'])('as %s: the same book gives the same bytes, and their hash is on record', async (format) => {
    const one = await rig.written('export/whtRegister', { ...MARCH, format });
    const other = await rig.written('export/whtRegister', { ...MARCH, format });
    expect(one.bytes.equals(other.bytes)).toBe(true);
    const [record] = await rig.call('export/list', {});
    expect(record).toMatchObject({
      what: 'WHT register 2024-03-01 2024-03-31',
      state: 'done',
      format,
      sha256: createHash('sha256').update(one.bytes).digest('hex'),
    });
  });

  it('counts what is live, lists void and refused, and keeps drafts apart', async () => {
    const told = await rig.call('wht/register', MARCH);
    expect(told.totals).toEqual([
      { standing: 'counted', currency: 'MYR', certificates: 1, total: '80', base: '800', tax: '80', amount: '0' },
      { standing: 'counted', currency: 'THB', certificates: 2, total: '7944.03', base: '274801', tax: '7944.03', amount: '7944.03' },
      // One certificate prints no base: the sum of bases is not known.
      { standing: 'counted', currency: 'USD', certificates: 1, total: '12.5', base: null, tax: '12.5', amount: '12.5' },
      { standing: 'draft', currency: 'THB', certificates: 1, total: '60', base: '2000', tax: '60', amount: '0' },
    ]);
    expect(told).toMatchObject({ out: 2, countries: ['MY', 'TH'], forms: ['MY-CP37D', 'TH-50-TAWI'], withoutDay: 0 });
    expect(told.rows.at(-1)).toMatchObject({ number: 'W-0005', standing: 'draft' });
    expect(told.rows.find((r) => r.number === 'W-0002')).toMatchObject({ byRate: '900.015', difference: '0.005' });
    const april = { first: '2024-04-01', last: '2024-04-30', basis: 'remitted' as const };
    expect(await rig.call('wht/register', april)).toMatchObject({ count: 4, withoutDay: 2 });
    expect(await rig.refusal('wht/register', { first: '2024-04-01', last: '2024-03-01' })).toMatchObject({ code: 'range.turned' });
  });

  it('keeps the old CSV with its columns, and the new ones after them', async () => {
    const { bytes } = await rig.written('wht/export', {});
    const [head, ...rows] = parse(bytes, { bom: true }) as string[][];
    expect(head?.slice(0, 19)).toEqual([
      'Certificate number',
      'Number generated',
      'Issuer',
      'Certificate date',
      'Certificate total',
      'Certificate currency',
      'Status',
      'Status since (UTC)',
      'Reason',
      'Invoice number',
      'Invoice date',
      'Invoice currency',
      'Invoice total with tax',
      'Invoice total without tax',
      'Amount (certificate currency)',
      'Amount (invoice currency)',
      'Attachments',
      'Remarks',
      'Note',
    ]);
    const first = Object.fromEntries(head!.map((name, i) => [name, rows[0]![i]]));
    expect(first).toMatchObject({
      'Certificate number': 'W-0001',
      Side: 'payer',
      Country: 'TH',
      Form: 'TH-50-TAWI',
      'Period from': '2024-03-01',
      'Remitted on': '2024-04-05',
      Payee: 'Siam Cloud Co., Ltd.',
      'Exchange rate': '35.8',
      Income: 'services 5: 214800 × 3 % = 6444',
    });
  });
});

it('a long register lies across and has the sums of each of its pages', async () => {
  const rig = whtRig();
  for (let i = 1; i <= 90; i++)
    addPaper(rig.book, {
      number: `W-${String(i).padStart(4, '0')}`,
      total: '30.01',
      currency: i % 2 === 0 ? 'THB' : 'USD',
      status: i % 7 === 0 ? 'refused' : 'submitted',
      income: [income({ base: '1000.33', tax: '30.01' })],
    });
  const { bytes } = await rig.written('export/whtRegister', { ...MARCH, format: 'pdf' });
  const { pages } = await readPdf(bytes);
  const shown = (cents: bigint): string => `${(cents / 100n).toLocaleString('en-US')}.${String(cents % 100n).padStart(2, '0')}`;
  let summed = 0;
  let rows = 0;
  for (const { texts } of pages) {
    // Words are drawn one by one where a heading has two languages.
    const numbers = texts.flatMap((text) => /^W-(\d{4})$/.exec(text)?.[1] ?? []).map(Number);
    const joined = texts.join(' ');
    if (!joined.includes('This page')) continue;
    rows += numbers.length;
    for (const parity of [0, 1]) {
      const own = BigInt(numbers.filter((n) => n % 2 === parity && n % 7 !== 0).length);
      if (own === 0n) continue;
      summed++;
      expect(texts).toEqual(expect.arrayContaining([shown(own * 100033n), shown(own * 3001n)]));
    }
  }
  expect(rows).toBe(90);
  expect(summed).toBeGreaterThan(4);
  expect(pages[0]!.texts.join(' ')).toContain('WHT register / WHT登记簿');
  expect(pages[0]!.width).toBeGreaterThan(pages[0]!.height);
  rig.close();
}, 60_000);
