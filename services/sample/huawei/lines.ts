import { billTypes, type BillType } from '../../../domain/formats/huawei/bill-types.ts';
import { daysInMonth } from '../../../domain/time/plain-date.ts';
import type { SampleOptions } from '../options.ts';
import { Random, mix } from '../random.ts';
import type { Money } from '../tally.ts';
import { cutToCents, roundToCents, times, units, type Units } from '../units.ts';
import { payment } from './payment.ts';
import { resourceOf, type HuaweiResource } from './resource.ts';

/** One line of a detail bill before it is written in any format. */
export interface HuaweiLine {
  tradeId: string;
  originalTradeId: string | null;
  billType: BillType;
  /** Yearly/monthly subscription; otherwise pay-per-use. */
  subscription: boolean;
  /** Months that a purchase or renewal pays for; null for every other line. */
  months: number | null;
  resource: HuaweiResource;
  /** Day of the month and hour, Beijing time; pay-per-use lines charge the hour that begins then. */
  day: number;
  hour: number;
  minute: number;
  unitPrice: Units | null;
  usage: Units | null;
  money: Money;
}

const TYPE: ReadonlyMap<string, BillType> = new Map(billTypes.map((type) => [type.code, type]));
const typeOf = (code: string): BillType => TYPE.get(code) as BillType;
const RATES = ['0', '0', '0.05', '0.12', '0.15'].map(units);

/** Pay-per-use charges are cut to cents for accounts that pay at once, and were for all before 2021-06 (guide 7.1, 13.2.8). */
const cutsToCents = ({ settlement, period }: SampleOptions): boolean => settlement === 'non-monthly' || period < '2021-06';

/** Exactly `rows` lines, those of one order or deduction one after the other. */
export function* huaweiLines(options: SampleOptions): Iterable<HuaweiLine> {
  const random = new Random(mix(options.seed, 17));
  let left = options.rows;
  for (let trade = 0; left > 0; trade++)
    for (const line of tradeLines(options, random, trade)) {
      yield line;
      if (--left === 0) return;
    }
}

function* tradeLines(options: SampleOptions, random: Random, trade: number): Iterable<HuaweiLine> {
  const resource = resourceOf(options.seed, random.int(Math.max(1, Math.floor(options.rows / 10))));
  const [year, month] = options.period.split('-').map(Number) as [number, number];
  const when = { day: random.between(1, daysInMonth(year, month)), hour: random.int(23), minute: random.int(60) };
  const kind = resource.item.monthly === null ? 0 : random.int(1000);
  if (kind < 780) yield* usageLines(options, random, { resource, trade, ...when });
  else yield* orderLines(options, random, { resource, trade, kind, ...when });
}

interface Trade {
  resource: HuaweiResource;
  trade: number;
  day: number;
  hour: number;
  minute: number;
}

/** One to three hours of use under one deduction; now and then two lines are honest twins, equal in every cell. */
function* usageLines(options: SampleOptions, random: Random, { resource, trade, day, hour }: Trade): Iterable<HuaweiLine> {
  const number = mix(options.seed, trade).toString(16).padStart(8, '0');
  const tradeId = `${number}${mix(trade, 3).toString(16).padStart(8, '0')}${mix(trade, 5).toString(16).padStart(8, '0')}${trade.toString(16).padStart(8, '0')}`;
  const timed = resource.item.unit.en === 'hours';
  const count = random.between(1, 3);
  for (let i = 0; i < count; i++) {
    const unitPrice = units(resource.item.hourly);
    const usage = timed ? units('1') : BigInt(random.between(1, 2_000_000)) * 10_000n;
    const money = charge(options, random, times(unitPrice, usage), cutsToCents(options));
    const line: HuaweiLine = {
      tradeId,
      originalTradeId: null,
      billType: typeOf('5'),
      subscription: false,
      months: null,
      resource,
      day,
      hour: Math.min(22, hour + i),
      minute: 0,
      unitPrice: random.chance(100) ? null : unitPrice,
      usage,
      money,
    };
    yield line;
    if (random.chance(3)) yield line;
  }
}

/** An order: purchase, renewal, change, refund or adjustment, followed by the line of its tax. */
function* orderLines(
  options: SampleOptions,
  random: Random,
  { resource, trade, kind, day, hour, minute }: Trade & { kind: number },
): Iterable<HuaweiLine> {
  const code =
    kind < 860
      ? '1'
      : kind < 910
        ? '2'
        : kind < 935
          ? '8'
          : kind < 950
            ? '3'
            : kind < 970
              ? '4'
              : kind < 980
                ? options.period < '2022-09'
                  ? '4'
                  : '20'
                : kind < 990
                  ? '9'
                  : '16';
  const billType = typeOf(code);
  const stamp = `${options.period.slice(2).replace('-', '')}${two(day)}${two(hour)}${two(minute)}`;
  const serial = (n: number): string => n.toString(36).toUpperCase().padStart(7, '0');
  const tradeId = `CS${stamp}${serial(trade)}`;
  const refund = billType.sign === 'refund';
  const length = random.pick([1, 1, 1, 3, 12]);
  const full = units(resource.item.monthly ?? '0') * BigInt(length);
  const whole = code === '1' || code === '2' || code === '8';
  const part = whole ? full : roundToCents(times(full, BigInt(random.between(1, 99)) * 1_000_000n));
  const money = charge(options, random, refund ? -part : part, false);
  const base = {
    tradeId,
    originalTradeId: refund ? `CS${stamp}${serial(trade + 60_000_000)}` : null,
    subscription: true,
    months: whole ? length : null,
    resource,
    day,
    hour,
    minute,
    unitPrice: null,
    usage: null,
  };
  yield { ...base, billType, money };
  const tax = roundToCents(((money.payable as Units) * BigInt(options.taxPercent)) / 100n);
  if (tax === 0n) return;
  const taxType = code === '9' ? '101' : code === '16' ? '102' : refund ? '100' : '15';
  yield {
    ...base,
    billType: typeOf(taxType),
    money: { listPrice: tax, discount: 0n, roundingOff: 0n, payable: tax, ...payment(tax, options.settlement, random) },
  };
}

/** List price → discount → rounding-off → payable → payment, each exact. Orders are priced in whole cents. */
function charge(options: SampleOptions, random: Random, listPrice: Units, cut: boolean): Money {
  const rate = random.pick(RATES);
  const discount = cut || listPrice % 1_000_000n !== 0n ? times(listPrice, rate) : roundToCents(times(listPrice, rate));
  const net = listPrice - discount;
  const payable = cut ? cutToCents(net) : net;
  return { listPrice, discount, roundingOff: net - payable, payable, ...payment(payable, options.settlement, random) };
}

export const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
