import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyDb } from '../../../db/verify.ts';
import { Failure, type AppError } from '../../../domain/result.ts';
import { ImportBench } from '../../../test/support/import-host.ts';
import { QING, SHEET, utf8 } from '../../../test/support/profile-sheet.ts';
import { parseRows } from '../parser/csv-row.ts';
import { undoImport } from '../undo.ts';
import { checkMended } from './check.ts';
import { mendRows } from './apply.ts';
import { mendableBatch } from './mending.ts';

/** Sums of a cycle: the later file takes the place of the earlier one. */
const CYCLE = '账期,账号,产品类型,产品,计费模式,账单类型,资源ID,官网价,优惠金额,抹零金额,应付金额,现金支付,代金券抵扣,月度结算';
const row = (id: string, amount: string, account = 'demo'): string =>
  `2023-09,${account},云硬盘 EVS,云硬盘,按需,消费-使用,${id},${amount},0,0,${amount},0,0,${amount}`;
const cycle = (...rows: string[]): string => `${[CYCLE, ...rows].join('\n')}\n`;
const AS_OF = (day: string): string => `${day}114010_pricefactor_bill.csv`;

async function refusal(work: () => unknown): Promise<AppError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) return error.error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('a mended row belongs to the edition of its file', () => {
  it('leaves the other rows of the month where they are, and gives way to a later file with them', async () => {
    using bench = new ImportBench({}, '2023-10-20');
    const [first] = await bench.run(bench.file(cycle(row('a', '1'), row('b', 'x'), row('c', '3')), AS_OF('20231010')));
    expect(first).toMatchObject({ imported: 2, rejected: 1 });
    bench.today('2023-10-25');
    const mended = await mendRows(first!.batch!, [{ row: 3, cells: row('b', '2').split(',') }], bench.context);
    expect(bench.payables()).toEqual(['1', '2', '3']);
    const { read } = bench.context.session.book();
    expect(read.all('SELECT as_of, part, logical_name, view FROM batch GROUP BY 1, 2, 3, 4')).toHaveLength(1);
    const [later] = await bench.run(bench.file(cycle(row('a', '1'), row('b', '2.5'), row('c', '3.5')), AS_OF('20231012')));
    expect(later).toMatchObject({ imported: 2, duplicates: 1 });
    expect(bench.payables()).toEqual(['1', '2.5', '3.5']);
    expect((await refusal(() => undoImport(mended.batch!, bench.context))).code).toBe('import.batch-superseded');
    undoImport(later!.batch!, bench.context);
    expect(bench.payables()).toEqual(['1', '2', '3']);
    expect(verifyDb(read).totals).toBe('ok');
  });

  it('comes too late when a later file has told the month, for that account only', async () => {
    using bench = new ImportBench({}, '2023-10-20');
    const [first] = await bench.run(bench.file(cycle(row('a', '1'), row('b', 'x'), row('b', 'x', 'other')), AS_OF('20231010')));
    const [later] = await bench.run(bench.file(cycle(row('a', '1'), row('c', '3')), AS_OF('20231012')));
    expect(later).toMatchObject({ imported: 1, duplicates: 1 });
    const [late, own] = [
      { row: 3, cells: row('b', '2').split(',') },
      { row: 4, cells: row('b', '2', 'other').split(',') },
    ];
    const { findings } = await checkMended(mendableBatch(bench.context.session.book().read, first!.batch!), [late, own], bench.context);
    expect(findings.get(3)).toEqual({ kind: 'older', batch: later!.batch });
    expect(findings.get(4)).toMatchObject({ kind: 'new' });
    expect(await refusal(() => mendRows(first!.batch!, [late], bench.context))).toMatchObject({ code: 'mend.older', details: { row: 3 } });
    await mendRows(first!.batch!, [own], bench.context);
    expect(bench.payables()).toEqual(['1', '2', '3']);
  });

  it('is an estimate where its file was one', async () => {
    using bench = new ImportBench({}, '2023-09-20');
    const timed = (amount: string): string => row('a', amount).replace(',消费-使用,', ',消费-使用,2023-09-15 16:00:00 GMT+08:00,');
    const header = CYCLE.replace(',账单类型,', ',账单类型,交易时间,');
    const [first] = await bench.run(bench.file(`${header}\n${timed('1')}\n${timed('x')}\n`));
    bench.today('2023-10-05');
    await mendRows(first!.batch!, [{ row: 3, cells: timed('2').split(',') }], bench.context);
    expect(bench.context.session.book().read.all('SELECT estimate FROM batch')).toEqual([{ estimate: 1 }, { estimate: 1 }]);
    await bench.run(bench.file(`${header}\n${timed('5')}\n`));
    expect(bench.payables()).toEqual(['5']);
  });
});

describe('a mended row is read as its file was', () => {
  it('by the mapping profile, as it was then', async () => {
    using bench = new ImportBench();
    const sheet = SHEET.map((cells) => (cells[1] === 'eip-9' ? cells.map((c) => (c === '(5.50)' ? '5,5,0' : c)) : cells));
    const [first] = await bench.runBy(QING, bench.file(utf8(sheet), 'sheet.csv'));
    expect(first).toMatchObject({ imported: 2, rejected: 1, ignored: 1 });
    await mendRows(first!.batch!, [{ row: 5, cells: SHEET[4]! }], bench.context);
    expect(bench.payables()).toEqual(['-5.5', '0.0123456789', '1200']);
    const { read } = bench.context.session.book();
    const dialects = read.all<{ dialect: string }>('SELECT dialect FROM batch').map((b) => JSON.parse(b.dialect) as { profile: unknown });
    expect(dialects[1]!.profile).toEqual(dialects[0]!.profile);
  });

  it('by the clock and the version that the beginning of the file tells', async () => {
    const text = readFileSync(new URL('../../../test/fixtures/focus/focus-1.0-sample.csv', import.meta.url), 'utf8');
    using whole = new ImportBench();
    const [right] = await whole.run(whole.file(text, 'focus.csv'));
    expect(right!.rejected).toBe(0);
    const lines = text.trimEnd().split(/\r?\n/);
    const cells = parseRows(Buffer.from(lines[40]!), ',', 1)[0]!;
    const wrong = cells.map((c, i) => (i === 1 ? 'many' : c));
    lines[40] = wrong.map((c) => `"${c.replaceAll('"', '""')}"`).join(',');
    using bench = new ImportBench();
    const [first] = await bench.run(bench.file(`${lines.join('\n')}\n`, 'focus.csv'));
    expect(first).toMatchObject({ rejected: 1, imported: right!.imported - 1 });
    await mendRows(first!.batch!, [{ row: 41, cells }], bench.context);
    expect(bench.lines()).toEqual(whole.lines());
  });

  it('into the register that its file fills', async () => {
    using bench = new ImportBench();
    const orders = (amount: string): string[][] => [
      ['订单号', '订单类型', '订单状态', '创建时间', '订单金额'],
      ['CS1', '新购', '已完成', '2023-09-01 10:00:00', '10'],
      ['CS2', '新购', '已完成', '2023-09-02 10:00:00', amount],
    ];
    const [first] = await bench.run(bench.file(utf8(orders('ten')), 'orders.csv'));
    expect(first).toMatchObject({ imported: 1, rejected: 1 });
    const result = await mendRows(first!.batch!, [{ row: 3, cells: orders('20')[2]! }], bench.context);
    expect(result.imported).toBe(1);
    const { read } = bench.context.session.book();
    expect(read.all('SELECT row FROM register_row WHERE superseded_by IS NULL ORDER BY row')).toEqual([{ row: 2 }, { row: 3 }]);
    undoImport(result.batch!, bench.context);
    expect(read.all('SELECT row FROM register_row')).toEqual([{ row: 2 }]);
  });
});
