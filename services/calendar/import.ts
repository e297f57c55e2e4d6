import { open } from 'node:fs/promises';
import { completeYears, dayEdits } from '../../db/queries/calendars.ts';
import { readHolidayList } from '../../domain/calendar/read-list.ts';
import { Failure, refuse } from '../../domain/result.ts';
import { say } from '../../domain/words/said.ts';
import { inTransaction } from '../invoices/act.ts';
import type { Context, Handler } from '../runtime/services.ts';
import { applyEdit } from './edit.ts';

/** A list of holidays is a few kilobytes; a longer file is something else. */
const LARGEST = 1 << 20;

/**
 * The days of an iCalendar or CSV file. Its reader is a line scanner without nesting or look-back, and the file is at most a
 * megabyte of text, so it is read here rather than in the parser's process.
 */
export const importCalendar: Handler<'calendar/import'> = async (input, context) => {
  context.session.book();
  const { name, text } = await readText(context, input.file);
  const list = readHolidayList(text);
  if (list.days.length === 0)
    refuse('calendar.no-days', say`“${{ name }}” has no day that can be read.`, {
      file: name,
      remedy: 'Choose an .ics calendar, or a CSV file with a day such as 2026-10-01 and a name in each row.',
    });
  const years = [...new Set(list.days.map(({ date }) => Number(date.slice(0, 4))))].toSorted((a, b) => a - b);
  return inTransaction(context, (act) => {
    const known = new Map(dayEdits(act.write, input.country).map((day) => [day.date, day]));
    const news = list.days.filter((day) => known.get(day.date)?.kind !== day.kind || known.get(day.date)?.name !== day.name);
    const newYears = input.complete ? years.filter((year) => !completeYears(act.write, input.country).includes(year)) : [];
    const edit = { days: news, years: newYears.map((year) => ({ year, complete: true })) };
    const nothing = input.dryRun || news.length + newYears.length === 0;
    return {
      file: name,
      format: list.format,
      days: list.days,
      added: news.filter((day) => !known.has(day.date)).length,
      changed: news.filter((day) => known.has(day.date)).length,
      unchanged: list.days.length - news.length,
      years,
      rejected: list.rejected,
      before: nothing ? { days: [], years: [] } : applyEdit(act, 'calendar/import', input.country, edit, name),
    };
  });
};

async function readText(context: Context, token: string): Promise<{ name: string; text: string }> {
  const { path, name } = context.host.files.resolve(token, 'read');
  try {
    await using handle = await open(path, 'r');
    const stat = await handle.stat();
    if (!stat.isFile() || stat.size > LARGEST)
      refuse('calendar.too-large', say`“${{ name }}” is no list of holidays: it is larger than 1 MB.`, {
        file: name,
        remedy: 'Choose the list alone.',
      });
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile()) };
  } catch (error) {
    if (error instanceof Failure) throw error;
    return refuse('calendar.unreadable', say`“${{ name }}” cannot be read as UTF-8 text.`, {
      file: name,
      remedy: 'Save it as UTF-8 and choose it again.',
    });
  }
}
