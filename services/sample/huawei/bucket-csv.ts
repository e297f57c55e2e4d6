import type { SampleWriter } from '../generate.ts';
import type { SampleOptions } from '../options.ts';
import type { Money } from '../tally.ts';
import {
  discountColumn,
  listColumn,
  modeColumn,
  none,
  orderType,
  payableColumn,
  product,
  project,
  regionColumn,
  resource,
  SUB,
  taxColumn,
  taxOf,
  untaxed,
  write,
  type Column,
} from './bucket-parts.ts';
import { MISSING, quantity, timeOf } from './cells.ts';
import { grouped } from './grouping.ts';
import type { HuaweiLine } from './lines.ts';

const bucketMoney =
  (options: SampleOptions) =>
  ({ money: m, ...line }: HuaweiLine): Money => ({
    listPrice: m.listPrice,
    discount: m.discount,
    payable: m.payable,
    roundingOff: m.roundingOff,
    tax: taxOf({ money: m, ...line }, options),
  });

/** `Resource_Expenditures`: table 7-4 of the guide, or the older table 13-2. */
export const huaweiExpendituresCsv: SampleWriter = (options, tally) => {
  const older = options.layout === 'second';
  const usage: Column[] = older
    ? [{ zh: '使用量/购买时长', en: 'Usage/Required Duration', cell: (l) => quantity(l.usage) }, none('套餐内使用量/预留实例内使用量')]
    : [{ zh: '使用量', en: 'Usage', cell: (l) => quantity(l.usage) }, none('套餐内使用量'), none('预留实例内使用量')];
  const columns: Column[] = [
    {
      zh: '消费时间',
      en: 'Expenditure Time',
      cell: (l) => (l.subscription ? timeOf(options.period, l) : `${timeOf(options.period, l)}-${timeOf(options.period, l, 1)}`),
    },
    { zh: '账期', en: 'Billing Cycle', cell: () => options.period },
    ...resource(options),
    modeColumn(options),
    ...product(options),
    { zh: older ? '产品规格' : '规格', en: 'Specifications', cell: (l) => l.resource.item.spec[options.language] },
    regionColumn(options),
    ...project(options),
    { zh: '使用量类型', en: 'Usage Type', cell: (l) => (l.subscription ? MISSING : l.resource.item.usageType[options.language]) },
    ...usage,
    { zh: '使用量单位', en: 'Usage Unit', cell: (l) => (l.usage === null ? MISSING : l.resource.item.unit[options.language]) },
    listColumn,
    discountColumn,
    payableColumn,
    { zh: '订单类型', en: 'Order Type', cell: orderType },
    { zh: '订单号', en: 'Order No.', cell: (l) => l.tradeId },
    { zh: '交易时间', en: 'Transaction Time', cell: (l) => timeOf(options.period, l, 1) },
    taxColumn(options),
    ...SUB,
    none('组合交易单号'),
    ...(older ? [] : [{ zh: '账号', en: 'Account Name', cell: (l: HuaweiLine) => l.resource.account }]),
  ];
  return write(options, tally, columns, untaxed(options), bucketMoney(options));
};

/** `Spending(ByResource)`: table 7-5 of the guide, a row a resource and billing mode; the older table lacks the account. */
export const huaweiSpendingCsv: SampleWriter = (options, tally) => {
  const older = options.layout === 'second';
  const columns: Column[] = [
    { zh: '账期', en: 'Billing Cycle', cell: () => options.period },
    ...resource(options).slice(0, 3),
    regionColumn(options),
    ...product(options),
    ...project(options),
    resource(options)[3]!,
    { zh: '计费模式', en: 'Billing Mode', cell: (l) => (l.subscription ? '包周期' : '按需') },
    listColumn,
    payableColumn,
    discountColumn,
    none('备注', 'Remarks'),
    taxColumn(options),
    ...SUB,
    ...(older ? [] : [{ zh: '账号', en: 'Account Name', cell: (l: HuaweiLine) => l.resource.account }]),
  ];
  return write(
    options,
    tally,
    columns,
    grouped(untaxed(options), (l) => `${l.resource.id} ${l.subscription}`),
    bucketMoney(options),
  );
};
