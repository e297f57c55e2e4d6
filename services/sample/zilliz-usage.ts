import { daysInMonth, addDays } from '../../domain/time/plain-date.ts';
import { csvLine } from './csv.ts';
import type { SampleWriter } from './generate.ts';
import type { SampleOptions } from './options.ts';
import { mix, Random } from './random.ts';
import { TEN_DECIMALS } from './units.ts';

interface Item {
  day: string;
  next: string;
  costType: string;
  unit: string;
  quantity: bigint;
  price: bigint;
  amount: bigint;
  cluster: number;
}

const COSTS = [
  ['compute', 'CU-hours', 1_590_000_000n],
  ['storage', 'GB-hours', 342_000n],
  ['backup', 'GB-months', 250_000_000n],
  ['read_vcu', 'vCU', 40_000n],
] as const;
const ONE = 10_000_000_000n;

/** Ten decimals, zero-padded, as the interface prints them. */
const ten = (value: bigint): string => {
  const digits = value.toString().padStart(11, '0');
  return `${digits.slice(0, -10)}.${digits.slice(-10)}`;
};

/** Items in integers of 10^-10; an amount is price × quantity, half-up to ten decimals. */
function* items(options: SampleOptions): Iterable<Item> {
  const random = new Random(mix(options.seed, 71));
  const [year, month] = options.period.split('-').map(Number) as [number, number];
  for (let n = 0; n < options.rows; n++) {
    const [costType, unit, price] = COSTS[n % COSTS.length]!;
    const day = `${options.period}-${String(1 + (Math.floor(n / COSTS.length) % daysInMonth(year, month))).padStart(2, '0')}`;
    const quantity = BigInt(random.between(1, 2_000_000_000)) * 37n;
    yield {
      day,
      next: addDays(day, 1),
      costType,
      unit,
      quantity,
      price,
      amount: (price * quantity + ONE / 2n) / ONE,
      cluster: random.int(3),
    };
  }
}

const COLUMNS = [
  'intervalStart',
  'intervalEnd',
  'currency',
  'costType',
  'projectId',
  'regionId',
  'cuType',
  'plan',
  'clusterId',
  'quantity',
  'unit',
  'unitPrice',
  'amount',
];

/** A table under the names of the interface. */
export const zillizUsageCsv: SampleWriter = function* (options, tally) {
  yield csvLine(COLUMNS, options);
  for (const item of items(options)) {
    tally.rows++;
    tally.line(options.currency, { payable: item.amount }, TEN_DECIMALS);
    yield csvLine(
      [
        `${item.day}T00:00:00Z`,
        `${item.next}T00:00:00Z`,
        options.currency,
        item.costType,
        'proj-demo',
        'aws-us-west-2',
        'performance',
        'Standard',
        `in01-demo${item.cluster}`,
        ten(item.quantity),
        item.unit,
        ten(item.price),
        ten(item.amount),
      ],
      options,
    );
  }
};

/** Answer of POST /v2/usage/query: days with their items; numbers with ten decimals. */
export const zillizUsageJson: SampleWriter = function* (options, tally) {
  const days = Map.groupBy(items(options), (item) => item.day);
  yield '{"code":0,"data":{"results":[';
  for (const [day, list] of [...days].sort(([a], [b]) => a.localeCompare(b))) {
    for (const item of list) tally.line(options.currency, { payable: item.amount }, TEN_DECIMALS);
    const total = list.reduce((sum, item) => sum + item.amount, 0n);
    const body = list.map(
      (item) =>
        `{"costType":"${item.costType}","properties":${JSON.stringify(properties(item))},"quantity":${ten(item.quantity)},"unit":"${item.unit}","listPrice":{"unitPrice":${ten(item.price)}},"price":{"unitPrice":${ten(item.price)}},"amount":${ten(item.amount)}}`,
    );
    yield `${tally.rows++ > 0 ? ',\n' : '\n'}{"intervalStart":"${day}T00:00:00Z","intervalEnd":"${list[0]!.next}T00:00:00Z","total":${ten(total)},"currency":"${options.currency}","items":[${body.join(',')}]}`;
  }
  yield `],"currentPage":1,"pageSize":100,"total":${tally.rows}}}\n`;
};

/** Serverless items have neither CU type nor plan. */
const properties = (item: Item): object => ({
  projectId: 'proj-demo',
  regionId: 'aws-us-west-2',
  ...(item.costType === 'read_vcu' ? {} : { cuType: 'performance', plan: 'Standard' }),
  clusterId: `in01-demo${item.cluster}`,
});
