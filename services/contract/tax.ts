import { z } from 'zod';
import { query } from './procedure.ts';
import { amount, country, currency, customerStatus, entityId, nothing, plainDate } from './schema.ts';

const step = z.object({ label: z.string(), formula: z.string(), value: amount });
const percent = z.string();

export const tax = {
  'tax/options': query(
    nothing,
    z.object({
      pack: z.object({ id: z.string(), asOf: plainDate }),
      countries: z.array(
        z.object({
          iso: country,
          nameEn: z.string(),
          nameZh: z.string(),
          entities: z.array(entityId),
          statuses: z.array(customerStatus),
          regions: z.array(z.string()),
        }),
      ),
      entities: z.array(z.object({ id: entityId, name: z.string(), nameZh: z.string(), residence: country })),
      currencies: z.array(currency),
    }),
  ),
  'tax/quote': query(
    z.object({
      country,
      entity: entityId,
      status: customerStatus,
      region: z.string().nullable().default(null),
      amount,
      currency,
      date: plainDate,
      /** Percent as text; null takes the rule's own rate where it prints one. */
      whtRate: z
        .string()
        .regex(/^\d{1,3}(\.\d{1,6})?$/)
        .nullable()
        .default(null),
    }),
    z.object({
      tax: z
        .object({
          code: z.string(),
          name: z.string(),
          ratePct: percent.nullable(),
          amount: amount.nullable(),
          treatment: z.string(),
          components: z.array(z.object({ code: z.string(), ratePct: percent.nullable(), amount: amount.nullable() })),
        })
        .nullable(),
      wht: z
        .object({ ratePct: percent.nullable(), amount: amount.nullable(), due: z.string().nullable(), treatment: z.string() })
        .nullable(),
      /** Null where no rule is printed: “no rule” is not 0 %. */
      invoiceTotal: amount.nullable(),
      netPayable: amount.nullable(),
      rule: z.object({ id: z.string(), source: z.string() }).nullable(),
      whtRule: z.object({ id: z.string(), source: z.string() }).nullable(),
      pack: z.string(),
      steps: z.array(step),
      notes: z.array(z.string()),
    }),
  ),
};
