import { z } from 'zod';
import { SELF_ACCOUNTED } from '../../domain/tax/self-account.ts';
import { command, query, readingJob } from './procedure.ts';
import { written } from './reports.ts';
import {
  amount,
  amountOrMissing,
  country,
  currency,
  documentNumber,
  entityId,
  fileToken,
  language,
  nothing,
  plainDate,
  vendor,
} from './schema.ts';

const percent = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/);

/** The user's rate in a country; both days inclusive, no last day: until another begins. */
const ownRate = z.object({ country, from: plainDate, to: plainDate.nullable(), ratePct: z.string(), box: z.string() });
export type OwnRateSetting = z.infer<typeof ownRate>;

const paper = z.object({
  number: documentNumber,
  vendor,
  kind: z.enum(['invoice', 'credit-note']),
  seller: z.string().nullable(),
  entity: entityId.nullable(),
  date: plainDate,
  currency,
});

/** A document on which the buyer owes the tax. Missing is null, never zero. */
const row = paper.extend({
  country,
  treatment: z.enum(SELF_ACCOUNTED),
  code: z.string(),
  rule: z.string(),
  /** Whether the treatment is that of a quote on record or of the rule that holds. */
  basis: z.enum(['quote', 'rule']),
  base: amount,
  /** Tax that stands on the document. */
  stated: amount,
  /** The rate that is applied: the user's own, or the document's where the buyer pays what stands there. */
  rate: z.object({ ratePct: z.string(), from: z.enum(['own', 'document']) }).nullable(),
  /** Printed for customers who are charged: a hint, never applied. */
  hintPct: z.string().nullable(),
  tax: amountOrMissing,
  policy: z.string().nullable(),
  /** In the country's currency: by the document's rate, else the stored rate of its month. */
  local: z.object({
    currency,
    rate: z.string().nullable(),
    origin: z.enum(['same', 'invoice', 'entered', 'stated']).nullable(),
    base: amountOrMissing,
    tax: amountOrMissing,
    policy: z.string().nullable(),
  }),
  box: z.string(),
});
export type SelfAccountRow = z.infer<typeof row>;

const partial = z.object({ whole: amountOrMissing, known: amount, missing: z.number().int() });

/** Totals of a country and tax: in the documents' currencies, each by itself, and in the local one. */
const total = z.object({
  country,
  code: z.string(),
  currency,
  local: z.boolean(),
  count: z.number().int(),
  base: partial,
  tax: partial,
});
export type SelfAccountTotal = z.infer<typeof total>;

const range = { from: plainDate, to: plainDate, country: country.nullable().default(null) };

export const selfAccount = {
  /** What the user must self-account on documents received in a range of days, both inclusive. */
  'selfAccount/worksheet': query(
    z.object(range),
    z.object({
      rows: z.array(row),
      totals: z.array(total),
      /** Documents that name no contracting entity: no rule can be found for them. */
      entityMissing: z.array(paper.extend({ net: amount, hand: z.boolean() })),
      /** Documents for whose case no rule is printed: that is not 0 %. */
      noRule: z.array(paper.extend({ net: amount, country })),
      /** Documents on which the seller charges the tax, or on which none is charged. */
      others: z.number().int(),
      countries: z.array(country),
      rates: z.array(ownRate),
    }),
  ),
  'selfAccount/rates': query(nothing, z.array(ownRate)),
  /** Sets the rate of a country from a day on; null takes that setting away. */
  'selfAccount/setRate': command(
    z.object({
      country,
      from: plainDate,
      to: plainDate.nullable().default(null),
      ratePct: percent.nullable(),
      box: z.string().trim().max(200).default(''),
    }),
    z.array(ownRate),
    ['tax'],
  ),
  /** Names the contracting entity of a received document that has none, or another one. */
  'selfAccount/setEntity': command(z.object({ number: documentNumber, vendor: vendor.nullable().default(null), entity: entityId }), paper, [
    'invoices',
    'tax',
    'reconcile',
  ]),
  'export/self-account': readingJob(
    z.object({
      ...range,
      format: z.enum(['xlsx', 'pdf', 'csv']),
      target: fileToken,
      language: language.nullable().default(null),
      bilingual: z.boolean().default(false),
      bom: z.boolean().default(true),
    }),
    written,
    ['reports'],
  ),
};
