import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyAudit } from '../../db/audit.ts';
import { Failure } from '../../domain/result.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { contract, type Input, type Output } from '../contract/index.ts';
import { undoImport } from '../import/undo.ts';
import { allocationHandlers } from './index.ts';

type Name = keyof typeof allocationHandlers;

const HEADER =
  '账期,账号,产品类型,产品,计费模式,账单类型,消费时间,使用开始时间,使用结束时间,订单号/交易号,原订单号,资源ID,官网价,应付金额,现金支付,代金券抵扣,月度结算';
/** A year paid ahead, a renewal without a term, a refund of the year, its fee, and something used. */
const YEAR =
  '2023-03,demo,弹性云服务器 ECS,云主机,包年/包月-年,消费-新购,2023-03-10 10:00:00 GMT+08:00,2023-03-10 10:00:00 GMT+08:00,2024-03-09 23:59:59 GMT+08:00,CS1,--,vm-1,366.00,366.00,300.00,66.00,0';
const RENEWAL =
  '2023-03,demo,云硬盘 EVS,云硬盘,包年/包月-月,消费-续订,2023-03-20 10:00:00 GMT+08:00,2023-03-20 10:00:00 GMT+08:00,2023-03-20 10:00:00 GMT+08:00,CS2,--,vol-1,30,30,0,0,30';
const USED =
  '2023-03,demo,云硬盘 EVS,云硬盘,按需,消费-使用,2023-03-15 16:00:00 GMT+08:00,2023-03-15 16:00:00 GMT+08:00,2023-03-15 17:00:00 GMT+08:00,T1,--,vol-2,0.315,0.31,0,0,0.31';
const REFUND =
  '2023-07,demo,弹性云服务器 ECS,云主机,包年/包月-年,退款-退订,2023-07-01 09:00:00 GMT+08:00,2023-07-01 09:00:00 GMT+08:00,2023-07-01 09:00:00 GMT+08:00,CS9,CS1,vm-1,-253,-253,-253,0,0';
const FEE =
  '2023-07,demo,弹性云服务器 ECS,云主机,包年/包月-年,消费-退订手续费增收,2023-07-01 09:00:00 GMT+08:00,2023-07-01 09:00:00 GMT+08:00,2023-07-01 09:00:00 GMT+08:00,CS9,CS1,vm-1,11,11,11,0,0';

let bench: ImportBench;
beforeEach(() => void (bench = new ImportBench()));
afterEach(() => bench[Symbol.dispose]());

async function call<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
  const handler = allocationHandlers[name] as unknown as (input: unknown, context: typeof bench.context) => unknown;
  return contract[name].output.parse(await handler(contract[name].input.parse(input), bench.context)) as Output<N>;
}
const bill = async (...rows: string[]): Promise<number> => {
  const [done] = await bench.run(bench.file(`${HEADER}\n${rows.join('\n')}\n`, 'detail.csv'));
  await call('allocation/read', {});
  return done!.batch!;
};
type Standing = Output<'allocation/summary'>['totals'][string];
const told = ({ opening, month, remaining, total }: Standing): string[] => [opening, month, remaining, total].map((f) => f.total);
const stands = async (period: string): Promise<string[] | null> => {
  const { totals, checks } = await call('allocation/summary', { period });
  for (const check of checks) expect(check).toMatchObject({ pass: true, difference: '0' });
  return totals['USD'] ? told(totals['USD']) : null;
};
const lineOf = async (order: string, period = '2023-03') =>
  (await call('allocation/rows', { period, where: [{ column: 'orderId', value: order }] })).rows[0];

describe('the allocation of a month', () => {
  it('spreads what is paid ahead by days, keeps what is used in its month, and leaves out what has no term', async () => {
    await bill(YEAR, RENEWAL, USED);
    // 366 days from 2023-03-10 to 2024-03-09, one dollar each: March 22 days.
    expect(await stands('2023-03')).toEqual(['0', '22.31', '344', '366.31']);
    expect(await stands('2023-04')).toEqual(['22', '30', '314', '366']);
    expect(await stands('2024-03')).toEqual(['357', '9', '0', '366']);
    expect(await stands('2024-04')).toBeNull();
    expect(await stands('2023-02')).toBeNull();
    const march = await call('allocation/summary', { period: '2023-03', groupBy: ['productType'] });
    expect(march.rows.map((r) => [r.values, r.lines, ...told(r.standing)])).toEqual([
      [['弹性云服务器 ECS'], 1, '0', '22', '344', '366'],
      [['云硬盘 EVS'], 1, '0', '0.31', '0', '0.31'],
    ]);
    expect(march.missing).toEqual({ lines: 1, totals: { USD: '30' } });
    expect(march.unread).toBe(0);
    expect(march.checks.map((c) => [c.id, c.left, c.right])).toEqual([
      ['crossFoot', '366.31', '366.31'],
      ['rows', '22.31', '22.31'],
      ['bill', '396.31', '396.31'],
    ]);
    expect(march.policies.map((p) => p.id)).toEqual(['allocation.largest-remainder-8', 'huawei.days.both-ends']);
  });

  it('splits each figure over the payment parts: 300 cash and 66 coupon in the proportion of the order', async () => {
    await bill(YEAR);
    const { totals } = await call('allocation/summary', { period: '2023-03' });
    // 22 × 300/366 = 18.03278688|5…, 22 × 66/366 = 3.96721311|4…: the larger remainder takes the last unit.
    expect(totals['USD']!.month).toEqual({ total: '22', parts: { cash: '18.03278689', coupon: '3.96721311' } });
    expect(totals['USD']!.total.parts).toEqual({ cash: '300', coupon: '66' });
  });

  it('takes a refund back from its day on, over the rest of the order it names; the fee is of its month', async () => {
    await bill(YEAR);
    await bill(REFUND, FEE);
    // From 2023-07-01 to 2024-03-09: 253 days, one dollar each.
    expect(await stands('2023-06')).toEqual(['83', '30', '253', '366']);
    // July: 31 of the year less 31 of the refund, and the fee.
    expect(await stands('2023-07')).toEqual(['113', '11', '0', '124']);
    expect(await stands('2023-12')).toEqual(['113', '0', '0', '113']);
    expect(await lineOf('CS9', '2023-07')).toMatchObject({
      from: 'rest',
      term: { first: '2023-07-01', last: '2024-03-09', days: 253 },
      original: 'CS1',
    });
  });

  it('keeps to filters and groups by any column; a refund finds its order outside the filter', async () => {
    await bill(YEAR, USED);
    await bill(REFUND, FEE);
    const refunds = await call('allocation/summary', {
      period: '2023-08',
      where: [{ column: 'billType', op: 'contains', value: '退款' }],
      groupBy: ['orderId', 'resourceId'],
    });
    expect(refunds.columns).toEqual(['orderId', 'resourceId']);
    expect(refunds.rows.map((r) => [r.values, ...told(r.standing)])).toEqual([[['CS9', 'vm-1'], '-31', '-31', '-191', '-253']]);
    const prepaidOnly = await call('allocation/summary', { period: '2023-03', usage: false });
    expect(told(prepaidOnly.totals['USD']!)).toEqual(['0', '22', '344', '366']);
    await expect(call('allocation/summary', { period: '2023-03', groupBy: ['payable'] })).rejects.toThrow(Failure);
  });

  it('by months adds up to the bills, the rest in one row', async () => {
    await bill(YEAR, USED);
    await bill(REFUND, FEE);
    const answer = await call('allocation/months', { from: '2023-03', to: '2024-03', groupBy: ['productType'], limit: 1 });
    expect(answer.months).toHaveLength(13);
    const [ecs, rest] = answer.rows;
    expect(ecs).toMatchObject({ values: ['弹性云服务器 ECS'], total: '124' });
    expect(ecs!.figures.slice(0, 6)).toEqual(['22', '30', '31', '30', '11', '0']);
    expect(rest).toMatchObject({ values: null, total: '0.31' });
    expect(answer.totals['USD']!.slice(0, 2)).toEqual(['22.31', '30']);
    await expect(call('allocation/months', { from: '2024-03', to: '2023-03' })).rejects.toMatchObject({
      error: { code: 'allocation.months' },
    });
  });
});

describe('the lines that are paid ahead', () => {
  it('are listed with term, source and standing, and sorted, missing ones last', async () => {
    await bill(YEAR, RENEWAL, USED);
    const all = await call('allocation/rows', { period: '2023-04', sort: 'remaining' });
    expect(all.count).toBe(2);
    expect(all.rows.map((r) => [r.orderId, r.from, r.gap, r.term?.days ?? null, r.standing && told(r.standing)])).toEqual([
      ['CS1', 'line', null, 366, ['22', '30', '314', '366']],
      ['CS2', null, 'no-term', null, null],
    ]);
    expect(told(all.totals['USD']!)).toEqual(['22', '30', '314', '366']);
    expect((await call('allocation/rows', { period: '2023-04', state: 'missing' })).rows.map((r) => r.orderId)).toEqual(['CS2']);
    expect((await call('allocation/rows', { period: '2023-04', state: 'open' })).rows.map((r) => r.orderId)).toEqual(['CS1']);
  });

  it('show their months one by one', async () => {
    await bill(YEAR);
    const { id } = (await lineOf('CS1'))!;
    const { months, convention, given } = await call('allocation/line', { id, period: '2023-03' });
    expect(months).toHaveLength(13);
    expect(months[0]).toMatchObject({ period: '2023-03', days: 22, figure: { total: '22' } });
    expect(convention.id).toBe('huawei.days.both-ends');
    expect(given).toBeNull();
    await expect(call('allocation/line', { id: 999, period: '2023-03' })).rejects.toMatchObject({ error: { code: 'allocation.no-line' } });
  });
});

describe('a term given by hand', () => {
  it('counts at once, for an order or a line, is taken back step by step, and stays in the journal', async () => {
    await bill(YEAR, RENEWAL);
    const to = { vendor: 'huawei' as const, order: 'CS2' };
    const one = { line: (await lineOf('CS2'))!.id };
    expect(await call('allocation/setTerm', { to, first: '2023-03-21', last: '2023-04-19', note: 'from the order page' })).toEqual({
      first: '2023-03-21',
      last: '2023-04-19',
      days: 30,
    });
    expect(await lineOf('CS2')).toMatchObject({ from: 'given', term: { days: 30 } });
    expect(await stands('2023-04')).toEqual(['33', '49', '314', '396']);
    await call('allocation/setTerm', { to: one, first: '2023-04-01', last: '2023-04-30' });
    expect(await stands('2023-04')).toEqual(['22', '60', '314', '396']);
    await call('allocation/setTerm', { to: one, first: '2023-05-01', last: '2023-05-30' });
    expect(await call('allocation/clearTerm', { to: one })).toEqual({ left: true });
    expect((await lineOf('CS2'))!.term).toMatchObject({ first: '2023-04-01' });
    expect(await call('allocation/clearTerm', { to: one })).toEqual({ left: false });
    expect((await lineOf('CS2'))!.term).toMatchObject({ first: '2023-03-21' });
    await call('allocation/clearTerm', { to });
    expect((await lineOf('CS2'))!.gap).toBe('no-term');
    await expect(call('allocation/clearTerm', { to })).rejects.toMatchObject({ error: { code: 'allocation.no-term' } });
    const { read } = bench.context.session.book();
    expect(read.all<{ action: string }>("SELECT action FROM audit WHERE action LIKE 'allocation/%Term'").map((e) => e.action)).toEqual([
      ...Array(3).fill('allocation/setTerm'),
      ...Array(3).fill('allocation/clearTerm'),
    ]);
    expect(verifyAudit(read)).toBe('ok');
  });

  it('outlives an import that is undone and made again; ids that come again bring no wrong term', async () => {
    const batch = await bill(RENEWAL);
    const { id } = (await lineOf('CS2'))!;
    await call('allocation/setTerm', { to: { line: id }, first: '2023-03-21', last: '2023-04-19' });
    undoImport(batch, bench.context);
    expect((await call('allocation/rows', { period: '2023-03' })).count).toBe(0);
    await bill(YEAR);
    expect((await lineOf('CS1'))!.from).toBe('line');
    await bill(RENEWAL);
    expect(await lineOf('CS2')).toMatchObject({ from: 'given', term: { first: '2023-03-21' } });
  });

  it('is refused where it ends before it begins, is endless, or has no line', async () => {
    await bill(YEAR, USED);
    const to = { vendor: 'huawei' as const, order: 'CS1' };
    const refused = (input: Input<'allocation/setTerm'>) => expect(call('allocation/setTerm', input)).rejects;
    await refused({ to, first: '2023-03-02', last: '2023-03-01' }).toMatchObject({ error: { code: 'allocation.term' } });
    await refused({ to, first: '2003-03-02', last: '2023-03-01' }).toMatchObject({ error: { code: 'allocation.term' } });
    const used = bench.context.session.book().read.get<{ id: number }>("SELECT id FROM bill_line WHERE order_id = 'T1'")!;
    await refused({ to: { line: used.id }, first: '2023-03-01', last: '2023-03-02' }).toMatchObject({
      error: { code: 'allocation.no-line' },
    });
  });
});

describe('terms from elsewhere', () => {
  it('come from the list of resource packages by the order', async () => {
    await bill(RENEWAL.replace('消费-续订', '消费-新购'));
    expect((await lineOf('CS2'))!.gap).toBe('no-term');
    const packages =
      '资源包名称/ID,区域,适用范围,状态,剩余使用量/总额,生效时间,失效时间,订单号\n对象存储100GB,新加坡,全部,使用中,容量 (100GB / 100GB),2023/03/20 10:00:00 GMT+08:00,2023/06/20 00:00:00 GMT+08:00,CS2\n';
    const [list] = await bench.run(bench.file(packages, 'packages.csv'));
    expect(list).toMatchObject({ format: 'huawei.packages', imported: 1 });
    expect(await lineOf('CS2')).toMatchObject({ from: 'list', term: { first: '2023-03-20', last: '2023-06-19' } });
  });

  it('come from interface records and from Tencent Cloud’s bill', async () => {
    const record = {
      bill_date: '2023-03-10',
      bill_type: 1,
      charge_mode: '1',
      period_type: '19',
      customer_id: 'c',
      cloud_service_type: 'hws.service.type.ec2',
      resource_type: 'vm',
      trade_id: 'CS7',
      resource_id: 'vm-7',
      effective_time: '2023-03-09T16:00:00Z',
      expire_time: '2024-03-09T15:59:59Z',
      official_amount: 366,
      amount: 366,
      cash_amount: 366,
      measure_id: 1,
    };
    await bench.run(bench.file(JSON.stringify({ fee_records: [record], total_count: 1, currency: 'USD' }), 'fees.json'));
    const tencent =
      '支付者UIN,使用者UIN,产品名称,计费模式,交易类型,订单ID,扣费时间,开始使用时间,结束使用时间,资源ID,组件类型,组件名称,组件原价,优惠后总价,代金券支出(元),现金账户支出(元)\n1,1,云服务器CVM,包年包月,包年包月新购,20230301,2023-03-10 12:00:00,2023-03-10 12:34:56,2023-04-10 12:34:56,ins-1,CPU,标准型,31,31,1,30\n';
    await bench.run(bench.file(tencent, '1-202303-按扣费周期-明细账单.csv'));
    await call('allocation/read', {});
    expect(await lineOf('CS7')).toMatchObject({ from: 'line', term: { first: '2023-03-10', last: '2024-03-09', days: 366 } });
    expect(await lineOf('20230301')).toMatchObject({ from: 'line', term: { first: '2023-03-10', last: '2023-04-09', days: 31 } });
    // 22 days of each in March: one a day.
    const { totals } = await call('allocation/summary', { period: '2023-03' });
    expect([told(totals['USD']!), told(totals['CNY']!)]).toEqual([
      ['0', '22', '344', '366'],
      ['0', '22', '9', '31'],
    ]);
  });

  it('are told to be unread until they are read', async () => {
    await bench.run(bench.file(`${HEADER}\n${YEAR}\n`, 'detail.csv'));
    expect((await call('allocation/summary', { period: '2023-03' })).unread).toBe(1);
    expect(await call('allocation/read', {})).toEqual({ batches: 1, lines: 1, terms: 1 });
    expect(await call('allocation/read', {})).toEqual({ batches: 0, lines: 0, terms: 0 });
    expect((await call('allocation/summary', { period: '2023-03' })).unread).toBe(0);
  });

  it('show the amortised cost of FOCUS beside the own one', async () => {
    const focus =
      'BilledCost,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ChargeFrequency,EffectiveCost,ListCost,ContractedCost,ProviderName,PublisherName,InvoiceIssuerName,BillingAccountId,ServiceName,ServiceCategory,ResourceId\n' +
      '365,USD,2025-01-01T00:00:00Z,2025-02-01T00:00:00Z,2025-01-01T00:00:00Z,2026-01-01T00:00:00Z,Purchase,One-Time,0,365,365,AWS,AWS,AWS,1,EC2,Compute,ri-1\n' +
      '0,USD,2025-01-01T00:00:00Z,2025-02-01T00:00:00Z,2025-01-01T00:00:00Z,2025-02-01T00:00:00Z,Usage,Usage-Based,31,40,31,AWS,AWS,AWS,1,EC2,Compute,vm-1\n';
    await bench.run(bench.file(focus, 'focus.csv'));
    await call('allocation/read', {});
    const answer = await call('allocation/summary', { period: '2025-01', groupBy: ['product'] });
    expect(answer.rows.map((r) => [r.values, ...told(r.standing), r.effective])).toEqual([[['EC2'], '0', '31', '334', '365', '31']]);
    expect(answer.effective).toEqual({ USD: '31' });
  });
});

describe('the exported table', () => {
  const write = async (format: 'csv' | 'xlsx', rows: 'groups' | 'lines', language: 'en' | 'zh-CN'): Promise<string> => {
    const path = join(bench.folder, `a-${rows}-${language}.${format}`);
    const target = bench.context.host.files.grant(path, 'write');
    const written = await call('export/allocation', { period: '2023-03', groupBy: ['productType'], format, rows, language, target });
    expect(written.rows).toBe(2);
    return path;
  };

  it('has every figure with eight decimals, by group and by line, in both languages', async () => {
    await bill(YEAR, RENEWAL, USED);
    const groups = parse(readFileSync(await write('csv', 'groups', 'zh-CN')), { bom: true, columns: true }) as Record<string, string>[];
    expect(groups[0]).toMatchObject({
      产品类型: '弹性云服务器 ECS',
      期初已分摊: '0.00000000',
      本月分摊: '22.00000000',
      期末未分摊: '344.00000000',
      合计: '366.00000000',
    });
    const lines = parse(readFileSync(await write('csv', 'lines', 'en')), { bom: true, columns: true }) as Record<string, string>[];
    expect(lines.map((l) => [l['Term from'], l['Term told by'], l['This month'], l['Amount']])).toEqual([
      ['2023-03-10', 'the bill line', '22.00000000', '366.00000000'],
      ['', 'term missing', '', '30.00000000'],
    ]);
    expect(Object.keys(lines[0]!).filter((name) => name.startsWith('This month · '))).toHaveLength(2);
    expect(
      readFileSync(await write('xlsx', 'groups', 'en'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
