import { daysInMonth, type Period } from '../../domain/time/plain-date.ts';
import { csvLine } from './csv.ts';
import { two } from './huawei/lines.ts';
import { mix, Random } from './random.ts';

/** One resource whose bandwidth is sampled. Figures are thousandths of Mbit/s, so that nothing is rounded. */
export interface SampledResource {
  productType: string;
  product: string;
  region: string;
  spec: string;
  id: string;
  name: string;
  directions: readonly (string | null)[];
  /** Quietest and busiest hour, and how high a burst goes. */
  night: number;
  evening: number;
  burst: number;
  /** Thousandths of samples that the file lacks. */
  gaps: number;
  /** One figure a day instead of one every five minutes. */
  daily?: boolean;
  /** The day of the month on which it was made; else it was there before. */
  from?: number;
}

export const SAMPLED: readonly SampledResource[] = [
  {
    productType: '虚拟私有云 VPC',
    product: '共享带宽',
    region: '亚太-新加坡',
    spec: '增强型95峰值',
    id: '7b1f03c2-5d44-4e0a-9c61-2f6a1d7c0e95',
    name: 'bandwidth-shared-01',
    directions: ['出', '入'],
    night: 38_000,
    evening: 264_000,
    burst: 240_000,
    gaps: 2,
    from: 16,
  },
  {
    productType: '内容分发网络 CDN',
    product: 'CDN',
    region: '中国大陆境外',
    spec: '月95峰值带宽',
    id: 'static.example.com',
    name: 'static.example.com',
    directions: [null],
    night: 210_000,
    evening: 1_480_000,
    burst: 900_000,
    gaps: 0,
  },
  {
    productType: '内容分发网络 CDN',
    product: 'CDN',
    region: '中国大陆境外',
    spec: '日峰值月平均带宽',
    id: 'video.example.com',
    name: 'video.example.com',
    directions: [null],
    night: 600_000,
    evening: 2_100_000,
    burst: 1_200_000,
    gaps: 0,
    daily: true,
  },
];

const HEADERS = ['统计时间', '产品类型', '产品', '区域', '计费规格', '资源ID', '资源名称', '方向', '带宽', '单位'];
const SLOTS = 288;
const COMMA = { delimiter: ',', newline: '\n' } as const;

/** Invented usage details of a month in the words of Huawei Cloud's guide: the same period and seed give the same text. */
export function usageSamplesCsv(period: Period, seed: number, resources: readonly SampledResource[] = SAMPLED): string {
  const lines = [csvLine(HEADERS, COMMA)];
  resources.forEach((resource, index) => {
    for (const row of rowsOf(resource, period, new Random(mix(seed, index + 71)))) lines.push(csvLine(row, COMMA));
  });
  return lines.join('');
}

function* rowsOf(resource: SampledResource, period: Period, random: Random): Iterable<string[]> {
  const [year = 0, month = 0] = period.split('-').map(Number);
  const { productType, product, region, spec, id, name, directions } = resource;
  const row = (time: string, direction: string | null, thousandths: number): string[] => [
    time,
    productType,
    product,
    region,
    spec,
    id,
    name,
    direction ?? '--',
    printed(thousandths),
    'Mbps',
  ];
  for (let day = resource.from ?? 1; day <= daysInMonth(year, month); day++) {
    // Weekends are busier, and some days carry a burst of an hour or two.
    const weekend = [0, 6].includes(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
    const height = random.between(84, 100) + (weekend ? 12 : 0);
    const burstAt = random.chance(300) ? random.between(90, 270) : -SLOTS;
    const date = `${period}-${two(day)}`.replaceAll('-', '/');
    let peak = 0;
    for (let slot = 0; slot < SLOTS; slot++) {
      const value = level(resource, slot, height) + (slot >= burstAt && slot < burstAt + 18 ? resource.burst : 0);
      const noisy = Math.floor((value * random.between(930, 1070)) / 1000);
      peak = Math.max(peak, noisy);
      if (resource.daily || random.chance(resource.gaps)) continue;
      const time = `${date} ${two(Math.floor(slot / 12))}:${two((slot % 12) * 5)}:00`;
      for (const direction of directions) yield row(time, direction, direction === '入' ? Math.floor(noisy / random.between(3, 5)) : noisy);
    }
    if (resource.daily) yield row(`${date} 00:00:00`, directions[0] ?? null, peak);
  }
}

/** Lowest at four in the morning, highest at nine in the evening, straight lines between: whole numbers on every machine. */
function level({ night, evening }: SampledResource, slot: number, height: number): number {
  const [low, high] = [48, 252];
  const up = slot >= low && slot <= high;
  const from = up ? slot - low : slot > high ? SLOTS - slot + low : low - slot;
  const span = up ? high - low : SLOTS - high + low;
  return Math.floor(((night + Math.floor(((evening - night) * from) / span)) * height) / 100);
}

const printed = (thousandths: number): string => `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`;
