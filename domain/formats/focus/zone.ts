import { localOf, offsetText, readInstant } from '../profiles/kit/instant.ts';

/** By which clock the months of a file begin. */
export interface ZoneDecision {
  /** Minutes east of UTC; null where the starts of the file belong to different zones and each tells its own. */
  offset: number | null;
  evidence: string;
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
export function decideZone(starts: Iterable<string>, choice: number | null): ZoneDecision {
  const byOffset = new Map<number, string>();
  for (const text of starts) {
    const instant = readInstant(text);
    const offset = instant && impliedOffset(instant.minutes);
    if (offset !== null && !byOffset.has(offset)) byOffset.set(offset, text);
  }
  const told = [...byOffset];
  const first = told[0];
  if (choice !== null) {
    const against = told.find(([offset]) => offset !== choice);
    return {
      offset: choice,
      evidence: `Months begin at ${offsetText(choice)}, as chosen for this source${against ? `; the file itself speaks for ${offsetText(against[0])} (${against[1]})` : ''}.`,
    };
  }
  if (!first) return { offset: 0, evidence: 'Months begin at UTC: no billing period of the file begins with a month in any zone.' };
  if (told.length === 1)
    return {
      offset: first[0],
      evidence: `Months begin at ${offsetText(first[0])}: BillingPeriodStart ${first[1]} is the first moment of a month there and in no other zone.`,
    };
  return {
    offset: null,
    evidence: `Months begin at ${told.map(([offset, text]) => `${offsetText(offset)} (${text})`).join(', ')}: each row by its own BillingPeriodStart.`,
  };
}
