import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { verifyDb } from '../../db/verify.ts';
import { Failure, type AppError } from '../../domain/result.ts';
import { makeZip } from '../wht/zip-rig.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { generate } from '../sample/generate.ts';
import type { SampleFormat, SampleOptions } from '../sample/options.ts';
import { readOriginal } from './original.ts';
import { DETECT } from './profiles/store.ts';
import { undoImport } from './undo.ts';

const bytesOf = (format: SampleFormat, options: Partial<SampleOptions>): Buffer => Buffer.concat([...generate(format, options).bytes()]);
const HEADER = '账期,账号,产品类型,产品,计费模式,账单类型,交易时间,资源ID,官网价,优惠金额,抹零金额,应付金额,现金支付,代金券抵扣,月度结算';
const row = (listPrice: string, payable = listPrice, period = '2023-09', time = '2023-09-15 16:00:00 GMT+08:00'): string =>
  `${period},demo,云硬盘 EVS,云硬盘,按需,消费-使用,${time},vol-1,${listPrice},0,0,${payable},0,0,${payable}`;

async function refusal(work: () => Promise<unknown>): Promise<AppError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) return error.error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('import', () => {
  it.each([
    ['huawei.detail', { rows: 3000, seed: 3 }],
    ['huawei.detail', { rows: 500, seed: 4, settlement: 'non-monthly', language: 'en', bom: true }],
    ['huawei.statement', { rows: 800, seed: 3 }],
    ['tencent.detail', { rows: 700, seed: 5 }],
    ['tencent.api.detail', { rows: 300, seed: 5 }],
    ['huawei.api.fee-records', { rows: 300, seed: 6 }],
    ['huawei.api.resource-records', { rows: 300, seed: 6 }],
    ['zilliz.invoices', { rows: 20, seed: 7 }],
  ] as [SampleFormat, Partial<SampleOptions>][])(
    'reads %s %j to the last digit, and the preview says the same',
    async (format, options) => {
      using bench = new ImportBench({ settlement: options.settlement ?? 'monthly' });
      const sample = generate(format, options);
      const token = bench.file(Buffer.concat([...sample.bytes()]), sample.fileName);
      const [preview] = await bench.preview(token);
      const [result] = await bench.run(token);
      const expected = sample.expected();
      expect(preview!.error).toBeNull();
      expect(result).toMatchObject({ rows: expected.lines, imported: expected.lines, duplicates: 0, rejected: 0, format });
      for (const [currency, sums] of Object.entries(expected.totals)) expect(result!.totals[currency]).toMatchObject(sums as object);
      expect({ rows: preview!.rows, imported: preview!.imported, totals: preview!.totals, periods: preview!.periods }).toEqual({
        rows: result!.rows,
        imported: result!.imported,
        totals: result!.totals,
        periods: result!.periods,
      });
      for (const identity of preview!.identities) expect(identity).toMatchObject({ failed: 0 });
      expect(verifyDb(bench.context.session.book().read)).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
    },
  );

  it('gives the same book from any encoding, delimiter, line end and column order', async () => {
    const options = { rows: 400, seed: 9 } as const;
    const books: unknown[][] = [];
    const shuffled = bytesOf('huawei.detail', options)
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').reverse().join(','))
      .join('\n');
    for (const bytes of [
      bytesOf('huawei.detail', options),
      bytesOf('huawei.detail', { ...options, bom: true, newline: '\r\n' }),
      bytesOf('huawei.detail', { ...options, delimiter: ';' }),
      bytesOf('huawei.detail', { ...options, delimiter: '\t', encoding: 'utf-16le', bom: true }),
      bytesOf('huawei.detail', { ...options, encoding: 'gb18030' }),
      Buffer.from(shuffled),
    ]) {
      using bench = new ImportBench();
      await bench.run(bench.file(bytes));
      books.push(bench.lines());
    }
    expect(books[0]).toHaveLength(400);
    for (const book of books) expect(book).toEqual(books[0]);
  });

  it('is idempotent over overlapping files and keeps honest twins', async () => {
    using bench = new ImportBench();
    const first = [HEADER, row('1.5'), row('1.5'), row('2')].join('\n');
    const second = [HEADER, row('1.5'), row('1.5'), row('1.5'), row('2'), row('3')].join('\n');
    const [a] = await bench.run(bench.file(`${first}\n`));
    const [again] = await bench.run(bench.file(`${first}\n`));
    const [b] = await bench.run(bench.file(`${second}\n`));
    expect(a).toMatchObject({ rows: 3, imported: 3 });
    expect(again).toMatchObject({ rows: 3, imported: 0, duplicates: 3, batch: null });
    expect(b).toMatchObject({ rows: 5, imported: 2, duplicates: 3 });
    expect(bench.lines()).toHaveLength(5);
  });

  it('takes rows of different hours for different rows, in one file and in parts of one', async () => {
    const header =
      '账期,企业项目,账号,产品类型,产品,计费模式,消费时间,账单类型,资源ID,资源名称,区域,官网价(¥),优惠金额(¥),抹零金额(¥),应付金额(¥),现金支付(¥),代金券抵扣(¥),月度结算(¥)';
    const at = (hour: number): string =>
      `2023-09,default,acc,ECS,ECS,按需,2023-09-01 0${hour}:00:00 GMT+08:00,消费-使用,vm-1,vm,cn-north-4,5,0,0,5,5,0,0`;
    using whole = new ImportBench();
    using parts = new ImportBench();
    const hours = [0, 1, 2, 3, 3].map(at);
    const [all] = await whole.run(whole.file([header, ...hours, ''].join('\n'), 'demo_PriceFactorBillDetail_202309.csv'));
    expect(all).toMatchObject({ imported: 5, duplicates: 0 });
    const [one] = await parts.run(parts.file([header, ...hours.slice(0, 4), ''].join('\n'), 'demo_PriceFactorBillDetail_202309_1.csv'));
    const [two] = await parts.run(parts.file([header, ...hours.slice(4), ''].join('\n'), 'demo_PriceFactorBillDetail_202309_2.csv'));
    // The fifth row equals the fourth, and stands in the other part: it is a second charge, not a repetition.
    expect([one, two]).toMatchObject([
      { imported: 4, duplicates: 0 },
      { imported: 1, duplicates: 0 },
    ]);
    expect(parts.payables()).toEqual(whole.payables());
    expect((await refusal(async () => undoImport(one!.batch!, parts.context))).code).toBe('import.batch-overlapped');
  });

  it('undoes a batch and takes the same file again', async () => {
    using bench = new ImportBench();
    const content = bytesOf('huawei.detail', { rows: 200, seed: 2 });
    const [a] = await bench.run(bench.file(content));
    const before = bench.lines();
    undoImport(a!.batch!, bench.context);
    expect(bench.lines()).toEqual([]);
    expect((await refusal(async () => undoImport(a!.batch!, bench.context))).code).toBe('import.already-undone');
    const [b] = await bench.run(bench.file(content));
    expect(b!.imported).toBe(200);
    expect(bench.lines()).toEqual(before);
    expect(verifyDb(bench.context.session.book().read).totals).toBe('ok');
  });

  it('brings a vendor invoice up to date instead of doubling it', async () => {
    using bench = new ImportBench();
    const invoice = (usage: number, status: string): string =>
      JSON.stringify({
        code: 0,
        data: {
          id: 'inv-1',
          orgId: 'org-1',
          periodStart: '2024-01-01T00:00:00Z',
          periodEnd: '2024-02-01T00:00:00Z',
          invoiceDate: '2024-02-01T00:00:00Z',
          dueDate: '2024-02-15T00:00:00Z',
          currency: 'USD',
          status,
          usageAmount: usage,
          creditsApplied: 12400,
          alreadyBilledAmount: 0,
          subtotal: usage - 12400,
          tax: 5000,
          total: usage - 7400,
          advancePayAmount: 0,
          amountDue: usage - 7400,
        },
      });
    const [first] = await bench.run(bench.file(invoice(52400, 'unconfirmed'), 'a.json'));
    const [second] = await bench.run(bench.file(invoice(52500, 'unpaid'), 'b.json'));
    expect(second).toMatchObject({ imported: 1, duplicates: 0 });
    expect(bench.lines()).toMatchObject([{ payable_u: 525, payable_f: 0 }]);
    expect(bench.context.session.book().read.all('SELECT number, stated, net_u FROM invoice')).toEqual([
      { number: 'inv-1', stated: 'unpaid', net_u: 401 },
    ]);
    undoImport(second!.batch!, bench.context);
    expect(bench.lines()).toMatchObject([{ payable_u: 524 }]);
    // The invoice, too, is what the earlier file said; a void one once no file is left.
    const stated = (): unknown => bench.context.session.book().read.all('SELECT net_u, stated FROM invoice');
    expect(stated()).toEqual([{ net_u: 400, stated: 'to-confirm' }]);
    undoImport(first!.batch!, bench.context);
    expect(stated()).toMatchObject([{ stated: 'void' }]);
    expect(verifyDb(bench.context.session.book().read).totals).toBe('ok');
  });

  it('shows every line as it stood in the file', async () => {
    using bench = new ImportBench();
    const text = bytesOf('huawei.detail', { rows: 5000, seed: 8 }).toString('utf8');
    await bench.run(bench.file(text));
    const { read } = bench.context.session.book();
    const physical = text.split('\n');
    for (const { id, row: number } of read.all<{ id: number; row: number }>('SELECT id, row FROM bill_line WHERE id % 701 = 0')) {
      const original = readOriginal(read, id);
      expect(original.original).toBe(physical[number - 1]);
      expect(original.columns[0]).toEqual({ header: '账期', value: '2023-09' });
    }
  });
});

describe('bad input', () => {
  const good = row('5');
  it.each([
    ['an amount with two points', row('"1,234.5.6"', '5'), 'amount.not-a-number', '官网价'],
    ['NaN', row('NaN', '5'), 'amount.not-a-number', '官网价'],
    ['1e999', row('1e999', '5'), 'amount.not-a-number', '官网价'],
    ['-- where a figure must be', row('5', '--'), 'cell.missing', '应付金额'],
    ['a day that no calendar has', row('5', '5', '2023-02', '2023-02-30 00:00:00'), 'date.invalid', '交易时间'],
    ['a month that is none', row('5', '5', '2023-13'), 'period.invalid', '账期'],
    ['too few cells', 'a,b,c', 'row.cell-count', null],
    ['more than ten decimals', row('0.12345678901', '5'), 'amount.too-precise', '官网价'],
  ])('rejects %s with row, column and reason, and keeps the rest', async (_what, bad, code, column) => {
    using bench = new ImportBench();
    const [result] = await bench.run(bench.file([HEADER, good, bad, row('6'), ''].join('\n')));
    expect(result).toMatchObject({ rows: 3, imported: 2, rejected: 1 });
    expect(bench.context.session.book().read.all('SELECT row, "column" AS c, code, original FROM reject')).toEqual([
      { row: 3, c: column, code, original: bad },
    ]);
  });

  const zip = Buffer.from('504b0304140000000800', 'hex');
  it.each<[string, string | Uint8Array, string, number | null]>([
    ['an empty file', '', 'import.empty', null],
    ['a header alone', `${HEADER}\n`, 'import.no-rows', 1],
    ['a broken zip', zip, 'container.truncated', null],
    ['a binary file', Buffer.from([1, 2, 0, 3, 4, 0, 5]), 'import.binary', null],
    ['a PDF', '%PDF-1.7\n', 'import.not-a-bill', null],
    ['broken text', Buffer.concat([Buffer.from(`${HEADER}\n${good}\n`), Buffer.from([0xff, 0x80, 0x41, 0x0a])]), 'import.encoding', 3],
    ['an unknown table', 'name,age\nAnn,5\n', 'import.unknown-format', 1],
    [
      'a header that lacks a column',
      HEADER.replace(',应付金额', '') + '\n' + good.replace(/,5,0,0,5,0/, ',5,0,0,0') + '\n',
      'import.missing-column',
      1,
    ],
    ['a file cut in the middle of a row', `${HEADER}\n${good}\n${good.slice(0, 40)}`, 'import.truncated', 3],
    ['a file cut inside a quotation', `${HEADER}\n${good}\n"2023-09`, 'import.truncated', 3],
    ['a column twice', `${HEADER},应付金额\n${good},5\n`, 'import.doubled-column', 1],
    ['a row of two megabytes', `${HEADER}\n${'x'.repeat(2 << 20)}\n`, 'import.row-too-long', 2],
    ['JSON cut short', '{"fee_records":[{"bill_date":"2023-09-01",', 'import.json-invalid', 1],
    ['JSON of something else', '{"hello":1}', 'import.unknown-format', 1],
    ['deep JSON', `${'['.repeat(1000)}${']'.repeat(1000)}`, 'import.json-too-deep', null],
  ])('refuses %s in one clear error and leaves the book as it was', async (_what, content, code, expectedRow) => {
    using bench = new ImportBench();
    await bench.run(bench.file(`${HEADER}\n${good}\n`));
    const before = bench.lines();
    const token = bench.file(content, 'bad.csv');
    const error = await refusal(() => bench.run(token));
    expect(error).toMatchObject({ code, details: { file: 'bad.csv' } });
    expect(error.details?.remedy).toBeTruthy();
    if (expectedRow !== null) expect(error.details?.row).toBe(expectedRow);
    expect((await bench.preview(token))[0]!.error).toMatchObject({ code });
    expect(bench.lines()).toEqual(before);
    expect(verifyDb(bench.context.session.book().read)).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  });

  it('imports none of the files when one of them is unusable', async () => {
    using bench = new ImportBench();
    const error = await refusal(() => bench.run(bench.file(`${HEADER}\n${good}\n`), bench.file('x', 'bad.csv')));
    expect(error.details?.file).toBe('bad.csv');
    expect(bench.lines()).toEqual([]);
    expect(bench.context.session.book().read.all('SELECT * FROM batch')).toEqual([]);
  });

  it('survives a hundred megabytes in one line', async () => {
    using bench = new ImportBench();
    const error = await refusal(() => bench.run(bench.file(Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.alloc(100 << 20, 0x61)]))));
    expect(error).toMatchObject({ code: 'import.row-too-long', details: { row: 2 } });
  });

  it('leaves no trace when it is cancelled', async () => {
    using bench = new ImportBench();
    const controller = new AbortController();
    const context = { ...bench.context, signal: controller.signal, progress: () => controller.abort() };
    const { importFiles } = await import('./run.ts');
    const path = bench.context.host.files.resolve(bench.file(bytesOf('huawei.detail', { rows: 20_000 })), 'read');
    await expect(importFiles([path], DETECT, context)).rejects.toThrow();
    expect(bench.lines()).toEqual([]);
    expect(verifyDb(bench.context.session.book().read).integrity).toBe('ok');
  });
});

describe('containers', () => {
  const csv = (amounts: string[]): string => [HEADER, ...amounts.map((a) => row(a)), ''].join('\n');

  it('imports each file of a zip, and the one of a gzip, as batches of their own', async () => {
    using bench = new ImportBench();
    const zip = makeZip([
      { name: 'a.csv', data: csv(['1', '2']) },
      { name: 'parts/b.csv', data: csv(['3']) },
    ]);
    const results = await bench.run(bench.file(zip, 'bills.zip'), bench.file(gzipSync(csv(['4'])), 'more.csv.gz'));
    expect(results.map((r) => [r.file, r.imported])).toEqual([
      ['bills.zip › a.csv', 2],
      ['bills.zip › parts/b.csv', 1],
      ['more.csv.gz › more.csv', 1],
    ]);
    expect(bench.payables()).toEqual(['1', '2', '3', '4']);
    // The same content outside the archive is known.
    expect((await bench.run(bench.file(csv(['3']))))[0]).toMatchObject({ imported: 0, duplicates: 1, batch: null });
  });

  it('imports the sheet of a workbook that is a bill, exactly, and shows where a line comes from', async () => {
    using bench = new ImportBench();
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Notes').addRow(['nothing to see here']);
    const sheet = book.addWorksheet('账单');
    sheet.addRow(['汇总账单 2023-09']);
    sheet.addRow(HEADER.split(','));
    for (const [list, payable] of [
      ['0.00724198', '0.00724198'],
      ['12345.67', '12345.67'],
      ['0.1', '0.1'],
    ] as const) {
      const cells: (string | number)[] = row(list, payable).split(',');
      for (const i of [8, 11, 14]) cells[i] = Number(cells[i]);
      sheet.addRow(cells);
    }
    const [result] = await bench.run(bench.file(new Uint8Array(await book.xlsx.writeBuffer()), 'bill.xlsx'));
    expect(result).toMatchObject({ file: 'bill.xlsx › 账单', rows: 3, imported: 3, rejected: 0 });
    expect(result!.totals['USD']!.payable).toBe('12345.77724198');
    const { read } = bench.context.session.book();
    const line = read.get<{ id: number }>('SELECT id FROM bill_line WHERE row = 4')!;
    expect(readOriginal(read, line.id).columns.find((c) => c.header === '官网价')).toEqual({ header: '官网价', value: '12345.67' });
    expect(verifyDb(read).totals).toBe('ok');
  });
});

describe('editions', () => {
  const september = (amounts: string[], account = 'demo'): string =>
    [
      HEADER,
      ...amounts.map(
        (a, i) => `2023-09,${account},云硬盘 EVS,云硬盘,按需,消费-使用,2023-09-1${i} 16:00:00 GMT+08:00,vol-${i},${a},0,0,${a},0,0,${a}`,
      ),
      '',
    ].join('\n');

  it('lets the final bill take the place of the estimate, keeps what both have, and undoes in order', async () => {
    using bench = new ImportBench({}, '2023-09-20');
    const [estimate] = await bench.run(bench.file(september(['1', '2', '3'])));
    expect(estimate!.notices.map((n) => n.code)).toContain('bill.estimate');
    bench.today('2023-10-05');
    const [final] = await bench.run(bench.file(september(['1', '2.5', '3', '4'])));
    expect(final).toMatchObject({ rows: 4, imported: 2, duplicates: 2, superseded: 0 });
    expect(bench.payables()).toEqual(['1', '2.5', '3', '4']);
    expect((await refusal(async () => undoImport(estimate!.batch!, bench.context))).code).toBe('import.batch-superseded');
    undoImport(final!.batch!, bench.context);
    expect(bench.payables()).toEqual(['1', '2', '3']);
    expect(verifyDb(bench.context.session.book().read).totals).toBe('ok');
  });

  it('leaves other accounts and months alone', async () => {
    using bench = new ImportBench({}, '2023-09-20');
    await bench.run(bench.file(september(['1'], 'a')), bench.file(september(['2'], 'b')));
    bench.today('2023-10-05');
    await bench.run(bench.file(september(['1.5'], 'a')));
    expect(bench.payables()).toEqual(['1.5', '2']);
  });

  it('refuses to undo a batch through which a later one knew its rows', async () => {
    using bench = new ImportBench({}, '2023-11-01');
    const [first] = await bench.run(bench.file(september(['1', '2'])));
    const [second] = await bench.run(bench.file(september(['1', '2', '3'])));
    expect((await refusal(async () => undoImport(first!.batch!, bench.context))).code).toBe('import.batch-overlapped');
    undoImport(second!.batch!, bench.context);
    undoImport(first!.batch!, bench.context);
    expect(bench.payables()).toEqual([]);
  });
});
