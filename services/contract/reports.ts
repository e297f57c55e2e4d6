import { z } from 'zod';
import type { AppError } from '../../domain/result.ts';
import { filter } from './bills.ts';
import { command, query, readingJob } from './procedure.ts';
import { reportChoice, reportLanguage } from './report-list.ts';
import { fileToken, instant, language, nothing, period, vendor } from './schema.ts';

export const EXPORT_STATES = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const;

/** What was chosen, as the caller asked for it; for the list of exports to tell. */
export const exportSelection = z.object({
  period: period.nullish(),
  from: period.nullish(),
  to: period.nullish(),
  vendor: z.string().nullish(),
  account: z.string().nullish(),
  where: z.array(filter).optional(),
  hideZero: z.boolean().optional(),
  search: z.string().optional(),
  kind: z.enum(['detail', 'statement']).optional(),
  groupBy: z.array(z.string()).optional(),
});
export type ExportSelection = z.infer<typeof exportSelection>;

export const exportRecord = z.object({
  id: z.number(),
  state: z.enum(EXPORT_STATES),
  startedAt: instant,
  /** Null while it runs. */
  endedAt: instant.nullable(),
  what: z.string(),
  selection: exportSelection.nullable(),
  format: z.string(),
  /** `both`: in English and Chinese. */
  language: z.enum([...language.options, 'both']).nullable(),
  /** Base name; never a path. */
  file: z.string(),
  /** Null unless it is done. */
  rows: z.number().nullable(),
  bytes: z.number().nullable(),
  sha256: z.string().nullable(),
  /** Why it failed. */
  error: z.custom<AppError>().nullable(),
});
export type ExportRecord = z.infer<typeof exportRecord>;

export const written = z.object({ file: z.string(), sha256: z.string(), rows: z.number(), bytes: z.number() });
export type Written = z.infer<typeof written>;

export const reports = {
  /** A report of a period (report-list.ts); unless another is named summary, checks, invoices, payments, certificates, lines. */
  'export/report': readingJob(
    z.object({
      ...reportChoice,
      period,
      format: z.enum(['xlsx', 'pdf', 'csv']),
      target: fileToken,
      language: reportLanguage.nullable().default(null),
      bom: z.boolean().default(true),
    }),
    written,
    ['reports'],
  ),
  /** Bill lines of a selection, CSV with eight to ten exact decimals, or XLSX. */
  'export/bills': readingJob(
    z.object({
      period: period.nullable().default(null),
      where: z.array(filter).max(50).default([]),
      hideZero: z.boolean().default(false),
      search: z.string().max(200).default(''),
      kind: z.enum(['detail', 'statement']).default('detail'),
      format: z.enum(['csv', 'xlsx']).default('csv'),
      target: fileToken,
      bom: z.boolean().default(true),
    }),
    written,
    ['reports'],
  ),
  /**
   * What the details screen shows: grouped sums with their measures per currency and totals, or the lines themselves where
   * `groupBy` is empty. `from` and `to` are months, both inclusive, beside or instead of `period`.
   */
  'export/query': readingJob(
    z.object({
      period: period.nullable().default(null),
      from: period.nullable().default(null),
      to: period.nullable().default(null),
      where: z.array(filter).max(50).default([]),
      hideZero: z.boolean().default(false),
      search: z.string().max(200).default(''),
      kind: z.enum(['detail', 'statement']).default('detail'),
      groupBy: z.array(z.string().max(120)).max(6).default([]),
      sort: z
        .array(z.object({ column: z.string().max(120), descending: z.boolean().default(false) }))
        .max(5)
        .default([]),
      /** Names of the columns to write, in this order; all where null. */
      columns: z.array(z.string().max(120)).min(1).max(100).nullable().default(null),
      format: z.enum(['csv', 'xlsx']).default('csv'),
      language: language.nullable().default(null),
      target: fileToken,
      bom: z.boolean().default(true),
    }),
    written,
    ['reports'],
  ),
  /** The summary of a period, card by card; as PDF a document with charts and amounts as a bill prints them. */
  'export/summary': readingJob(
    z.object({
      period,
      vendor: vendor.nullable().default(null),
      account: z.string().nullable().default(null),
      format: z.enum(['csv', 'xlsx', 'pdf']).default('xlsx'),
      language: language.nullable().default(null),
      target: fileToken,
      bom: z.boolean().default(true),
    }),
    written,
    ['reports'],
  ),
  /** Every export that was begun, newest first. */
  'export/list': query(nothing, z.array(exportRecord)),
  /** Takes a record off the list; the file itself is left alone. One that runs is refused. */
  'export/delete': command(z.object({ id: z.number().int().min(1) }), z.object({ id: z.number() }), ['reports']),
};
