import { z } from 'zod';
import { INCOME_TYPES } from '../../domain/tax/treaty.ts';
import { query } from './procedure.ts';
import { amount, country, currency, customerStatus, entityId, nothing, plainDate } from './schema.ts';
import { taxIdFormat } from './tax-rule.ts';
import { grossUp, treaty } from './withholding.ts';

/** `policy`: how the value was rounded, where it is a product. */
const step = z.object({ label: z.string(), formula: z.string(), value: amount, policy: z.string().optional() });
const percent = z.string();

/** Where an answer comes from; `day` is the day that the rule's dates were held against. */
const ruleReference = z.object({
  id: z.string(),
  source: z.string(),
  certainty: z.enum(['explicit', 'inferred', 'conditional', 'absent']),
  from: plainDate.nullable(),
  to: plainDate.nullable(),
  day: plainDate,
  own: z.object({ replaces: z.string().nullable(), reason: z.string() }).nullable(),
});

/** What an answer says beside its figures (domain/tax/answer-facts.ts). */
const answerFacts = {
  remits: z.object({ by: z.enum(['seller', 'customer']).nullable(), to: z.string().nullable() }).nullable(),
  document: z
    .object({ rule: z.string(), kind: z.string().nullable(), numberPrefix: z.string().nullable(), showsCustomerTaxId: z.boolean() })
    .nullable(),
  taxId: z.intersection(taxIdFormat, z.object({ rule: z.string(), status: customerStatus })).nullable(),
  evidence: z.array(
    z.object({
      rule: z.string(),
      document: z.enum(['wht-certificate', 'vat-payment-proof']),
      days: z.number().nullable(),
      trigger: z.enum(['wht-paid', 'wht-return-filed']).nullable(),
      channels: z.array(z.string()),
      source: z.string(),
    }),
  ),
  status: z.object({
    used: customerStatus.nullable(),
    label: z.string().nullable(),
    unsetCountsAs: customerStatus.nullable(),
    choose: z.array(customerStatus),
  }),
};

export const quoteInput = z.object({
  country,
  entity: entityId,
  status: customerStatus,
  region: z.string().nullable().default(null),
  amount,
  currency,
  date: plainDate,
  /** Day of consumption, for rules that count by it. */
  usageDate: plainDate.nullable().optional(),
  /** Percent as text; null takes the rule's own rate where it prints one. */
  whtRate: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,6})?$/)
    .nullable()
    .default(null),
  /** What is paid for, where a treaty's rate depends on it. */
  incomeType: z.enum(INCOME_TYPES).nullable().optional(),
});

export const quoteAnswer = z.object({
  tax: z
    .object({
      code: z.string(),
      name: z.string(),
      nameZh: z.string(),
      ratePct: percent.nullable(),
      amount: amount.nullable(),
      treatment: z.string(),
      components: z.array(z.object({ code: z.string(), ratePct: percent.nullable(), amount: amount.nullable() })),
    })
    .nullable(),
  wht: z
    .object({
      ratePct: percent.nullable(),
      /** Where the rate comes from; null: none is known. */
      basis: z.enum(['given', 'rule', 'treaty']).nullable(),
      amount: amount.nullable(),
      due: z.string().nullable(),
      treatment: z.string(),
    })
    .nullable(),
  treaty: treaty.nullable(),
  /** Where the price excludes WHT and its rate is known. */
  grossUp: grossUp.nullable(),
  /** Null where no rule is printed: “no rule” is not 0 %. */
  invoiceTotal: amount.nullable(),
  netPayable: amount.nullable(),
  rule: ruleReference.nullable(),
  whtRule: ruleReference.nullable(),
  ...answerFacts,
  pack: z.string(),
  steps: z.array(step),
  notes: z.array(z.string()),
});

export const tax = {
  'tax/options': query(
    nothing,
    z.object({
      pack: z.object({ id: z.string(), asOf: plainDate, name: z.string() }),
      countries: z.array(
        z.object({
          iso: country,
          nameEn: z.string(),
          nameZh: z.string(),
          entities: z.array(entityId),
          statuses: z.array(customerStatus),
          regions: z.array(z.string()),
          /** A rule of the country counts by the day of consumption. */
          byUse: z.boolean(),
        }),
      ),
      entities: z.array(z.object({ id: entityId, name: z.string(), nameZh: z.string(), residence: country })),
      currencies: z.array(currency),
    }),
  ),
  'tax/quote': query(quoteInput, quoteAnswer),
};
