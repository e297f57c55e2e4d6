import { beforeAll, describe, expect, test } from 'vitest';
import { lineColumns } from '../../../services/reports/columns.ts';
import type { Line } from '../../../services/reports/data.ts';
import { Pace } from '../../../services/reports/pace.ts';
import { wordsOf } from '../../../services/reports/words.ts';
import { CellWriter } from '../../../services/reports/xlsx/cells.ts';
import { writeLineSheets } from '../../../services/reports/xlsx/lines.ts';
import { writeReportXlsx } from '../../../services/reports/xlsx/report.ts';
import { ReportWorkbook } from '../../../services/reports/xlsx/workbook.ts';
import { readXlsx, readZip, type ReadCell, type ReadSheet } from './read-xlsx.ts';
import { addUp, lineOf, sampleLines, sampleReport, shownIn, sourceOf } from './sample.ts';
import { written } from './write.ts';

const reportOf = (lines: readonly Line[], language: 'en' | 'zh-CN' = 'en'): Promise<{ bytes: Buffer; value: number }> =>
  written((sink, caller) => writeReportXlsx(sink, sampleReport(language, lines), sourceOf(lines, { language }), caller));

const letters = (i: number): string => (i < 26 ? String.fromCharCode(65 + i) : letters(Math.floor(i / 26) - 1) + letters(i % 26));

/** What a cell must hold, worked out without the writer: type and stored text. */
function expected(kind: string, value: string | number | null): { type: string; value: string } | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'number') return { type: 'n', value: String(value) };
  if (kind === 'date')
    return {
      type: 'n',
      value: String(
        (Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7)) - 1, Number(value.slice(8))) - Date.UTC(1899, 11, 30)) / 86_400_000,
      ),
    };
  // A number only where a double holds it: 15 digits from the first to the last that is not zero.
  if (kind === 'amount') return { type: value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length <= 15 ? 'n' : 'inlineStr', value };
  return { type: 'inlineStr', value: value.replaceAll('\u0007', '').replaceAll('\ufffe', '') };
}

describe('20,000 lines, read from the sheet XML', () => {
  const lines = sampleLines(20_000);
  let sheets: ReadSheet[];
  beforeAll(async () => {
    sheets = await readXlsx((await reportOf(lines)).bytes);
  }, 60_000);

  test('every cell holds its line’s figure or text, to the last digit', () => {
    const sheet = sheets.find((s) => s.name === 'Lines')!;
    const columns = lineColumns(wordsOf('en'));
    const wrong: string[] = [];
    let compared = 0;
    lines.forEach((line, i) =>
      columns.forEach((column, k) => {
        const cell = sheet.cells.get(`${letters(k)}${i + 2}`);
        const want = expected(column.kind, shownIn(line, column.id));
        if (want?.value) compared++;
        const same = want === undefined || want.value === '' ? cell === undefined : cell?.type === want.type && cell.value === want.value;
        if (!same && wrong.length < 5) wrong.push(`${column.id} of line ${i}: ${JSON.stringify(cell)} instead of ${JSON.stringify(want)}`);
      }),
    );
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(400_000);
  });

  test('numbers stand as the decimal text that a double gives back', () => {
    const sheet = sheets.find((s) => s.name === 'Lines')!;
    const bent = [...sheet.cells.values()].filter(
      (c) => c.type === 'n' && !/e/i.test(String(Number(c.value))) && String(Number(c.value)) !== c.value,
    );
    expect(bent).toEqual([]);
    expect([...sheet.cells.values()].some((c) => c.type === 'inlineStr' && c.value === '123456.7890123456')).toBe(true);
  });

  test('the totals below the lines are the exact sums', () => {
    const sheet = sheets.find((s) => s.name === 'Lines')!;
    const columns = lineColumns(wordsOf('en'));
    const at = (id: string, row: number): ReadCell | undefined =>
      sheet.cells.get(`${letters(columns.findIndex((c) => c.id === id))}${row}`);
    const totals = addUp(lines);
    Object.keys(totals)
      .sort()
      .forEach((currency, i) => {
        expect(at('currency', lines.length + 2 + i)?.value).toBe(currency);
        expect(at('payable', lines.length + 2 + i)?.value).toBe(totals[currency]!.payable);
        expect(at('tax', lines.length + 2 + i)?.value ?? null).toBe(totals[currency]!.tax);
      });
    expect(sheet.filter).toBe(`A1:${letters(columns.length - 1)}20001`);
  });

  test('no formula and no link comes out of the data', () => {
    expect(sheets.map((s) => s.formulas + s.links)).toEqual(sheets.map(() => 0));
    const texts = [...sheets.find((s) => s.name === 'Lines')!.cells.values()].filter((c) => c.value.startsWith('='));
    expect(texts.length).toBeGreaterThan(100);
    expect(new Set(texts.map((c) => c.type))).toEqual(new Set(['inlineStr']));
  });
});

test.each(['en', 'zh-CN'] as const)('the sheets of a small report (%s)', async (language) => {
  const sheets = await readXlsx((await reportOf(sampleLines(12), language)).bytes);
  const dump = sheets
    .map(
      (sheet) =>
        `## ${sheet.name}  filter ${sheet.filter || 'none'}  frozen ${sheet.frozen || 'none'}\n${[...sheet.cells].map(([ref, cell]) => `${ref}\t${cell.type}\t${JSON.stringify(cell.value)}`).join('\n')}`,
    )
    .join('\n\n');
  await expect(`${dump}\n`).toMatchFileSnapshot(`report.${language}.xlsx.txt`);
});

test('the same data gives the same bytes, also in another time zone', async () => {
  const zone = process.env['TZ'];
  const first = await reportOf(sampleLines(500));
  process.env['TZ'] = 'Pacific/Auckland';
  try {
    expect((await reportOf(sampleLines(500))).bytes.equals(first.bytes)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('a full sheet goes on in the next', async () => {
  const lines = sampleLines(25);
  const { bytes } = await written(async (sink, caller) => {
    const workbook = new ReportWorkbook(sink, new Date('2026-01-01T00:00:00Z'), 'Lines');
    await writeLineSheets(workbook, new CellWriter(workbook.styles), sourceOf(lines), new Pace(caller, 'lines', 'rows', null), {
      name: 'Lines',
      totalLabel: 'Total',
      sheetRows: 13,
    });
    await workbook.finish();
  });
  const sheets = await readXlsx(bytes);
  // 13 rows less the header and two totals: ten lines a sheet.
  expect(sheets.map((s) => [s.name, s.rows])).toEqual([
    ['Lines', 11],
    ['Lines 2', 11],
    ['Lines 3', 8],
  ]);
  const ids = sheets.flatMap((s) =>
    [...s.cells]
      .filter(([ref, c]) => ref.startsWith(letters(lineColumns(wordsOf('en')).length - 1)) && c.type === 'n')
      .map(([, c]) => Number(c.value)),
  );
  expect(ids).toEqual(lines.map((l) => l.id));
});

test('texts beyond what a cell holds are cut between characters, and counted', async () => {
  const line = { ...lineOf(0), resourceName: `${'𠮷'.repeat(20_000)}` };
  const sheets = await readXlsx((await reportOf([line])).bytes);
  const cell = [...sheets.find((s) => s.name === 'Lines')!.cells.values()].find((c) => c.value.startsWith('𠮷'))!;
  expect(cell.value.length).toBeLessThanOrEqual(32_767);
  expect(cell.value.length).toBeGreaterThan(32_760);
  expect(cell.value.isWellFormed()).toBe(true);
  expect([...sheets.find((s) => s.name === 'About')!.cells.values()].some((c) => c.value.endsWith('cut cells: 1'))).toBe(true);
});

test('the package names its parts once and without a leading slash', async () => {
  const entries = await readZip((await reportOf(sampleLines(2))).bytes);
  const names = [...entries.keys()];
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'docProps/core.xml',
    ]),
  );
  expect(entries.get('docProps/core.xml')!.toString()).toContain('2026-11-02T08:15:30Z');
});

test('every entry of the package carries the time of the data, not of the clock', async () => {
  const { bytes } = await reportOf(sampleLines(2));
  const times = new Set<string>();
  // Central directory entries; MS-DOS time and date at 12 and 14.
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    times.add(`${bytes.readUInt16LE(at + 14)} ${bytes.readUInt16LE(at + 12)}`);
  expect([...times]).toEqual([`${((2026 - 1980) << 9) | (11 << 5) | 2} ${(8 << 11) | (15 << 5) | (30 / 2)}`]);
});

test('cancelling in the middle rejects', async () => {
  const stop = new AbortController();
  const lines = sampleLines(3000);
  const source = {
    ...sourceOf(lines),
    *pages() {
      for (const page of sourceOf(lines).pages()) {
        yield page;
        stop.abort();
      }
    },
  };
  await expect(written((sink, caller) => writeReportXlsx(sink, sampleReport('en', lines), source, caller), stop.signal)).rejects.toThrow();
});
