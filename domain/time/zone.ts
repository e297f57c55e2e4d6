import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';

/**
 * A clock by which days and months are cut, in its one spelling: `UTC`, an offset such as `UTC+08:00`, or a name of the IANA
 * time zone database such as `America/Los_Angeles`.
 */
export type TimeZone = string;

const OFFSET = /^(?:UTC|GMT)?([+\-−])([0-9]{1,2})(?::?([0-9]{2}))?$/i;
const EAST = 14 * 60;
const WEST = 12 * 60;

/** Reads `UTC`, `Z`, `UTC+8`, `GMT+08:00`, `+0800` or an IANA name; fails with `zone.unknown`, naming what was given. */
export function parseZone(text: string): Result<TimeZone> {
  const given = text.trim();
  if (/^(?:UTC|GMT|Z)$/i.test(given)) return ok('UTC');
  const match = given.length <= 10 ? OFFSET.exec(given) : null;
  if (match) {
    const minutes = (match[1] === '+' ? 1 : -1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
    return Number(match[3] ?? 0) < 60 && minutes <= EAST && minutes >= -WEST ? ok(zoneOfOffset(minutes)) : unknown(given);
  }
  // Only names: Intl also takes offsets, in spellings of its own.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,59}$/.test(given)) return unknown(given);
  try {
    return ok(new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone);
  } catch {
    return unknown(given);
  }
}

const unknown = (given: string): Result<never> =>
  fail('zone.unknown', say`“${{ zone: given.slice(0, 60) }}” is not a time zone.`, {
    value: given.slice(0, 60),
    remedy: 'Write it as UTC, as an offset such as UTC+08:00, or as a name such as Asia/Shanghai.',
  });

const two = (n: number): string => String(n).padStart(2, '0');

/** The spelling of a fixed offset; minutes east of UTC. */
export const zoneOfOffset = (minutes: number): TimeZone =>
  minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;

const FIXED = /^UTC(?:([+-])([0-9]{2}):([0-9]{2}))?$/;

/**
 * Gives the clock of a zone: minutes east of UTC at an instant, which is in minutes since 1970-01-01T00:00Z. Summer time
 * counts where the zone has it.
 */
export function clockOf(zone: TimeZone): (minutes: number) => number {
  const match = FIXED.exec(zone);
  if (match) {
    const offset = match[1] === undefined ? 0 : (match[1] === '+' ? 1 : -1) * (Number(match[2]) * 60 + Number(match[3]));
    return () => offset;
  }
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  // Offsets change on quarters of an hour at the finest; a bill has few different ones.
  const known = new Map<number, number>();
  return (minutes) => {
    const quarter = Math.floor(minutes / 15);
    let offset = known.get(quarter);
    if (offset === undefined) {
      const parts: Record<string, number> = {};
      for (const { type, value } of format.formatToParts(quarter * 900_000)) parts[type] = Number(value);
      const local = Date.UTC(parts['year']!, parts['month']! - 1, parts['day'], parts['hour'], parts['minute']) / 60_000;
      if (known.size > 10_000) known.clear();
      known.set(quarter, (offset = local - quarter * 15));
    }
    return offset;
  };
}
