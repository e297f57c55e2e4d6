import { describe, expect, it } from 'vitest';
import { fitting, formatNamed, viewIn } from '../../../test/samples/fits.ts';
import { plainBinding, readBack } from '../../../test/samples/read-back.ts';
import type { Format } from '../format.ts';
import { tagKey, tagText } from '../tags.ts';
import { tencentDetail } from './detail.ts';
import { tencentResources } from './resources.ts';
import { tencentSummary } from './summary.ts';

const L3 =
  `支付者UIN 使用者UIN 操作者UIN 产品名称 计费模式 项目名称 地域 可用区 国内国际 资源ID 实例名称 子产品名称 交易类型 订单ID 交易ID 扣费时间 开始使用时间 结束使用时间 组件类型 组件名称 组件刊例价 组件单价
组件价格单位 组件用量 组件用量单位 使用时长 时长单位 组件原价 折扣率 优惠后总价 代金券支出(元) 赠送账户支出(元) 现金账户支出(元) 标签键:env`.split(
    /\s+/,
  );
// Labels of BillResourceSummary, billing API 2018-07-09.
const L2 =
  `产品名称 子产品名称 计费模式 项目名称 地域 可用区 资源ID 资源别名 交易类型 订单ID 扣费时间 开始使用时间 结束使用时间 配置描述 扩展字段1 扩展字段2 扩展字段3 扩展字段4 扩展字段5 原价 折扣率
优惠后总价 优惠券支出 现金账户支出 赠送账户支出 分成金账户支出 支付者UIN 使用者UIN 操作者UIN 实例类型 账单归属月`.split(/\s+/);
const L2_ENGLISH = [
  'Payer Account ID',
  'Owner Account ID',
  'Product Name',
  'Subproduct Name',
  'Billing Mode',
  'Transaction Type',
  'Transaction Time',
  'Instance ID',
  'Instance Name',
  'Project Name',
  'Region',
  'Configuration Description',
  'Original Cost',
  'Currency',
  'Total Amount After Discount (Excluding Tax)',
  'Voucher Deduction',
  'Amount Before Tax',
  'Tax Amount',
];
const TOTALS = ['账单归属月', '原价', '优惠后总价', '优惠券支出', '现金账户支出', '赠送账户支出', '分成金账户支出'];

describe('Tencent Cloud tables', () => {
  it('L3, L2 and L1 are told from one another, in both languages', () => {
    const l3English = [...L2_ENGLISH, 'Component Type', 'Component Name', 'Component List Price', 'tag_key:env'];
    expect([L3, l3English, L2, L2_ENGLISH, [...TOTALS, '产品名称'], TOTALS].map(fitting)).toEqual([
      ['tencent.detail'],
      ['tencent.detail'],
      ['tencent.resources'],
      ['tencent.resources'],
      ['tencent.summary'],
      ['tencent.summary'],
    ]);
  });

  it('an English file without a currency is not taken: the yuan would be a guess', () => {
    for (const headers of [
      L2_ENGLISH,
      ['Bill Month', 'Product Name', 'Original Cost', 'Total Amount After Discount (Excluding Tax)', 'Currency'],
    ]) {
      expect(fitting(headers)).toHaveLength(1);
      expect(fitting(headers.filter((h) => h !== 'Currency'))).toEqual([]);
    }
  });

  it('binds the bill by resource', () => {
    expect(plainBinding(tencentResources, L2)).toEqual({
      payingAccount: '支付者UIN',
      account: '使用者UIN',
      enterpriseProject: '项目名称',
      product: '子产品名称',
      orderId: '订单ID',
      resourceId: '资源ID',
      resourceName: '资源别名',
      spec: '配置描述',
      availabilityZone: '可用区',
      listPrice: '原价',
      payable: '优惠后总价',
      coupon: '优惠券支出',
      bonus: '赠送账户支出',
      transfer: '分成金账户支出',
      cash: '现金账户支出',
      period: '账单归属月',
      date: '扣费时间',
      productType: '产品名称',
      billingMode: '计费模式',
      billType: '交易类型',
      region: '地域',
    });
    expect(viewIn(tencentResources, L2)).toBe('resource-cycle');
  });

  it.each([
    ['产品名称', 'product-cycle'],
    ['项目名称', 'project-cycle'],
    ['地域', 'region-cycle'],
    ['计费模式', 'mode-cycle'],
    ['标签值', 'tag-cycle'],
  ] as const)('a summary by %s has its own view', (header, view) => {
    expect(viewIn(tencentSummary, [...TOTALS, header])).toBe(view);
    expect(viewIn(tencentSummary, TOTALS)).toBe('summary');
  });

  it('all three hand their tag columns on', () => {
    for (const format of [tencentDetail, tencentResources, tencentSummary]) {
      const pairs = ['标签键:env', '地域', '标签键:成本中心', 'tag_key:Team'].flatMap((header, i) => {
        const key = tagKey(header, format.tagPrefix!);
        return key === null ? [] : [[key, ['prod', 'x', '-', 'web'][i]] as const];
      });
      expect(tagText(pairs)).toBe('env:prod;Team:web');
    }
  });

  it('which headers show the statistics basis', () => {
    expect((formatNamed('tencent.detail') as Format).basisFrom).toEqual({
      month: ['账单归属月', 'Bill Month'],
      deduction: ['扣费时间', 'Transaction Time'],
    });
  });

  it('face recognition: names as printed, prices of four decimals and more, the usage as it is counted', () => {
    // Face recognition, price list: 0.0005, 0.002 and 0.0032 yuan a picture; identity verification under its name in the bill.
    const text = `产品名称,子产品名称,组件类型,组件名称,组件刊例价,组件用量,组件用量单位,组件原价,优惠后总价,现金账户支出(元),代金券支出(元),赠送账户支出(元),扣费时间,交易类型
人脸识别,人脸识别-后付费,调用次数,人脸检测与分析,0.0005,2999999,张,1499.99950000,1499.99950000,1499.99950000,0,0,2023-10-03 10:00:00,按量计费月结
人脸识别,人脸识别-后付费,调用次数,人脸比对,0.0032,1234567,张,3950.61440000,3950.61440000,3950.61440000,0,0,2023-10-03 10:00:00,按量计费月结
人脸核身·云智慧眼,人脸核身-后付费,调用次数,身份信息核验,0.98,3,次,2.94000000,2.94000000,0,0,2.94000000,2023-10-03 10:00:00,按量计费月结
人脸核身·云智慧眼,人脸核身-后付费,billVirtualId,扣费精度补偿,-,1,-,-0.00390000,-0.00390000,-0.00390000,0,0,2023-10-03 10:00:00,月度计费精度差异\n`;
    const lines = readBack(tencentDetail, text);
    expect(lines.map(({ productType, unitPrice, usage }) => [productType, unitPrice, usage])).toEqual([
      ['人脸识别', '0.0005', '2999999'],
      ['人脸识别', '0.0032', '1234567'],
      ['人脸核身·云智慧眼', '0.98', '3'],
      ['人脸核身·云智慧眼', null, '1'],
    ]);
    // In integers of 10^-4: 5 × 2999999 + 32 × 1234567 + 9800 × 3 − 39 = 54535500, that is 5453.55.
    expect(5n * 2_999_999n + 32n * 1_234_567n + 9_800n * 3n - 39n).toBe(54_535_500n);
    const tenThousandths = (text: string): bigint =>
      BigInt(text.replace(/\.(\d*)$/, (_, digits: string) => digits.padEnd(4, '0'))) * (text.includes('.') ? 1n : 10_000n);
    expect(lines.reduce((sum, { payable }) => sum + tenThousandths(payable!), 0n)).toBe(54_535_500n);
  });
});
