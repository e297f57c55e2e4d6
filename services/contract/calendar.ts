import { z } from 'zod';
import { command, query } from './procedure.ts';
import { country, fileToken, plainDate, said, vendor } from './schema.ts';

const bilingual = z.object({ en: z.string(), zh: z.string() });
const dayName = z.union([bilingual, z.string()]).nullable();
const year = z.number().int().min(1990).max(2100);
const edit = z.object({ date: plainDate, kind: z.enum(['holiday', 'working']), name: z.string().trim().max(120).default('') });

const policyShape = {
  /** Country whose working days count. */
  country,
  /** Working days; null: the vendor asks for no confirmation. */
  confirmDays: z.number().int().min(1).max(366).nullable(),
  issueDays: z.object({ least: z.number().int().min(0).max(366), most: z.number().int().min(0).max(366) }).nullable(),
  /** Natural days; null: only a stated due date counts. */
  termDays: z.number().int().min(0).max(3650).nullable(),
  dunningDays: z.number().int().min(0).max(3650),
  /** Days from the freezing to the recycle bin; null: nothing is frozen. */
  recycleDays: z.number().int().min(0).max(3650).nullable(),
};
const policy = z.object(policyShape);
/** Both days inclusive; null: open. */
const terms = z.object({
  ...policyShape,
  from: plainDate.nullable(),
  until: plainDate.nullable(),
  reason: z.string().trim().min(1).max(1000),
});
const storedTerms = terms.extend({ id: z.number().int(), vendor });
export type StoredVendorTerms = z.infer<typeof storedTerms>;

const shownYear = z.object({
  country,
  year,
  /** Days that are not ordinary: weekends (0 is Sunday) are told by their weekdays. */
  weekend: z.array(z.object({ from: plainDate, days: z.array(z.number().int()) })),
  days: z.array(
    z.object({ date: plainDate, kind: z.enum(['working', 'holiday', 'extra-working']), name: dayName, by: z.enum(['country', 'user']) }),
  ),
  workingDays: z.number().int(),
  /** Whether the moving holidays of the year are in it: as published, or as a person says. */
  known: z.boolean(),
  complete: z.boolean(),
  /** Where published days are from. */
  source: bilingual.nullable(),
});
export type CalendarYear = z.infer<typeof shownYear>;

export const calendar = {
  /** Countries with a calendar, with the years whose holidays are all known, and how many days were entered. */
  'calendar/list': query(z.object({}).strict(), z.array(z.object({ country, years: z.array(year), edits: z.number().int() }))),
  'calendar/show': query(z.object({ country, year }), shownYear),
  /** Sets what is said of days (kind null: forgets it) and whether a year is complete. Answers what was there, for undoing. */
  'calendar/edit': command(
    z.object({
      country,
      days: z
        .array(z.object({ date: plainDate, kind: z.enum(['holiday', 'working']).nullable(), name: z.string().trim().max(120).default('') }))
        .max(5000)
        .default([]),
      years: z
        .array(z.object({ year, complete: z.boolean() }))
        .max(200)
        .default([]),
    }),
    z.object({
      before: z.object({
        days: z.array(z.object({ date: plainDate, kind: z.enum(['holiday', 'working']).nullable(), name: z.string() })),
        years: z.array(z.object({ year, complete: z.boolean() })),
      }),
    }),
    ['invoices', 'calendar'],
  ),
  /** Days of an .ics or CSV file; `dryRun` only reads it. `complete`: the years that it covers are complete by it. */
  'calendar/import': command(
    z.object({ country, file: fileToken, complete: z.boolean().default(false), dryRun: z.boolean().default(false) }),
    z.object({
      file: z.string(),
      format: z.enum(['ics', 'csv']),
      days: z.array(edit),
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      years: z.array(z.number().int()),
      rejected: z.array(z.object({ row: z.number().int(), text: z.string(), reason: said })),
      before: z.object({
        days: z.array(z.object({ date: plainDate, kind: z.enum(['holiday', 'working']).nullable(), name: z.string() })),
        years: z.array(z.object({ year, complete: z.boolean() })),
      }),
    }),
    ['invoices', 'calendar'],
  ),
  /** What vendors print, and the terms agreed on over it. */
  'calendar/terms': query(z.object({}).strict(), z.object({ printed: z.array(z.object({ vendor, policy })), terms: z.array(storedTerms) })),
  'calendar/setTerms': command(z.object({ id: z.number().int().nullable().default(null), vendor, terms }), storedTerms, [
    'invoices',
    'calendar',
  ]),
  'calendar/removeTerms': command(
    z.object({ id: z.number().int(), reason: z.string().trim().min(1).max(1000) }),
    z.object({ removed: z.number().int() }),
    ['invoices', 'calendar'],
  ),
};
