import type { SampleColumn } from '../csv.ts';
import type { SampleOptions } from '../options.ts';
import { leadingColumns, MISSING, money, moneyColumns, quantity } from './cells.ts';
import type { HuaweiLine } from './lines.ts';

/** Columns of bill details by usage, line by line. */
export function detailColumns(options: SampleOptions): SampleColumn<HuaweiLine>[] {
  const { language } = options;
  const paid = language === 'zh' ? '已支付' : 'Paid';
  const unsettled = language === 'zh' ? '未结算' : 'Unsettled';
  const none = (zh: string, en: string): SampleColumn<HuaweiLine> => ({ zh, en, cell: () => MISSING });
  return [
    ...leadingColumns(options),
    { zh: '资源ID', en: 'Resource ID', cell: (l) => l.resource.id },
    { zh: '资源名称', en: 'Resource Name', cell: (l) => l.resource.name },
    { zh: '资源标签', en: 'Resource Tag', cell: (l) => l.resource.tags ?? MISSING },
    { zh: 'SKU编码', en: 'SKU Code', cell: (l) => `SKU${l.resource.itemIndex}` },
    { zh: '规格', en: 'Specifications', cell: (l) => l.resource.item.spec[language] },
    { zh: '区域编码', en: 'Region Code', cell: (l) => l.resource.region.code },
    { zh: '区域', en: 'Region', cell: (l) => l.resource.region[language] },
    { zh: '可用区', en: 'AZ', cell: (l) => l.resource.zone },
    { zh: '使用量类型', en: 'Usage Type', cell: (l) => (l.subscription ? MISSING : l.resource.item.usageType[language]) },
    { zh: '单价', en: 'Unit Price', money: true, cell: (l) => money(l.unitPrice) },
    { zh: '单价单位', en: 'Unit Price Unit', cell: (l) => l.resource.item.unit[language] },
    { zh: '使用量', en: 'Usage', cell: (l) => quantity(l.usage) },
    { zh: '使用量(定价量纲)*', en: 'Usage (Pricing Unit)', cell: (l) => quantity(l.usage) },
    { zh: '使用量单位', en: 'Usage Unit', cell: (l) => (l.usage === null ? MISSING : l.resource.item.unit[language]) },
    {
      zh: '使用量单位(定价量纲)*',
      en: 'Usage Unit (Pricing Unit)',
      cell: (l) => (l.usage === null ? MISSING : l.resource.item.unit[language]),
    },
    { zh: '使用量转换比率*', en: 'Usage Conversion Ratio', cell: (l) => (l.usage === null ? MISSING : '1') },
    none('套餐内使用量', 'Package Usage'),
    none('套餐内使用量(定价量纲)*', 'Package Usage (Pricing Unit)'),
    none('预留实例内使用量', 'Reserved Instance Usage'),
    none('预留实例内使用量(定价量纲)*', 'Reserved Instance Usage (Pricing Unit)'),
    ...moneyColumns(options),
    {
      zh: '优惠类型',
      en: 'Discount Type',
      cell: (l) => (l.money.discount === 0n ? MISSING : language === 'zh' ? '商务合同折扣' : 'Commercial discount'),
    },
    {
      zh: '优惠信息',
      en: 'Discount Information',
      cell: (l) => (l.money.discount === 0n ? MISSING : language === 'zh' ? '折扣率' : 'Discount rate'),
    },
    { zh: '支付状态', en: 'Payment Status', cell: (l) => (l.money.monthlySettled || l.money.outstanding ? unsettled : paid) },
    { zh: '订单类型', en: 'Order Type', cell: (l) => (l.subscription ? orderType(l, language) : MISSING) },
    { zh: '订单数量', en: 'Order Quantity', cell: (l) => (l.subscription ? '1' : MISSING) },
    { zh: '订单周期数', en: 'Order Periods', cell: (l) => (l.subscription ? String(l.months ?? 1) : MISSING) },
    { zh: '订单周期单位', en: 'Order Period Unit', cell: (l) => (l.subscription ? (language === 'zh' ? '月' : 'month') : MISSING) },
    none('RI购买小时数', 'RI Hours'),
    none('退订原因', 'Unsubscription Reason'),
    { zh: '退订手续费', en: 'Handling Fee', money: true, cell: () => MISSING },
    { zh: '原订单号', en: 'Original Order No.', cell: (l) => l.originalTradeId ?? MISSING },
    { zh: '是否竞价实例', en: 'Spot Instance', cell: () => 'N' },
  ];
}

const ORDER_TYPES: Readonly<Record<string, readonly [string, string]>> = {
  '1': ['新购', 'Purchase'],
  '2': ['续费', 'Renewal'],
  '3': ['变更', 'Change'],
  '4': ['退订', 'Unsubscription'],
  '8': ['续费', 'Renewal'],
  '20': ['变更', 'Change'],
  '9': ['费用调整', 'Adjustment'],
  '16': ['费用调整', 'Adjustment'],
};
const orderType = (line: HuaweiLine, language: 'zh' | 'en'): string =>
  ORDER_TYPES[line.billType.code]?.[language === 'zh' ? 0 : 1] ?? MISSING;
