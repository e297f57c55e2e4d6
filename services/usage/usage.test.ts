import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeMonth, madeValue, slotTime } from '../../domain/usage/rig.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import type { Input, Output } from '../contract/index.ts';
import { usage as contract } from '../contract/usage.ts';
import { registersHandlers } from '../registers/index.ts';
import { registers } from '../contract/registers.ts';
import { usageHandlers } from './index.ts';

type Peak = Output<'usage/peak'>;
const key = { vendor: 'huawei', spec: '月95峰值带宽', region: null, resource: 'bw-1' } as const;
const header = '统计时间,产品类型,计费规格,资源ID,方向,带宽,单位\n';
const row = (i: number, value: string, resource = 'bw-1', spec = '月95峰值带宽', unit = 'Mbps', direction = '--'): string =>
  `${slotTime('2024-04', i).replace('T', ' ')},虚拟私有云 VPC,${spec},${resource},${direction},${value},${unit}\n`;
/** April of the made series (domain/usage/rig.ts): its 95th percentile is 950.6. */
const april =
  header +
  madeMonth('2024-04', 30)
    .map((_, i) => row(i, madeValue(i)))
    .join('');
const others = [
  header,
  ...Array.from({ length: 288 }, (_, i) => row(i, '10.5', 'bw-2') + row(i, '20', 'bw-3')),
  ...Array.from({ length: 3 }, (_, i) => row(288 * i, `${i + 1}.25`, 'obs-1', '流量', 'GB')),
].join('');
/** Two lines of a bill: one by bandwidth for bw-1, one by the hour for bw-2. */
const bill = [
  '账期,账号,产品类型,产品,规格,计费模式,账单类型,资源ID,资源名称,区域,交易时间,使用量类型,使用量,使用量单位,单价,官网价(USD),优惠金额(USD),抹零金额(USD),应付金额(USD),现金支付(USD),代金券抵扣(USD),月度结算(USD),订单号/交易号',
  '2024-04,acc,虚拟私有云,带宽,95,按需,消费-使用,bw-1,a,华北,2024-05-01 20:00:00,95峰值,950.6,Mbps,2,1901.2,0,0,1901.2,0,0,1901.2,t-1',
  '2024-04,acc,虚拟私有云,带宽,固定,按需,消费-使用,bw-2,b,华北,2024-04-02 10:00:00,时长,1,小时,0.5,0.5,0,0,0.5,0,0,0.5,t-2',
].join('\n');

describe('usage of a book', () => {
  let bench: ImportBench;
  const peak = async (input: Partial<Input<'usage/peak'>>): Promise<Peak> =>
    contract['usage/peak'].output.parse(
      await usageHandlers['usage/peak'](
        contract['usage/peak'].input.parse({ series: key, period: '2024-04', method: 'classic', ...input }),
        bench.context,
      ),
    );
  beforeAll(async () => {
    bench = new ImportBench();
    for (const [text, name] of [
      [april, 'april.csv'],
      [others, 'others.csv'],
      [bill, 'bill.csv'],
    ] as const) {
      const [imported] = await bench.run(bench.file(text, name));
      expect(imported!.rejected).toBe(0);
    }
  }, 60_000);
  afterAll(() => bench[Symbol.dispose]());

  it('has its series by resource and usage type, and its months', async () => {
    const found = contract['usage/series'].output.parse(await usageHandlers['usage/series']({ period: '2024-04' }, bench.context));
    expect(found.periods).toEqual([{ period: '2024-04', samples: 8640 + 576 + 3 }]);
    expect(found.series.map(({ resource, spec, samples, from, to }) => [resource, spec, samples, from, to])).toEqual([
      ['bw-1', '月95峰值带宽', 8640, '2024-04-01', '2024-04-30'],
      ['bw-2', '月95峰值带宽', 288, '2024-04-01', '2024-04-01'],
      ['bw-3', '月95峰值带宽', 288, '2024-04-01', '2024-04-01'],
      ['obs-1', '流量', 3, '2024-04-01', '2024-04-03'],
    ]);
    expect((await usageHandlers['usage/series']({ period: '2024-03' }, bench.context)).series).toEqual([]);
  });

  it('gives the percentile with its points, and holds it against the bill', async () => {
    const found = await peak({ price: '2' });
    expect(found.result).toMatchObject({ value: '950.6', charge: '1901.2', samples: 8640, ranked: 8640, dropped: 432, missing: 0 });
    expect(found.result.chosen).toEqual([{ time: '2024-04-03T08:20:00', value: '950.6' }]);
    expect(found.points).toHaveLength(8640);
    expect(found.points[0]).toEqual({ time: '2024-04-01T00:00:00', value: '0' });
    expect(found.bill).toMatchObject({ status: 'pass', usage: '950.6', difference: '0' });
    expect(found.bill.lines).toHaveLength(1);
  });

  it('tells a difference, a line in another unit, and no line', async () => {
    const differing = await peak({ method: 'minimum', committed: '1000' });
    expect(differing.bill).toMatchObject({ status: 'differs', usage: '950.6', difference: '49.4' });
    expect((await peak({ series: { ...key, resource: 'bw-2' } })).bill).toMatchObject({ status: 'other-unit', usage: null });
    expect((await peak({ series: { ...key, resource: 'bw-3' } })).bill).toEqual({
      status: 'missing',
      computed: '20',
      usage: null,
      difference: null,
      lines: [],
    });
  });

  it('holds Tencent Cloud’s usage, which is already the charged part of the month, against that part', async () => {
    // 15 days of the month: 12 Mbps × 15 ÷ 30 = 6.
    const points = Array.from({ length: 15 * 288 }, (_, i) => ({ Time: slotTime('2024-04', i).replace('T', ' '), Value: '12000000' }));
    const text = JSON.stringify({
      Response: { RetCode: 0, Unit: 'bps', DetailSets: [{ Domain: '', InstanceID: 'bwp-1', DetailPoints: points }] },
    });
    await bench.run(bench.file(text, 'points.json'));
    const found = await peak({ series: { vendor: 'tencent', spec: null, region: null, resource: 'bwp-1' }, method: 'classic' });
    expect(found.result).toMatchObject({ value: '12', chargedDays: '15', samples: 4320 });
    expect(found.bill).toMatchObject({ status: 'missing', computed: '6' });
  });

  it('adds up the resources that share a usage type', async () => {
    const found = await peak({ series: { ...key, resource: null }, method: 'daily-peak' });
    const first = found.result.days[0]!;
    // 1 April of the made series peaks at 997.8; 10.5 and 20 are added at every time of that day.
    expect(first).toMatchObject({ day: '2024-04-01', peak: '1028.3' });
    expect(found.notices.map((n) => n.code)).toEqual(['added', 'uneven']);
  });

  it('refuses what is no bandwidth, and a month without samples', async () => {
    await expect(peak({ series: { ...key, spec: '流量', resource: 'obs-1' }, method: 'daily-peak' })).rejects.toThrow(
      '“GB” is not a unit of bandwidth.',
    );
    await expect(peak({ period: '2024-03' })).rejects.toThrow('There are no usage samples for this.');
  });

  it('totals by usage type and unit: bandwidth is not added up, volumes are', async () => {
    const totals = (scope: Partial<Input<'usage/totals'>>) =>
      usageHandlers['usage/totals'](contract['usage/totals'].input.parse(scope), bench.context) as Output<'usage/totals'>;
    expect(totals({ vendor: 'huawei' })).toMatchObject([
      { spec: '月95峰值带宽', unit: 'Mbps', samples: 8640 + 576, resources: 3, highest: '1000.6', lowest: '0', total: null },
      { spec: '流量', unit: 'GB', samples: 3, resources: 1, highest: '3.25', lowest: '1.25', total: '6.75' },
    ]);
    expect(totals({ resource: 'bw-2', from: '2024-04-02' })).toEqual([]);
    expect(totals({ resource: 'bw-2', to: '2024-04-01' })).toMatchObject([{ samples: 288, highest: '10.5', lowest: '10.5' }]);
  });

  it('lists the samples of exactly one resource', async () => {
    const rows = await registersHandlers['registers/rows'](
      registers['registers/rows'].input.parse({ kind: 'usage-samples', resource: 'bw-2', to: '2024-04-01', limit: 1 }),
      bench.context,
    );
    expect(rows.count).toBe(288);
  });
});

describe('a file of samples', () => {
  let bench: ImportBench;
  const calc = async (text: string, input: Partial<Input<'calc/peak95'>> = {}): Promise<Output<'calc/peak95'>> =>
    contract['calc/peak95'].output.parse(
      await usageHandlers['calc/peak95'](
        contract['calc/peak95'].input.parse({ file: bench.file(text, 'samples.csv'), method: 'classic', ...input }),
        bench.context,
      ),
    );
  beforeAll(() => void (bench = new ImportBench()));
  afterAll(() => bench[Symbol.dispose]());

  it('is read like an import, and leaves the book as it is', async () => {
    const found = await calc(april);
    expect(found.result.value).toBe('950.6');
    expect(found.policy).toMatchObject({ id: 'usage.classic', interval: 5, missing: 'left-out', base: '1000' });
    expect(found.steps.map((s) => s.label)).toEqual([
      'Samples',
      'Valid days',
      'Ranked samples',
      'Left out',
      'Chosen sample',
      'Charged days',
    ]);
    expect(await usageHandlers['usage/series']({ period: null }, bench.context)).toEqual({ periods: [], series: [] });
  });

  it('may be a table of one’s own: a time and a figure', async () => {
    const plain = `time,value\n${madeMonth('2024-04', 30)
      .map((s) => `${s.time},${s.value}\n`)
      .join('')}`;
    const found = await calc(plain);
    expect(found.result.value).toBe('950.6');
    expect(found.notices.map((n) => n.code)).toEqual(['no-unit']);
  });

  it('tells rows that it could not read, and those without a figure', async () => {
    const none = await calc(header + row(0, '5') + row(1, 'n/a') + row(2, '7') + row(3, '8') + row(4, '8'));
    expect(none.result.samples).toBe(4);
    expect(none.notices[0]).toMatchObject({ code: 'no-figure', message: 'Samples without a figure, left out: 1.' });
    const broken = header + row(0, '5') + row(1, '6').replace(/^[^,]*/, '2024-04-31 00:05') + row(2, '7') + row(3, '8') + row(4, '8');
    const found = await calc(broken);
    expect(found.notices[0]).toMatchObject({ code: 'rejected', level: 'warning' });
    expect(found.notices[0]!.message).toContain('left out: 1. The first is row 3');
  });

  it('of several resources wants one to be chosen, or all added up', async () => {
    const two = header + row(0, '5') + row(0, '6', 'bw-2') + row(1, '7');
    await expect(calc(two)).rejects.toThrow('The file holds samples of 2 resources.');
    expect((await calc(two, { resource: 'bw-2' })).result.value).toBe('6');
    expect((await calc(two, { together: true })).result.value).toBe('11');
  });

  it('that holds something else is refused', async () => {
    await expect(calc(bill)).rejects.toThrow('“samples.csv” holds no usage samples.');
    await expect(calc('a,b\n1,2\n')).rejects.toThrow();
  });
});
