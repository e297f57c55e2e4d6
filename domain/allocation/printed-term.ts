import { instantOf } from '../formats/clock.ts';
import type { Format } from '../formats/format.ts';
import { conventionOf } from './conventions.ts';
import { dayBefore, daysOf, MOST_DAYS, type Term } from './term.ts';

/** `YYYY-MM-DDTHH:MM:SS` of a printed time on the clock of the convention; null where it is none. `zone` of texts without one. */
function onClock(text: string, zone: number, clock: number): string | null {
  const at = instantOf(text.normalize('NFKC').replace(/\s+/g, ' ').trim(), zone);
  return at.ok ? new Date(Date.parse(at.value) + clock * 3_600_000).toISOString().slice(0, 19) : null;
}

const isDay = (text: string): boolean => !/[T:]/.test(text);

/**
 * The days of a term whose beginning and end are printed as times or days; a day printed as an end counts. Null where one is
 * missing or unreadable, where the end is not after the beginning (bills print the moment of payment in both), or where the term is
 * longer than any that can be bought. `zone`: hours east of UTC of times printed without a zone.
 */
export function printedTerm(vendor: Format['vendor'], start: string | null, end: string | null, zone: number): Term | null {
  if (!start || !end) return null;
  // The clock is the same for all conventions of a vendor; which of them applies is told by the day.
  const { clock } = conventionOf(vendor, start.slice(0, 10));
  const from = onClock(start, isDay(start.trim()) ? clock : zone, clock);
  const to = onClock(end, isDay(end.trim()) ? clock : zone, clock);
  if (from === null || to === null) return null;
  const first = from.slice(0, 10);
  const day = to.slice(0, 10);
  if (isDay(end.trim())) return whole({ first, last: day });
  if (to <= from) return null;
  const { lastDay } = conventionOf(vendor, first);
  const [began, ended] = [from.slice(11), to.slice(11)];
  const counts = ended !== '00:00:00' && (lastDay === 'counts' || ended > began);
  // A term within one day, or over one midnight only, has its first day at least.
  const last = counts ? day : dayBefore(day);
  return whole({ first, last: last < first ? first : last });
}

function whole(term: Term): Term | null {
  const days = daysOf(term);
  return days >= 1 && days <= MOST_DAYS ? term : null;
}
