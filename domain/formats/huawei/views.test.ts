import { describe, expect, it } from 'vitest';
import { fitting, formatNamed, namesOf, viewIn } from '../../../test/samples/fits.ts';
import { plainBinding } from '../../../test/samples/read-back.ts';
import type { Format } from '../format.ts';
import { huaweiExpenditures, huaweiSpending } from './bucket.ts';
import { huaweiTransactions } from './transactions.ts';

const MONEY = '官网价(¥) 优惠金额(¥) 抹零金额(¥) 应付金额(¥) 现金支付(¥) 信用额度支付(¥) 代金券抵扣(¥) 欠费金额(¥) 已核销金额(¥)'.split(
  ' ',
);
const KIND = ['计费模式', '账单类型'];
// 账单详情: dimensions of the console, as its field table groups them (billing guide 6.1.1 and 7.2.4).
const DIMENSIONS: Readonly<Record<string, readonly string[]>> = {
  account: ['账期', '企业项目', '交易账号', '账号'],
  type: ['账期', '企业项目', '交易账号', '账号', '产品类型编码', '产品类型'],
  product: ['账期', '企业项目', '交易账号', '账号', '产品类型编码', '产品类型', '产品编码', '产品ID', '产品'],
  resource: [
    '账期',
    '企业项目',
    '企业项目ID',
    '账号',
    '产品类型编码',
    '产品类型',
    '产品编码',
    '产品ID',
    '产品',
    '资源名称/ID',
    '资源标签',
    '规格',
    '区域',
    '可用区',
    '订单号/交易号',
  ],
  usage: [
    '账期',
    '企业项目',
    '账号',
    '产品类型',
    '产品',
    '资源ID',
    '资源名称',
    '资源标签',
    '规格',
    '区域',
    '使用量类型',
    '单价(¥)',
    '单价单位',
    '使用量',
    '使用量单位',
    '订单号/交易号',
  ],
};
const SPANS: Readonly<Record<string, readonly string[]>> = {
  line: ['消费时间', '使用开始时间', '使用结束时间', '交易时间'],
  day: ['日期'],
  cycle: [],
};
// Billing guide 13.2.1; guide 13.2.8, the transaction statement; guide 7-4, 13-2, 7-5, 13-3; China site, 流水详单.
const SUMMARY = '账期 账号 产品类型 产品 计费模式 账单类型 官网价 优惠金额 抹零金额 应付金额 现金支付 代金券抵扣 欠费金额'.split(' ');
const STATEMENT =
  `账期 企业项目 企业项目ID 账号 产品类型编码 产品类型 产品编码 产品 计费模式 消费时间 使用开始时间 使用结束时间 订单号/交易号 交易时间
账单类型 区域 官网价 优惠金额 抹零金额 应付金额 现金支付 信用额度支付 代金券抵扣 现金券抵扣 储值卡抵扣 欠费金额 核销金额 支付状态`.split(
    /\s+/,
  );
const SUB = '子资源名称 子资源ID 子资源产品类型 子资源产品'.split(' ');
const EXPENDITURES = [
  ...`消费时间 账期 资源ID 资源名称 资源标签 供应商 计费模式 产品类型 资源类型 产品 规格 区域 企业项目ID 企业项目名称 使用量类型 使用量 套餐内使用量
预留实例内使用量 使用量单位 官网价总金额 折扣优惠 消费金额 订单类型 订单号 交易时间 税金`.split(/\s+/),
  ...SUB,
  '组合交易单号',
  '账号',
];
const EXPENDITURES_OLDER = [
  ...`消费时间 账期 资源ID 资源名称 资源标签 供应商 计费模式 产品类型 资源类型 产品 产品规格 区域 企业项目ID 企业项目名称 使用量类型
使用量/购买时长 套餐内使用量/预留实例内使用量 使用量单位 官网价总金额 折扣优惠 消费金额 订单类型 订单号 交易时间 税金`.split(/\s+/),
  ...SUB,
  '组合交易单号',
];
const SPENDING = [
  '账期',
  ...'资源ID 资源名称 资源标签 区域 产品类型 资源类型 产品 企业项目ID 企业项目名称 供应商 计费模式 官网价总金额 消费金额 折扣优惠 备注 税金'.split(
    ' ',
  ),
  ...SUB,
  '账号',
];
const TRANSACTIONS =
  `消费时间 供应商 订单ID/退订单ID 原订单号 订单类型 云服务区 产品类型 资源类型 资源ID 资源名称 资源标签 企业项目ID 企业项目名称 产品 产品规格 计费模式 购买时长
官网价总金额 消费金额 支付状态 现金支付 信用额度支付 代金券抵扣 现金券抵扣 储值卡抵扣 奖励金支付 交易时间 折扣优惠 抹零金额 备注`.split(
    /\s+/,
  );
const ITEMS =
  '账期 消费/退订时间 订单号 订单类型 原订单号 产品类型 区域 产品 规格 计费模式 购买数量 时长 官网价总金额 应付金额 现金支付 代金券抵扣 欠费'.split(
    ' ',
  );

const combinations = Object.entries(DIMENSIONS).flatMap(([dimension, head]) =>
  Object.entries(SPANS).map(([span, time]) => ({ dimension, span, headers: [...head, ...KIND, ...time, ...MONEY] })),
);

describe('bill details of Huawei Cloud', () => {
  it('there are fifteen kinds', () => expect(combinations).toHaveLength(15));

  it.each(combinations)('by $dimension and $span: one format has it, and tells the view', ({ dimension, span, headers }) => {
    const ids = fitting(headers);
    expect(ids).toEqual([dimension === 'usage' || dimension === 'resource' ? 'huawei.detail' : `huawei.detail.by-${dimension}`]);
    const format = formatNamed(ids[0]!) as Format;
    expect(viewIn(format, headers)).toBe(dimension === 'usage' && span === 'line' ? 'detail' : `${dimension}-${span}`);
    expect(typeof format.delivery === 'function' ? format.delivery(namesOf(headers)) : format.delivery).toBe(
      span === 'cycle' ? 'replaces' : 'adds',
    );
    expect(plainBinding(format, headers)).toMatchObject({ period: '账期', account: '账号', payable: '应付金额(¥)', billType: '账单类型' });
  });

  it.each([
    ['summary', SUMMARY, 'huawei.summary', 'summary'],
    ['transaction statement', STATEMENT, 'huawei.statement', null],
    ['expenditures, table 7-4', EXPENDITURES, 'huawei.expenditures', 'expenditures'],
    ['expenditures, table 13-2', EXPENDITURES_OLDER, 'huawei.expenditures', 'expenditures'],
    ['spending, table 7-5', SPENDING, 'huawei.spending', 'resource-cycle'],
    ['spending, table 13-3', SPENDING.slice(0, -1), 'huawei.spending', 'resource-cycle'],
    ['spendings by transaction', TRANSACTIONS, 'huawei.transactions', null],
    [
      'pay-per-use transactions',
      ['消费流水号', '账期', ...TRANSACTIONS.filter((h) => !h.startsWith('订单') && h !== '原订单号')],
      'huawei.transactions',
      null,
    ],
    ['reconciliation bill', ITEMS, 'huawei.item-overview', 'product-line'],
  ] as const)('%s is told from all others', (_, headers, id, view) => {
    expect(fitting(headers)).toEqual([id]);
    expect(viewIn(formatNamed(id), headers)).toBe(view);
  });

  it('binds both tables of the expenditures', () => {
    const shared = {
      period: '账期',
      date: '消费时间',
      resourceId: '资源ID',
      resourceName: '资源名称',
      tags: '资源标签',
      billingMode: '计费模式',
      productType: '产品类型',
      product: '产品',
      region: '区域',
      enterpriseProject: '企业项目名称',
      usageType: '使用量类型',
      usageUnit: '使用量单位',
      listPrice: '官网价总金额',
      discount: '折扣优惠',
      payable: '消费金额',
      billType: '订单类型',
      orderId: '订单号',
      tax: '税金',
    };
    expect(plainBinding(huaweiExpenditures, EXPENDITURES)).toEqual({
      provider: '供应商',
      ...shared,
      spec: '规格',
      usage: '使用量',
      account: '账号',
    });
    expect(plainBinding(huaweiExpenditures, EXPENDITURES_OLDER)).toEqual({
      provider: '供应商',
      ...shared,
      spec: '产品规格',
      usage: '使用量/购买时长',
    });
  });

  it('binds spending, where payable stands before discount, and the statement by transaction', () => {
    expect(plainBinding(huaweiSpending, SPENDING)).toMatchObject({
      listPrice: '官网价总金额',
      payable: '消费金额',
      discount: '折扣优惠',
      tax: '税金',
      account: '账号',
      enterpriseProject: '企业项目名称',
    });
    expect(plainBinding(huaweiTransactions, TRANSACTIONS)).toMatchObject({
      period: '消费时间',
      orderId: '订单ID/退订单ID',
      region: '云服务区',
      payable: '消费金额',
      cash: '现金支付',
      credit: '信用额度支付',
      flexiCoupon: '现金券抵扣',
      bonus: '奖励金支付',
      roundingOff: '抹零金额',
    });
  });

  it('names in English where the international guide has them', () => {
    const english = [
      'Expenditure Time',
      'Billing Cycle',
      'Resource ID',
      'Resource Name',
      'Resource Tag',
      'BE',
      'Billing Mode',
      'Product Type',
      'Product',
      'Region',
      'Enterprise Project Name',
      'Expenditure (USD)',
    ];
    expect(fitting(english)).toEqual(['huawei.expenditures']);
    expect(fitting(english.filter((h) => h !== 'Expenditure Time'))).toEqual(['huawei.spending']);
    expect(
      fitting([
        'Billing Cycle',
        'Enterprise Project',
        'Account Name',
        'Product Type',
        'Product',
        'Billing Mode',
        'Bill Type',
        'Amount Due (USD)',
      ]),
    ).toEqual(['huawei.detail.by-product']);
  });
});
