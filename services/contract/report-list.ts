import { z } from 'zod';
import { REPORT_FORMATS, REPORT_IDS, REPORT_LANGUAGES, REPORT_PARAMETERS } from '../../domain/reports/list.ts';
import { query } from './procedure.ts';
import { period, plainDate, vendor } from './schema.ts';

/** A language, or both in one document. */
export const reportLanguage = z.enum(REPORT_LANGUAGES);

/** What a report is made of, beside its period. */
export const reportChoice = {
  report: z.enum(REPORT_IDS).default('period'),
  vendor: vendor.nullable().default(null),
  /** Days, both inclusive; null: the first and last day of the period; of the audit trail all that there are. */
  first: plainDate.nullable().default(null),
  last: plainDate.nullable().default(null),
  /** The day for which open items and ages are told; null: the day on which the book last changed. */
  asOf: plainDate.nullable().default(null),
};

const words = z.object({ en: z.string(), zh: z.string() });
const table = z.object({ id: z.string(), title: words });

export const reportEntry = z.object({
  id: z.enum(REPORT_IDS),
  title: words,
  /** What it is for. */
  purpose: words,
  parameters: z.array(z.enum(REPORT_PARAMETERS)),
  formats: z.array(z.enum(REPORT_FORMATS)),
  languages: z.array(reportLanguage),
  /** Tables that it may have, in their order. */
  tables: z.array(table),
});
export type ReportEntry = z.infer<typeof reportEntry>;

const cell = z.union([z.string(), z.number(), z.null()]);
const shownColumn = z.object({ id: z.string(), label: z.string(), kind: z.enum(['text', 'amount', 'count', 'date']) });

export const reportList = {
  /** Every report that there is; needs no book. */
  'reports/catalogue': query(z.object({}), z.array(reportEntry)),
  /** What the report would hold now: its tables with their sizes and first rows, as the file prints them. */
  'reports/preview': query(
    z.object({
      ...reportChoice,
      period,
      language: reportLanguage.nullable().default(null),
      rows: z.number().int().min(0).max(50).default(8),
    }),
    z.object({
      title: z.string(),
      range: z.string(),
      facts: z.array(z.tuple([z.string(), z.string()])),
      notes: z.array(z.string()),
      tables: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          /** Rows of the table; `head` has the first of them. */
          rows: z.number().int(),
          columns: z.array(shownColumn),
          head: z.array(z.array(cell)),
        }),
      ),
    }),
  ),
};
