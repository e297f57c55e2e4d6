import { z } from 'zod';
import { LINE_KINDS } from '../../domain/wht/payables/lines.ts';
import { CASH_KINDS } from '../../domain/wht/payables/shares.ts';
import { MATCHES } from '../../domain/wht/payables/settlement.ts';
import { direction } from './invoice-parts.ts';
import { query } from './procedure.ts';
import { amount, amountOrMissing, currency, documentNumber, plainDate, said, vendor } from './schema.ts';

/** Percent as text. */
const percent = z.string();

/** What one payment settles of the invoice, in its currency: gross = cash + withheld = base + indirectTax. */
const cashShare = z.object({
  payment: z.number().int(),
  reference: z.string(),
  date: plainDate,
  cash: amount,
  base: amount,
  indirectTax: amount,
  /** Presumed to be withheld; null while no rate is known. */
  withheld: amountOrMissing,
  gross: amount,
  /** It closes the invoice and takes what rounding left. */
  last: z.boolean(),
});
export type CashShareShown = z.infer<typeof cashShare>;

/** A line of the arithmetic; `formula` is the way to the value. */
const line = z.object({
  kind: z.enum(LINE_KINDS),
  sign: z.enum(['', '+', '−', '=']),
  value: amount,
  currency,
  formula: said.nullable(),
  source: z.object({ kind: z.enum(['payment', 'certificate', 'credit-note']), reference: z.string(), date: plainDate }).nullable(),
});

/** How an invoice is settled, in its currency: paid = cash + certified; total − credited = paid + open. */
export const settlement = z.object({
  number: documentNumber,
  vendor,
  direction,
  currency,
  total: amount,
  credited: amount,
  /** Submitted and accepted certificates. */
  certified: amount,
  cash: amount,
  paid: amount,
  open: amount,
  /** Of `open`: what certificates are to cover, and what is to be paid. */
  openCertificates: amount,
  openCash: amount,
  /** Null while no rate is known. */
  ratePct: percent.nullable(),
  rule: z.string().nullable(),
  borne: z.boolean(),
  expected: amountOrMissing,
  /** Total less what is expected to be withheld. */
  net: amount,
  withheld: amountOrMissing,
  uncertified: amountOrMissing,
  /** certified − expected. */
  difference: amountOrMissing,
  match: z.enum(MATCHES),
  /** What is open is no more than the roundings of the papers. */
  rounding: z.boolean(),
  /** Drafts count nowhere. */
  drafts: amount,
  kind: z.enum(CASH_KINDS),
  policy: z.string(),
  shares: z.array(cashShare),
  lines: z.array(line),
});
export type SettlementShown = z.infer<typeof settlement>;

export const settlements = {
  /** The arithmetic of one invoice, received or issued, from its total to what is open. */
  'invoices/settlement': query(z.object({ number: documentNumber, vendor: vendor.nullable().optional() }), settlement),
  /** What a payment settles on each of its invoices. */
  'payments/settles': query(
    z.object({ id: z.number().int() }),
    z.array(
      cashShare.extend({
        invoice: documentNumber,
        vendor,
        direction,
        currency,
        ratePct: percent.nullable(),
        kind: z.enum(CASH_KINDS),
        policy: z.string(),
      }),
    ),
  ),
  /** Open invoices from which tax is withheld by a known rate: the cash that is to be paid, and what a certificate is to cover. */
  'payments/netPayable': query(
    z.object({ direction, currency, /** Its own shares count as open. */ without: z.number().int().nullable().default(null) }),
    z.array(
      z.object({
        invoice: documentNumber,
        vendor,
        total: amount,
        expected: amount,
        ratePct: percent,
        rule: z.string().nullable(),
        openCash: amount,
        openCertificates: amount,
      }),
    ),
  ),
};
