import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batchById } from '../../db/queries/batches.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { workbookOf } from '../../test/support/workbook.ts';
import { originalCells } from './original-cells.ts';

const HEADER = '账期,产品类型,计费模式,账单类型,交易时间,资源ID,原订单号,应付金额(¥),现金支付(¥)';
const ROWS = Array.from(
  { length: 40 },
  (_, i) =>
    `2023-03,"云硬盘, ""EVS""",包年/包月,退款-退订,2023-03-10 10:00:00,vol-${i},${i % 3 === 0 ? '--' : `CS${i}`},-${i + 1},-${i + 1}`,
);
const TEXT = `${HEADER}\n${ROWS.join('\n')}\n`;
const ORIGINAL = ['no such column', '原订单号'];
const TYPE = ['产品类型'];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const workbook = (): Buffer =>
  workbookOf({
    sheet: [
      HEADER.split(','),
      ...ROWS.map((_, i) => [
        '2023-03',
        '云硬盘, "EVS"',
        '包年/包月',
        '退款-退订',
        '2023-03-10 10:00:00',
        `vol-${i}`,
        i % 3 === 0 ? '--' : `CS${i}`,
        `-${i + 1}`,
        `-${i + 1}`,
      ]),
    ]
      .map((cells, r) => `<row r="${r + 1}">${cells.map((text) => `<c t="inlineStr"><is><t>${escape(text)}</t></is></c>`).join('')}</row>`)
      .join(''),
  });

let bench: ImportBench;
beforeEach(() => void (bench = new ImportBench()));
afterEach(() => bench[Symbol.dispose]());

describe('the original cells of rows', () => {
  it.each([
    ['UTF-8', () => Buffer.from(TEXT), 'bill.csv'],
    ['UTF-8 with byte order mark', () => Buffer.from(`\ufeff${TEXT}`), 'bill.csv'],
    ['UTF-16', () => Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'bill.csv'],
    ['a workbook', workbook, 'bill.xlsx'],
  ])('are found in %s, those that are wanted, by name', async (_, content, name) => {
    const [done] = await bench.run(bench.file(content(), name));
    expect(done).toMatchObject({ imported: 40, rejected: 0 });
    const { read } = bench.context.session.book();
    const wanted = read
      .all<{ row: number; part: number }>('SELECT row, part FROM bill_line ORDER BY row')
      .filter((_row, i) => i % 7 === 0 || i === 39);
    const told: unknown[] = [];
    for (const [line, cells] of originalCells(read, batchById(read, done!.batch!)!, wanted))
      told.push([line, cells(ORIGINAL), cells(TYPE)]);
    expect(told).toEqual(
      wanted.map((line) => {
        const i = line.row - 2;
        return [line, i % 3 === 0 ? null : `CS${i}`, '云硬盘, "EVS"'];
      }),
    );
  });

  it('of rows that the file does not have are left out, without end', async () => {
    const [done] = await bench.run(bench.file(TEXT, 'bill.csv'));
    const { read } = bench.context.session.book();
    const rows = [2, 41, 4000, 9000].map((row) => ({ row, part: 0 }));
    expect([...originalCells(read, batchById(read, done!.batch!)!, rows)].map(([line]) => line.row)).toEqual([2, 41]);
  });
});
