import { daysInMonth } from '../../domain/time/plain-date.ts';
import { csvLine } from './csv.ts';
import type { SampleWriter } from './generate.ts';
import type { SampleOptions } from './options.ts';
import { mix, Random } from './random.ts';
import { printShort, type Units } from './units.ts';

interface Charge {
  id: string;
  name: string;
  type: string;
  user: string;
  zone: string;
  /** Beijing day and hour. */
  day: number;
  hour: number;
  price: string;
  usage: string;
  unit: string;
  fee: Units;
}

const TYPES = [
  ['instance', 'i', 'hour', '0.6712'],
  ['volume', 'vol', 'hour', '0.0125'],
  ['eip', 'eip', 'GB', '1.06'],
  ['s2_server', 's2', 'hour', '0.4'],
] as const;
const USERS = ['usr-demo0001', 'usr-demo0002'];

/** Fees have up to four decimals and are not price × printed usage. */
function* charges(options: SampleOptions): Iterable<Charge> {
  const random = new Random(mix(options.seed, 61));
  const [year, month] = options.period.split('-').map(Number) as [number, number];
  for (let n = 0; n < options.rows; n++) {
    const [type, prefix, unit, price] = random.pick(TYPES);
    const resource = random.int(Math.max(1, Math.floor(options.rows / 8)));
    yield {
      id: `${prefix}-${mix(options.seed, resource).toString(36).padStart(8, '0')}`,
      name: `${type}-${resource}`,
      type,
      user: USERS[resource % 2]!,
      zone: resource % 3 ? 'pek3' : 'gd2',
      day: random.between(1, daysInMonth(year, month)),
      hour: random.int(24),
      price,
      usage: unit === 'hour' ? '1' : printShort(BigInt(random.between(1, 2000)) * 100_000n),
      unit,
      fee: BigInt(random.between(1, 90_000)) * 10_000n,
    };
  }
}

/** The Beijing hour in UTC, as the interface prints it: the first eight hours of a month lie on the last day before it. */
const utc = (period: string, { day, hour }: Charge, minute: string): string =>
  `${new Date(Date.parse(`${period}-${String(day).padStart(2, '0')}T00:00:00Z`) + (hour - 8) * 3_600_000).toISOString().slice(0, 14)}${minute}:03Z`;

/** Answer of GetChargeRecords. */
export const qingcloudChargesJson: SampleWriter = function* (options, tally) {
  let sum = 0n;
  yield '{"action":"GetChargeRecordsResponse","charge_record_set":[';
  for (const charge of charges(options)) {
    tally.line('CNY', { payable: charge.fee });
    sum += charge.fee;
    // The usage is a number, fee and price are texts.
    const head = JSON.stringify({
      user_id: charge.user,
      resource_id: charge.id,
      resource_name: charge.name,
      resource_type: charge.type,
      start_time: utc(options.period, charge, '14'),
      end_time: utc(options.period, charge, '59'),
      duration: '1h',
      currency: 'cny',
      unit: charge.unit,
      remarks: `${charge.type} fee`,
    });
    yield `${tally.rows++ > 0 ? ',\n' : '\n'}${head.slice(0, -1)},"total_sum":${charge.usage},"price":"${charge.price}","fee":"${printShort(charge.fee)}","zone_id":"${charge.zone}"}`;
  }
  yield `],"total_sum":"${printShort(sum)}","total_count":${tally.rows},"ret_code":0}\n`;
};

/** Answer of GetChargeSums: lists under the key of the group; without one, under the account. */
export const qingcloudSumsJson: SampleWriter = function* (options, tally) {
  const dimension = options.by === 'region' ? 'zone_id' : options.by === 'product' ? 'resource_type' : null;
  const key = (c: Charge): string => (dimension === 'zone_id' ? c.zone : dimension === 'resource_type' ? c.type : c.user);
  const sums = new Map<string, Units>();
  for (const charge of charges(options)) sums.set(key(charge), (sums.get(key(charge)) ?? 0n) + charge.fee);
  const set: Record<string, object[]> = {};
  for (const [name, fee] of sums) {
    tally.rows++;
    tally.line('CNY', { payable: fee });
    set[name] = [{ fee: printShort(fee), total: 'total', ...(dimension ? { [dimension]: name } : { root_user_id: USERS[0] }) }];
  }
  const total = [...sums.values()].reduce((a, b) => a + b, 0n);
  yield `${JSON.stringify({ action: 'GetChargeSumsResponse', total_count: tally.rows, charge_sum_set: set, ret_code: 0, total_sum: printShort(total) })}\n`;
};

/** A sheet of charges: the interface's names, or plain Chinese ones with Beijing times. */
export const qingcloudConsumptionCsv: SampleWriter = function* (options, tally) {
  const plain = options.language === 'zh';
  yield csvLine(
    plain
      ? ['资源ID', '资源名称', '资源类型', '区域', '开始时间', '结束时间', '单价', '用量', '单位', '金额']
      : ['resource_id', 'resource_name', 'resource_type', 'zone_id', 'start_time', 'end_time', 'price', 'total_sum', 'unit', 'fee'],
    options,
  );
  const local = ({ day, hour }: Charge): string =>
    `${options.period}-${String(day).padStart(2, '0')} ${String(hour).padStart(2, '0')}:14:03`;
  for (const c of charges(options)) {
    tally.rows++;
    tally.line('CNY', { payable: c.fee });
    const times = plain ? [local(c), local(c)] : [utc(options.period, c, '14'), utc(options.period, c, '59')];
    yield csvLine([c.id, c.name, c.type, c.zone, ...times, c.price, c.usage, c.unit, printShort(c.fee)], options);
  }
};
