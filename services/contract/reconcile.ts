import { z } from 'zod';
import { REGISTERS } from '../../domain/formats/format.ts';
import { SCOPES } from '../../domain/reconcile/check.ts';
import { KIND_IDS } from '../../domain/reconcile/kinds.ts';
import { query } from './procedure.ts';
import { amount, currency, period, vendor } from './schema.ts';

export const CHECK_STATUSES = ['pass', 'explained', 'fail', 'missing'] as const;
const side = z.object({
  label: z.string(),
  labelZh: z.string(),
  value: amount.nullable(),
  drill: z.object({ screen: z.enum(['bills', 'invoices', 'payments', 'wht']), query: z.record(z.string(), z.unknown()) }).nullable(),
});

const listedLine = z.object({
  id: z.number(),
  file: z.string(),
  row: z.number(),
  /** The list whose row the id is of (registers/row); absent for a bill line. */
  list: z.enum(REGISTERS).optional(),
  text: z.string(),
  textZh: z.string(),
});
const words = z.object({ en: z.string(), zh: z.string() });
/** A named part of a difference, with the smallest set of lines behind it (at most 200 listed, all counted). */
const finding = z.object({
  kind: z.enum(KIND_IDS),
  title: z.string(),
  titleZh: z.string(),
  remedy: z.string(),
  remedyZh: z.string(),
  /** Signed, in the check's currency; null where it is no money. */
  amount: amount.nullable(),
  text: z.string(),
  textZh: z.string(),
  lines: z.array(listedLine),
  lineCount: z.number(),
});
export type CheckFinding = z.infer<typeof finding>;

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
  scope: z.enum(SCOPES),
  /** What the difference is made of, where it could be named. */
  findings: z.array(finding),
  /** Lines that do not fit, at most 200; `lineCount` counts all. */
  lines: z.array(listedLine),
  lineCount: z.number(),
});
export type Check = z.infer<typeof check>;

/** A check as it is declared, whether or not the book has anything for it. */
const declared = z.object({
  id: z.string(),
  title: words,
  step: words,
  scope: z.enum(SCOPES),
  vendors: z.array(vendor).nullable(),
  left: words,
  right: words,
  /** Policies that may explain a difference; empty: both sides are exact. */
  tolerance: z.array(z.object({ id: z.string(), en: z.string(), zh: z.string() })),
  explanation: words,
  source: words,
});
export type DeclaredCheck = z.infer<typeof declared>;

export const reconcile = {
  /** All checks and all kinds of difference that there are; needs no book. */
  'reconcile/catalogue': query(
    z.object({}),
    z.object({ checks: z.array(declared), kinds: z.array(z.object({ id: z.enum(KIND_IDS), title: words, remedy: words })) }),
  ),
  'reconcile/run': query(
    z.object({ period, vendor: vendor.nullable().default(null) }),
    z.object({
      period,
      checks: z.array(check),
      counts: z.object({ pass: z.number(), explained: z.number(), fail: z.number(), missing: z.number() }),
    }),
  ),
};
