import { z } from 'zod';
import { scope } from './bills.ts';
import { documentEntry, fx, percent, partyId } from './invoice-parts.ts';
import { shownInvoice } from './invoices.ts';
import { command, query } from './procedure.ts';
import { amount, amountOrMissing, country, customerStatus, documentNumber, entityId, note, plainDate, said } from './schema.ts';

/** Columns that the lines of a document are grouped by, at most. */
export const MOST_GROUPS_OF_LINES = 3;
const groupBy = z.array(z.string().max(120)).min(1).max(MOST_GROUPS_OF_LINES);
/** Bill lines of details; those of transaction statements tell the same money again. */
const billScope = scope.omit({ kind: true });

/** What the document is made of. */
const what = z.discriminatedUnion('kind', [
  /** Monthly invoice: bill lines, a line of the document for each group. */
  z.object({ kind: z.literal('bills'), scope: billScope, groupBy: groupBy.default(['productType']) }),
  /** Order invoice: the bill lines of one order, else its rows in the list of orders. */
  z.object({ kind: z.literal('order'), orderId: z.string().trim().min(1).max(200), groupBy: groupBy.default(['product']) }),
  /** Top-up invoice: a payment of the book, or a row of a list of payments. */
  z.object({
    kind: z.literal('top-up'),
    payment: z.number().int().nullable().default(null),
    row: z.number().int().nullable().default(null),
  }),
  /**
   * Credit note against an invoice made here: all that is left of it, a net amount without sign, or the refunds among bill
   * lines (those with a negative payable).
   */
  z.object({
    kind: z.literal('credit'),
    invoice: documentNumber,
    net: amount.nullable().default(null),
    scope: billScope.nullable().default(null),
    groupBy: groupBy.default(['productType']),
  }),
]);
export type MakingWhat = z.output<typeof what>;

/** By the rules of the book, or by hand with a reason. A credit note takes the tax of its invoice. */
const tax = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('rule'),
    /** Left out: the buyer's country, status and region, and the seller's contracting entity, else those of the book. */
    country: country.optional(),
    entity: entityId.optional(),
    status: customerStatus.optional(),
    region: z.string().max(6).nullish(),
  }),
  z.object({
    by: z.literal('hand'),
    reason: z.string().trim().min(1).max(1000),
    code: z.string().trim().max(40).default(''),
    /** One of the two, or both where they agree. */
    ratePct: percent.nullable().default(null),
    amount: amountOrMissing.default(null),
    category: z
      .string()
      .regex(/^[A-Z]{1,2}$/)
      .nullable()
      .default(null),
  }),
]);

const making = z.object({
  what,
  series: z.number().int(),
  /** Those of the invoice, on a credit note; needed on every other document. */
  sellerId: partyId.nullable().default(null),
  buyerId: partyId.nullable().default(null),
  date: plainDate,
  due: plainDate.nullable().default(null),
  termDays: z.number().int().min(0).max(3650).nullable().default(null),
  tax: tax.default({ by: 'rule' }),
  fx: fx.nullable().default(null),
  document: documentEntry.default({}),
  note: note.default(''),
  /** Needed on a credit note. */
  reason: z.string().trim().max(1000).default(''),
});
export type Making = z.output<typeof making>;

const draft = z.object({
  /** As it would be stored now, with the number that it would take. */
  document: shownInvoice
    .pick({
      number: true,
      kind: true,
      direction: true,
      type: true,
      vendor: true,
      date: true,
      due: true,
      issued: true,
      termDays: true,
      period: true,
      currency: true,
      net: true,
      tax: true,
      total: true,
      seller: true,
      buyer: true,
      fx: true,
      converted: true,
      credits: true,
      document: true,
      lines: true,
    })
    .extend({ series: z.object({ id: z.number().int(), sequence: z.number().int() }) }),
  /** How the figures came about. */
  steps: z.array(said),
  /** The case and the rule that the tax was answered by; null where it was given by hand or by the credited invoice. */
  taxCase: z
    .object({
      country,
      entity: entityId,
      status: customerStatus,
      region: z.string().nullable(),
      rule: z.string(),
      source: z.string(),
      pack: z.string(),
      notes: z.array(z.string()),
      steps: z.array(z.object({ label: z.string(), formula: z.string(), value: amount })),
    })
    .nullable(),
  warnings: z.array(said),
});
export type Draft = z.infer<typeof draft>;

export const makings = {
  /** Shows the document that `invoices/make` would store; takes no number. */
  'invoices/draft': query(making, draft),
  'invoices/make': command(making, shownInvoice, ['invoices', 'reconcile', 'parties']),
};
