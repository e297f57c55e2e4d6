import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { add, equal, subtract, sum, type Amount } from '../../../domain/money/amount.ts';
import { smallBook, statementRig, type StatementRig } from '../rig.ts';

const RANGE = { from: '2024-02-01', to: '2024-04-30' };
const FILES = [
  ['invoice-register', RANGE],
  ['tax-register', RANGE],
  ['statement', { ...RANGE, vendor: 'huawei' }],
  ['ageing', { asOf: '2024-05-20' }],
] as const;

const golden = (name: string): string => fileURLToPath(new URL(`../../../test/golden/statements/${name}`, import.meta.url));

type Grid = Map<string, { value: string | null; formula: string | null }>;
async function gridOf(bytes: Buffer): Promise<Map<string, Grid>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return new Map(
    workbook.worksheets.map((sheet): [string, Grid] => {
      const cells: Grid = new Map();
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const { value } = cell;
          const held = typeof value === 'object' && value !== null && 'formula' in value ? value.result : value;
          cells.set(cell.address, { value: held === undefined || held === null ? null : String(held), formula: cell.formula ?? null });
        }),
      );
      return [sheet.name, cells];
    }),
  );
}

const number = (text: string | null): Amount => (text === null ? '0' : sum([text]));
/** Works out the three shapes of formula that the writer makes, in exact decimals, from the cells that they name. */
function worked(formula: string, cells: Grid): Amount {
  const figure = (ref: string): Amount => number(cells.get(ref)?.value ?? null);
  const same = /^ROUND\(SUMPRODUCT\((.+)\*1,\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)\),\d+\)$/.exec(formula);
  if (same) {
    const keys = [...same[1]!.matchAll(/\(\$([A-Z]+)\$2:\$[A-Z]+\$\d+=\$[A-Z]+(\d+)\)/g)];
    expect(keys.length).toBeGreaterThan(0);
    const rows = Array.from({ length: Number(same[3]) - 1 }, (_, i) => i + 2);
    const fits = (row: number): boolean =>
      keys.every(([, c, at]) => (cells.get(`${c}${row}`)?.value ?? '') === (cells.get(`${c}${at}`)?.value ?? ''));
    return sum(rows.filter(fits).map((row) => figure(`${same[2]}${row}`)));
  }
  const terms = /^(?:ROUND\()?([A-Z]+\d+(?:[+-][A-Z]+\d+)*)(?:,\d+\))?$/.exec(formula);
  if (!terms) throw new Error(`A formula of another shape: ${formula}`);
  return [...terms[1]!.matchAll(/([+-]?)([A-Z]+\d+)/g)].reduce(
    (total, [, sign, ref]) => (sign === '-' ? subtract : add)(total, figure(ref!)),
    '0',
  );
}

describe('files of a small book', () => {
  let rig: StatementRig;
  beforeAll(async () => {
    rig = statementRig();
    await smallBook(rig);
  });
  afterAll(() => rig.close());

  it.each(FILES)('%s as CSV, in both languages', async (name, input) => {
    for (const [tongue, language] of [
      ['en', { language: 'en' }],
      ['zh', { language: 'zh-CN' }],
      ['both', { bilingual: true }],
    ] as const) {
      const { bytes } = await rig.written(`export/${name}`, { ...input, ...language, format: 'csv', bom: false });
      // The name of the rule pack changes with the pack.
      await expect(
        bytes
          .toString()
          .replaceAll('\r\n', '\n')
          .replaceAll(/huawei-cloud-[\w.@+-]+/g, '{pack}'),
      ).toMatchFileSnapshot(golden(`${name}-${tongue}.csv`));
    }
  });

  it.each(FILES)('%s as XLSX: every formula gives the value that stands in its cell', async (name, input) => {
    const { bytes } = await rig.written(`export/${name}`, { ...input, format: 'xlsx' });
    let formulas = 0;
    for (const cells of (await gridOf(bytes)).values())
      for (const [ref, { value, formula }] of cells) {
        if (formula === null) continue;
        formulas++;
        expect(equal(worked(formula, cells), number(value)), `${ref}: ${formula}`).toBe(true);
      }
    expect(formulas).toBeGreaterThan(3);
  });

  it.each(FILES.flatMap(([name, input]) => (['xlsx', 'pdf', 'csv'] as const).map((format) => [name, format, input] as const)))(
    '%s as %s: the same book gives the same bytes, and their hash is on record',
    async (name, format, input) => {
      const one = await rig.written(`export/${name}`, { ...input, format, bilingual: true });
      const other = await rig.written(`export/${name}`, { ...input, format, bilingual: true });
      expect(one.bytes.equals(other.bytes)).toBe(true);
      const [record] = await rig.call('export/list', {});
      expect(record).toMatchObject({ state: 'done', format, sha256: createHash('sha256').update(one.bytes).digest('hex'), rows: one.rows });
    },
  );

  it('is of somebody', async () => {
    await expect(rig.written('export/statement', { ...RANGE, format: 'csv' })).rejects.toThrow('one vendor or party');
  });
});

it('a number that begins like a formula is a text in every file', async () => {
  const rig = statementRig();
  await rig.invoice('=2+5', '2024-03-10', '1000', '80');
  const { bytes } = await rig.written('export/invoice-register', { ...RANGE, format: 'csv', bom: false });
  expect(bytes.toString()).toContain("\r\n'=2+5,");
  const grids = await gridOf((await rig.written('export/invoice-register', { ...RANGE, format: 'xlsx' })).bytes);
  expect(grids.get('Invoice register')!.get('A2')).toEqual({ value: '=2+5', formula: null });
  rig.close();
});

it('a figure longer than a cell holds is a text, and no formula adds it up', async () => {
  const rig = statementRig();
  await rig.invoice('A', '2024-03-10', '123456789012.3456', '0');
  await rig.invoice('B', '2024-03-11', '1', '0');
  const grids = await gridOf((await rig.written('export/invoice-register', { ...RANGE, format: 'xlsx' })).bytes);
  const cells = [...grids.get('Invoice register')!.values()];
  expect(cells.filter((c) => c.value === '123456789012.3456').length).toBeGreaterThan(1);
  expect(cells.filter((c) => c.value === '123456789013.3456').map((c) => c.formula)).toEqual([null, null]);
  rig.close();
});
