import { csvLine } from '../csv.ts';
import type { SampleWriter } from '../generate.ts';
import { print8, printShort } from '../units.ts';
import { ACTIONS, UINS } from './catalog.ts';
import type { TencentRecord } from './lines.ts';
import { inCents, moneyOf, totals } from './totals.ts';
import { billId, endTime, payTime, startTime } from './times.ts';

const perResource = (record: TencentRecord): string => [record.owner, record.resourceId, record.action].join(' ');
const cents = (value: bigint | null): string => (value === null ? '-' : print8(value).slice(0, -6));
const CHINA =
  '产品名称 子产品名称 计费模式 项目名称 地域 可用区 资源ID 资源别名 交易类型 订单ID 扣费时间 开始使用时间 结束使用时间 配置描述 扩展字段1 原价 折扣率 优惠后总价 优惠券支出 现金账户支出 赠送账户支出 分成金账户支出 支付者UIN 使用者UIN 操作者UIN 实例类型 账单归属月'.split(
    ' ',
  );
const INTERNATIONAL = [
  'Product Name',
  'Subproduct Name',
  'Billing Mode',
  'Project Name',
  'Region',
  'Availability Zone',
  'Instance ID',
  'Instance Name',
  'Transaction Type',
  'Transaction ID',
  'Transaction Time',
  'Usage Start Time',
  'Usage End Time',
  'Configuration Description',
  'Extended Field 1',
  'Original Cost',
  'Discount Multiplier',
  'Total Amount After Discount (Excluding Tax)',
  'Voucher Deduction',
  'Amount Before Tax',
  'Payer Account ID',
  'Owner Account ID',
  'Operator Account ID',
  'Currency',
  'Tax Amount',
  'Bill Month',
];

/** L2 资源 ID 账单, two decimals; English: the international field table. */
export const tencentResourcesCsv: SampleWriter = function* (options, tally) {
  const { period, language } = options;
  const international = language === 'en';
  const tags = ['env', 'team'].map((key) => `${international ? 'tag_key' : '标签键'}:${key}`);
  yield csvLine([...(international ? INTERNATIONAL : CHINA), ...tags], options);
  for (const { record, money: exact } of totals(options, perResource)) {
    const money = inCents(exact);
    const action = ACTIONS[record.action]!;
    tally.rows++;
    const { bonus: _b, transfer: _t, ...common } = moneyOf(money);
    tally.line(options.currency, international ? { ...common, tax: money.tax } : moneyOf(money));
    const mode = action.prepaid
      ? international
        ? 'Monthly subscription'
        : '包年包月'
      : international
        ? 'Pay-as-You-Go resources'
        : '按量计费';
    const front = [
      record.product[language],
      international ? record.product.subEn : record.product.subZh,
      mode,
      record.project[language],
      record.region[language],
      international ? record.region.zoneEn : record.region.zoneZh,
      record.resourceId,
      record.resourceName,
      action[language],
      billId(period, record),
      payTime(period, record),
      startTime(period, record),
      endTime(period, record),
      '-',
      '-',
      cents(money.listPrice),
      '1',
      cents(money.payable),
      cents(money.coupon),
      cents(money.cash),
    ];
    const back = international
      ? [UINS[0], record.owner, record.owner, options.currency, cents(money.tax), period]
      : [cents(money.bonus), cents(money.transfer), UINS[0], record.owner, record.owner, '-', period];
    yield csvLine([...front, ...back, ...['env', 'team'].map((key) => record.tags.find(([k]) => k === key)?.[1] ?? '-')], options);
  }
};

/** Answer of DescribeBillResourceSummary, eight decimals. */
export const tencentResourcesJson: SampleWriter = function* (options, tally) {
  yield '{"Response":{"ResourceSummarySet":[';
  for (const { record, money } of totals(options, perResource)) {
    const action = ACTIONS[record.action]!;
    tally.line(options.currency, moneyOf(money));
    const item = {
      BusinessCodeName: record.product.zh,
      ProductCodeName: record.product.subZh,
      PayModeName: action.prepaid ? '包年包月' : '按量计费',
      ProjectName: record.project.zh,
      RegionName: record.region.zh,
      ZoneName: record.region.zoneZh,
      ResourceId: record.resourceId,
      ResourceName: record.resourceName,
      ActionTypeName: action.zh,
      OrderId: billId(options.period, record),
      PayTime: payTime(options.period, record),
      FeeBeginTime: startTime(options.period, record),
      FeeEndTime: endTime(options.period, record),
      TotalCost: money.listPrice === null ? '-' : print8(money.listPrice),
      Discount: printShort(100_000_000n),
      RealTotalCost: print8(money.payable),
      VoucherPayAmount: print8(money.coupon),
      CashPayAmount: print8(money.cash),
      IncentivePayAmount: print8(money.bonus),
      TransferPayAmount: print8(money.transfer),
      Tags: record.tags.map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
      PayerUin: UINS[0],
      OwnerUin: record.owner,
      OperateUin: record.owner,
    };
    yield `${tally.rows++ > 0 ? ',\n' : '\n'}${JSON.stringify(item)}`;
  }
  yield `],"Total":${tally.rows},"RequestId":"00000000-0000-4000-8000-000000000000"}}\n`;
};
