import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Register, RegisterFormat } from '../../domain/formats/format.ts';
import { registers } from '../../domain/formats/index.ts';
import { registerList } from '../../domain/registers/index.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import type { Input, Output } from '../contract/index.ts';
import { registers as contract } from '../contract/registers.ts';
import { importHandlers } from '../import/index.ts';
import { REGISTER_SAMPLES, registerSample } from '../sample/registers/index.ts';
import { registersHandlers } from './index.ts';

type Rows = Output<'registers/rows'>;
type Values = Record<string, string | null>;
const ROWS = 120;

const rowsOf = async (bench: ImportBench, input: Input<'registers/rows'>): Promise<Rows> =>
  contract['registers/rows'].output.parse(
    await registersHandlers['registers/rows'](contract['registers/rows'].input.parse(input), bench.context),
  );
const kindsOf = async (bench: ImportBench): Promise<Output<'registers/kinds'>> =>
  contract['registers/kinds'].output.parse(await registersHandlers['registers/kinds']({}, bench.context));
const allOf = async (bench: ImportBench, kind: Register): Promise<Rows> => rowsOf(bench, { kind, limit: 1000 });

/** A whole number of 10^-10: arithmetic of its own, beside that of the application. */
const units = (text: string): bigint => {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)!;
  return BigInt(sign + whole + fraction.padEnd(10, '0'));
};
const text = (value: bigint): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(11, '0');
  return `${value < 0n ? '-' : ''}${`${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, '')}`;
};

/** Beijing time of a UTC text, by adding eight hours to its parts; QingCloud prints UTC. */
const beijing = (utc: string): string => {
  const [date = '', clock = ''] = utc.replace('Z', '').split('T');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const hour = Number(clock.slice(0, 2)) + 8;
  const at = new Date(Date.UTC(year, month - 1, day + Math.floor(hour / 24)));
  return `${at.toISOString().slice(0, 10)}T${String(hour % 24).padStart(2, '0')}${clock.slice(2)}+08:00`;
};
const told = (format: RegisterFormat, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name !== 'currency')
      .map(([name, value]) => [name, value !== null && /T.*Z$/.test(value) && format.vendor !== 'qingcloud' ? beijing(value) : value]),
  );

interface Brought {
  format: RegisterFormat;
  batch: number;
  rows: Values[];
}

describe('the lists of a book', () => {
  let bench: ImportBench;
  const brought: Brought[] = [];
  const of = (kind: Register): Brought[] => brought.filter(({ format }) => format.register === kind);

  beforeAll(async () => {
    bench = new ImportBench();
    for (const id of REGISTER_SAMPLES) {
      const sample = registerSample(id, { rows: ROWS, seed: 7 });
      const [result] = await bench.run(bench.file(sample.text, sample.fileName));
      brought.push({ format: registers.find((format) => format.id === id)!, batch: result!.batch!, rows: sample.rows });
    }
  }, 60_000);
  afterAll(() => bench[Symbol.dispose]());

  it('are those that were imported: rows, vendors, days, columns and the last file', async () => {
    const kinds = await kindsOf(bench);
    expect(brought).toHaveLength(14);
    expect(kinds.map((list) => list.kind).sort()).toEqual([...new Set(brought.map(({ format }) => format.register))].sort());
    for (const list of kinds) {
      const files = of(list.kind);
      expect(list.rows).toBe(files.reduce((n, { rows }) => n + rows.length, 0));
      expect(Object.fromEntries(list.vendors.map(({ vendor, rows }) => [vendor, rows]))).toEqual(
        Object.fromEntries(files.map(({ format, rows }) => [format.vendor, rows.length])),
      );
      const days = files
        .flatMap(({ format, rows }) => rows.flatMap((row) => told(format, row)[list.date.column]?.slice(0, 10) ?? []))
        .sort();
      expect(list.date).toMatchObject({ from: days[0] ?? null, to: days.at(-1) ?? null });
      expect(list.lastImport.batch).toBe(Math.max(...files.map(({ batch }) => batch)));
      const named = new Set(files.flatMap(({ rows }) => Object.keys(rows[0]!)));
      named.delete('currency');
      expect(new Set(list.columns.map((column) => column.name))).toEqual(named);
      for (const counted of [list.accounts, list.state?.values ?? []]) for (const { rows } of counted) expect(rows).toBeGreaterThan(0);
    }
  });

  it.each(REGISTER_SAMPLES)('%s: every row as its file has it, times by the vendor’s clock', async (id) => {
    const { format, batch, rows } = brought.find((file) => file.format.id === id)!;
    const found = await rowsOf(bench, { kind: format.register, batch, sort: [{ column: 'row' }], limit: 1000 });
    expect(found.count).toBe(rows.length);
    expect(found.rows.map((row) => row.values)).toEqual(rows.map((row) => told(format, row)));
    expect(new Set(found.rows.map((row) => `${row.batch} ${row.vendor}`))).toEqual(new Set([`${batch} ${format.vendor}`]));
  });

  it.each([...new Set(registers.map((format) => format.register))])('%s: totals are the sums of the file’s figures', async (kind) => {
    const list = registerList(kind);
    const expected: Record<string, Record<string, bigint>> = {};
    for (const { format, rows } of of(kind))
      for (const row of rows)
        for (const column of list.columns.filter((c) => c.adds)) {
          const value = row[column.name] ?? null;
          if (value === null) continue;
          const currency = row['currency'] ?? (format.vendor === 'huawei' ? 'USD' : 'CNY');
          const unit = column.unit ? (column.unit.map((name) => row[name] ?? null).find((name) => name !== null) ?? '') : currency;
          const sums = (expected[unit] ??= {});
          sums[column.name] = (sums[column.name] ?? 0n) + units(value);
        }
    const { totals } = await allOf(bench, kind);
    expect(totals).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([unit, sums]) => [
          unit,
          Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, text(sum)])),
        ]),
      ),
    );
  });

  it('are narrowed by vendor, state, account, days and text, and their totals with them', async () => {
    const sum = (rows: Rows['rows'], column: string): string =>
      text(rows.reduce((total, row) => total + units(row.values[column] ?? '0'), 0n));
    const coupons = (await allOf(bench, 'coupons')).rows;
    const tencent = await rowsOf(bench, { kind: 'coupons', vendor: 'tencent', limit: 1000 });
    expect(tencent.rows.map((row) => row.id).sort()).toEqual(
      coupons
        .filter((row) => row.vendor === 'tencent')
        .map((row) => row.id)
        .sort(),
    );
    expect(tencent.totals).toEqual({ CNY: { value: sum(tencent.rows, 'value'), balance: sum(tencent.rows, 'balance') } });
    expect((await rowsOf(bench, { kind: 'coupons', account: 'usr-demo0001' })).count).toBe(2);

    const orders = (await allOf(bench, 'orders')).rows;
    const done = await rowsOf(bench, { kind: 'orders', state: '已完成', limit: 1000 });
    expect(done.count).toBe(orders.filter((row) => row.values['status'] === '已完成').length);
    expect(done.totals).toEqual({ USD: { amount: sum(done.rows, 'amount') } });

    const within = (row: Rows['rows'][number]): boolean => row.values['created']! >= '2023-03-01' && row.values['created']! < '2023-04-01';
    const march = await rowsOf(bench, { kind: 'orders', from: '2023-03-01', to: '2023-03-31', limit: 1000 });
    expect(march.count).toBe(orders.filter(within).length);
    expect(march.count).toBeGreaterThan(0);
    expect(march.totals).toEqual({ USD: { amount: sum(orders.filter(within), 'amount') } });

    const one = await rowsOf(bench, { kind: 'orders', search: orders[7]!.values['orderId']!.toLowerCase() });
    expect(one.rows.map((row) => row.id)).toEqual([orders[7]!.id]);
    // Text of the answer, not of the keys that hold it.
    expect((await rowsOf(bench, { kind: 'orders', search: 'orderId' })).count).toBe(0);
    expect((await rowsOf(bench, { kind: 'orders', search: '100%' })).count).toBe(0);
  });

  it('are sorted by figure and by time, missing values last, page by page', async () => {
    const orders = (await allOf(bench, 'orders')).rows;
    const byAmount = await rowsOf(bench, { kind: 'orders', sort: [{ column: 'amount', descending: true }], limit: 1000 });
    const figures = byAmount.rows.map((row) => units(row.values['amount']!));
    expect(figures).toEqual(orders.map((row) => units(row.values['amount']!)).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
    const pages = await Promise.all(
      [0, 50, 100].map((offset) => rowsOf(bench, { kind: 'orders', sort: [{ column: 'created' }], offset, limit: 50 })),
    );
    const times = pages.flatMap((page) => page.rows.map((row) => row.values['created']!));
    expect(times).toHaveLength(ROWS);
    expect(times).toEqual([...times].sort());
    const expiry = (await rowsOf(bench, { kind: 'coupons', sort: [{ column: 'expires', descending: true }], limit: 1000 })).rows.map(
      (row) => row.values['expires'] ?? null,
    );
    const there = expiry.filter((value) => value !== null);
    expect(expiry.slice(there.length).every((value) => value === null)).toBe(true);
    expect(expiry.length).toBeGreaterThan(there.length);
    // A day and an instant of it: a day begins the day.
    expect(there.map((value) => value.slice(0, 19))).toEqual(
      there
        .map((value) => value.slice(0, 19))
        .sort()
        .reverse(),
    );
  });

  it('lead each row back to its file, row and original text', async () => {
    for (const { format, batch } of brought) {
      const { rows } = await rowsOf(bench, { kind: format.register, batch, limit: 1000, sort: [{ column: 'row' }] });
      for (const row of [rows[0]!, rows.at(-1)!]) {
        const answer = contract['registers/row'].output.parse(await registersHandlers['registers/row']({ id: row.id }, bench.context));
        expect(answer).toMatchObject({ kind: format.register, row: { id: row.id, values: row.values } });
        expect(answer.source).toMatchObject({ format: format.id, row: row.row });
        const file = registerSample(format.id, { rows: ROWS, seed: 7 }).text;
        const original = answer.source.original;
        if (format.records) expect(() => JSON.parse(original) as unknown).not.toThrow();
        else {
          expect(file).toContain(original);
          const cells = (parse(file, { columns: true }) as Record<string, string>[])[row.row - 2]!;
          expect(Object.fromEntries(answer.source.columns.map((c) => [c.header, c.value]))).toEqual(cells);
        }
      }
    }
  });

  it('are refused in words: a column that is not there, a range the wrong way round, a row that is gone', async () => {
    await expect(rowsOf(bench, { kind: 'orders', sort: [{ column: 'colour' }] })).rejects.toMatchObject({
      error: { code: 'registers.no-column', details: { column: 'colour' } },
    });
    await expect(rowsOf(bench, { kind: 'orders', from: '2023-04-01', to: '2023-03-01' })).rejects.toMatchObject({
      error: { code: 'registers.empty-range', message: 'The range from 2023-04-01 to 2023-03-01 ends before it begins.' },
    });
    expect(() => registersHandlers['registers/row']({ id: 999_999 }, bench.context)).toThrow(/no row 999999/);
  });

  it('go out as CSV: the rows of the filter in their order, every digit, and where each comes from', async () => {
    const target = bench.context.host.files.grant(join(bench.folder, 'orders.csv'), 'write');
    const scope = { kind: 'orders' as const, state: '已完成', sort: [{ column: 'amount' }] };
    const input = contract['export/registers'].input.parse({ ...scope, target });
    const written = await registersHandlers['export/registers'](input, bench.context);
    const shown = await rowsOf(bench, { ...scope, limit: 1000 });
    expect(written).toMatchObject({ file: 'orders.csv', rows: shown.count });
    const table = parse(readFileSync(join(bench.folder, 'orders.csv')), { bom: true }) as string[][];
    const columns = {
      created: 'Created',
      orderId: 'Order',
      combinedOrderId: 'Combined order',
      orderType: 'Order type',
      productType: 'Product type',
      quantity: 'Quantity',
      paidAt: 'Paid at',
      status: 'Status',
      amount: 'Order amount',
    };
    expect(table[0]).toEqual(Object.values(columns).concat('Vendor', 'Currency', 'File', 'Row', 'Import'));
    expect(table.slice(1)).toEqual(
      shown.rows.map((row) =>
        Object.keys(columns)
          .map((name) => row.values[name] ?? '')
          .concat('huawei', 'USD', row.file, String(row.row), String(row.batch)),
      ),
    );
  });
});

describe('a list that is imported again', () => {
  const HEADER = '代金券ID,代金券名称,面值(USD),余额(USD),有效期,状态\n';
  const coupon = (id: string, balance: string): string =>
    `${id},试用券,100.00,${balance},2023/03/14 16:35:09 GMT+08:00~2023/07/31 23:59:59 GMT+08:00,可使用\n`;
  const balance = async (bench: ImportBench): Promise<[number, string | undefined]> => {
    const { count, totals } = await rowsOf(bench, { kind: 'coupons' });
    return [count, totals?.['USD']?.['balance']];
  };

  it('counts a changed row once, and as before when the later import is undone', async () => {
    using bench = new ImportBench();
    await bench.run(bench.file(HEADER + coupon('A', '100.00') + coupon('B', '50.50'), 'coupons.csv'));
    expect(await balance(bench)).toEqual([2, '150.5']);
    const [later] = await bench.run(bench.file(HEADER + coupon('A', '12.34') + coupon('B', '50.50'), 'coupons.csv'));
    expect(later).toMatchObject({ imported: 1, duplicates: 1 });
    expect(await balance(bench)).toEqual([2, '62.84']);
    expect(await rowsOf(bench, { kind: 'coupons', batch: later!.batch })).toMatchObject({ count: 1 });
    await importHandlers['import/undo']({ batch: later!.batch! }, bench.context);
    expect(await balance(bench)).toEqual([2, '150.5']);
  });

  it('knows a coupon without an id by what does not change, and keeps honest twins', async () => {
    using bench = new ImportBench();
    const nameless = (...balances: string[]): string =>
      `代金券名称,面值(USD),余额(USD),有效期\n${balances.map((b) => `试用券,100.00,${b},2023/03/14~2023/07/31\n`).join('')}`;
    await bench.run(bench.file(nameless('100.00', '100.00'), 'coupons.csv'));
    expect(await balance(bench)).toEqual([2, '200']);
    await bench.run(bench.file(nameless('100.00', '40.00'), 'coupons.csv'));
    expect(await balance(bench)).toEqual([2, '140']);
  });

  it.each([
    [
      'renewals',
      '实例ID,实例名称,到期时间,倒计时,续费金额(USD)\n',
      ['i-1,vm,2023/10/24 00:00:00,7天后到期,10.00\n', 'i-1,vm,2023/10/24 00:00:00,3天后到期,10.00\n'],
    ],
    [
      'renewals',
      '实例名称ID,产品类型规格,开通/到期时间,状态\n',
      [
        'vm i-1,云服务器,2023/09/24 00:00:00 2023/10/24 00:00:00,使用中\n',
        'vm i-1,云服务器,2023/09/24 00:00:00 2023/10/24 00:00:00,已过期\n',
      ],
    ],
    ['packages', '资源包名称/ID,剩余使用量/总额\n', ['OBS p-1,容量 (10GB / 40GB)\n', 'OBS p-1,容量 (9GB / 40GB)\n']],
  ] as const)('%s: the state of a later export takes the place of the earlier', async (kind, header, [before, after]) => {
    using bench = new ImportBench();
    await bench.run(bench.file(header + before, 'list.csv'));
    await bench.run(bench.file(header + after, 'list.csv'));
    const { count, rows } = await allOf(bench, kind);
    expect(count).toBe(1);
    expect(rows[0]!.file).toBe('list.csv');
    expect(rows[0]!.batch).toBe(2);
  });

  it('is gone with its import, and a book without lists says so', async () => {
    using bench = new ImportBench();
    expect(await kindsOf(bench)).toEqual([]);
    const [result] = await bench.run(bench.file(HEADER + coupon('A', '1.00'), 'coupons.csv'));
    expect((await kindsOf(bench)).map((list) => [list.kind, list.rows])).toEqual([['coupons', 1]]);
    await importHandlers['import/undo']({ batch: result!.batch! }, bench.context);
    expect(await kindsOf(bench)).toEqual([]);
    expect(await allOf(bench, 'coupons')).toEqual({ rows: [], count: 0, totals: {} });
  });
});

describe('a record that holds several rows', () => {
  it('leads each of them back to its own point', async () => {
    using bench = new ImportBench();
    const point = (hour: number): string => `{"Time":"2023-10-24 0${hour}:00:00","Value":"${hour}.5"}`;
    const answer = `{"Response":{"Unit":"bps","DetailSets":[{"Domain":"a.example.com","InstanceID":"lb-1","DetailPoints":[${[1, 2, 3].map(point).join(',')}]}]}}`;
    await bench.run(bench.file(answer, 'samples.json'));
    const { rows } = await allOf(bench, 'usage-samples');
    expect(rows.map((row) => row.values['value'])).toEqual(['1.5', '2.5', '3.5']);
    for (const row of rows) {
      const { source } = await registersHandlers['registers/row']({ id: row.id }, bench.context);
      expect(JSON.parse(source.original)).toMatchObject({ Value: row.values['value'] });
    }
  });
});
