import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { fitting, vendorFormats, viewIn } from '../../../test/samples/fits.ts';
import { plainBinding, readBack } from '../../../test/samples/read-back.ts';
import { readRegister } from '../../../test/samples/read-register.ts';
import { NO_CHOICE } from '../adapter.ts';
import { qingcloudCharges } from './charges.ts';
import { qingcloudConsumption } from './consumption.ts';
import { qingcloudBalance, qingcloudLeases } from './registers.ts';
import { qingcloudSums } from './sums.ts';

// In the shape of the billing interface's documents; the first record has the figures of their example.
const RECORDS = `{"action":"GetChargeRecordsResponse","charge_record_set":[
  {"user_id":"usr-1","resource_id":"eip-1","resource_name":"transit","resource_type":"eip","start_time":"2019-02-28T16:14:03Z","end_time":"2019-03-26T03:14:03Z","duration":"1h","currency":"cny","unit":"GB","remarks":"elastic ip traffic fee","total_sum":0.105,"price":"1.06","fee":"0.1117","zone_id":"test"},
  {"user_id":"usr-1","resource_id":"i-1","resource_name":"web","resource_type":"instance","start_time":"2019-03-31T15:59:59.999Z","end_time":"2019-03-31T16:59:59Z","duration":"1h","currency":"cny","unit":"hour","total_sum":1,"price":"0.6712","fee":"1619.8653","zone_id":"test"}],
  "total_sum":"1619.977","total_count":2,"ret_code":0}`;
const sums = (set: string): string =>
  `{"action":"GetChargeSumsResponse","total_count":1,"charge_sum_set":${set},"ret_code":0,"total_sum":"63.36"}`;
const takers = (text: string): string[] =>
  vendorFormats.flatMap((format) => ('records' in format && format.records?.(parse(text)) ? [format.id] : []));

describe('QingCloud', () => {
  it('reads charges into the Beijing month; the fee is the money, total_sum of a record its usage', () => {
    const lines = readBack(qingcloudCharges, RECORDS);
    expect(lines).toMatchObject([
      {
        period: '2019-03-01 00:14:03',
        date: '2019-03-01 00:14:03',
        payable: '0.1117',
        unitPrice: '1.06',
        usage: '0.105',
        usageUnit: 'GB',
        usageType: 'elastic ip traffic fee',
        currency: 'CNY',
        account: 'usr-1',
        productType: 'eip',
        region: 'test',
      },
      { period: '2019-03-31 23:59:59', payable: '1619.8653', usage: '1', usageUnit: 'hour' },
    ]);
    // The answer's total in integers of 10^-4; price × usage would be 0.1113.
    expect(1_117n + 16_198_653n).toBe(16_199_770n);
    expect(takers(RECORDS)).toEqual(['qingcloud.api.charges']);
  });

  it('reads sums by any dimension, from the object that the examples show and from a list', () => {
    const of = (set: string) => {
      const text = sums(set);
      const records = [...qingcloudSums.records(parse(text))!];
      return [viewIn(qingcloudSums, Object.keys(records[0]!.cells)), readBack(qingcloudSums, text)] as const;
    };
    const [view, lines] = of('{"usr-1":[{"fee":"63.36","root_user_id":"usr-1","total":"total","total_sum":0.0}]}');
    expect(view).toBe('account-cycle');
    expect(lines).toMatchObject([{ payable: '63.36', account: 'usr-1', payingAccount: 'usr-1' }]);
    expect(of('{"instance":[{"fee":"1468.5478","total":"total","resource_type":"instance"}]}')).toMatchObject([
      'type-cycle',
      [{ payable: '1468.5478', productType: 'instance' }],
    ]);
    expect(of('[{"fee":"1","zone_id":"gd2"},{"fee":"-0.5","zone_id":"pek3"}]')).toMatchObject([
      'region-cycle',
      [{ region: 'gd2' }, { payable: '-0.5' }],
    ]);
    expect(of('{"p":[{"fee":"1","project_id":"p"}]}')[0]).toBe('project-cycle');
    expect(takers(sums('{}'))).toEqual(['qingcloud.api.sums']);
    expect(qingcloudSums.nameHint?.('GetChargeSums-2019-03.json')).toEqual({ period: '2019-03' });
  });

  it('reads a lease and a balance', () => {
    const lease =
      '{"action":"GetLeaseInfoResponse","ret_code":0,"lease_info":{"lease_time":"2014-04-12T08:35:05Z","zone_id":"gd2","renewal":"auto","resource_id":"ss-1","contract":{"duration":"1h","price":"0.01","start_time":"2014-04-12T08:35:05Z","contract_id":"ct-1"},"renewal_time":"2014-04-12T10:35:05Z"},"resource_id":"ss-1"}';
    expect(readRegister(qingcloudLeases, lease)).toEqual([
      {
        resourceId: 'ss-1',
        region: 'gd2',
        onExpiry: 'auto',
        opened: '2014-04-12T08:35:05Z',
        expires: '2014-04-12T10:35:05Z',
        contractId: 'ct-1',
        contractStart: '2014-04-12T08:35:05Z',
        term: '1h',
        amount: '0.01',
      },
    ]);
    const balance =
      '{"user_id":"usr-1","ret_code":0,"bonus":"305.1929","action":"GetBalanceResponse","coupons":[{"coupon_id":"c-1","balance":"5"}],"balance":"310.37"}';
    expect(readRegister(qingcloudBalance, balance).map((row) => [row.kind, row.couponId, row.balance])).toEqual([
      ['balance', 'balance', '310.37'],
      ['bonus', 'bonus', '305.1929'],
      ['coupon', 'c-1', '5'],
    ]);
    expect([takers(lease), takers(balance)]).toEqual([['qingcloud.api.leases'], ['qingcloud.api.balance']]);
  });

  it('error answers are no bill', () => expect(takers('{"ret_code":1400,"message":"PermissionDenied"}')).toEqual([]));

  describe('sheets', () => {
    const OWN = ['resource_id', 'resource_name', 'resource_type', 'zone_id', 'start_time', 'end_time', 'price', 'total_sum', 'unit', 'fee'];
    const CHINESE = ['资源 ID', '资源名称', '资源类型', '区域', '开始时间', '结束时间', '单价', '用量', '单位', '金额'];

    it('are recognised by the interface’s names; plain Chinese words only where the format is chosen by hand', () => {
      expect([fitting(OWN), fitting(CHINESE)]).toEqual([['qingcloud.consumption'], []]);
      expect(plainBinding(qingcloudConsumption, CHINESE)).toEqual({
        resourceId: '资源 ID',
        resourceName: '资源名称',
        productType: '资源类型',
        region: '区域',
        period: '开始时间',
        date: '开始时间',
        unitPrice: '单价',
        usage: '用量',
        usageUnit: '单位',
        payable: '金额',
      });
      expect([OWN, CHINESE, ['资源ID', '金额'], ['月份', '项目', '金额']].map((headers) => viewIn(qingcloudConsumption, headers))).toEqual([
        'detail',
        'detail',
        'resource-cycle',
        'summary',
      ]);
    });

    it('bring UTC to Beijing time and leave local time alone', () => {
      const adapter = qingcloudConsumption.adapt!(OWN, [], NO_CHOICE);
      expect([...adapter.row(['i-1', null, '2019-02-28T16:14:03Z', '2019-03-01 00:14:03', 'Z', '2019-02-30T16:14:03Z'], 2)]).toEqual([
        'i-1',
        null,
        '2019-03-01 00:14:03',
        '2019-03-01 00:14:03',
        'Z',
        '2019-02-30T16:14:03Z',
      ]);
      expect(adapter.headers).toEqual(OWN);
      expect(adapter.end()).toEqual([]);
    });
  });
});
