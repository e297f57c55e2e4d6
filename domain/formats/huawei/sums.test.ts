import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { vendorFormats } from '../../../test/samples/fits.ts';
import { brokenIdentities, readBack, sums } from '../../../test/samples/read-back.ts';
import { billTypes, billTypeWords } from './bill-types.ts';
import { huaweiMonthlySum } from './monthly-sum.ts';
import { huaweiSettleRecords } from './settle-records.ts';

const NON_MONTHLY = { settlement: 'non-monthly', currency: 'USD' } as const;
// Figures of the guide’s transaction sheet, 13.2.8: 0.315 = 0.005 + 0.31; the rest is ours.
const SUMS = `{"bill_sums":[
  {"bill_cycle":"2020-04","bill_type":1,"charging_mode":3,"service_type_name":"虚拟私有云","resource_type_name":"固定带宽","customer_id":"c1","account_name":"demo","official_amount":0.315,"official_discount_amount":0,"truncated_amount":0.005,"consume_amount":0.31,"cash_amount":0.31,"credit_amount":0,"coupon_amount":0,"flexipurchase_coupon_amount":0,"stored_value_card_amount":0,"debt_amount":0,"writeoff_amount":0,"measure_id":1},
  {"bill_cycle":"2020-04","bill_type":2,"charging_mode":1,"service_type_name":"云硬盘","resource_type_name":"云硬盘","customer_id":"c1","account_name":"demo","official_amount":-41.22,"official_discount_amount":0,"truncated_amount":0,"consume_amount":-41.22,"cash_amount":-41.22,"debt_amount":0,"measure_id":1},
  {"bill_cycle":"2020-04","bill_type":7,"charging_mode":11,"service_type_name":"CDN","resource_type_name":"CDN","customer_id":"c1","account_name":"demo","official_amount":7.92,"official_discount_amount":0,"truncated_amount":0,"consume_amount":7.92,"cash_amount":0,"debt_amount":7.92,"measure_id":1}],
  "total_count":3,"currency":"USD","consume_amount":-32.99,"cash_amount":-40.91,"debt_amount":7.92}`;

describe('Huawei Cloud sums by interface', () => {
  it('reads the monthly sum: kinds of its own, rounding-off printed, an unknown kind kept', () => {
    const lines = readBack(huaweiMonthlySum, SUMS, NON_MONTHLY);
    expect(lines.map(({ billType, billingMode, payable, roundingOff }) => [billType, billingMode, payable, roundingOff])).toEqual([
      ['消费', '按需', '0.31', '0.005'],
      ['退款', '包年/包月', '-41.22', '0'],
      ['7', '节省计划', '7.92', '0'],
    ]);
    expect(brokenIdentities(huaweiMonthlySum, lines)).toEqual([]);
    // The answer's own totals, in cents: -3299 = 31 − 4122 + 792.
    expect(31n - 4122n + 792n).toBe(-3299n);
    expect(sums(lines)).toMatchObject({ payable: '-32.99', cash: '-40.91', outstanding: '7.92', listPrice: '-32.985' });
  });

  it('reads transaction bills of the China site; times become Beijing times', () => {
    const text =
      '{"records":[{"bill_cycle":"2021-02","bill_type":5,"charging_mode":3,"trade_id":"t1","consume_time":"2021-01-31T16:30:00Z","trade_time":"2021-01-31T17:00:00Z","official_amount":0.315,"official_discount_amount":0,"erase_amount":0.005,"consume_amount":0.31,"cash_amount":0.3,"bonus_amount":0.01,"measure_id":1}],"total_count":1,"currency":"CNY"}';
    const lines = readBack(huaweiSettleRecords, text, NON_MONTHLY);
    expect(lines).toMatchObject([
      {
        period: '2021-02',
        date: '2021-02-01 00:30:00',
        billType: '消费-使用',
        billingMode: '按需',
        payable: '0.31',
        roundingOff: '0.005',
        bonus: '0.01',
        orderId: 't1',
        currency: 'CNY',
      },
    ]);
    expect(brokenIdentities(huaweiSettleRecords, lines)).toEqual([]);
    expect(huaweiSettleRecords.records(parse('{"records":[{"id":1}]}'))).toBeNull();
  });

  it('no other format takes these answers', () => {
    const takers = (text: string): string[] =>
      vendorFormats.flatMap((format) => ('records' in format && format.records?.(parse(text)) ? [format.id] : []));
    expect(takers(SUMS)).toEqual(['huawei.api.monthly-sum']);
    expect(takers('{"records":[{"bill_cycle":"2021-02","consume_amount":1}]}')).toEqual(['huawei.api.statement']);
  });
});

describe('bill types', () => {
  // Billing guide 13.2.8 and 7.2.2.2, word for word.
  const PRINTED =
    `消费-新购 消费-续订 消费-变更 消费-使用 消费-自动续订 消费-按时计费 消费-退订手续费增收 消费-服务支持计划月末补扣 消费-税金 消费-保底差额 消费-按月付费 消费-节省计划抵扣
    调账-补偿 调账-补偿税金 调账-扣费 调账-扣费税金 退款-退订 退款-变更 退款-税金 退款-包年包月转按需`.split(/\s+/);

  it('knows every word of the guide, with sign and meaning', () => {
    for (const word of PRINTED) expect(billTypeWords[word]).toBeDefined();
    expect(billTypeWords['退款-税金']).toBe('退款-退订税金');
    expect(billTypes.every((type) => type.meaning && type.meaningZh)).toBe(true);
    expect(billTypes.filter(({ sign }) => sign === 'refund').map(({ text }) => text)).toEqual([
      '退款-退订',
      '调账-补偿',
      '退款-变更',
      '退款-包年/包月转按需',
      '退款-退订税金',
      '调账-补偿税金',
    ]);
  });
});
