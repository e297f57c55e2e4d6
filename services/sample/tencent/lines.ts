import { daysInMonth } from '../../../domain/time/plain-date.ts';
import type { SampleOptions } from '../options.ts';
import { mix, Random } from '../random.ts';
import { cutToCents, roundToCents, times, timesHalfUp, units, type Units } from '../units.ts';
import { PRODUCTS, PROJECTS, REGIONS, UINS, type TencentComponent, type TencentProduct } from './catalog.ts';

/** Money of one component; the list price is missing where the vendor hides it. */
export interface ComponentMoney {
  listPrice: Units | null;
  payable: Units;
  cash: Units;
  bonus: Units;
  coupon: Units;
  transfer: Units;
  /** International bills only: tax on what vouchers leave to pay. */
  tax: Units;
}

export interface TencentComponentLine {
  component: TencentComponent;
  usage: Units;
  rate: Units;
  money: ComponentMoney;
}

/** One record of the API; the CSV prints a line for each of its components. */
export interface TencentRecord {
  number: number;
  action: string;
  product: TencentProduct;
  owner: string;
  project: (typeof PROJECTS)[number];
  region: (typeof REGIONS)[number];
  resourceId: string;
  resourceName: string;
  tags: readonly (readonly [string, string])[];
  day: number;
  hour: number;
  components: TencentComponentLine[];
}

const RATES = ['1', '1', '0.88', '0.75', '0.036207'].map(units);

/**
 * Exactly `rows` components. The last record is the vendor's own precision adjustment, which brings the month, means of
 * payment by means of payment, to the two decimals that were charged.
 */
export function* tencentRecords(options: SampleOptions): Iterable<TencentRecord> {
  const random = new Random(mix(options.seed, 29));
  const paid = { cash: 0n, bonus: 0n, coupon: 0n, transfer: 0n };
  let left = options.rows - 1;
  for (let number = 1; left > 0; number++) {
    const record = recordOf(options, random, number, left);
    left -= record.components.length;
    for (const { money } of record.components) for (const way of ['cash', 'bonus', 'coupon', 'transfer'] as const) paid[way] += money[way];
    yield record;
  }
  if (options.rows > 0) yield adjustment(options, paid);
}

function recordOf(options: SampleOptions, random: Random, number: number, most: number): TencentRecord {
  const resource = random.int(Math.max(1, Math.floor(options.rows / 10)));
  const hash = mix(options.seed, resource);
  const product = PRODUCTS[resource % PRODUCTS.length]!;
  const kind = random.int(1000);
  const action =
    kind < 820
      ? 'postpay_deduct_h'
      : kind < 900
        ? 'postpay_deduct_d'
        : kind < 940
          ? 'prepay_purchase'
          : kind < 970
            ? 'prepay_renew'
            : kind < 990
              ? 'prepay_return'
              : 'adjust_compensate';
  const [year, month] = options.period.split('-').map(Number) as [number, number];
  return {
    number,
    action,
    product,
    owner: UINS[hash % UINS.length]!,
    project: PROJECTS[hash % PROJECTS.length]!,
    region: REGIONS[(hash >>> 3) % REGIONS.length]!,
    resourceId: `${product.subCode.slice(3)}-${hash.toString(36).padStart(7, '0')}${resource.toString(36)}`,
    resourceName: hash % 29 === 0 ? `node, "${resource}"` : `node-${resource}`,
    tags:
      hash % 3 === 0
        ? []
        : [
            ['env', hash % 2 ? 'prod' : 'test'],
            ['team', ['web', 'data', 'ops'][hash % 3]!],
          ],
    day: random.between(1, daysInMonth(year, month)),
    hour: random.int(23),
    components: product.components.slice(0, most).map((component) => componentLine(options, random, action, component)),
  };
}

function componentLine(options: SampleOptions, random: Random, action: string, component: TencentComponent): TencentComponentLine {
  const prepaid = action.startsWith('prepay');
  const usage = component.seconds > 0 ? units(String(random.between(1, 8))) : BigInt(random.between(1, 900_000)) * 1_000n;
  // A month of what is priced by time; what is priced by volume is bought once.
  const duration = BigInt(component.seconds === 0 ? 1 : prepaid ? 2_592_000 : component.seconds);
  const gross = times(units(component.price), usage) * duration;
  const sign = action === 'prepay_return' || action === 'adjust_compensate' ? -1n : 1n;
  const listPrice = sign * (prepaid ? roundToCents(gross) : gross);
  const rate = random.pick(RATES);
  const payable = prepaid ? roundToCents(timesHalfUp(listPrice, rate)) : timesHalfUp(listPrice, rate);
  const hidden = action === 'adjust_compensate';
  return { component, usage, rate, money: { listPrice: hidden ? null : listPrice, payable, ...split(options, random, payable) } };
}

function split(options: SampleOptions, random: Random, payable: Units): Omit<ComponentMoney, 'listPrice' | 'payable'> {
  const inChina = options.language === 'zh';
  const coupon = payable > 0n && random.chance(80) ? times(payable, units('0.5')) : 0n;
  const bonus = inChina && random.chance(150) ? times(payable - coupon, random.pick([units('0.25'), units('1')])) : 0n;
  const transfer = inChina && random.chance(5) ? payable - coupon - bonus : 0n;
  const cash = payable - coupon - bonus - transfer;
  return { cash, bonus, coupon, transfer, tax: timesHalfUp(cash, BigInt(options.taxPercent) * 1_000_000n) };
}

function adjustment(options: SampleOptions, paid: Record<'cash' | 'bonus' | 'coupon' | 'transfer', Units>): TencentRecord {
  const short = (value: Units): Units => cutToCents(value) - value;
  const parts = { cash: short(paid.cash), bonus: short(paid.bonus), coupon: short(paid.coupon), transfer: short(paid.transfer) };
  const payable = parts.cash + parts.bonus + parts.coupon + parts.transfer;
  const product = PRODUCTS[0]!;
  const money: ComponentMoney = {
    listPrice: payable,
    payable,
    ...parts,
    tax: timesHalfUp(parts.cash, BigInt(options.taxPercent) * 1_000_000n),
  };
  return {
    number: 0,
    action: 'billVirtualId',
    product,
    owner: UINS[0],
    project: PROJECTS[0],
    region: REGIONS[0],
    resourceId: 'billVirtualId',
    resourceName: 'billVirtualId',
    tags: [],
    day: 1,
    hour: 0,
    components: [
      {
        component: {
          ...product.components[0]!,
          code: 'billVirtualId',
          zh: '扣费精度补偿',
          en: 'Precision adjustment',
          itemZh: '扣费精度补偿',
          itemEn: 'Precision adjustment',
        },
        usage: units('1'),
        rate: units('1'),
        money,
      },
    ],
  };
}
