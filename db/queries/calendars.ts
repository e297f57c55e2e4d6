import { workCalendar, type DayEdit, type WorkCalendar } from '../../domain/calendar/calendar.ts';
import { ownPolicy, printedPolicy, termsOn, type VendorTerms } from '../../domain/invoices/policies.ts';
import type { InvoiceClock } from '../../domain/invoices/course.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

/** What was said of the days of a country, in the order of days. */
export const dayEdits = (read: ReadDb, country: string): DayEdit[] =>
  read.all<DayEdit>('SELECT day AS date, kind, name FROM calendar_day WHERE country = ? ORDER BY day', [country]);

/** Years of the country that a person called complete. */
export const completeYears = (read: ReadDb, country: string): number[] =>
  read.all<{ year: number }>('SELECT year FROM calendar_year WHERE country = ? ORDER BY year', [country]).map(({ year }) => year);

/** Countries of which a person has said anything, with how many days. */
export const editedCountries = (read: ReadDb): Map<string, number> =>
  new Map(
    read
      .all<{ country: string; days: number }>(
        `SELECT country, SUM(days) AS days FROM (SELECT country, 1 AS days FROM calendar_day UNION ALL SELECT country, 0 FROM calendar_year)
          GROUP BY country ORDER BY country`,
      )
      .map(({ country, days }) => [country, days]),
  );

/** The country's calendar with what was entered in this book. */
export const calendarIn = (read: ReadDb, country: string): WorkCalendar =>
  workCalendar(country, dayEdits(read, country), completeYears(read, country));

/** Sets what is said of the day; null forgets it. */
export function putDay(write: WriteDb, country: string, date: string, edit: Pick<DayEdit, 'kind' | 'name'> | null): void {
  write.run('DELETE FROM calendar_day WHERE country = ? AND day = ?', [country, date]);
  if (edit) write.run('INSERT INTO calendar_day (country, day, kind, name) VALUES (?, ?, ?, ?)', [country, date, edit.kind, edit.name]);
}

export function putYear(write: WriteDb, country: string, year: number, complete: boolean): void {
  write.run('DELETE FROM calendar_year WHERE country = ? AND year = ?', [country, year]);
  if (complete) write.run('INSERT INTO calendar_year (country, year) VALUES (?, ?)', [country, year]);
}

export interface StoredTerms extends VendorTerms {
  id: number;
  vendor: string;
}

interface TermsRow {
  id: number;
  vendor: string;
  from_day: string | null;
  until_day: string | null;
  country: string;
  confirm_days: number | null;
  issue_least: number | null;
  issue_most: number | null;
  term_days: number | null;
  dunning_days: number;
  recycle_days: number | null;
  reason: string;
}

/** Terms agreed on with vendors, by vendor and first day. */
export const listTerms = (read: ReadDb): StoredTerms[] =>
  read.all<TermsRow>("SELECT * FROM vendor_terms ORDER BY vendor, COALESCE(from_day, ''), id").map((row) => ({
    id: row.id,
    vendor: row.vendor,
    from: row.from_day,
    until: row.until_day,
    country: row.country,
    confirmDays: row.confirm_days,
    issueDays: row.issue_least === null ? null : { least: row.issue_least, most: row.issue_most! },
    termDays: row.term_days,
    dunningDays: row.dunning_days,
    recycleDays: row.recycle_days,
    reason: row.reason,
  }));

/** Writes the terms anew or, with their id, in place of those; returns the id. */
export function putTerms(write: WriteDb, terms: Omit<StoredTerms, 'id'>, id: number | null): number {
  if (id !== null) dropTerms(write, id);
  return write.run(
    `INSERT INTO vendor_terms (id, vendor, from_day, until_day, country, confirm_days, issue_least, issue_most, term_days, dunning_days, recycle_days, reason)
      VALUES (:id, :vendor, :from, :until, :country, :confirm, :least, :most, :term, :dunning, :recycle, :reason)`,
    {
      id,
      vendor: terms.vendor,
      from: terms.from,
      until: terms.until,
      country: terms.country,
      confirm: terms.confirmDays,
      least: terms.issueDays?.least ?? null,
      most: terms.issueDays?.most ?? null,
      term: terms.termDays,
      dunning: terms.dunningDays,
      recycle: terms.recycleDays,
      reason: terms.reason,
    },
  ).id;
}

export const dropTerms = (write: WriteDb, id: number): void => void write.run('DELETE FROM vendor_terms WHERE id = ?', [id]);

/** Gives each invoice of one reading its terms and calendar; terms and calendars are read once. */
export function clocks(
  read: ReadDb,
): (invoice: { vendor: string; direction: string; billed: string | null; date: string }) => InvoiceClock {
  const calendars = new Map<string, WorkCalendar>();
  let terms: Map<string, StoredTerms[]> | undefined;
  return ({ vendor, direction, billed, date }) => {
    terms ??= Map.groupBy(listTerms(read), (t) => t.vendor);
    const policy = direction === 'issued' ? ownPolicy() : (termsOn(terms.get(vendor) ?? [], billed ?? date) ?? printedPolicy(vendor));
    let calendar = calendars.get(policy.country);
    if (!calendar) calendars.set(policy.country, (calendar = calendarIn(read, policy.country)));
    return { policy, calendar };
  };
}
