import { readFileSync } from 'node:fs';
import { parse } from 'lossless-json';
import { describe, expect, it } from 'vitest';
import { brokenIdentities, plainBinding, readBack } from '../../../test/samples/read-back.ts';
import { normaliseHeader } from '../header.ts';
import { tencentApiDetail } from './api-detail.ts';
import { tencentDetail } from './detail.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../../test/fixtures/vendor-api/${name}`, import.meta.url), 'utf8');

// L3 detail of the China site, as production importers bind it.
const CHINA =
  `支付者UIN 使用者UIN 操作者UIN 产品名称 计费模式 项目名称 地域 可用区 国内国际 资源ID 实例名称 子产品名称 交易类型 订单ID 交易ID 扣费时间
开始使用时间 结束使用时间 组件类型 组件名称 组件刊例价 组件单价 组件价格单位 组件用量 组件用量单位 使用时长 时长单位 组件原价 折扣率 优惠后总价
代金券支出(元) 赠送账户支出(元) 现金账户支出(元)`.split(/\s+/);
// Tencent Cloud International, bill field table.
const INTERNATIONAL = [
  'Payer Account ID',
  'Owner Account ID',
  'Operator Account ID',
  'Product Name',
  'Subproduct Name',
  'Billing Mode',
  'Transaction Type',
  'Transaction ID',
  'Transaction Time',
  'Usage Start Time',
  'Usage End Time',
  'Instance ID',
  'Instance Name',
  'Instance Type',
  'Project Name',
  'Region',
  'Availability Zone',
  'Component Type',
  'Component Name',
  'Component List Price',
  'Component Contracted Price',
  'Component Price Measurement Unit',
  'Component Usage',
  'Component Usage Unit',
  'Usage Duration',
  'Duration Unit',
  'Original Cost',
  'RI Deduction (Duration)',
  'RI Deduction (Cost)',
  'Savings Plan Deduction',
  'Savings Plan Deduction Rate',
  'SP Deduction (Cost)',
  'Discount Multiplier',
  'Blended Discount Multiplier',
  'Currency',
  'Total Amount After Discount (Excluding Tax)',
  'Voucher Deduction',
  'Amount Before Tax',
  'Tax Rate',
  'Tax Amount',
  'Total Cost (Including Tax)',
  'Additional Attributes',
];

const usage = { usageType: '组件类型', spec: '组件名称', unitPrice: '组件刊例价', usage: '组件用量', usageUnit: '组件用量单位' };

describe('Tencent Cloud L3 detail', () => {
  it('binds the Chinese headers and takes CNY from them', () => {
    expect(plainBinding(tencentDetail, [...CHINA, '标签键:env'])).toEqual({
      ...usage,
      period: '扣费时间',
      date: '扣费时间',
      payingAccount: '支付者UIN',
      account: '使用者UIN',
      enterpriseProject: '项目名称',
      productType: '产品名称',
      product: '子产品名称',
      billingMode: '计费模式',
      billType: '交易类型',
      orderId: '订单ID',
      resourceId: '资源ID',
      resourceName: '实例名称',
      region: '地域',
      availabilityZone: '可用区',
      listPrice: '组件原价',
      payable: '优惠后总价',
      coupon: '代金券支出(元)',
      bonus: '赠送账户支出(元)',
      cash: '现金账户支出(元)',
    });
    expect(normaliseHeader('代金券支出(元)').currency).toBe('CNY');
  });

  it('prefers the billing month and the newer labels', () => {
    const newer = ['账单归属月', '账单归属日', '扣费时间', '资源别名', '组件名称', '优惠后总价', '优惠券支出', '分成金账户支出'];
    expect(plainBinding(tencentDetail, newer)).toEqual({
      period: '账单归属月',
      date: '账单归属日',
      resourceName: '资源别名',
      spec: '组件名称',
      payable: '优惠后总价',
      coupon: '优惠券支出',
      transfer: '分成金账户支出',
    });
  });

  it('binds the international headers, spaced or not', () => {
    const expected = {
      period: 'Transaction Time',
      date: 'Transaction Time',
      currency: 'Currency',
      payingAccount: 'Payer Account ID',
      account: 'Owner Account ID',
      enterpriseProject: 'Project Name',
      productType: 'Product Name',
      product: 'Subproduct Name',
      spec: 'Component Name',
      usageType: 'Component Type',
      billingMode: 'Billing Mode',
      billType: 'Transaction Type',
      orderId: 'Transaction ID',
      resourceId: 'Instance ID',
      resourceName: 'Instance Name',
      region: 'Region',
      availabilityZone: 'Availability Zone',
      unitPrice: 'Component List Price',
      usage: 'Component Usage',
      usageUnit: 'Component Usage Unit',
      listPrice: 'Original Cost',
      payable: 'Total Amount After Discount (Excluding Tax)',
      coupon: 'Voucher Deduction',
      cash: 'Amount Before Tax',
      tax: 'Tax Amount',
    };
    expect(plainBinding(tencentDetail, INTERNATIONAL)).toEqual(expected);
    const tight = plainBinding(
      tencentDetail,
      INTERNATIONAL.map((h) => h.replaceAll(' ', '')),
    );
    expect(Object.keys(tight).sort()).toEqual(Object.keys(expected).sort());
  });

  it('does not take an English file without a currency: the yuan would be a guess', () => {
    const names = new Set(INTERNATIONAL.filter((h) => h !== 'Currency').map((h) => normaliseHeader(h).name));
    expect(tencentDetail.marks.some((mark) => names.has(normaliseHeader(mark).name))).toBe(false);
  });
});

describe('Tencent Cloud API detail', () => {
  it('reads the vendor’s refund example', () => {
    const lines = readBack(tencentApiDetail, fixture('tencent-DescribeBillDetail.json'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      period: '2023-07-01 00:00:00',
      date: '2023-07-17 00:00:00',
      billType: '包年包月转按量',
      account: '909619400',
      orderId: '20230707400000442821061',
      listPrice: '-80.89',
      payable: '-80.89',
      discount: '0',
      cash: '-80.43264806',
      bonus: '-0.45735194',
      coupon: '0',
      transfer: '0',
      tags: null,
    });
    expect(brokenIdentities(tencentApiDetail, lines)).toEqual([]);
  });

  it('reads the anonymised row of a real bill: month from the time of payment, discount derived', () => {
    const lines = readBack(tencentApiDetail, fixture('tencent-bill-detail-bk-hcm.json'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      period: '2023-04-01 01:12:22',
      productType: '公网 IP',
      billingMode: '按量计费',
      usage: '1',
      unitPrice: '0.00005556',
      listPrice: '0.200016',
      payable: '0.00724198',
      discount: '0.19277402',
      bonus: '0.00724198',
      cash: '0',
    });
    expect(brokenIdentities(tencentApiDetail, lines)).toEqual([]);
  });

  it('makes one line of each component and joins tags', () => {
    const text =
      '{"DetailSet":[{"PayTime":"2023-04-01 01:12:22","Tags":[{"TagKey":"env","TagValue":"prod"},{"TagKey":"team","TagValue":"web"}],"ComponentSet":[{"RealCost":"1"},{"RealCost":"2"}]},{"PayTime":"2023-04-02 00:00:00","ComponentSet":[]}]}';
    const records = [...tencentApiDetail.records(parse(text))!];
    expect(records.map(({ row, part, cells }) => [row, part, cells['ComponentSet.RealCost'], cells.Tags])).toEqual([
      [1, 0, '1', 'env:prod;team:web'],
      [1, 1, '2', 'env:prod;team:web'],
      [2, 0, undefined, null],
    ]);
  });

  it('refuses the cost allocation, which has the same shape but is no bill', () => {
    expect(tencentApiDetail.records(parse(fixture('tencent-DescribeCostDetail.json')))).toBeNull();
  });
});
