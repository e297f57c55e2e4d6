import { csvLine, headerOf, type SampleColumn } from '../csv.ts';
import type { SampleWriter } from '../generate.ts';
import type { SampleOptions } from '../options.ts';
import { print8, printShort, times, units, type Units } from '../units.ts';
import { ACTIONS, UINS } from './catalog.ts';
import { tencentRecords, type TencentComponentLine, type TencentRecord } from './lines.ts';
import { tallyComponent } from './tally.ts';
import { billId, endTime, payTime, startTime } from './times.ts';

interface Line {
  record: TencentRecord;
  part: TencentComponentLine;
}

const MISSING = '-';
const money = (value: Units | null): string => (value === null ? MISSING : print8(value));

/** L3 明细账单: Chinese headers of the China site, or the international field table in English. */
export const tencentDetailCsv: SampleWriter = function* (options, tally) {
  const international = options.language === 'en';
  const columns = [...leading(options), ...(international ? internationalMoney(options) : chineseMoney()), ...tagColumns(options)];
  // The Chinese file says (元) by itself; the international one names the currency in a column.
  yield csvLine(headerOf(columns, { ...options, currencySuffix: 'none' }), options);
  for (const record of tencentRecords(options))
    for (const part of record.components) {
      tally.rows++;
      tallyComponent(tally, options.currency, part.money, international);
      yield csvLine(
        columns.map((column) => column.cell({ record, part })),
        options,
      );
    }
};

function leading({ period, language }: SampleOptions): SampleColumn<Line>[] {
  const zh = language === 'zh';
  const prepaid = (l: Line): boolean => ACTIONS[l.record.action]!.prepaid;
  return [
    { zh: '支付者UIN', en: 'Payer Account ID', cell: () => UINS[0] },
    { zh: '使用者UIN', en: 'Owner Account ID', cell: (l) => l.record.owner },
    { zh: '操作者UIN', en: 'Operator Account ID', cell: (l) => l.record.owner },
    { zh: '产品名称', en: 'Product Name', cell: (l) => l.record.product[language] },
    { zh: '子产品名称', en: 'Subproduct Name', cell: (l) => (zh ? l.record.product.subZh : l.record.product.subEn) },
    {
      zh: '计费模式',
      en: 'Billing Mode',
      cell: (l) => (prepaid(l) ? (zh ? '包年包月' : 'Monthly subscription') : zh ? '按量计费' : 'Pay-as-You-Go resources'),
    },
    { zh: '项目名称', en: 'Project Name', cell: (l) => l.record.project[language] },
    { zh: '地域', en: 'Region', cell: (l) => l.record.region[language] },
    { zh: '可用区', en: 'Availability Zone', cell: (l) => (zh ? l.record.region.zoneZh : l.record.region.zoneEn) },
    { zh: '国内国际', en: 'Domestic and International', cell: () => (zh ? '国内' : 'International') },
    { zh: '资源ID', en: 'Instance ID', cell: (l) => l.record.resourceId },
    { zh: '实例名称', en: 'Instance Name', cell: (l) => l.record.resourceName },
    { zh: '交易类型', en: 'Transaction Type', cell: (l) => ACTIONS[l.record.action]![language] },
    { zh: '订单ID', en: 'Order ID', cell: (l) => billId(period, l.record) },
    { zh: '交易ID', en: 'Transaction ID', cell: (l) => billId(period, l.record) },
    { zh: '扣费时间', en: 'Transaction Time', cell: (l) => payTime(period, l.record) },
    { zh: '开始使用时间', en: 'Usage Start Time', cell: (l) => startTime(period, l.record) },
    { zh: '结束使用时间', en: 'Usage End Time', cell: (l) => endTime(period, l.record) },
    { zh: '组件类型', en: 'Component Type', cell: (l) => l.part.component[language] },
    { zh: '组件名称', en: 'Component Name', cell: (l) => (zh ? l.part.component.itemZh : l.part.component.itemEn) },
    { zh: '组件刊例价', en: 'Component List Price', cell: (l) => l.part.component.price },
    { zh: '组件单价', en: 'Component Contracted Price', cell: (l) => printShort(times(units(l.part.component.price), l.part.rate)) },
    {
      zh: '组件价格单位',
      en: 'Component Price Measurement Unit',
      cell: (l) => (zh ? `元/${l.part.component.unitZh}` : `USD/${l.part.component.unitEn}`),
    },
    { zh: '组件用量', en: 'Component Usage', cell: (l) => printShort(l.part.usage) },
    { zh: '组件用量单位', en: 'Component Usage Unit', cell: (l) => (zh ? l.part.component.unitZh : l.part.component.unitEn) },
    {
      zh: '使用时长',
      en: 'Usage Duration',
      cell: (l) => (prepaid(l) ? '1' : l.part.component.seconds ? String(l.part.component.seconds) : MISSING),
    },
    {
      zh: '时长单位',
      en: 'Duration Unit',
      cell: (l) => (prepaid(l) ? (zh ? '月' : 'month') : l.part.component.seconds ? (zh ? '秒' : 'second') : MISSING),
    },
    { zh: '组件原价', en: 'Original Cost', cell: (l) => money(l.part.money.listPrice) },
    { zh: '折扣率', en: 'Discount Multiplier', cell: (l) => printShort(l.part.rate) },
  ];
}

const chineseMoney = (): SampleColumn<Line>[] => [
  { zh: '优惠后总价', en: '', cell: (l) => money(l.part.money.payable) },
  { zh: '代金券支出(元)', en: '', cell: (l) => money(l.part.money.coupon) },
  { zh: '赠送账户支出(元)', en: '', cell: (l) => money(l.part.money.bonus) },
  { zh: '分成账户支出(元)', en: '', cell: (l) => money(l.part.money.transfer) },
  { zh: '现金账户支出(元)', en: '', cell: (l) => money(l.part.money.cash) },
];

const internationalMoney = ({ currency, taxPercent }: SampleOptions): SampleColumn<Line>[] => [
  { zh: '', en: 'Currency', cell: () => currency },
  { zh: '', en: 'Total Amount After Discount (Excluding Tax)', cell: (l) => money(l.part.money.payable) },
  { zh: '', en: 'Voucher Deduction', cell: (l) => money(l.part.money.coupon) },
  { zh: '', en: 'Amount Before Tax', cell: (l) => money(l.part.money.cash) },
  { zh: '', en: 'Tax Rate', cell: () => printShort(BigInt(taxPercent) * 1_000_000n) },
  { zh: '', en: 'Tax Amount', cell: (l) => money(l.part.money.tax) },
  { zh: '', en: 'Total Cost (Including Tax)', cell: (l) => money(l.part.money.cash + l.part.money.tax) },
];

const tagColumns = ({ language }: SampleOptions): SampleColumn<Line>[] =>
  ['env', 'team'].map((key) => ({
    zh: `标签键:${key}`,
    en: `tag_key:${key}`,
    cell: ({ record }) => record.tags.find(([k]) => k === key)?.[1] ?? (language === 'zh' ? MISSING : ''),
  }));
