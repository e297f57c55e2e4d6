import { z } from 'zod';
import { MEASURE_NAMES, type MeasureName } from '../../domain/formats/fields.ts';
import { isAmount } from '../../domain/money/amount.ts';
import { parseDate } from '../../domain/time/plain-date.ts';

/** Exact decimal text. Amounts never cross the contract as numbers. */
export const amount = z.string().max(82).refine(isAmount, 'an exact decimal such as -1234.5');
export const amountOrMissing = amount.nullable();
/** YYYY-MM-DD, a day of the calendar. */
export const plainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => parseDate(text).ok, 'a day of the calendar, YYYY-MM-DD');
export const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');
export const currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD');
export const country = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166 code such as TH');
export const entityId = z.string().regex(/^[A-Z0-9_]{2,40}$/, 'a contracting entity such as SPARKOO_SG');
export const vendor = z.enum(['huawei', 'tencent', 'qingcloud', 'zilliz', 'other']);
/** A name for a file that the host gave out after a dialog, a drop or an argument. Never a path. */
export const fileToken = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'a file token of this session');
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
