import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/result.ts';
import { ImportBench } from '../../test/support/import-host.ts';
import { evaluateIdentity } from '../../domain/bill/identity.ts';
import { listPriceIdentity } from '../../domain/formats/huawei/rules.ts';
import { MEASURE_NAMES } from '../../domain/formats/fields.ts';
import { billsHandlers } from './index.ts';

const HEADER = '账期,账号,产品类型,产品,计费模式,账单类型,交易时间,资源ID,官网价,优惠金额,抹零金额,应付金额,现金支付,代金券抵扣,月度结算';
const ROW = '2023-09,demo,云硬盘 EVS,云硬盘,按需,消费-使用,2023-09-15 16:00:00 GMT+08:00,vol-1,0.315,0,0.005,0.31,0,0,0.31';

describe('bills/line', () => {
  it('shows the row of the file, its cells, and the arithmetic of every identity', async () => {
    using bench = new ImportBench();
    await bench.run(bench.file(Buffer.from(`${HEADER}\n${ROW.replace('vol-1', 'vol-0')}\n${ROW.replace('0.005', '--')}\n`), 'detail.csv'));
    const found = billsHandlers['bills/lines'](
      { period: '2023-09', where: [], hideZero: false, search: 'vol-1', kind: 'detail', sort: [], offset: 0, limit: 10, ids: null },
      bench.context,
    );
    const { rows } = await found;
    const shown = await billsHandlers['bills/line']({ id: rows[0]!.id }, bench.context);
    expect(shown.line).toMatchObject({
      resourceId: 'vol-1',
      listPrice: '0.315',
      roundingOff: null,
      monthlySettled: '0.31',
      currency: 'USD',
      row: 3,
    });
    expect(shown.source).toMatchObject({ file: 'detail.csv', format: 'huawei.detail', row: 3, original: ROW.replace('0.005', '--') });
    expect(shown.source.columns.find((c) => c.header === '抹零金额')).toEqual({ header: '抹零金额', value: '--' });
    expect(shown.identities.map((i) => [i.id, i.arithmetic, i.pass])).toEqual([
      ['huawei.list-price', '0.315 ≠ 0 + 0.31 = 0.31; off by 0.005', false],
      ['huawei.payable', '0.31 = 0 + 0 + 0.31', true],
    ]);
  });

  it('refuses a line that is not there', async () => {
    using bench = new ImportBench();
    await expect((async () => billsHandlers['bills/line']({ id: 7 }, bench.context))()).rejects.toThrow(Failure);
  });
});

describe('evaluateIdentity', () => {
  const line = (own: Record<string, string>) =>
    Object.fromEntries(MEASURE_NAMES.map((m) => [m, own[m] ?? null])) as Parameters<typeof evaluateIdentity>[1];
  it('prints negative parts with their sign', () =>
    expect(evaluateIdentity(listPriceIdentity, line({ listPrice: '-1', discount: '0.5', payable: '-1.5' }))).toMatchObject({
      arithmetic: '-1 = 0.5 − 1.5',
      pass: true,
    }));
  it('has nothing to say where a side is missing', () => {
    expect(evaluateIdentity(listPriceIdentity, line({ payable: '1' }))).toBeNull();
    expect(evaluateIdentity(listPriceIdentity, line({ listPrice: '1' }))).toBeNull();
  });
});
