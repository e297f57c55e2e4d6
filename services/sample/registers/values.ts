import type { Random } from '../random.ts';
import { printShort, type Units } from '../units.ts';
import { two } from '../huawei/lines.ts';

/** A random amount in whole cents as units of 10^-8. */
export const cents = (random: Random, most = 9_000_000): Units => BigInt(random.between(1, most)) * 1_000_000n;

/** `1,234.50`: thousands apart, two decimals. */
export function grouped(value: Units): string {
  const text = value < 0n ? -value : value;
  const whole = (text / 100_000_000n).toString().replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0n ? '-' : ''}${whole}.${((text % 100_000_000n) / 1_000_000n).toString().padStart(2, '0')}`;
}

export const short = printShort;

/** A Beijing time within a year as the vendor prints it, and the same instant in UTC. */
export function time(random: Random): { printed: string; instant: string; day: string } {
  const [month, day, hour, minute, second] = [random.between(1, 12), random.between(1, 28), random.int(24), random.int(60), random.int(60)];
  const printed = `2023/${two(month)}/${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
  const instant = new Date(Date.UTC(2023, month - 1, day, hour - 8, minute, second)).toISOString().replace('.000', '');
  return { printed, instant, day: `2023-${two(month)}-${two(day)}` };
}
