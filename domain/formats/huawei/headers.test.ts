import { describe, expect, it } from 'vitest';
import { plainBinding } from '../../../test/samples/read-back.ts';
import { normaliseHeader } from '../header.ts';
import { huaweiDetail } from './detail.ts';
import { huaweiStatement } from './statement.ts';

// Huawei Cloud China site, description of the detail bill file, with the columns that production importers bind.
const CHINA =
  `账期 企业项目 企业项目ID 账号 产品类型编码 产品类型 产品编码 产品ID 产品 计费模式 消费时间 使用开始时间 使用结束时间 订单号/交易号
交易时间 账单类型 资源ID 资源名称 资源标签 SKU编码 规格 区域编码 区域 可用区 使用量类型编码 单价(¥) 单价单位 使用量 使用量单位 套餐内使用量
预留实例内使用量 官网价(¥) 优惠金额(¥) 应付金额(¥) 现金支付(¥) 信用额度支付(¥) 代金券抵扣(¥) 现金券抵扣(¥) 储值卡抵扣(¥) 欠费金额(¥)
已核销金额(¥) 优惠类型 优惠信息 订单类型 订单数量 订单周期数 订单周期单位 RI购买小时数 退订原因 退订手续费(¥) 原订单号 是否竞价实例`.split(
    /\s+/,
  );
// Huawei Cloud billing guide (international) 6.1.1.
const GUIDE =
  `账期 交易账号 日期 企业项目 账号 产品类型 产品 规格 计费模式 消费时间 订单号/交易号 账单类型 交易时间 区域 可用区 使用量类型 单价
单价单位 使用量 使用量(定价量纲) 使用量单位 使用量单位(定价量纲) 使用量转换比率 套餐内使用量 套餐内使用量(定价量纲) 预留实例内使用量
预留实例内使用量(定价量纲) 官网价 优惠金额 抹零金额 应付金额 现金支付 代金券抵扣 月度结算 优惠类型 优惠信息 支付状态 资源名称/ID 资源标签
订单类型 订单数量 订单周期数 订单周期单位 RI购买小时数 退订原因 退订手续费 原订单号 是否竞价实例`.split(/\s+/);
// Transaction statement of an account that is not settled monthly, billing guide 13.2.8.
const STATEMENT =
  `账期 企业项目 企业项目ID 账号 产品类型编码 产品类型 产品编码 产品 计费模式 消费时间 使用开始时间 使用结束时间 订单号/交易号 交易时间
账单类型 区域 官网价 优惠金额 抹零金额 应付金额 现金支付 信用额度支付 代金券抵扣 现金券抵扣 储值卡抵扣 欠费金额 核销金额 支付状态`.split(
    /\s+/,
  );
// Files of the same vendor that are none of these.
const SUMMARY = '账期 账号 产品类型 产品 计费模式 账单类型 官网价 优惠金额 抹零金额 应付金额 现金支付 代金券抵扣 欠费金额'.split(' ');
const RESOURCE_EXPENDITURES =
  `消费时间 账期 资源ID 资源名称 资源标签 供应商 计费模式 产品类型 资源类型 产品 规格 区域 企业项目ID 企业项目名称 使用量类型
使用量 套餐内使用量 预留实例内使用量 使用量单位 官网价总金额 折扣优惠 消费金额 订单类型 订单号 交易时间 税金 子资源名称 子资源ID 子资源产品类型
子资源产品 组合交易单号 账号`.split(/\s+/);
const ENGLISH = [
  'Billing Cycle',
  'Enterprise Project',
  'Account Name',
  'Product Type',
  'Product',
  'Billing Mode',
  'Bill Type',
  'List Price (USD)',
  'Discounted Amount (USD)',
  'Truncated Amount (USD)',
  'Amount Due (USD)',
  'Cash Payment (USD)',
  'Cash Coupon (USD)',
  'Monthly Settlement (USD)',
  'Outstanding Amount (USD)',
  'Region',
  'Resource ID',
];

const shared = {
  period: '账期',
  date: '消费时间',
  enterpriseProject: '企业项目',
  account: '账号',
  productType: '产品类型',
  product: '产品',
  billingMode: '计费模式',
  billType: '账单类型',
  orderId: '订单号/交易号',
  region: '区域',
};
const has = (headers: readonly string[], names: readonly string[]): boolean => {
  const known = new Set(headers.map((h) => normaliseHeader(h).name));
  return names.some((name) => known.has(normaliseHeader(name).name));
};

describe('Huawei Cloud headers', () => {
  it('binds the China file, whose headers end in the yuan sign', () => {
    expect(plainBinding(huaweiDetail, CHINA)).toEqual({
      ...shared,
      resourceId: '资源ID',
      resourceName: '资源名称',
      tags: '资源标签',
      spec: '规格',
      availabilityZone: '可用区',
      usageType: '使用量类型编码',
      unitPrice: '单价(¥)',
      usage: '使用量',
      usageUnit: '使用量单位',
      listPrice: '官网价(¥)',
      discount: '优惠金额(¥)',
      payable: '应付金额(¥)',
      cash: '现金支付(¥)',
      credit: '信用额度支付(¥)',
      coupon: '代金券抵扣(¥)',
      flexiCoupon: '现金券抵扣(¥)',
      storedCard: '储值卡抵扣(¥)',
      outstanding: '欠费金额(¥)',
      writeOff: '已核销金额(¥)',
    });
    expect(normaliseHeader('应付金额(¥)').currency).toBe('CNY');
  });

  it('binds the field table of the international guide', () => {
    expect(plainBinding(huaweiDetail, GUIDE)).toEqual({
      ...shared,
      date: '日期',
      payingAccount: '交易账号',
      spec: '规格',
      availabilityZone: '可用区',
      usageType: '使用量类型',
      unitPrice: '单价',
      usage: '使用量',
      usageUnit: '使用量单位',
      listPrice: '官网价',
      discount: '优惠金额',
      roundingOff: '抹零金额',
      payable: '应付金额',
      cash: '现金支付',
      coupon: '代金券抵扣',
      monthlySettled: '月度结算',
      resourceId: '资源名称/ID',
      tags: '资源标签',
    });
  });

  it('binds the transaction statement', () => {
    expect(plainBinding(huaweiStatement, STATEMENT)).toEqual({
      ...shared,
      listPrice: '官网价',
      discount: '优惠金额',
      roundingOff: '抹零金额',
      payable: '应付金额',
      cash: '现金支付',
      credit: '信用额度支付',
      coupon: '代金券抵扣',
      flexiCoupon: '现金券抵扣',
      storedCard: '储值卡抵扣',
      outstanding: '欠费金额',
      writeOff: '核销金额',
    });
  });

  it('binds the English terms of the glossary', () => {
    expect(Object.values(plainBinding(huaweiDetail, ENGLISH)).sort()).toEqual([...ENGLISH].sort());
  });

  it('tells detail, statement and their relatives apart', () => {
    const isDetail = (h: readonly string[]): boolean => has(h, huaweiDetail.marks) && plainBinding(huaweiDetail, h).payable !== undefined;
    const isStatement = (h: readonly string[]): boolean => has(h, huaweiStatement.marks) && !has(h, huaweiStatement.excludes ?? []);
    expect([CHINA, GUIDE, STATEMENT, SUMMARY, RESOURCE_EXPENDITURES].map(isDetail)).toEqual([true, true, false, false, false]);
    expect([CHINA, GUIDE, STATEMENT, SUMMARY, RESOURCE_EXPENDITURES].map(isStatement)).toEqual([false, false, true, false, false]);
  });

  it('takes the bill’s currency from the book only where Huawei Cloud bills in it', () => {
    const of = (currency: string): string | null => huaweiDetail.currency({ settlement: 'monthly', currency });
    expect(['USD', 'CNY', 'THB'].map(of)).toEqual(['USD', 'CNY', 'USD']);
  });
});
