import { two } from '../../../services/sample/huawei/lines.ts';
import { mix, Random } from '../../../services/sample/random.ts';
import { grouped } from '../../../services/sample/registers/values.ts';
import { CENT, ONE, print8, printShort, type Units } from '../../../services/sample/units.ts';
import type { BookLine, BookOrder } from './lines.ts';
import { PERIOD, type BookSize } from './options.ts';
import type { Table } from './table.ts';

export const LISTS = {
  orders: '20240604100000_orders.csv',
  coupons: '20240604100100_coupons.csv',
  movements: '20240604100200_income.csv',
  packages: '20240604100300_packages.csv',
  deductions: '20240604100400_deductions.csv',
  invoices: '20240604100500_invoices.csv',
  payments: '20240620100600_payments.csv',
} as const;

const at = (day: string, hour: number, minute: number): string => `${day.replaceAll('-', '/')} ${two(hour)}:${two(minute)}:00 GMT+08:00`;
const dayOf = (line: BookLine): string => `${PERIOD}-${two(line.day)}`;
const ORDER_TYPES: Readonly<Record<string, string>> = { '1': '新购', '2': '续费', '8': '续费', '3': '变更', '4': '退订' };

/** Every order of the bill, the originals of its refunds, and now and then one that was never paid. */
export function ordersList(orders: readonly BookOrder[], { seed }: BookSize): Table {
  const random = new Random(mix(seed, 31));
  const header =
    '订单号,原订单号,订单类型,产品类型,产品,规格,账号,数量,创建时间,支付时间,官网价,优惠金额,订单金额(USD),实付金额,订单状态'.split(',');
  const rows: string[][] = [];
  for (const { id, original, line, paid } of orders) {
    const { item, account } = line.resource;
    const { listPrice, discount, payable, coupon } = line.money;
    const named = [ORDER_TYPES[line.billType.code]!, item.type.zh, item.product.zh, item.spec.zh, account, '1'];
    const money = [listPrice, discount, payable, payable! - (coupon ?? 0n)].map((m) => print8(m!));
    rows.push([id, original ?? '--', ...named, at(paid, line.hour, line.minute), at(paid, line.hour, line.minute), ...money, '已完成']);
    if (random.chance(20))
      rows.push([
        `${id}X`,
        '--',
        ...named,
        at(paid, line.hour, line.minute),
        '--',
        ...money.slice(0, 3),
        '--',
        random.pick(['已取消', '待支付']),
      ]);
  }
  return { name: LISTS.orders, header, rows };
}

/** What coupons paid: each order or deduction takes from one coupon, and what is left of a coupon is what was not taken. */
export function couponLists(lines: readonly BookLine[]): { coupons: Table; movements: Table } {
  const trades = new Map<string, { line: BookLine; coupon: Units; cash: Units }>();
  for (const line of lines) {
    const [coupon, cash] = [line.money.coupon ?? 0n, line.money.cash ?? 0n];
    if (coupon === 0n && cash === 0n) continue;
    const trade = trades.get(line.tradeId);
    if (trade) [trade.coupon, trade.cash] = [trade.coupon + coupon, trade.cash + cash];
    else trades.set(line.tradeId, { line, coupon, cash });
  }
  const used = [...trades].filter(([, t]) => t.coupon > 0n);
  const perCoupon = Math.max(4, Math.ceil(used.length / 40));
  const coupons: string[][] = [];
  const movements: string[][] = [];
  let serial = 500_000_000;
  const movement = (time: string, direction: string, type: string, remark: string, amount: Units, balance: string): void =>
    void movements.push([`AC-${serial++}-0`, time, direction, type, remark, print8(amount), balance]);
  for (let first = 0; first < used.length; first += perCoupon) {
    const id = `CP2404280730${(1000 + coupons.length).toString()}R24`;
    let taken = 0n;
    for (const [trade, { line, coupon }] of used.slice(first, first + perCoupon)) {
      taken += coupon;
      movement(at(dayOf(line), line.hour, line.minute), '支出', '代金券抵扣', `${id} ${trade}`, -coupon, '--');
    }
    const value = (taken / (10n * ONE) + 3n) * 10n * ONE;
    const validity = `2024/04/28 07:30:00 GMT+08:00~2024/12/31 23:59:59 GMT+08:00`;
    coupons.push([id, '华为云代金券', grouped(value), print8(value - taken), validity, '不限制订购类型', '可使用']);
  }
  const paid = [...trades].filter(([, t]) => t.cash !== 0n);
  const cash = paid.reduce((sum, [, t]) => sum + t.cash, 0n);
  let balance = ((cash > 0n ? cash : 0n) / (1000n * ONE) + 2n) * 1000n * ONE;
  movement(at(`${PERIOD}-01`, 0, 0), '收入', '充值', '充值', balance, print8(balance));
  for (const [trade, { line, cash: out }] of paid) {
    balance -= out;
    const back = out < 0n;
    movement(at(dayOf(line), line.hour, line.minute), back ? '收入' : '支出', back ? '退款' : '消费', trade, -out, print8(balance));
  }
  return {
    coupons: {
      name: LISTS.coupons,
      header: ['代金券ID', '代金券名称', '面值(USD)', '余额(USD)', '有效期', '使用限制', '状态'],
      rows: coupons,
    },
    movements: {
      name: LISTS.movements,
      header: ['流水号', '交易时间', '收支类型', '交易类型', '备注', '金额(USD)', '余额(USD)'],
      rows: movements,
    },
  };
}

/** Resource packages that began in the month, and every deduction from them. */
export function packageLists(lines: readonly BookLine[], { seed }: BookSize): { packages: Table; deductions: Table } {
  const random = new Random(mix(seed, 37));
  const buckets = [
    ...new Map(lines.filter((l) => l.resource.item.typeCode.endsWith('.obs')).map((l) => [l.resource.id, l.resource])).values(),
  ];
  const count = Math.max(3, Math.min(24, Math.floor(lines.length / 400)));
  const packages: string[][] = [];
  const deductions: string[][] = [];
  for (let n = 0; n < count; n++) {
    const id = `90301-247012-${n}-${mix(seed, n) % 1000}`;
    const total = BigInt(random.between(1, 20)) * 500n * ONE;
    let taken = 0n;
    for (let k = 0; k < 12; k++) {
      const quantity = BigInt(random.between(1, 30_000)) * CENT;
      if (taken + quantity > total) break;
      taken += quantity;
      const day = `${PERIOD}-${two(random.between(2, 31))}`;
      const bucket = buckets.length > 0 ? random.pick(buckets).id : `bucket-${k}`;
      deductions.push([at(day, random.int(24), random.int(60)), id, '对象存储服务 OBS', bucket, '存储容量', `${printShort(quantity)} GB`]);
    }
    const quota = `容量 (${printShort(total - taken)}GB / ${printShort(total)}GB)`;
    packages.push([
      id,
      `OBS存储包 ${printShort(total)}GB 包年`,
      '对象存储服务 OBS',
      '中国-香港',
      '所有项目',
      '已生效',
      quota,
      at(`${PERIOD}-01`, 0, 0),
      at('2025-05-01', 23, 59),
    ]);
  }
  return {
    packages: {
      name: LISTS.packages,
      header: ['资源包ID', '资源包名称', '产品类型', '区域', '适用范围', '状态', '剩余使用量/总额', '生效时间', '失效时间'],
      rows: packages,
    },
    deductions: {
      name: LISTS.deductions,
      header: ['抵扣时间', '资源包ID', '产品类型', '资源ID', '使用量类型', '抵扣量'],
      rows: deductions,
    },
  };
}
