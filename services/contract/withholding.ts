import { z } from 'zod';
import { query } from './procedure.ts';
import { amount, country, currency, entityId, plainDate } from './schema.ts';

const step = z.object({ label: z.string(), formula: z.string(), value: amount, policy: z.string().optional() });

/** A price without withholding tax as the authority of the buyer sees it (domain/tax/gross-up.ts). */
export const grossUp = z.object({
  gross: amount,
  wht: amount,
  /** gross × rate by the rule for tax amounts. */
  taxOfGross: amount,
  policy: z.string(),
  steps: z.array(step),
});

/** The printed treaty of a case, and what it takes for its rate (domain/tax/treaty.ts). */
export const treaty = z.object({
  rule: z.string(),
  treaty: z.string().nullable(),
  rates: z.array(z.object({ incomeType: z.string(), ratePct: z.string() })),
  ratePct: z.string().nullable(),
  incomeType: z.string().nullable(),
  certificate: z
    .object({ number: z.string(), residence: country, forCountry: country, validFrom: plainDate, validTo: plainDate })
    .nullable(),
  missing: z.enum(['certificate', 'income-type', 'rate']).nullable(),
});

export const withholding = {
  /** net ÷ (1 − rate), with the steps. Needs no book. */
  'tax/gross-up': query(z.object({ net: amount, ratePct: z.string().regex(/^\d{1,2}(\.\d{1,6})?$/), currency }), grossUp),
  /** Whether the price of that country and seller holds the withholding tax, and from when on; empty: nothing is printed. */
  'tax/wht-clauses': query(
    z.object({ country, entity: entityId }),
    z.array(
      z.object({
        rule: z.string(),
        price: z.enum(['excludes', 'includes']),
        from: plainDate.nullable(),
        to: plainDate.nullable(),
        basis: z.enum(['usage', 'invoice']),
        zone: z.string().nullable(),
        source: z.string(),
      }),
    ),
  ),
};
