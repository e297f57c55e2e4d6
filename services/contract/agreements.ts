import { z } from 'zod';
import { SPENT } from '../../domain/reconcile/agreements.ts';
import { TIER_BOUNDARIES, TIER_CHARGES, TIER_MODES } from '../../domain/reconcile/tiers.ts';
import { command, query } from './procedure.ts';
import { amount, amountOrMissing, currency, nothing, period, vendor } from './schema.ts';

const name = z.string().trim().min(1).max(80);
const term = z.string().min(1).max(500).nullable().default(null);

const reading = z
  .object({
    period,
    used: amountOrMissing.default(null),
    remaining: amountOrMissing.default(null),
    billed: amountOrMissing.default(null),
    unbilled: amountOrMissing.default(null),
    cash: amountOrMissing.default(null),
    voucher: amountOrMissing.default(null),
  })
  .strict();

const table = z
  .object({
    name,
    match: z.object({ productType: term, product: term, spec: term, usageType: term }).strict(),
    unit: z.string().max(60),
    charge: z.enum(TIER_CHARGES).default('listPrice'),
    mode: z.enum(TIER_MODES).default('reached'),
    boundary: z.enum(TIER_BOUNDARIES).default('lower'),
    tiers: z
      .array(z.object({ upTo: amountOrMissing, price: amount }).strict())
      .min(1)
      .max(50),
  })
  .strict();

const agreement = z
  .object({
    name,
    vendor,
    currency,
    from: period,
    to: period.nullable().default(null),
    guaranteed: z
      .object({ amount, spent: z.enum(SPENT).default('charges') })
      .strict()
      .nullable()
      .default(null),
    quota: z
      .object({ total: amount, readings: z.array(reading).max(600).default([]) })
      .strict()
      .nullable()
      .default(null),
    tables: z.array(table).max(100).default([]),
  })
  .strict();
export type AgreementShown = z.infer<typeof agreement>;
const all = z.object({ agreements: z.array(agreement).max(200) }).strict();

export const agreements = {
  /** What was agreed with vendors and stands on no bill: guaranteed amounts, quotas with their readings, price tables. */
  'reconcile/agreements': query(nothing, all),
  /** Takes the place of the whole list; refuses what contradicts itself. */
  'reconcile/saveAgreements': command(all, all, ['reconcile']),
};
