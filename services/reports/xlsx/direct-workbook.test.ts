import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readXlsx, readZip } from '../../../test/golden/reports/read-xlsx.ts';
import { sampleLines, sampleReport, sourceOf } from '../../../test/golden/reports/sample.ts';
import { written } from '../../../test/golden/reports/write.ts';
import { Pace } from '../pace.ts';
import { wordsOf } from '../words.ts';
import { writeLinesXlsx } from './bills.ts';
import { CellWriter } from './cells.ts';
import { DirectWorkbook, sheetName } from './direct-workbook.ts';
import { writeLineSheets } from './lines.ts';
import { writeReportXlsx } from './report.ts';

const DATE = new Date('2026-11-02T08:15:30Z');
const direct = async (count: number): Promise<Buffer> =>
  (
    await written((sink, caller) =>
      writeLinesXlsx(sink, wordsOf('en'), sourceOf(sampleLines(count)), new Pace(caller, 'lines', 'rows', null), DATE),
    )
  ).bytes;

test('the cells are those that exceljs’ workbook has, shared texts and all', async () => {
  const lines = sampleLines(3000);
  const [own] = await readXlsx(await direct(3000));
  const report = await written((sink, caller) => writeReportXlsx(sink, sampleReport('en', lines), sourceOf(lines), caller));
  const other = (await readXlsx(report.bytes)).find((sheet) => sheet.name === 'Lines')!;
  const cells = (sheet: typeof other): string[] =>
    [...sheet.cells].map(([ref, cell]) => `${ref} ${cell.type === 'n' ? 'n' : 'text'} ${cell.value}`).toSorted();
  const [mine, theirs] = [cells(own!), cells(other)];
  expect(mine.length).toBe(theirs.length);
  expect(mine.filter((cell, i) => cell !== theirs[i]).slice(0, 5)).toEqual([]);
  expect([own!.filter, own!.frozen, own!.rows]).toEqual([other.filter, other.frozen, other.rows]);
});

test('a text that many lines have stands in the file once', async () => {
  const entries = await readZip(await direct(2000));
  const shared = entries.get('xl/sharedStrings.xml')!.toString();
  expect(shared.match(/<t[^>]*>云硬盘<\/t>/g)).toHaveLength(1);
  const numbers = [...shared.matchAll(/uniqueCount="(\d+)"/g)].map((m) => Number(m[1]));
  expect(numbers).toEqual([shared.match(/<si>/g)!.length]);
});

test('a full sheet goes on in the next, and a program that checks archives finds nothing wrong', async () => {
  const { bytes } = await written(async (sink, caller) => {
    const workbook = new DirectWorkbook(sink, DATE, 'Lines');
    const pace = new Pace(caller, 'lines', 'rows', null);
    await writeLineSheets(workbook, new CellWriter(workbook.styles), sourceOf(sampleLines(25)), pace, {
      name: 'Lines',
      totalLabel: 'Total',
      sheetRows: 13,
    });
    await workbook.finish();
  });
  const sheets = await readXlsx(bytes);
  expect(sheets.map((s) => [s.name, s.rows])).toEqual([
    ['Lines', 11],
    ['Lines 2', 11],
    ['Lines 3', 8],
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'tallybook-zip-'));
  try {
    writeFileSync(join(folder, 'a.xlsx'), bytes);
    const check = spawnSync('unzip', ['-t', join(folder, 'a.xlsx')], { encoding: 'utf8' });
    if (check.error === undefined) expect(check.stdout).toContain('No errors detected');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the same data gives the same bytes, dated by the data', async () => {
  const bytes = await direct(500);
  expect((await direct(500)).equals(bytes)).toBe(true);
  const times = new Set<string>();
  // Central directory entries; MS-DOS time and date at 12 and 14.
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    times.add(`${bytes.readUInt16LE(at + 14)} ${bytes.readUInt16LE(at + 12)}`);
  expect([...times]).toEqual([`${((2026 - 1980) << 9) | (11 << 5) | 2} ${(8 << 11) | (15 << 5) | 15}`]);
});

test.each([
  ['By account', [], 'By account'],
  ['a/b:c[d]', [], 'a b c d'],
  ["'quoted'", [], 'quoted'],
  ['Usage charges beside the invoice', [], 'Usage charges beside the invoic'],
  ['Lines', ['lines'], 'Lines 2'],
  ['x'.repeat(40), ['x'.repeat(31)], `${'x'.repeat(29)} 2`],
  ['', [], 'Sheet'],
] as const)('a sheet asked for as %s beside %j is named %s', (wanted, taken, name) => expect(sheetName(wanted, taken)).toBe(name));
