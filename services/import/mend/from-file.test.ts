import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { verifyDb } from '../../../db/verify.ts';
import { ImportBench } from '../../../test/support/import-host.ts';
import { QING, SHEET, utf8 } from '../../../test/support/profile-sheet.ts';
import { importHandlers } from '../index.ts';
import { rejectsAsCsv } from '../rejects.ts';
import { undoImport } from '../undo.ts';
import { mendRows } from './apply.ts';

/** Sums of a cycle: the later file takes the place of the earlier one. */
const CYCLE = '账期,账号,产品类型,产品,计费模式,账单类型,资源ID,官网价,优惠金额,抹零金额,应付金额,现金支付,代金券抵扣,月度结算';
const row = (id: string, amount: string): string =>
  `2023-09,demo,云硬盘 EVS,云硬盘,按需,消费-使用,${id},${amount},0,0,${amount},0,0,${amount}`;
const cycle = (...rows: string[]): string => `${[CYCLE, ...rows].join('\n')}\n`;
const rejectsOf = (bench: ImportBench, batch: number): string => [...rejectsAsCsv(bench.context.session.book().read, batch)].join('');

describe('a corrected file of rejected rows', () => {
  it('takes the place of no line of a cumulative bill, and the rows are rejected no more', async () => {
    using bench = new ImportBench({}, '2023-10-20');
    const name = '20231010114010_pricefactor_bill.csv';
    const [first] = await bench.run(bench.file(cycle(row('a', '1'), row('b', 'x'), row('c', '3'), row('d', 'y')), name));
    const batch = first!.batch!;
    const token = bench.file(rejectsOf(bench, batch).replace(row('b', 'x'), row('b', '2')), 'bill-rejected.csv');
    const [preview] = await bench.preview(token);
    const [again] = await bench.run(token);
    expect(preview).toMatchObject({ rows: 2, imported: 1, superseded: 0, rejected: 1 });
    expect(again).toMatchObject({ rows: 2, imported: 1, superseded: 0, rejected: 1 });
    expect(bench.payables()).toEqual(['1', '2', '3']);
    const { total, mended, rows } = importHandlers['import/rejects']({ batch, offset: 0, limit: 9 }, bench.context) as never as {
      total: number;
      mended: number;
      rows: { row: number; mendedBy: number | null }[];
    };
    expect({ total, mended, rows: rows.map((r) => [r.row, r.mendedBy]) }).toEqual({
      total: 2,
      mended: 1,
      rows: [
        [3, again!.batch],
        [5, null],
      ],
    });
    const { read } = bench.context.session.book();
    const { body } = read.get<{ body: string }>("SELECT body FROM audit WHERE action = 'import/mend'")!;
    expect(JSON.parse(body)).toMatchObject({ before: { rows: { 3: { 官网价: 'x' } } }, after: { rows: { 3: { 官网价: '2' } } } });
    // What was mended is not written for correction again; the rest of both files is.
    expect(rejectsOf(bench, batch).trimEnd().split('\r\n')).toHaveLength(2);
    expect(rejectsOf(bench, again!.batch!).split('\r\n')[0]).toBe(
      rejectsOf(bench, batch).split('\r\n')[0]!.replace(`import ${batch}`, `import ${again!.batch}`),
    );
    // A later file of the month takes the place of both.
    await bench.run(bench.file(cycle(row('a', '5')), '20231012114010_pricefactor_bill.csv'));
    expect(bench.payables()).toEqual(['5']);
    expect(verifyDb(read).totals).toBe('ok');
  });

  it('is refused in another book, where it would take the place of the month; rows that add are taken', async () => {
    using bench = new ImportBench({}, '2023-10-20');
    const [first] = await bench.run(bench.file(cycle(row('a', '1'), row('b', 'x')), 'bill.csv'));
    const text = rejectsOf(bench, first!.batch!).replace(row('b', 'x'), row('b', '2'));
    using other = new ImportBench({}, '2023-10-20');
    const [preview] = await other.preview(other.file(text, 'bill-rejected.csv'));
    expect(preview!.error).toMatchObject({ code: 'mend.file-of-other' });
    await expect(other.run(other.file(text, 'bill-rejected.csv'))).rejects.toThrow('import 1');
    const added = text.replace(',账单类型,', ',账单类型,交易时间,').replace(',消费-使用,', ',消费-使用,2023-09-15 16:00:00 GMT+08:00,');
    const [taken] = await other.run(other.file(added, 'bill-rejected.csv'));
    expect(taken).toMatchObject({ imported: 1, rejected: 0 });
    expect(other.payables()).toEqual(['2']);
  });

  it('has the cells of a workbook, and is known by the profile of the book', async () => {
    using bench = new ImportBench();
    await importHandlers['profiles/save']({ profile: QING }, bench.context);
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('九月');
    for (const cells of SHEET) sheet.addRow(cells.map((c) => (c === '(5.50)' ? '5,5,0' : c)));
    const [first] = await bench.run(bench.file(new Uint8Array(await workbook.xlsx.writeBuffer()), 'sheet.xlsx'));
    expect(first).toMatchObject({ imported: 2, rejected: 1, format: 'profile:qingcloud-sheet' });
    const text = rejectsOf(bench, first!.batch!);
    expect(text.split('\r\n')[0]).toBe(
      `\uFEFF${SHEET[1]!.join(',')},Tallybook row of import 1,Tallybook column,Tallybook value,Tallybook reason`,
    );
    const [again] = await bench.run(bench.file(text.replace('"5,5,0"', '5.50'), 'sheet-rejected.csv'));
    expect(again).toMatchObject({ imported: 1, rejected: 0, format: 'profile:qingcloud-sheet' });
    expect(bench.payables()).toEqual(['0.0123456789', '5.5', '1200']);
    undoImport(again!.batch!, bench.context);
    // The row in the file of rejects is mended under its number in the workbook.
    await mendRows(first!.batch!, [{ row: 5, cells: SHEET[4]! }], bench.context);
    expect(bench.payables()).toEqual(['-5.5', '0.0123456789', '1200']);
    expect(utf8([SHEET[4]!])).toContain('(5.50)');
  });
});
