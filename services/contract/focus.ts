import { z } from 'zod';
import { filter } from './bills.ts';
import { job } from './procedure.ts';
import { written } from './reports.ts';
import { fileToken, period, said, saidError } from './schema.ts';

export const FOCUS_DATASETS = ['cost-and-usage', 'invoice-detail'] as const;

/** `empty`: the file breaks the specification there; `filled`: a rule stands in for what no bill tells; `note`: good to know. */
const gap = z.object({
  kind: z.enum(['empty', 'filled', 'note']),
  column: z.string().nullable(),
  count: z.number(),
  message: z.string(),
  said,
});

export const focus = {
  /**
   * FOCUS 1.2 Cost and Usage of any selection of bill details, or the FOCUS 1.4 Invoice Detail of the invoice register, as CSV
   * or Parquet. `from` and `to` are months, both inclusive. `gaps` says what the file does not tell and by which rule it was
   * filled; `valid` whether it passes the check of `focus/check`.
   */
  'export/focus': job(
    z.object({
      dataset: z.enum(FOCUS_DATASETS).default('cost-and-usage'),
      /** By dataset: 1.2 for cost and usage, 1.4 for the invoice detail. */
      version: z.enum(['1.2', '1.4']).nullable().default(null),
      period: period.nullable().default(null),
      from: period.nullable().default(null),
      to: period.nullable().default(null),
      where: z.array(filter).max(50).default([]),
      hideZero: z.boolean().default(false),
      search: z.string().max(200).default(''),
      format: z.enum(['csv', 'parquet']).default('csv'),
      target: fileToken,
    }),
    written.extend({ dataset: z.enum(FOCUS_DATASETS), version: z.string(), valid: z.boolean(), gaps: z.array(gap) }),
    ['reports'],
  ),
  /** Holds a FOCUS file against the specification; nothing is written. Reads CSV, Parquet, workbooks, and the first table of an archive. */
  'focus/check': job(
    z.object({ file: fileToken }),
    z.object({
      file: z.string(),
      sha256: z.string(),
      /** Such as `FOCUS 1.2, dataset Cost and Usage`. */
      dataset: z.string(),
      rows: z.number(),
      valid: z.boolean(),
      findings: z.array(
        z.object({
          code: z.string(),
          /** `must`: the file is not valid; `should`: a recommendation that it does not follow. */
          level: z.enum(['must', 'should']),
          column: z.string().nullable(),
          row: z.number().nullable(),
          count: z.number().nullable(),
          message: z.string(),
          said: saidError.optional(),
        }),
      ),
    }),
    [],
  ),
};
