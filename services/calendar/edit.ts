import { appendAudit } from '../../db/audit.ts';
import { calendarIn, completeYears, dayEdits, putDay, putYear } from '../../db/queries/calendars.ts';
import { worked } from '../../domain/calendar/calendar.ts';
import { refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import type { Output, ParsedInput } from '../contract/index.ts';
import { inTransaction, type Act } from '../invoices/act.ts';
import type { Handler } from '../runtime/services.ts';

type Edit = Pick<ParsedInput<'calendar/edit'>, 'days' | 'years'>;
type Before = Output<'calendar/edit'>['before'];

export const editCalendar: Handler<'calendar/edit'> = (input, context) =>
  inTransaction(context, (act) => {
    for (const { date, kind } of input.days) if (kind !== null) refuseNothingNew(act, input.country, date, kind);
    return { before: applyEdit(act, 'calendar/edit', input.country, input) };
  });

/** Writes days and years with one audit entry that holds what was there before; answers that. */
export function applyEdit(act: Act, action: string, country: string, edit: Edit, file: string | null = null): Before {
  const known = new Map(dayEdits(act.write, country).map((day) => [day.date, day]));
  const complete = completeYears(act.write, country);
  const before: Before = {
    days: edit.days.map(({ date }) => ({ date, kind: known.get(date)?.kind ?? null, name: known.get(date)?.name ?? '' })),
    years: edit.years.map(({ year }) => ({ year, complete: complete.includes(year) })),
  };
  for (const { date, kind, name } of edit.days) putDay(act.write, country, date, kind === null ? null : { kind, name });
  for (const { year, complete: whole } of edit.years) putYear(act.write, country, year, whole);
  appendAudit(act.write, {
    at: act.at,
    who: act.who,
    action,
    subject: `calendar:${country}`,
    before,
    after: { days: edit.days, years: edit.years, ...(file === null ? {} : { file }) },
  });
  return before;
}

/** A day that is off anyway needs no holiday, and one that is worked anyway no working day, unless it has a name to give. */
function refuseNothingNew(act: Act, country: string, date: string, kind: 'holiday' | 'working'): void {
  const now = calendarIn(act.write, country).dayOf(date);
  if (now.by === 'user') return;
  if (kind === 'working' && worked(now.kind))
    refuse('calendar.is-working', say`${{ date }} is a working day in ${{ country }} already.`, {
      column: 'date',
      value: date,
      remedy: 'Choose a weekend day or a holiday.',
    });
  if (kind === 'holiday' && now.kind === 'holiday')
    refuse('calendar.is-holiday', say`${{ date }} is a holiday in ${{ country }} already.`, {
      column: 'date',
      value: date,
      remedy: 'Choose another day, or mark this one as worked.',
    });
}
