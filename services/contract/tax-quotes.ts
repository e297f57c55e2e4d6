import { z } from 'zod';
import { command, query } from './procedure.ts';
import { amount, country, currency, entityId, instant, plainDate } from './schema.ts';
import { quoteAnswer, quoteInput } from './tax.ts';
import { ruleId } from './tax-rule.ts';

const quoteId = z.int().min(1);
const ofInvoice = z.object({ id: z.number(), number: z.string() });

/** A quote on record, as a line of the list. */
const quoteRow = z.object({
  id: quoteId,
  at: instant,
  who: z.string(),
  pack: z.string(),
  rule: z.string().nullable(),
  whtRule: z.string().nullable(),
  country,
  entity: entityId,
  date: plainDate,
  currency,
  amount,
  tax: amount.nullable(),
  invoiceTotal: amount.nullable(),
  netPayable: amount.nullable(),
  invoices: z.array(ofInvoice),
});

export const taxQuotes = {
  /** Newest first. `rule`: those whose indirect-tax or withholding rule it is. */
  'tax/quotes': query(
    z.object({ rule: ruleId.nullable().default(null), limit: z.int().min(1).max(10_000).default(1000) }),
    z.array(quoteRow),
  ),
  'tax/quote-record': query(
    z.object({ id: quoteId }),
    quoteRow.extend({ packDigest: z.string().nullable(), input: quoteInput, result: quoteAnswer }),
  ),
  /** Answers the case again by the very pack that was used, and by the rules that hold now. */
  'tax/recompute': query(
    z.object({ id: quoteId }),
    z.object({
      id: quoteId,
      pack: z.string(),
      equal: z.boolean(),
      differences: z.array(z.object({ field: z.string(), recorded: z.string().nullable(), computed: z.string().nullable() })),
      now: z.object({ pack: z.string(), equal: z.boolean(), rule: z.string().nullable() }),
    }),
  ),
  'tax/record-quote': command(quoteInput, z.object({ id: quoteId, quote: quoteAnswer }), ['tax']),
};
