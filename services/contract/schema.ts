import { z } from 'zod';
import { MEASURE_NAMES, type MeasureName } from '../../domain/formats/fields.ts';
import { isAmount } from '../../domain/money/amount.ts';
import { parseDate } from '../../domain/time/plain-date.ts';
import { isSaid, type Said } from '../../domain/words/said.ts';
import { INPUTS } from '../../domain/words/inputs.ts';

/** Exact decimal text. Amounts never cross the contract as numbers. */
export const amount = z.string().max(82).refine(isAmount, INPUTS.amount.template);
export const amountOrMissing = amount.nullable();
/** YYYY-MM-DD, a day of the calendar. */
export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parseDate(text).ok, INPUTS.date.template);
export const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, INPUTS.period.template);
export const currency = z.string().regex(/^[A-Z]{3}$/, INPUTS.currency.template);
export const country = z.string().regex(/^[A-Z]{2}$/, INPUTS.country.template);
export const entityId = z.string().regex(/^[A-Z0-9_]{2,40}$/, INPUTS.entity.template);
export const vendor = z.enum(['huawei', 'tencent', 'qingcloud', 'zilliz', 'other']);
/** A name for a file that the host gave out after a dialog, a drop or an argument. Never a path. */
export const fileToken = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, INPUTS.file.template);
/** A sentence with its parameters (domain/words/said.ts): an output only. */
export const said = z.custom<Said>(isSaid);
export const saidError = z.object({ message: said.optional(), remedy: said.optional() });
export const documentNumber = z.string().trim().min(1).max(100);
export const note = z.string().max(4000);
export const language = z.enum(['en', 'zh-CN']);
export const settlement = z.enum(['monthly', 'non-monthly']);
export const customerStatus = z.enum([
  'any',
  'registered',
  'unregistered',
  'individual_unregistered',
  'enterprise_registered',
  'vat_collector',
  'registered_not_collector',
]);
/** UTC instant, ISO 8601 with Z. */
export const instant = z.string();
export const nothing = z.object({}).strict();

/** The money columns of a bill, in the order screens and files show them. Each null where the vendor gives none. */
export const MEASURES = MEASURE_NAMES;
export type Measure = MeasureName;
const measureShape = Object.fromEntries(MEASURES.map((m) => [m, amountOrMissing])) as Record<Measure, typeof amountOrMissing>;
export const measures = z.object(measureShape);
/** Sums per currency; currencies are never added together. */
export const totalsByCurrency = z.record(currency, measures);

export const historyEntry = z.object({
  at: instant,
  who: z.string(),
  event: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
});
export const attachment = z.object({
  id: z.number().int(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  sha256: z.string(),
});

/** The rejected row that a line is as mended: its batch, file, number and text; null for every other line. */
export const mendedFrom = z.object({ batch: z.number(), file: z.string(), row: z.number(), original: z.string() }).nullable();
