import { z } from 'zod';
import { MOST_LINES } from '../../domain/invoices/check-lines.ts';
import { DIRECTIONS, INVOICE_TYPES } from '../../domain/invoices/document.ts';
import { filter } from './bills.ts';
import { amount, amountOrMissing, currency, period, plainDate } from './schema.ts';

const text = (most: number) => z.string().trim().max(most);
export const direction = z.enum(DIRECTIONS);
export const invoiceType = z.enum(INVOICE_TYPES);
export const partyId = z.number().int().min(1);
/** Percent as text. */
export const percent = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/);

const lineScope = z.object({
  period: period.nullable(),
  where: z.record(z.string().max(120), z.array(z.string().max(500)).max(500)),
  from: period.optional(),
  to: period.optional(),
  search: z.string().max(200).optional(),
  hideZero: z.boolean().optional(),
  filters: z.array(filter).max(50).optional(),
});

/** A line as it is entered; amounts in the document's currency. */
export const lineEntry = z.object({
  description: text(1000).min(1),
  quantity: amountOrMissing.default(null),
  /** UN/ECE Recommendation 20 code such as HUR or C62. */
  unit: z
    .string()
    .regex(/^[A-Z0-9]{2,3}$/)
    .nullable()
    .default(null),
  price: amountOrMissing.default(null),
  net: amount,
  /** Of all lines or of none. */
  tax: amountOrMissing.default(null),
  /** UNCL 5305 code. */
  taxCategory: z
    .string()
    .regex(/^[A-Z]{1,2}$/)
    .nullable()
    .default(null),
  taxCode: text(40).nullable().default(null),
  ratePct: percent.nullable().default(null),
  first: plainDate.nullable().default(null),
  last: plainDate.nullable().default(null),
  scope: lineScope.nullable().default(null),
});
export const line = z.object({ position: z.number().int().min(1) }).extend(lineEntry.shape);
export const lines = z.array(lineEntry).max(MOST_LINES);

/** 1 unit of the document's currency = `rate` units of `currency`; exact text above zero. */
export const fx = z.object({
  currency,
  rate: z.string().regex(/^\d{1,12}(\.\d{1,10})?$/),
  date: plainDate.nullable().default(null),
});

/** What a person says about a document beside its figures. */
export const documentEntry = z.object({
  title: text(200).optional(),
  first: plainDate.optional(),
  last: plainDate.optional(),
  orderReference: text(200).optional(),
  buyerReference: text(200).optional(),
  paymentTerms: text(1000).optional(),
  notes: z.array(text(1000)).max(20).optional(),
});
export const documentDetails = documentEntry.extend({
  components: z
    .array(z.object({ code: z.string(), name: z.string(), ratePct: z.string().nullable(), base: amount, amount: amountOrMissing }))
    .optional(),
  treatment: z.string().optional(),
  taxReason: z.string().optional(),
  rounding: z.object({ policy: z.string(), exact: amount, difference: amount }).optional(),
});
