import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { MAX_TABLE, MOST_ROWS } from '../../import/parser/table/limits.ts';
import { importRig, workbook } from './rig.ts';

let rig: ReturnType<typeof importRig>;
beforeEach(() => {
  rig = importRig();
});
afterEach(() => rig.close());

const HEAD = 'Certificate No,Certificate Date,Payee,Invoice No,Base,Rate,Tax Withheld,Currency';
const list = (...rows: string[]): string => rig.file('list.csv', [HEAD, ...rows, ''].join('\n'));
const GOOD = 'W-1,2026-02-01,Example Cloud Ltd,EX-1,1000,5,50,KES';

/** Codes of everything that is wrong in the only row. */
async function troubles(file: string): Promise<string[]> {
  const { rows } = await rig.preview(file);
  expect(rows).toHaveLength(1);
  return rows[0]!.troubles.map((t) => `${t.column ?? ''}: ${t.code}`);
}

describe('a row that cannot be taken says which cell is to blame', () => {
  it.each([
    ['a day in the future', 'W-1,2026-03-11,Example,EX-1,1000,5,50,KES', 'Certificate Date: wht-import.date-future'],
    ['a day that no calendar has', 'W-1,2026-02-30,Example,EX-1,1000,5,50,KES', 'Certificate Date: date.invalid'],
    ['no day', 'W-1,,Example,EX-1,1000,5,50,KES', 'Certificate Date: wht-import.no-date'],
    ['an unknown currency', 'W-1,2026-02-01,Example,EX-1,1000,5,50,XYZ', 'Currency: wht-import.currency'],
    ['no currency', 'W-1,2026-02-01,Example,EX-1,1000,5,50,', 'Currency: wht-import.no-currency'],
    ['no tax', 'W-1,2026-02-01,Example,EX-1,1000,5,,KES', 'Tax Withheld: wht-import.no-tax'],
    ['a tax that is no number', 'W-1,2026-02-01,Example,EX-1,1000,5,fifty,KES', 'Tax Withheld: amount.not-a-number'],
    ['a tax below zero', 'W-1,2026-02-01,Example,EX-1,1000,5,-50,KES', 'Tax Withheld: wht-import.negative'],
    [
      'a number that would take the process down',
      'W-1,2026-02-01,Example,EX-1,1000,5,1e600000000,KES',
      'Tax Withheld: amount.not-a-number',
    ],
    ['a sign of another currency', 'W-1,2026-02-01,Example,EX-1,1000,5,€50,KES', 'Tax Withheld: amount.other-currency'],
    ['a number that a spreadsheet shortened', '1.0E+12,2026-02-01,Example,EX-1,1000,5,50,KES', 'Certificate No: wht-import.shortened'],
    ['a rate above a hundred', 'W-1,2026-02-01,Example,EX-1,1000,500,50,KES', 'Rate: wht-import.rate'],
    [
      'a number with a mark that turns text round',
      'W\u202e1,2026-02-01,Example,EX-1,1000,5,50,KES',
      'Certificate No: wht-import.control-character',
    ],
  ])('%s', async (_name, row, wrong) => {
    expect(await troubles(list(row))).toEqual([wrong]);
  });
  it('names everything that is wrong at once, with a remedy for each', async () => {
    const { rows } = await rig.preview(list('1.0E+12,2026-03-11,Example,EX-1,1000,5,,XYZ'));
    expect(rows[0]!.troubles.map((t) => t.code).toSorted()).toEqual([
      'wht-import.currency',
      'wht-import.date-future',
      'wht-import.no-tax',
      'wht-import.shortened',
    ]);
    for (const t of rows[0]!.troubles) expect(t.remedy).toMatch(/\.$/);
  });
  it('leaves a number of a workbook whole, which only looks shortened there', async () => {
    const raw = (v: string): { raw: string } => ({ raw: `<c><v>${v}</v></c>` });
    const file = rig.file(
      'list.xlsx',
      workbook([
        HEAD.split(','),
        [raw('1.0E+12'), { raw: '<c s="1"><v>46054</v></c>' }, 'Example', 'EX-1', raw('1000'), raw('0.05'), raw('50'), 'KES'],
      ]),
    );
    const { rows } = await rig.preview(file);
    expect(rows[0]).toMatchObject({
      state: 'none',
      troubles: [],
      certificate: { number: '1000000000000', date: '2026-02-01', income: [{ rate: '5' }] },
    });
    expect(rows[0]!.remarks.map((r) => r.code)).toContain('wht-import.share');
  });
  it('rejects a cell that shows an error, and a formula without a result', async () => {
    const cells = ['W-1', '2026-02-01', 'Example', 'EX-1', '1000', '5', { raw: '<c t="e"><v>#N/A</v></c>' }, 'KES'];
    expect(await troubles(rig.file('error.xlsx', workbook([HEAD.split(','), cells])))).toEqual(['Tax Withheld: wht-import.cell-error']);
    const formula = [...cells.slice(0, 6), { raw: '<c><f>1+1</f></c>' }, 'KES'];
    expect(await rig.refusedWith('wht/importPreview', { file: rig.file('formula.xlsx', workbook([HEAD.split(','), formula])) })).toBe(
      'sheet.no-result',
    );
  });
});

describe('rows that contradict each other', () => {
  it('takes an equal row once', async () => {
    const { rows, counts } = await rig.preview(list(GOOD, GOOD));
    expect(counts).toMatchObject({ rows: 2, none: 1, rejected: 1 });
    expect(rows[1]!.troubles[0]).toMatchObject({ code: 'wht-import.row-twice', message: 'The row says the same as row 2.' });
  });
  it('takes none of two rows with one number and other figures, whichever comes first', async () => {
    const other = GOOD.replace(',50,', ',51,');
    for (const rows of [
      [GOOD, other],
      [other, GOOD],
    ]) {
      const { counts, rows: shown } = await rig.preview(list(...rows));
      expect(counts).toMatchObject({ rows: 2, rejected: 2 });
      expect(shown.map((r) => r.troubles[0]!.code)).toEqual(['wht-import.number-twice', 'wht-import.number-twice']);
    }
  });
  it('names a total that is off by its last digit', async () => {
    const rows = [GOOD, GOOD.replace('W-1', 'W-2')];
    expect((await rig.preview(list(...rows, 'Total,,,,2000,,100,'))).notices).toEqual([]);
    const { notices } = await rig.preview(list(...rows, 'Total,,,,2000,,100.01,'));
    expect(notices).toMatchObject([
      { code: 'wht-import.total-differs', said: { params: { printed: '100.01', added: '100', difference: '0.01' } } },
    ]);
  });
  it('names a tax that is off base × rate by its last digit, and takes it as printed', async () => {
    const { rows } = await rig.preview(list(GOOD.replace(',50,', ',50.01,')));
    expect(rows[0]).toMatchObject({ state: 'none', certificate: { total: '50.01' } });
    expect(rows[0]!.remarks[0]).toMatchObject({
      code: 'wht-import.rate-differs',
      said: { params: { computed: '50', difference: '0.01' } },
    });
  });
});

describe('dates and figures that can be read in two ways', () => {
  const two = 'W-1,03/02/2026,Example,EX-1,"1,000",5,50,KES';
  it('asks where no cell tells, and follows the answer', async () => {
    expect(await troubles(list(two.replace('"1,000"', '1000')))).toEqual(['Certificate Date: wht-import.date-order']);
    const file = list(two.replace('"1,000"', '1000'));
    expect((await rig.preview(file, { dates: 'dmy' })).rows[0]!.certificate!.date).toBe('2026-02-03');
    expect((await rig.preview(file, { dates: 'mdy' })).rows[0]!.certificate!.date).toBe('2026-03-02');
  });
  it('believes a cell that proves its order over what is chosen', async () => {
    const { rows } = await rig.preview(list(two.replace('"1,000"', '1000'), 'W-2,25/02/2026,Example,EX-2,1000,5,50,KES'), { dates: 'mdy' });
    expect(rows.map((r) => r.certificate?.date)).toEqual(['2026-02-03', '2026-02-25']);
  });
});

describe('a file that is no list', () => {
  it('is refused when it is a byte too large', async () => {
    expect(await rig.refusedWith('wht/importPreview', { file: rig.file('big.csv', Buffer.alloc(MAX_TABLE + 1, 'a')) })).toBe(
      'table.too-big',
    );
  });
  it('is refused when it has a row too many', async () => {
    const rows = Array.from({ length: MOST_ROWS }, (_, i) => `W-${i},2026-02-01,Example,EX-1,1000,5,50,KES`);
    expect(await rig.refusedWith('wht/importPreview', { file: list(...rows) })).toBe('table.too-many-rows');
  });
  it('is refused when it unpacks to what no list is', async () => {
    // A megabyte of blanks is a kilobyte packed; 150 of them are beyond what a part may be.
    const bomb = deflated('xl/worksheets/sheet1.xml', Buffer.alloc(150 << 20, ' '), workbook([['a']]));
    const code = await rig.refusedWith('wht/importPreview', { file: rig.file('bomb.xlsx', bomb) });
    expect(['container.ratio', 'container.too-big']).toContain(code);
  });
  it.each([
    ['a PDF', '%PDF-1.4\n', 'import.not-a-bill'],
    ['JSON', '{"certificates": []}', 'table.none'],
    ['nothing', '', 'import.empty'],
    ['an open quotation', `${HEAD}\n"W-1,2026-02-01`, 'table.quotes'],
    ['NUL bytes', `${HEAD}\nW\0`, 'import.binary'],
  ])('is refused when it is %s', async (_name, content, code) => {
    expect(await rig.refusedWith('wht/importPreview', { file: rig.file('x.csv', content) })).toBe(code);
  });
});

/** The workbook with one part in place of its own, packed. */
function deflated(name: string, content: Buffer, base: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  // Replace the stored part: the directory is written anew by hand for it alone.
  const at = base.indexOf(`PK\u0003\u0004`, 0, 'latin1');
  expect(at).toBe(0);
  const entries: { name: string; data: Buffer; method: number; size: number; crc: number }[] = [];
  for (let p = 0; base.readUInt32LE(p) === 0x04034b50;) {
    const size = base.readUInt32LE(p + 18);
    const length = base.readUInt16LE(p + 26);
    const own = base.toString('utf8', p + 30, p + 30 + length);
    const data = base.subarray(p + 30 + length, p + 30 + length + size);
    entries.push(
      own === name
        ? { name, data: packed, method: 8, size: content.length, crc: 0 }
        : { name: own, data, method: 0, size, crc: base.readUInt32LE(p + 14) },
    );
    p += 30 + length + size;
  }
  let offset = 0;
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  for (const e of entries) {
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(e.method, 4);
    head.writeUInt32LE(e.crc, 10);
    head.writeUInt32LE(e.data.length, 14);
    head.writeUInt32LE(e.size, 18);
    head.writeUInt16LE(e.name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), head, Buffer.from(e.name), e.data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), head, rest, Buffer.from(e.name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
