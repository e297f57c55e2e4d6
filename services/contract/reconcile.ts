import { z } from 'zod';
import { query } from './procedure.ts';
import { amount, currency, period, vendor } from './schema.ts';

export const CHECK_STATUSES = ['pass', 'explained', 'fail', 'missing'] as const;
const side = z.object({
  label: z.string(),
  labelZh: z.string(),
  value: amount.nullable(),
  drill: z.object({ screen: z.enum(['bills', 'invoices', 'payments', 'wht']), query: z.record(z.string(), z.unknown()) }).nullable(),
});

export const check = z.object({
  /** Unique in the answer: check, vendor and currency. */
  id: z.string(),
  check: z.string(),
  vendor: vendor.nullable(),
  currency: currency.nullable(),
  title: z.string(),
  titleZh: z.string(),
  step: z.string(),
  stepZh: z.string(),
  left: amount.nullable(),
  right: amount.nullable(),
  difference: amount.nullable(),
  tolerance: z.string(),
  toleranceZh: z.string(),
  status: z.enum(CHECK_STATUSES),
  /** In words, with the rounding policy where one explains the difference. */
  explanation: z.string(),
  explanationZh: z.string(),
  leftSide: side,
  rightSide: side,
  arithmetic: z.array(z.string()),
  arithmeticZh: z.array(z.string()),
  /** Lines that do not fit, at most 200; `lineCount` counts all. */
  lines: z.array(z.object({ id: z.number(), file: z.string(), row: z.number(), text: z.string(), textZh: z.string() })),
  lineCount: z.number(),
});
export type Check = z.infer<typeof check>;

export const reconcile = {
  'reconcile/run': query(
    z.object({ period, vendor: vendor.nullable().default(null) }),
    z.object({
      period,
      checks: z.array(check),
      counts: z.object({ pass: z.number(), explained: z.number(), fail: z.number(), missing: z.number() }),
    }),
  ),
};
