import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { verifyDb } from '../../../db/verify.ts';
import type { Profile } from '../../../domain/formats/profile.ts';
import { Failure, type AppError } from '../../../domain/result.ts';
import { ImportBench } from '../../../test/support/import-host.ts';
import { QING, SHEET, toGb18030, utf8 } from '../../../test/support/profile-sheet.ts';
import { line } from '../../bills/line.ts';
import { importHandlers } from '../index.ts';
import { undoImport } from '../undo.ts';

async function refusal(work: () => unknown): Promise<AppError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) return error.error;
    throw error;
  }
  throw new Error('It was not refused.');
}

const stored = (bench: ImportBench): unknown[] =>
  bench.context.session
    .book()
    .read.all('SELECT date, payable_u, payable_f, discount_u, discount_f FROM bill_line WHERE superseded_by IS NULL ORDER BY row');

async function workbook(rows: readonly string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('消费').addRows(rows.map((r) => [...r]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a sheet that no shipped format knows', () => {
  it.each(['csv', 'gb18030', 'xlsx'])('is read by its profile, exactly (%s)', async (kind) => {
    using bench = new ImportBench({ currency: 'USD' });
    const text = utf8(SHEET);
    const content = kind === 'xlsx' ? await workbook(SHEET) : Buffer.from(text);
    const token = bench.file(kind === 'gb18030' ? toGb18030(text) : content, kind === 'xlsx' ? 'qing.xlsx' : 'qing.csv');
    const [result] = await bench.runBy(QING, token);
    expect(result).toMatchObject({
      format: 'profile:qingcloud-sheet',
      vendor: 'qingcloud',
      rows: 4,
      imported: 3,
      ignored: 1,
      rejected: 0,
      periods: ['2023-09'],
    });
    expect(result!.totals['CNY']).toMatchObject({ payable: '1194.5123456789', listPrice: '1264.57', discount: '34.56' });
    expect(stored(bench)).toEqual([
      { date: 19601, payable_u: 1200, payable_f: 0, discount_u: 34, discount_f: 5_600_000_000 },
      { date: 19601, payable_u: 0, payable_f: 123_456_789, discount_u: null, discount_f: null },
      { date: 19602, payable_u: -5, payable_f: -5_000_000_000, discount_u: 0, discount_f: 0 },
    ]);
    const shown = await line({ id: 1 }, bench.context);
    expect(shown.source.columns.find((c) => c.header === '实付（元）')?.value).toBe('1,200.00');
    expect(verifyDb(bench.context.session.book().read)).toEqual({ integrity: 'ok', foreignKeys: 'ok', auditChain: 'ok', totals: 'ok' });
  });

  it('is recognised by itself once its profile is in the book, before shipped formats', async () => {
    using bench = new ImportBench();
    const token = bench.file(utf8(SHEET));
    const [before] = await bench.preview(token);
    expect(before!.error?.code).toBe('import.unknown-format');
    importHandlers['profiles/save']({ profile: QING }, bench.context);
    const [preview] = await bench.preview(token);
    const [result] = await bench.run(token);
    expect(preview).toMatchObject({ format: 'profile:qingcloud-sheet', formatTitle: QING.title, score: 100, imported: 3, error: null });
    expect(result).toMatchObject({ imported: preview!.imported, totals: preview!.totals });
    // Another sheet with some of its words is still unknown.
    const [other] = await bench.preview(bench.file('计费日期,资源ID,金额合计,其他,更多\n2023-09-01,i,1,2,3\n'));
    expect(other!.error?.code).toBe('import.unknown-format');
    expect(importHandlers['formats/list']({}, bench.context)).toContainEqual(
      expect.objectContaining({ id: 'profile:qingcloud-sheet', title: QING.title }),
    );
  });

  it('is found on opening: header row, dates, figures and likely roles', async () => {
    using bench = new ImportBench();
    const head = await importHandlers['import/head'](
      { file: bench.file(utf8(SHEET, ';')), encoding: null, delimiter: null, headerRow: null },
      bench.context,
    );
    expect(head).toMatchObject({ shape: 'table', encoding: 'utf-8', delimiter: ';', headerRow: 2, total: 3 });
    expect(head.rows[0]).toEqual({ row: 1, cells: ['青云 2023 年 9 月消费明细'] });
    expect(head.columns.map((c) => c.suggested)).toEqual([
      'date',
      'resourceId',
      'productType',
      'region',
      'billingMode',
      'usage',
      'unitPrice',
      'listPrice',
      'discount',
      'payable',
      'usageType',
    ]);
    const payable = head.columns.find((c) => c.suggested === 'payable')!;
    expect(payable).toMatchObject({ filled: 3, decimal: { choice: '.', readable: 3 }, thousands: { '.': ',' } });
    expect(head.columns[0]!.dates).toMatchObject({ choice: 'ymd', readable: 3, unreadable: 0 });
    // Cut by hand: another delimiter leaves one column, another row makes another header.
    const cut = await importHandlers['import/head'](
      { file: bench.file(utf8(SHEET)), encoding: null, delimiter: '|', headerRow: 3 },
      bench.context,
    );
    expect(cut).toMatchObject({
      delimiter: '|',
      headerRow: 3,
      total: 3,
      columns: [{ header: '2023年9月1日,i-1a2b,云服务器,pek3,按需,720,0.0350000000,"1,234.56",-34.56,"1,200.00",' }],
    });
    const sheet = await importHandlers['import/head'](
      { file: bench.file(await workbook(SHEET), 'a.xlsx'), encoding: null, delimiter: null, headerRow: null },
      bench.context,
    );
    expect(sheet).toMatchObject({ shape: 'cells', headerRow: 2, total: 3 });
    expect(
      await refusal(() =>
        importHandlers['import/head']({ file: bench.file('a,b\n1,2\n'), encoding: null, delimiter: null, headerRow: 9 }, bench.context),
      ),
    ).toMatchObject({ code: 'import.no-header', details: { row: 9 } });
  });

  it('asks where the whole column leaves two readings, and a late row settles it', async () => {
    using bench = new ImportBench();
    const open = Array.from({ length: 30_000 }, (_, i) => [`0${1 + (i % 9)}/0${1 + (i % 8)}/2023`, '1,234']);
    const look = (rows: string[][]) =>
      importHandlers['import/head'](
        { file: bench.file(utf8([['Day', 'Cost'], ...rows])), encoding: null, delimiter: null, headerRow: null },
        bench.context,
      );
    const before = await look(open);
    expect(before.columns.map((c) => [c.dates.choice, c.decimal.choice])).toEqual([
      ['ambiguous', 'none'],
      ['none', 'ambiguous'],
    ]);
    const after = await look([...open, ['25/09/2023', '7,5']]);
    expect(after.columns.map((c) => [c.dates.choice, c.decimal.choice])).toEqual([
      ['dmy', 'none'],
      ['none', ','],
    ]);
    expect(after.columns.map((c) => [...c.dates.evidence, ...c.decimal.evidence][0]?.row)).toEqual([30_002, 30_002]);
    expect([before.total, before.rows.length]).toEqual([30_000, 50]);
  });
});

describe('profiles of a book', () => {
  it('are saved with a revision, kept by what was read, exported and imported', async () => {
    using bench = new ImportBench();
    const { context } = bench;
    const save = (profile: Profile) => importHandlers['profiles/save']({ profile }, context) as { profile: Profile };
    expect(save(QING).profile.revision).toBe(1);
    expect(save(QING).profile.revision).toBe(1);
    const [first] = await bench.runBy('profile:qingcloud-sheet', bench.file(utf8(SHEET)));
    const changed: Profile = {
      ...QING,
      title: '青云 新',
      columns: QING.columns.map((c) => (c.header === '备注' ? { ...c, field: 'tags' as const } : c)),
    };
    expect(save(changed).profile.revision).toBe(2);
    // What was read keeps the profile as it was.
    const [batch] = (await importHandlers['import/batches']({}, context)) as { formatTitle: string; batch: number }[];
    expect(batch).toMatchObject({ batch: first!.batch, formatTitle: QING.title });
    expect(JSON.parse(context.session.book().read.get<{ dialect: string }>('SELECT dialect FROM batch')!.dialect)).toMatchObject({
      profile: QING,
    });
    // A further file of the month is told that the earlier one was read otherwise.
    const more = SHEET.with(3, ['2023年9月3日', 'i-2', '云服务器', 'pek3', '按需', '1', '1', '1', '0', '1', 'x']);
    const [preview] = await bench.previewBy('profile:qingcloud-sheet', bench.file(utf8(more)));
    const [second] = await bench.runBy('profile:qingcloud-sheet', bench.file(utf8(more)));
    for (const notices of [preview!.notices, second!.notices])
      expect(notices).toContainEqual(expect.objectContaining({ code: 'profile.changed' }));

    const path = join(bench.folder, 'p.json');
    await importHandlers['profiles/export']({ profile: 'qingcloud-sheet', target: context.host.files.grant(path, 'write') }, context);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ ...changed, revision: 2 });
    importHandlers['profiles/delete']({ id: 'qingcloud-sheet' }, context);
    expect(importHandlers['profiles/list']({}, context)).toEqual([]);
    // Gone from the book, but not from what it read.
    expect((await line({ id: 1 }, context)).line).toBeTruthy();
    undoImport(second!.batch!, context);
    const back = await importHandlers['profiles/import']({ file: context.host.files.grant(path, 'read'), keep: true }, context);
    expect(back).toEqual({ ...changed, revision: 2 });
    expect(
      context.session
        .book()
        .read.all<{ action: string }>("SELECT action FROM audit WHERE action LIKE 'profiles/%' ORDER BY seq")
        .map((a) => a.action),
    ).toEqual(['profiles/save', 'profiles/save', 'profiles/delete', 'profiles/save']);
    expect(verifyDb(context.session.book().read).auditChain).toBe('ok');
  });

  it('are refused by name', async () => {
    using bench = new ImportBench();
    const { context } = bench;
    const token = bench.file(utf8(SHEET));
    const bad = (change: Partial<Profile>) => refusal(() => bench.runBy({ ...QING, ...change }, token));
    expect(await bad({ columns: [{ header: '计费日期', field: 'date' }] })).toMatchObject({
      code: 'profile.invalid',
      details: { column: 'columns' },
    });
    expect(await bad({ currency: 'USD' })).toMatchObject({ code: 'profile.other-currency', details: { row: 2 } });
    expect(
      await bad({
        columns: [
          { header: 'Day', field: 'date' },
          { header: 'Cost', field: 'payable' },
        ],
      }),
    ).toMatchObject({ code: 'profile.no-column', details: { column: 'Day' } });
    expect(await bad({ columns: QING.columns.map((c) => (c.field === 'payable' ? { ...c, header: '应付总额' } : c)) })).toMatchObject({
      code: 'import.missing-column',
      details: { column: '应付总额' },
    });
    expect(await bad({ encoding: 'utf-16le' })).toMatchObject({ code: 'import.encoding' });
    expect(await refusal(() => bench.runBy('profile:none', token))).toMatchObject({ code: 'profile.no-such' });
    expect(
      await refusal(() =>
        importHandlers['import/run']({ files: [token], format: 'huawei.detail', profile: QING, sources: {}, dryRun: false }, context),
      ),
    ).toMatchObject({ code: 'import.format-and-profile' });
    expect(await refusal(() => importHandlers['profiles/import']({ file: token, keep: true }, context))).toMatchObject({
      code: 'profile.not-json',
    });
    expect(await refusal(() => importHandlers['profiles/save']({ profile: { ...QING, version: 2 as 1 } }, context))).toMatchObject({
      code: 'profile.newer',
    });
    expect(bench.lines()).toEqual([]);
  });

  it('a row that cannot be read names its column and the style that was expected', async () => {
    using bench = new ImportBench();
    const rows = [SHEET[1]!, SHEET[2]!.with(9, '1.200,00'), SHEET[3]!.with(0, '13/09/2023'), SHEET[4]!.with(9, ''), SHEET[4]!];
    const [preview] = await bench.previewBy(
      { ...QING, columns: QING.columns.filter((c) => c.header !== '备注').concat({ header: '税额', field: 'tax' }) },
      bench.file(utf8(rows)),
    );
    expect(preview).toMatchObject({ rows: 4, imported: 1, rejected: 3 });
    expect(preview!.rejects.map((r) => [r.row, r.column, r.value, r.code])).toEqual([
      [2, '实付（元）', '1.200,00', 'amount.not-a-number'],
      [3, '计费日期', '13/09/2023', 'date.invalid'],
      [4, '实付（元）', '', 'cell.missing'],
    ]);
    expect(preview!.notices.map((n) => n.code)).toContain('column.absent');
  });

  it('reads the currency from a column, and refuses rows that name none', async () => {
    using bench = new ImportBench({ currency: 'MYR' });
    const profile: Profile = {
      ...QING,
      id: 'zilliz-usage',
      vendor: 'zilliz',
      currency: null,
      columns: [
        { header: 'Date', field: 'date' },
        { header: 'Cluster', field: 'resourceName' },
        { header: 'Usage', field: 'usage' },
        { header: 'Cost', field: 'payable' },
        { header: 'Cur', field: 'currency' },
      ],
    };
    const [result] = await bench.runBy(
      profile,
      bench.file(
        'Date,Cluster,Usage,Cost,Cur\n2024-05-01,c1,1.5,0.0000000001,usd\n2024-05-02,c1,2,2,人民币\n2024-05-03,c1,2,2,points\n2024-05-03,c1,2,2,\n',
      ),
    );
    expect(result).toMatchObject({ imported: 2, rejected: 2, vendor: 'zilliz' });
    expect(result!.totals).toMatchObject({ USD: { payable: '0.0000000001' }, CNY: { payable: '2' } });
    expect(Object.keys(result!.totals)).toHaveLength(2);
  });
});
