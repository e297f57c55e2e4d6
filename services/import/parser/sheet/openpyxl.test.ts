import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../domain/result.ts';
import { openWorkbook } from './open-workbook.ts';
import { columnName } from './reference.ts';

type Value = string | number | boolean | { datetime?: string; date?: string; time?: string; duration_s?: number; error?: string };
type Expected = { error: string } | Record<string, { count: number; first?: number; cells: Record<string, Value> }>;

const FIXTURES = join(import.meta.dirname, '../../../../test/fixtures/xlsx');
const openpyxl = JSON.parse(readFileSync(join(FIXTURES, 'openpyxl.json'), 'utf8')) as Record<string, Expected>;

/** Cells that are read otherwise than by openpyxl, on purpose. */
const DIFFERENT: Readonly<Record<string, { sheet: string; cell: string; text: string; why: string }[]>> = {
  'calamine/has_x000D_.xlsx': [
    {
      sheet: 'Sheet1',
      cell: 'A1',
      text: 'ABC\r\nDEF',
      why: '_x000D_ stands for a carriage return (ST_Xstring); openpyxl leaves it as it is',
    },
  ],
  'calamine/has_x000D_inline.xlsx': [{ sheet: 'Sheet1', cell: 'A1', text: 'ABC\r\nDEF', why: 'the same in a text within the sheet' }],
  'exceljs/1904.xlsx': [
    {
      sheet: 'Sheet1',
      cell: 'B4',
      text: '1904-01-01',
      why: 'serial 0 of the 1904 system is its first day; openpyxl takes it for midnight',
    },
  ],
};

/** Workbooks that openpyxl cannot read: what is read here, by the number of cells of each sheet, or the refusal. */
const BEYOND: Readonly<Record<string, Record<string, number> | string>> = {
  'calamine/empty_s_attribute.xlsx': { Sheet1: 10 },
  'calamine/issue252.xlsx': 'container.size',
  'calamine/issue_419.xlsx': { Sheet1: 1 },
  'calamine/pass_protected.xlsx': 'sheet.password',
  'calamine/pivots.xlsx': { PivotSheet1: 18, PivotSheet2: 33, PivotSheet3: 13, PivotSheet4: 16, DataSheet: 99, DataSheet2: 99 },
  'calamine/strict_iso_paths.xlsx': { ml_out: 1368 },
  'exceljs/invalid-xml.xlsx': 'sheet.xml',
  'exceljs/missing-bits.xlsx': 'sheet.not-a-workbook',
  'exceljs/test-row-styles.xlsx': { Sheet1: 1102 },
};

/** The text that stands for a value of openpyxl: 15 digits of a number, ISO dates, hours:minutes:seconds. */
function textOf(value: Value): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'string') return value;
  if (value.duration_s !== undefined)
    return [Math.floor(value.duration_s / 3600), Math.floor(value.duration_s / 60) % 60, value.duration_s % 60]
      .map((n) => String(n).padStart(2, '0'))
      .join(':');
  return value.datetime?.replace(/T00:00:00$/, '') ?? value.date ?? value.time ?? value.error ?? '';
}

interface Read {
  cells: Record<string, Record<string, string>>;
  errors: Set<string>;
  failure: string | null;
}

async function read(file: string): Promise<Read> {
  const result: Read = { cells: {}, errors: new Set(), failure: null };
  try {
    for (const sheet of (await openWorkbook(join(FIXTURES, file), file)).sheets) {
      const cells: Record<string, string> = (result.cells[sheet.name] = {});
      for await (const row of sheet.rows()) {
        for (const [column, text] of row.cells.entries()) if (text !== null) cells[columnName(column) + row.row] = text;
        for (const column of row.errors ?? []) result.errors.add(`${sheet.name}!${columnName(column)}${row.row}`);
      }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    result.failure = error.error.code;
  }
  return result;
}

const files = ['calamine', 'exceljs'].flatMap((folder) =>
  readdirSync(join(FIXTURES, folder))
    .filter((file) => /\.xls[xm]$/.test(file))
    .map((file) => `${folder}/${file}`),
);

describe('workbooks of other programs, cell by cell as openpyxl reads them', () => {
  it('covers every workbook', () => {
    expect(files.toSorted()).toEqual(Object.keys(openpyxl).toSorted());
    expect(files.length).toBe(96);
  });

  it.each(files)('%s', async (file) => {
    const { cells, errors, failure } = await read(file);
    const expected = openpyxl[file]!;
    const beyond = BEYOND[file];
    if (beyond !== undefined) {
      expect(failure ?? Object.fromEntries(Object.entries(cells).map(([sheet, found]) => [sheet, Object.keys(found).length]))).toEqual(
        beyond,
      );
      return;
    }
    expect(failure).toBeNull();
    expect(Object.keys(cells)).toEqual(Object.keys(expected));
    const marked = new Set<string>();
    for (const [sheet, { count, first, cells: values }] of Object.entries(expected as Exclude<Expected, { error: string }>)) {
      const wanted: Record<string, string> = {};
      for (const [cell, value] of Object.entries(values)) {
        wanted[cell] = textOf(value);
        if (typeof value === 'object' && value.error) marked.add(`${sheet}!${cell}`);
      }
      for (const different of DIFFERENT[file] ?? []) if (different.sheet === sheet) wanted[different.cell] = different.text;
      const found = cells[sheet]!;
      if (first === undefined) expect(found).toEqual(wanted);
      else expect(Object.fromEntries(Object.keys(wanted).map((cell) => [cell, found[cell]]))).toEqual(wanted);
      expect(Object.keys(found).length).toBeGreaterThanOrEqual(count);
    }
    expect(errors).toEqual(marked);
  });
});
