import { multiply, type Amount } from '../money/amount.ts';
import { D } from '../money/decimal.ts';
import { convertUsage } from './convert.ts';

/** What a kilobit is: bandwidth of CDN is charged by 1000; older usage types count by 1024. */
export const UNIT_BASES = ['1000', '1024'] as const;
export type UnitBase = (typeof UNIT_BASES)[number];

/** The unit in which bandwidth is priced. */
export const MEGABITS = 'Mbit/s';
/** Of the peaks of several days, each charged for its day. */
export const MEGABIT_DAYS = 'Mbit/s·day';

const BANDWIDTH = /^([kmgt]?)(?:bps|bits?\/s|bits?ps|b\/s)$/;
const STEPS: Readonly<Record<string, number>> = { '': -2, k: -1, m: 0, g: 1, t: 2 };
const WORDS: Readonly<Record<string, string>> = {
  兆: 'mbps',
  兆比特每秒: 'mbps',
  '兆比特/秒': 'mbps',
  千比特每秒: 'kbps',
  比特每秒: 'bps',
};

/** Steps of 1000 (or 1024) from Mbit/s: `bps` is −2, `Gbit/s` is 1; null for what is no unit of bandwidth. Bytes are none. */
export function bandwidthStep(unit: string): number | null {
  const text = unit.normalize('NFKC').replace(/\s/g, '');
  // `MB/s` would be bytes: a capital B before the stroke is refused, `Mbps` and `MBPS` are not.
  if (text.endsWith('B/s')) return null;
  const match = BANDWIDTH.exec(WORDS[text] ?? text.toLowerCase());
  return match ? STEPS[match[1]!]! : null;
}

/** A bandwidth in Mbit/s, cut to ten decimals where it does not come out even; null where the unit is no bandwidth. */
export function toMegabits(value: Amount, unit: string, base: UnitBase): Amount | null {
  const step = bandwidthStep(unit);
  if (step === null) return null;
  const ratio = new D(base).pow(Math.abs(step)).toFixed();
  return step === 0 ? value : step > 0 ? multiply(value, ratio) : convertUsage(value, ratio);
}
