import { say, type Said } from '../../words/said.ts';
import { clockOf, zoneOfOffset, type TimeZone } from '../../time/zone.ts';
import { localOf, offsetText, readInstant } from '../profiles/kit/instant.ts';

/** By which clock the months of a file begin. */
export interface ZoneDecision {
  /** Minutes east of UTC; null where the starts of the file belong to different zones and each tells its own, or by choice. */
  offset: number | null;
  /** The clock that was chosen for the source; it overrules the file. */
  chosen: ((minutes: number) => number) | null;
  /** The one zone that the file speaks for. */
  told: TimeZone | null;
  evidence: Said;
}

/** Zones reach from UTC−12 to UTC+14. */
const EAST = 14 * 60;
const WEST = 12 * 60;

/**
 * The offset that makes an instant the first moment of a month, and the only one between UTC−12 and UTC+14: the last
 * day of a month from 10:00Z on begins the next one east of Greenwich, the first day up to 12:00Z this one west of it.
 */
export function impliedOffset(minutes: number): number | null {
  const utc = localOf(minutes, 0);
  if (utc.day === 1 && utc.time <= WEST) return -utc.time || 0;
  const east = 1440 - utc.time;
  return east <= EAST && localOf(minutes + east, 0).day === 1 ? east : null;
}

/**
 * Decides from the starts of billing periods. A source whose months are cut at GMT+8 prints 2024-12-31T16:00:00Z for
 * January 2025; by the date alone the bill would stand one month early. A choice made for the source overrules the file.
 */
export function decideZone(starts: Iterable<string>, choice: TimeZone | null): ZoneDecision {
  const byOffset = new Map<number, string>();
  for (const text of starts) {
    const instant = readInstant(text);
    const offset = instant && impliedOffset(instant.minutes);
    if (offset !== null && !byOffset.has(offset)) byOffset.set(offset, text);
  }
  const all = [...byOffset];
  const first = all[0];
  const told = first && all.length === 1 ? zoneOfOffset(first[0]) : null;
  if (choice !== null) {
    const chosen = clockOf(choice);
    const against = all.find(([offset, text]) => offset !== chosen(readInstant(text)!.minutes));
    return {
      offset: null,
      chosen,
      told,
      evidence: against
        ? say`Months begin at ${{ zone: choice }}, as chosen for this source; the file itself speaks for ${{ other: offsetText(against[0]) }} (${{ start: against[1] }}).`
        : say`Months begin at ${{ zone: choice }}, as chosen for this source.`,
    };
  }
  if (!first)
    return {
      offset: 0,
      chosen: null,
      told,
      evidence: say`Months begin at UTC: no billing period of the file begins with a month in any zone.`,
    };
  if (all.length === 1)
    return {
      offset: first[0],
      chosen: null,
      told,
      evidence: say`Months begin at ${{ zone: offsetText(first[0]) }}: BillingPeriodStart ${{ start: first[1] }} is the first moment of a month there and in no other zone.`,
    };
  return {
    offset: null,
    chosen: null,
    told,
    evidence: say`Months begin at ${{ zones: all.map(([offset, text]) => `${offsetText(offset)} (${text})`) }}: each row by its own BillingPeriodStart.`,
  };
}
