import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyDb } from '../../../db/verify.ts';
import { Failure, type AppError } from '../../../domain/result.ts';
import { ImportBench } from '../../../test/support/import-host.ts';
import { generate } from '../../sample/generate.ts';
import type { MendCheck } from '../../contract/imports.ts';
import { importHandlers } from '../index.ts';
import { readOriginal } from '../original.ts';
import { undoImport } from '../undo.ts';
import type { MendedRow } from './mending.ts';

const HEADER = '账期,账号,产品类型,产品,计费模式,账单类型,交易时间,资源ID,官网价,优惠金额,抹零金额,应付金额,现金支付,代金券抵扣,月度结算';
const AT = { period: 0, product: 3, listPrice: 8, payable: 11 };
const row = (listPrice: string, payable = listPrice, period = '2023-09'): string =>
  `${period},demo,云硬盘 EVS,云硬盘,按需,消费-使用,2023-09-15 16:00:00 GMT+08:00,vol-1,${listPrice},0,0,${payable},0,0,${payable}`;
const csv = (...rows: string[]): string => `${[HEADER, ...rows].join('\n')}\n`;
const cellsOf = (line: string, changes: Record<number, string> = {}): string[] => line.split(',').map((c, i) => changes[i] ?? c);

async function refusal(work: () => unknown): Promise<AppError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) return error.error;
    throw error;
  }
  throw new Error('It was not refused.');
}

class MendBench extends ImportBench {
  check = async (batch: number, ...rows: MendedRow[]): Promise<MendCheck[]> =>
    (await importHandlers['import/checkMend']({ batch, rows }, this.context)).rows;
  mend = (batch: number, ...rows: MendedRow[]) => importHandlers['import/mend']({ batch, rows }, this.context);
  rejects = async (batch: number) => importHandlers['import/rejects']({ batch, offset: 0, limit: 100 }, this.context);
  rejectedRow = async (batch: number, number: number) => importHandlers['import/rejectedRow']({ batch, row: number }, this.context);
  /** Imports the text; the number of its batch. */
  batch = async (text: string): Promise<number> => (await this.run(this.file(text)))[0]!.batch!;
  batches = async () => importHandlers['import/batches']({}, this.context);

  /** Everything that a refused mend must leave as it was. */
  state(): unknown {
    const { read } = this.context.session.book();
    const count = (table: string): unknown => read.get(`SELECT COUNT(*) AS n FROM ${table}`);
    return [this.lines(), ...['batch', 'mend', 'source', 'audit', 'term', 'batch_scope'].map(count)];
  }

  sound(): void {
    expect(verifyDb(this.context.session.book().read)).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  }
}

describe('mending rejected rows', () => {
  it('brings the mended row in as a batch of its own, under its number, and says what was changed', async () => {
    using bench = new MendBench();
    const [first] = await bench.run(bench.file(csv(row('1.5'), row('1.234.5', '2'), row('3')), 'bill.csv'));
    expect(first).toMatchObject({ rows: 3, imported: 2, rejected: 1 });
    const batch = first!.batch!;
    expect(await bench.rejectedRow(batch, 3)).toMatchObject({
      column: AT.listPrice,
      cells: cellsOf(row('1.234.5', '2')),
      headers: HEADER.split(','),
      mended: null,
    });
    const mended = { row: 3, cells: cellsOf(row('2')) };
    const before = bench.state();
    expect(await bench.check(batch, mended)).toMatchObject([{ row: 3, state: 'new', fields: { period: '2023-09', payable: '2' } }]);
    expect(bench.state()).toEqual(before);

    const result = await bench.mend(batch, mended);
    expect(result).toMatchObject({
      rows: 1,
      imported: 1,
      rejected: 0,
      file: 'bill.csv',
      totals: { USD: { listPrice: '2', payable: '2' } },
    });
    expect(bench.payables()).toEqual(['1.5', '2', '3']);
    const { read } = bench.context.session.book();
    const line = read.get<{ id: number; row: number }>('SELECT id, row FROM bill_line WHERE batch_id = ?', [result.batch])!;
    expect(line.row).toBe(3);
    expect(readOriginal(read, line.id).columns[AT.listPrice]).toEqual({ header: '官网价', value: '2' });

    expect(await bench.batches()).toMatchObject([
      { batch: result.batch, mends: batch, rows: 1, imported: 1 },
      { batch, mends: null, mended: 1, rows: 3, imported: 2, rejected: 1 },
    ]);
    expect(await bench.rejects(batch)).toMatchObject({
      total: 1,
      mended: 1,
      rows: [{ row: 3, value: '1.234.5', mendedBy: result.batch }],
    });
    expect((await bench.rejectedRow(batch, 3)).mended).toMatchObject({ batch: result.batch, byRow: 3, cells: mended.cells });
    const told = read.get<{ subject: string; body: string }>("SELECT subject, body FROM audit WHERE action = 'import/mend'")!;
    expect(told.subject).toBe(`batch:${batch}`);
    expect(JSON.parse(told.body)).toMatchObject({
      before: { rows: { 3: { 官网价: '1.234.5' } } },
      after: { batch: result.batch, rows: { 3: { 官网价: '2' } } },
    });
    bench.sound();
  });

  it('refuses all where one row is wrong still, with its number and column', async () => {
    using bench = new MendBench();
    const batch = await bench.batch(csv(row('x'), row('y'), row('3')));
    const before = bench.state();
    const rows = [
      { row: 2, cells: cellsOf(row('1')) },
      { row: 3, cells: cellsOf(row('2', '2', '2023-13')) },
    ];
    expect(await bench.check(batch, ...rows)).toMatchObject([
      { row: 2, state: 'new' },
      { row: 3, state: 'wrong', column: '账期', value: '2023-13', code: 'period.invalid' },
    ]);
    const error = await refusal(() => bench.mend(batch, ...rows));
    expect(error).toMatchObject({ code: 'mend.wrong', details: { row: 3, column: '账期', value: '2023-13', file: 'bill.csv' } });
    expect(error.message).toContain('2023-13');
    expect(bench.state()).toEqual(before);
  });

  it('has the row rejected again when the mend is undone, and not before', async () => {
    using bench = new MendBench();
    const batch = await bench.batch(csv(row('x'), row('3')));
    const mended = { row: 2, cells: cellsOf(row('1')) };
    const { batch: by } = await bench.mend(batch, mended);
    expect(await refusal(() => bench.mend(batch, mended))).toMatchObject({ code: 'mend.twice', details: { row: 2 } });
    expect(await refusal(() => bench.check(batch, mended))).toMatchObject({ code: 'mend.twice' });
    expect(await refusal(() => undoImport(batch, bench.context))).toMatchObject({ code: 'import.batch-mended' });
    undoImport(by!, bench.context);
    expect(bench.payables()).toEqual(['3']);
    expect(await bench.rejects(batch)).toMatchObject({ total: 1, mended: 0, rows: [{ row: 2, mendedBy: null }] });
    // The same mend a second time, its bytes being kept already.
    await bench.mend(batch, mended);
    expect(bench.payables()).toEqual(['1', '3']);
    bench.sound();
    const again = await bench.batches();
    undoImport(again[0]!.batch, bench.context);
    undoImport(batch, bench.context);
    expect(await refusal(() => bench.mend(batch, mended))).toMatchObject({ code: 'mend.undone' });
    expect((await bench.rejects(batch)).cannotMend).toBe('undone');
  });

  it('keeps honest twins: a mended row that equals another of its file counts as in a file that was right', async () => {
    const right = csv(row('1'), row('1'), row('1'), row('2'));
    using whole = new ImportBench();
    await whole.run(whole.file(right));
    using bench = new MendBench();
    const batch = await bench.batch(csv(row('x'), row('1'), row('y'), row('2')));
    await bench.mend(batch, { row: 4, cells: cellsOf(row('1')) });
    await bench.mend(batch, { row: 2, cells: cellsOf(row('1')) });
    expect(bench.payables()).toEqual(['1', '1', '1', '2']);
    expect(bench.lines()).toEqual(whole.lines());
    const [again] = await bench.run(bench.file(right));
    expect(again).toMatchObject({ rows: 4, imported: 0, duplicates: 4 });
    bench.sound();
  });

  it('does not take in a row that the book has from another file', async () => {
    using bench = new MendBench();
    const batch = await bench.batch(csv(row('x'), row('3')));
    const [later] = await bench.run(bench.file(csv(row('1'), row('3'))));
    const mended = { row: 2, cells: cellsOf(row('1')) };
    expect(await bench.check(batch, mended)).toMatchObject([{ state: 'here', batch: later!.batch, inRow: 2 }]);
    expect(await refusal(() => bench.mend(batch, mended))).toMatchObject({ code: 'mend.here', details: { row: 2 } });
    expect(await bench.check(batch, { row: 2, cells: HEADER.split(',').map(() => '') })).toMatchObject([{ state: 'ignored' }]);
    expect(await refusal(() => bench.mend(batch, { row: 2, cells: ['合计', ...HEADER.split(',').slice(1)] }))).toMatchObject({
      code: 'mend.no-line',
    });
  });

  it('is the same as a file that was right, whichever rows and cells were wrong', { timeout: 120_000 }, async () => {
    const text = Buffer.concat([...generate('huawei.detail', { rows: 30, seed: 12 }).bytes()]).toString('utf8');
    const [header = '', ...rows] = text.trimEnd().split('\n');
    const columns = ['账期', '官网价', '应付金额'].map((name) => header.split(',').indexOf(name));
    using whole = new ImportBench();
    await whole.run(whole.file(text));
    const expected = whole.lines();
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.nat(29), fc.constantFrom(...columns), fc.constantFrom('NaN', '1.2.3', '2023-13')), {
          selector: ([at]) => at,
          minLength: 1,
          maxLength: 8,
        }),
        fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
        async (wrongs, encoding) => {
          const spoiled = [header, ...rows];
          for (const [at, column, value] of wrongs) spoiled[at + 1] = cellsOf(rows[at]!, { [column]: value }).join(',');
          using bench = new MendBench();
          const [first] = await bench.run(bench.file(Buffer.from(`\uFEFF${spoiled.join('\n')}\n`, encoding)));
          expect(first!.rejected).toBe(wrongs.length);
          await bench.mend(first!.batch!, ...wrongs.map(([at]) => ({ row: at + 2, cells: cellsOf(rows[at]!) })));
          expect(bench.lines()).toEqual(expected);
        },
      ),
      { numRuns: 3 },
    );
  });
});

describe('mending rows of other files', () => {
  it('mends a row of a workbook', async () => {
    using bench = new MendBench();
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('bill');
    for (const line of ['Bill of demo', HEADER, row('1.5'), row('many', '2')]) sheet.addRow(line.split(','));
    const token = bench.file(new Uint8Array(await workbook.xlsx.writeBuffer()), 'bill.xlsx');
    const [first] = await bench.run(token);
    expect(first).toMatchObject({ imported: 1, rejected: 1 });
    const batch = first!.batch!;
    expect((await bench.rejectedRow(batch, 4)).cells).toEqual(cellsOf(row('many', '2')));
    const mended = await bench.mend(batch, { row: 4, cells: cellsOf(row('2.25', '2')) });
    expect(mended.totals).toMatchObject({ USD: { listPrice: '2.25', payable: '2' } });
    expect(bench.payables()).toEqual(['1.5', '2']);
    bench.sound();
  });

  it('cuts a row with a comma too many into its cells, and one whose quotation marks are wrong', async () => {
    using bench = new MendBench();
    const more = row('2').replace(',云硬盘,', ',disk, big,');
    const quoted = row('3').replace(',云硬盘,', ',"disk" big,');
    const [first] = await bench.run(bench.file(csv(row('1'), more, quoted), 'bill.csv'));
    expect(first).toMatchObject({ imported: 1, rejected: 2 });
    const batch = first!.batch!;
    expect((await bench.rejectedRow(batch, 3)).cells.slice(2, 6)).toEqual(['云硬盘 EVS', 'disk', ' big', '按需']);
    expect((await bench.rejectedRow(batch, 4)).cells.slice(2, 5)).toEqual(['云硬盘 EVS', '"disk" big', '按需']);
    expect(await bench.check(batch, { row: 3, cells: more.split(',') })).toMatchObject([{ state: 'wrong', code: 'row.cell-count' }]);
    await bench.mend(
      batch,
      { row: 3, cells: cellsOf(row('2'), { [AT.product]: 'disk, big' }) },
      { row: 4, cells: cellsOf(row('3'), { [AT.product]: 'disk "big"' }) },
    );
    expect(bench.payables()).toEqual(['1', '2', '3']);
    bench.sound();
  });

  it('says of a row with an open quotation mark, and of JSON, that it cannot be mended cell by cell', async () => {
    using bench = new MendBench();
    const [open] = await bench.run(bench.file(csv(row('1'), row('2').replace(',云硬盘,', ',"disk,'))));
    expect(await refusal(() => bench.rejectedRow(open!.batch!, 3))).toMatchObject({ code: 'mend.unterminated-quote', details: { row: 3 } });
    const sample = generate('huawei.api.fee-records', { rows: 3, seed: 1 });
    const text = Buffer.concat([...sample.bytes()]).toString('utf8');
    const [json] = await bench.run(bench.file(text.replace(/"official_amount":\s*"?[\d.]+"?/, '"official_amount":"many"'), 'bill.json'));
    expect(json).toMatchObject({ imported: 2, rejected: 1 });
    const { cannotMend, rows } = await bench.rejects(json!.batch!);
    expect(cannotMend).toBe('json');
    const error = await refusal(() => bench.mend(json!.batch!, { row: rows[0]!.row, cells: ['1'] }));
    expect(error.code).toBe('mend.json');
    expect(error.details?.remedy).toContain('import it');
  });
});
