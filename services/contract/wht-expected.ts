import { z } from 'zod';
import { RATE_BASES } from '../../domain/wht/expected/rate.ts';
import { AGE_BUCKETS, EXPECTED_FINDINGS, EXPECTED_STATES } from '../../domain/wht/expected/state.ts';
import { STEP_KINDS } from '../../domain/wht/expected/steps.ts';
import { command, query } from './procedure.ts';
import { amount, amountOrMissing, country, currency, documentNumber, entityId, instant, period, plainDate, vendor } from './schema.ts';
import { whtSide } from './wht.ts';

const state = z.enum(EXPECTED_STATES);
const percent = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/);
const stepKind = z.enum(STEP_KINDS);

const expectedRow = z.object({
  /** Id of the invoice. */
  id: z.number().int(),
  /** `payer`: we withhold, from a vendor. `payee`: a customer withholds from us. */
  side: whtSide,
  /** Whose tax it is; null: not known. */
  country: country.nullable(),
  invoice: documentNumber,
  vendor,
  entity: entityId.nullable(),
  /** Name on the document, else the entity; empty where only the vendor is known. */
  counterparty: z.string(),
  date: plainDate,
  period: period.nullable(),
  currency,
  /** Less credit notes. */
  total: amount,
  rule: z.string().nullable(),
  /** Without indirect tax, less credit notes. */
  base: amount,
  ratePct: z.string().nullable(),
  basis: z.enum(RATE_BASES).nullable(),
  /** base × rate for the whole invoice; null without a rate. */
  tax: amountOrMissing,
  paid: amount,
  /** Day of the last payment. */
  paidOn: plainDate.nullable(),
  /** So far, as the payments tell; `closed`: no more cash is to come. */
  withheld: amount,
  closed: z.boolean(),
  /** On submitted and accepted certificates, and on drafts. */
  certified: amount,
  drafted: amount,
  /** Withheld and not certified. */
  missing: amount,
  /** Certified less what it should be; null while there is none. */
  difference: amountOrMissing,
  state,
  /** What the state speaks of; null: not known. */
  amount: amountOrMissing,
  remitted: plainDate.nullable(),
  filed: plainDate.nullable(),
  /** By when the tax is paid to the authority, where the country's term is known. */
  remitBy: z.object({ rule: z.string(), date: plainDate }).nullable(),
  /** By when the certificate is handed in; `assumed`: counted from the last payment. */
  evidence: z
    .object({
      rule: z.string(),
      days: z.number().int(),
      trigger: z.enum(['wht-paid', 'wht-return-filed']).nullable(),
      from: plainDate,
      date: plainDate,
      assumed: z.boolean(),
    })
    .nullable(),
  /** Left until then; negative: late. */
  days: z.number().int().nullable(),
  bucket: z.enum(AGE_BUCKETS).nullable(),
  findings: z.array(z.enum(EXPECTED_FINDINGS)),
  certificates: z.array(
    z.object({
      number: documentNumber,
      issuer: z.string(),
      status: z.enum(['draft', 'submitted', 'accepted', 'refused']),
      date: plainDate,
      /** In the invoice's currency. */
      pay: amount,
    }),
  ),
});
export type ExpectedRow = z.infer<typeof expectedRow>;

const filter = z.object({
  side: whtSide.nullable().default(null),
  country: country.nullable().default(null),
  vendor: vendor.nullable().default(null),
  period: period.nullable().default(null),
  finding: z.enum(EXPECTED_FINDINGS).nullable().default(null),
  /** Part of the invoice's or a certificate's number, or of the counterparty. */
  search: z.string().max(200).default(''),
  /** At the end of this day; null: today. */
  asOf: plainDate.nullable().default(null),
});

const step = z.object({
  id: z.number().int(),
  kind: stepKind,
  date: plainDate,
  reference: z.string(),
  rate: z.string().nullable(),
  note: z.string(),
  at: instant,
  who: z.string(),
  withdrawn: z.object({ at: instant, who: z.string(), reason: z.string() }).nullable(),
});
export type WhtStep = z.infer<typeof step>;

const invoiceName = z.object({ invoice: documentNumber, vendor: vendor.nullable().default(null) });
const topics = ['wht', 'invoices'] as const;

export const whtExpected = {
  /** What certificates are expected; `sums` are those of the filter without its states, as the tabs need them. */
  'wht/expected': query(
    filter.extend({
      states: z.array(state).min(1).nullable().default(null),
      /** Of this invoice only. */
      invoice: invoiceName.nullable().default(null),
    }),
    z.object({
      asOf: plainDate,
      rows: z.array(expectedRow),
      sums: z.array(z.object({ state, currency, count: z.number().int(), amount, unknown: z.number().int() })),
    }),
  ),
  /** What is missing or to come by age, per group and currency; currencies are never added together. */
  'wht/ageing': query(
    filter.extend({ by: z.enum(['country', 'vendor', 'period', 'counterparty']) }),
    z.object({
      asOf: plainDate,
      groups: z.array(
        z.object({
          /** Country, vendor, period or counterparty; empty: not known. */
          key: z.string(),
          currency,
          cells: z.array(z.object({ bucket: z.enum(AGE_BUCKETS), count: z.number().int(), amount, unknown: z.number().int() })),
          open: amount,
          late: amount,
          count: z.number().int(),
        }),
      ),
    }),
  ),
  /** Every step of the invoice, withdrawn ones too, oldest first. */
  'wht/steps': query(invoiceName, z.array(step)),
  /** Records a step on all of the invoices, or on none. */
  'wht/recordStep': command(
    z.object({
      invoices: z.array(invoiceName).min(1).max(500),
      kind: stepKind,
      /** Null: today. */
      date: plainDate.nullable().default(null),
      /** Receipt, challan, return number … */
      reference: z.string().trim().max(200).default(''),
      rate: percent.nullable().default(null),
      reason: z.string().trim().max(1000).default(''),
    }),
    z.array(step.extend({ invoice: documentNumber })),
    topics,
  ),
  'wht/withdrawStep': command(z.object({ id: z.number().int(), reason: z.string().trim().min(1).max(1000) }), step, topics),
};
