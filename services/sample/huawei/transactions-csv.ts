import type { SampleWriter } from '../generate.ts';
import type { SampleOptions } from '../options.ts';
import type { Money } from '../tally.ts';
import type { Units } from '../units.ts';
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
  untaxed,
  write,
  type Column,
} from './bucket-parts.ts';
import { MISSING, money, timeOf } from './cells.ts';
import { huaweiLines, type HuaweiLine } from './lines.ts';

const paid = (zh: string, measure: keyof Money): Column => ({ zh, en: zh, cell: (l) => money(l.money[measure] ?? 0n) });

/** `Spendings(ByTransaction-Period)`, or its pay-per-use part, which has a serial number and a billing cycle. Chinese only. */
export const huaweiTransactionsCsv: SampleWriter = (source, tally) => {
  const options: SampleOptions = { ...source, language: 'zh' };
  const payPerUse = options.layout === 'second';
  const time: Column = { zh: '消费时间', en: '消费时间', cell: (l) => timeOf(options.period, l) };
  const columns: Column[] = [
    ...(payPerUse
      ? [
          { zh: '消费流水号', en: '', cell: (l: HuaweiLine) => l.tradeId },
          time,
          { zh: '账期', en: '', cell: () => options.period },
          resource(options)[3]!,
        ]
      : [
          time,
          resource(options)[3]!,
          { zh: '订单ID/退订单ID', en: '', cell: (l: HuaweiLine) => l.tradeId },
          { zh: '原订单号', en: '', cell: (l: HuaweiLine) => l.originalTradeId ?? MISSING },
          { zh: '订单类型', en: '', cell: orderType },
        ]),
    regionColumn(options, '云服务区'),
    ...product(options),
    ...resource(options).slice(0, 3),
    ...project(options),
    { zh: '产品规格', en: '', cell: (l) => l.resource.item.spec.zh },
    modeColumn(options),
    { zh: '购买时长', en: '', cell: (l) => (l.subscription ? '1月' : MISSING) },
    listColumn,
    payableColumn,
    { zh: '支付状态', en: '', cell: (l) => (l.money.outstanding || l.money.monthlySettled ? '未结算' : '已支付') },
    paid('现金支付', 'cash'),
    paid('信用额度支付', 'credit'),
    paid('代金券抵扣', 'coupon'),
    paid('现金券抵扣', 'flexiCoupon'),
    paid('储值卡抵扣', 'storedCard'),
    paid('奖励金支付', 'bonus'),
    { zh: '交易时间', en: '', cell: (l) => timeOf(options.period, l, 1) },
    discountColumn,
    { zh: '抹零金额', en: '', money: true, cell: (l) => money(l.money.roundingOff) },
    none('备注'),
  ];
  const lines = [...huaweiLines(options)].filter((line) => line.subscription !== payPerUse);
  return write(options, tally, columns, lines, ({ money: m }) => ({
    listPrice: m.listPrice,
    discount: m.discount,
    roundingOff: m.roundingOff,
    payable: m.payable,
    cash: m.cash ?? 0n,
    credit: m.credit ?? 0n,
    coupon: m.coupon ?? 0n,
    flexiCoupon: m.flexiCoupon ?? 0n,
    storedCard: m.storedCard ?? 0n,
    bonus: m.bonus ?? 0n,
  }));
};

/** `ItemProductBillOverview`, part for subscriptions. Chinese only. */
export const huaweiItemOverviewCsv: SampleWriter = (source, tally) => {
  const options: SampleOptions = { ...source, language: 'zh' };
  const debt = (line: HuaweiLine): Units =>
    (line.money.outstanding ?? 0n) +
    (line.money.monthlySettled ?? 0n) +
    (line.money.writeOff ?? 0n) +
    (line.money.credit ?? 0n) +
    (line.money.flexiCoupon ?? 0n) +
    (line.money.storedCard ?? 0n);
  const columns: Column[] = [
    { zh: '账期', en: '', cell: () => options.period },
    { zh: '消费/退订时间', en: '', cell: (l) => timeOf(options.period, l).replaceAll('-', '/').slice(0, 16) },
    { zh: '订单号', en: '', cell: (l) => l.tradeId },
    { zh: '订单类型', en: '', cell: orderType },
    { zh: '原订单号', en: '', cell: (l) => l.originalTradeId ?? MISSING },
    { zh: '产品类型', en: '', cell: (l) => l.resource.item.type.zh },
    regionColumn(options),
    { zh: '产品', en: '', cell: (l) => l.resource.item.product.zh },
    { zh: '规格', en: '', cell: (l) => l.resource.item.spec.zh },
    modeColumn(options),
    { zh: '购买数量', en: '', cell: () => '1' },
    { zh: '时长', en: '', cell: () => '1' },
    listColumn,
    { zh: '应付金额', en: '', money: true, cell: (l) => money(l.money.payable) },
    paid('现金支付', 'cash'),
    paid('代金券抵扣', 'coupon'),
    { zh: '欠费', en: '', money: true, cell: (l) => money(debt(l)) },
  ];
  const lines = untaxed(options).filter((line) => line.subscription);
  return write(options, tally, columns, lines, (line) => ({
    listPrice: line.money.listPrice,
    payable: line.money.payable,
    cash: line.money.cash ?? 0n,
    coupon: line.money.coupon ?? 0n,
    outstanding: debt(line),
  }));
};
