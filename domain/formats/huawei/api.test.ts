import { readFileSync } from 'node:fs';
import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { brokenIdentities, plainBinding, readBack } from '../../../test/samples/read-back.ts';
import { tencentApiDetail } from '../tencent/api-detail.ts';
import { billTypeCodes, billTypes } from './bill-types.ts';
import { huaweiFeeRecords } from './fee-records.ts';
import { huaweiResourceRecords } from './resource-records.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../../test/fixtures/vendor-api/${name}`, import.meta.url), 'utf8');
const REAL = fixture('huawei-resource-records-bk-hcm.json');
const PLACEHOLDER = fixture('huawei-fee-record-placeholder-bk-hcm.json');
const MONTHLY = { settlement: 'monthly', currency: 'USD' } as const;

describe('Huawei Cloud API records', () => {
  it('reads the real row: the whole payable of a monthly-settled account stands in debt_amount', () => {
    const [line, ...more] = readBack(huaweiResourceRecords, REAL, MONTHLY);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      period: '2023-04',
      currency: 'USD',
      billType: '消费-新购',
      billingMode: '包年/包月-月',
      region: 'CN-Hong Kong',
      productType: 'Elastic Volume Service',
      product: 'Volume',
      spec: 'High IO|50GB',
      enterpriseProject: 'default',
      listPrice: '4.6',
      discount: '0',
      payable: '4.6',
      cash: '0',
      monthlySettled: '4.6',
      roundingOff: '0',
    });
    expect(line).not.toHaveProperty('outstanding');
    expect(brokenIdentities(huaweiResourceRecords, [line!])).toEqual([]);
  });

  it('calls the same amount outstanding where the account is not settled monthly', () => {
    const [line] = readBack(huaweiResourceRecords, REAL, { settlement: 'non-monthly', currency: 'USD' });
    expect(line).toMatchObject({ outstanding: '4.6' });
    expect(line).not.toHaveProperty('monthlySettled');
  });

  it('finds the contradiction in the placeholder record: payments 4.50, amount 0.81', () => {
    const lines = readBack(huaweiFeeRecords, PLACEHOLDER, MONTHLY);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      period: '2020-12-05',
      payable: '0.81',
      cash: '2.25',
      monthlySettled: '-8.11',
      writeOff: '3.69',
      currency: 'USD',
      usage: '147',
      resourceId: '4251f987c09c4d97a6b4784e4661f8ce',
    });
    expect(brokenIdentities(huaweiFeeRecords, lines)).toEqual(['huawei.payable@1']);
  });

  it('reads the vendor’s own envelopes, with the digits as printed', () => {
    const fee =
      '{"fee_records":[{"bill_date":"2021-07-31","bill_type":999,"charge_mode":"3","amount":0.00000024,"official_amount":2.4E-7}],"currency":"CNY"}';
    const record = [...huaweiFeeRecords.records(parse(fee))!][0]!;
    expect(record.cells).toMatchObject({
      amount: '0.00000024',
      official_amount: '2.4E-7',
      bill_type: '999',
      currency: 'CNY',
      'charge_mode/period_type': '3',
    });
    expect(record).toMatchObject({ row: 1, part: 0 });
    const monthly =
      '{"monthly_records":[{"cycle":"2021-07","resource_Type_code":"hws.resource.type.vm","consume_amount":1,"measure_id":1}],"total_count":1,"currency":"USD"}';
    const cells = [...huaweiResourceRecords.records(parse(monthly))!][0]!.cells;
    expect(plainBinding(huaweiResourceRecords, Object.keys(cells))).toMatchObject({
      product: 'resource_Type_code',
      payable: 'consume_amount',
      period: 'cycle',
    });
  });

  it('marks amounts in an undocumented unit instead of taking them as dollars', () => {
    const cells = [
      ...huaweiFeeRecords.records(parse('{"fee_records":[{"bill_date":"2021-07-31","amount":81,"cash_amount":81,"measure_id":3}]}'))!,
    ][0]!.cells;
    expect(cells).toMatchObject({ amount: '81 (measure_id 3)', cash_amount: '81 (measure_id 3)', bill_date: '2021-07-31' });
  });

  it('leaves documents of others alone and keeps a broken record as a row', () => {
    const documents = [
      REAL,
      PLACEHOLDER,
      fixture('tencent-DescribeBillDetail.json'),
      fixture('tencent-bill-detail-bk-hcm.json'),
      '{"code":0,"data":{"details":[]}}',
      '[]',
      '1',
      'null',
    ];
    const read = (records: (root: unknown) => unknown): boolean[] => documents.map((text) => records(parse(text)) !== null);
    expect(read(huaweiResourceRecords.records)).toEqual([true, false, false, false, false, false, false, false]);
    expect(read(huaweiFeeRecords.records)).toEqual([false, true, false, false, false, false, false, false]);
    expect(read(tencentApiDetail.records)).toEqual([false, false, true, true, false, false, false, false]);
    expect([...huaweiFeeRecords.records(parse('{"fee_records":["x",{"amount":1}]}'))!].map((r) => r.cells.amount)).toEqual([
      undefined,
      '1',
    ]);
  });

  it('knows each bill type once; adjustments and refunds are negative', () => {
    expect(Object.keys(billTypeCodes)).toHaveLength(billTypes.length);
    expect(billTypes.filter((t) => t.sign === 'refund').map((t) => t.code)).toEqual(['4', '9', '20', '24', '100', '101']);
    expect(billTypes.every((t) => (t.sign === 'refund') === (t.text.startsWith('退款') || t.text.startsWith('调账-补偿')))).toBe(true);
  });
});
