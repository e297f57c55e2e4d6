import { fail, ok, type Result } from '../result.ts';
import { say } from '../words/said.ts';
import { parseDate } from '../time/plain-date.ts';

const UTC = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)Z$/;
const PRINTED =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?(?: ?(?:GMT|UTC)?([+-])(\d{2}):?(\d{2})|(Z))?$/;
const HOUR = 3_600_000;

/**
 * A UTC time of an interface (`2019-02-28T16:14:03Z`) on the clock `hours` east of it, without zone: `2019-03-01 00:14:03`.
 * Text that is no such time comes back as it is, so that it is refused where it stands.
 */
export function onClock(text: string | null, hours: number): string | null {
  const match = text === null ? null : UTC.exec(text.trim());
  if (!match || !parseDate(match[1]!).ok) return text;
  const at = Date.parse(text!.trim());
  return Number.isNaN(at) ? text : new Date(at + hours * HOUR).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * A printed time as an instant, `YYYY-MM-DDTHH:MM:SSZ`: `2020/04/15 17:28:53`, `2023/10/24 21:08:45 GMT+08:00`,
 * `2020-07-08 15:52:30.941` (fractions of a second are dropped), `2016-03-12T14:51:52Z`, or a day alone (its beginning).
 * `utcOffset`: hours east of UTC where the text names no zone.
 */
export function instantOf(text: string, utcOffset: number): Result<string> {
  const match = text.length <= 60 ? PRINTED.exec(text.trim()) : null;
  const day = match ? parseDate(match[1]!) : null;
  if (match && day?.ok) {
    const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
    const east = match[8] ? 0 : match[5] ? (match[5] === '-' ? -1 : 1) * (Number(match[6]) * 60 + Number(match[7])) : utcOffset * 60;
    if (hour < 24 && minute < 60 && second < 60 && Math.abs(east) <= 14 * 60) {
      const at = Date.parse(`${day.value}T00:00:00Z`) + ((hour * 60 + minute - east) * 60 + second) * 1000;
      return ok(`${new Date(at).toISOString().slice(0, 19)}Z`);
    }
  }
  return fail('instant.invalid', say`“${{ text: text.slice(0, 60) }}” is not a time.`, {
    value: text.slice(0, 60),
    remedy: 'Write the time as YYYY-MM-DD HH:MM:SS.',
  });
}
