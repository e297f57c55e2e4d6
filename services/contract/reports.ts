import { z } from 'zod';
import { filter } from './bills.ts';
import { job, query } from './procedure.ts';
import { fileToken, instant, language, nothing, period } from './schema.ts';

export const written = z.object({ file: z.string(), sha256: z.string(), rows: z.number(), bytes: z.number() });
export type Written = z.infer<typeof written>;

export const reports = {
  /** The reconciled report of a period: summary, checks, invoices, payments, certificates, lines. */
  'export/report': job(
    z.object({
      period,
      format: z.enum(['xlsx', 'pdf', 'csv']),
      target: fileToken,
      language: language.nullable().default(null),
      bom: z.boolean().default(true),
    }),
    written,
    ['reports'],
  ),
  /** Bill lines of a selection, CSV with eight to ten exact decimals, or XLSX. */
  'export/bills': job(
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
  'export/list': query(
    nothing,
    z.array(
      z.object({
        id: z.number(),
        at: instant,
        what: z.string(),
        file: z.string(),
        format: z.string(),
        rows: z.number(),
        bytes: z.number(),
        sha256: z.string(),
      }),
    ),
  ),
};
