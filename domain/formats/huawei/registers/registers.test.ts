import { describe, expect, it } from 'vitest';
import { fitting } from '../../../../test/samples/fits.ts';
import { readRegister } from '../../../../test/samples/read-register.ts';
import { incomeExpense, paymentHistory, vendorInvoices } from './money.ts';
import { packages, renewals } from './subscriptions.ts';
import { coupons } from './usage.ts';

// Billing guide: pages of payment history, account statement, invoices, renewals, resource packages; terms of the others.
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'huawei.payment-history': ['付款日期', '发票/收据ID', '付款方式', '交易类型', '支付方法', '交易金额(USD)', '汇率'],
  'huawei.income-expense': ['流水号', '交易时间', '收支类型', '交易类型', '备注', '金额(USD)', '余额(USD)', '操作'],
  'huawei.invoices': ['发票号码', '生成时间', '账期', '发票类型', '发票内容', '发票金额', '发票汇率', '状态', '操作'],
  'huawei.renewals': ['实例名称ID', '产品类型规格', '区域', '开通/到期时间', '状态', '倒计时', '操作'],
  'huawei.packages': ['资源包名称/ID', '产品类型', '区域', '适用范围', '状态', '剩余使用量/总额', '生效时间', '失效时间', '订单号', '操作'],
  'huawei.orders': ['订单号', '订单类型', '产品类型', '创建时间', '支付时间', '订单金额(USD)', '订单状态', '操作'],
  'huawei.package-deductions': ['抵扣时间', '资源包名称', '产品类型', '资源ID', '使用量类型', '抵扣量'],
  'huawei.usage-samples': ['统计时间', '产品类型', '产品', '计费规格', '域名', '带宽', '单位'],
  'huawei.coupons': ['代金券名称', '面值(USD)', '余额(USD)', '有效期', '使用限制', '状态'],
};

describe('registers of Huawei Cloud', () => {
  it.each(Object.entries(LISTS))('%s is told from every bill and every other list', (id, headers) =>
    expect(fitting(headers)).toEqual([id]),
  );

  it('takes both sides of a payment and the rate out of the guide’s cells', () => {
    const text =
      '付款日期,发票/收据ID,付款方式,交易类型,支付方法,交易金额(USD),汇率\n2021/11/11,--,尾号,付款,信用卡,100.23USD =777.21 HKD,1USD=7.75428 HKD\n';
    expect(readRegister(paymentHistory, text)).toEqual([
      {
        date: '2021-11-11',
        documentId: null,
        paymentMethod: '尾号',
        transactionType: '付款',
        paymentChannel: '信用卡',
        amount: '100.23',
        currency: 'USD',
        paidAmount: '777.21',
        paidCurrency: 'HKD',
        rate: '7.75428',
      },
    ]);
  });

  it('reads the guide’s account movement: expenses are negative, the time is Beijing time', () => {
    const text =
      '流水号,交易时间,收支类型,交易类型,备注,金额(USD),余额(USD),操作\nAC-500000004-0,2020/04/15 17:28:53,支出,消费(预置类别),弹性云服务器-预置类别,-281.02,0.00,\n';
    expect(readRegister(incomeExpense, text)).toMatchObject([
      { serial: 'AC-500000004-0', time: '2020-04-15T09:28:53Z', direction: '支出', amount: '-281.02', balance: '0' },
    ]);
  });

  it('reads an invoice in two currencies exactly', () => {
    // 948,285,283.40 × 8.2 = 7,775,939,323.88
    expect(94_828_528_340n * 82n).toBe(7_775_939_323_880n);
    const text =
      '发票号码,生成时间,账期,发票类型,发票内容,发票金额,发票汇率,状态\nTTH20000056,2020/12/15 19:29:00 GMT+08:00,2020/10,商票,普通开票,"948,285,283.40 USD = 7,775,939,323.88 THB",1 USD = 8.2 THB,已开票\n';
    expect(readRegister(vendorInvoices, text)).toMatchObject([
      {
        number: 'TTH20000056',
        created: '2020-12-15T11:29:00Z',
        period: '2020-10',
        amount: '948285283.4',
        paidAmount: '7775939323.88',
        paidCurrency: 'THB',
        rate: '8.2',
      },
    ]);
  });

  it('splits two times in one cell, and a quota; several quotas have no single figure', () => {
    const renewal =
      '实例名称ID,产品类型规格,开通/到期时间,状态\nvm,弹性云服务器,"2023/10/24 21:08:45 GMT+08:00\n2023/11/24 23:59:59 GMT+08:00",已冻结\n';
    expect(readRegister(renewals, renewal)).toMatchObject([
      { opened: '2023-10-24T13:08:45Z', expires: '2023-11-24T15:59:59Z', status: '已冻结' },
    ]);
    const rows =
      '资源包名称/ID,剩余使用量/总额\na,容量 (10240GB / 10240GB)\nb,"容量 (10240GB / 10240GB) 标准存储UT类请求 (6000千次 / 6000千次)"\nc,"容量 (1,024.5GB / 10,240GB)"\n';
    expect(readRegister(packages, rows).map(({ left, total, unit }) => [left, total, unit])).toEqual([
      ['10240', '10240', 'GB'],
      [null, null, null],
      ['1024.5', '10240', 'GB'],
    ]);
  });

  it('takes the validity of the guide’s coupon', () => {
    const text = '代金券名称,余额(USD),有效期\nx,100.00,2023/03/14 16:35:09 GMT+08:00~2023/07/31 23:59:59 GMT+08:00\n';
    expect(readRegister(coupons, text)).toEqual([
      { couponName: 'x', balance: '100', effective: '2023-03-14T08:35:09Z', expires: '2023-07-31T15:59:59Z' },
    ]);
  });

  it('refuses a payment whose amount is no figure instead of leaving it out', () => {
    expect(() => readRegister(paymentHistory, '付款日期,交易金额(USD)\n2021/11/11,<$0.01 USD\n')).toThrow(/not an amount/);
  });
});
