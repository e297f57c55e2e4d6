import { z } from 'zod';
import { INCOME_CATEGORIES, SIDES } from '../../domain/wht/certificate.ts';
import { WHT_STATUSES } from '../../domain/wht/states.ts';
import { partyDetails } from './parties.ts';
import { command, job, query } from './procedure.ts';
import {
  amount,
  amountOrMissing,
  attachment,
  country,
  currency,
  documentNumber,
  fileToken,
  historyEntry,
  note,
  nothing,
  plainDate,
  vendor,
  said,
} from './schema.ts';

export const whtStatus = z.enum(WHT_STATUSES);

/** Percent as printed: digits and a point. */
const percent = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/);
export const whtSide = z.enum(SIDES);
/** Income as the paper prints it; amounts in the certificate's currency. */
export const incomeLine = z.object({
  category: z.enum(INCOME_CATEGORIES),
  code: z.string().trim().max(40).nullable(),
  description: z.string().trim().max(300),
  paid: plainDate.nullable(),
  base: amountOrMissing,
  rate: percent.nullable(),
  tax: amount,
});
/** 1 unit of the invoice's currency = `rate` units of the certificate's. */
export const allocationRate = z.object({
  rate: amount,
  date: plainDate.nullable(),
  source: z.string().trim().max(200).nullable(),
});
/** What a paper says beside number, date and total. Days inclusive. */
const details = z.object({
  side: whtSide,
  country: country.nullable(),
  form: z.string().max(40).nullable(),
  first: plainDate.nullable(),
  last: plainDate.nullable(),
  /** Parties of the book. */
  payerId: z.number().int().nullable(),
  payeeId: z.number().int().nullable(),
  remittance: z.string().trim().max(200),
  remitted: plainDate.nullable(),
  income: z.array(incomeLine).max(200),
});

export const certificate = details.extend({
  id: z.number().int(),
  payer: partyDetails.nullable(),
  payee: partyDetails.nullable(),
  submitted: plainDate.nullable(),
  decided: plainDate.nullable(),
  replaces: documentNumber.nullable(),
  replacedBy: documentNumber.nullable(),
  source: z.string(),
  figures: z.record(z.string(), z.string()),
  number: documentNumber,
  generated: z.boolean(),
  issuer: z.string(),
  date: plainDate,
  total: amount,
  currency,
  note,
  status: whtStatus,
  allocations: z.array(
    z.object({
      invoice: documentNumber,
      invoiceCurrency: currency,
      invoiceDate: plainDate,
      invoiceTotal: amount,
      invoiceNet: amount,
      /** In the certificate's currency. */
      amount,
      /** In the invoice's (payment) currency, two decimals. */
      payAmount: amount,
      fx: allocationRate.nullable(),
    }),
  ),
  attachments: z.array(attachment),
  history: z.array(historyEntry),
  /** Base × rate differences and other remarks that warn and do not block. */
  remarks: z.array(z.object({ code: z.string(), message: z.string(), said })),
});
export type Certificate = z.infer<typeof certificate>;
const topics = ['wht', 'invoices', 'reconcile'] as const;

export const wht = {
  /** A number that no certificate of this book has, for papers that carry none. */
  'wht/nextNumber': query(nothing, z.object({ number: documentNumber })),
  'wht/add': command(
    z.object({
      /** Null: generate. */
      number: documentNumber.nullable(),
      issuer: z.string().trim().max(200).default(''),
      side: whtSide.default('payer'),
      country: country.nullable().default(null),
      form: z.string().max(40).nullable().default(null),
      first: plainDate.nullable().default(null),
      last: plainDate.nullable().default(null),
      payerId: z.number().int().nullable().default(null),
      payeeId: z.number().int().nullable().default(null),
      remittance: z.string().trim().max(200).default(''),
      remitted: plainDate.nullable().default(null),
      income: z.array(incomeLine).max(200).default([]),
      date: plainDate,
      total: amount,
      currency,
      /** `vendor` is needed only where two vendors have given the same number. */
      allocate: z
        .array(
          z.object({
            invoice: documentNumber,
            vendor: vendor.nullable().optional(),
            amount: amount.nullable().default(null),
            payAmount: amount.nullable().default(null),
            fx: allocationRate.nullable().default(null),
          }),
        )
        .min(1)
        .max(500),
      attach: z.array(fileToken).min(1).max(20),
      note: note.default(''),
    }),
    certificate,
    topics,
  ),
  'wht/list': query(
    z.object({
      status: whtStatus.nullable().default(null),
      side: whtSide.nullable().default(null),
      search: z.string().max(200).default(''),
    }),
    z.array(certificate),
  ),
  'wht/show': query(z.object({ number: documentNumber, issuer: z.string().nullable().default(null) }), certificate),
  /** Hands a draft in: everything that a certificate needs is checked now. */
  'wht/submit': command(
    z.object({ number: documentNumber, issuer: z.string().nullable().default(null), date: plainDate.nullable().default(null) }),
    certificate,
    topics,
  ),
  'wht/review': command(
    z.object({
      number: documentNumber,
      issuer: z.string().nullable().default(null),
      decision: z.enum(['accept', 'refuse']),
      reason: z.string().trim().max(1000).default(''),
    }),
    certificate,
    topics,
  ),
  'wht/void': command(
    z.object({ number: documentNumber, issuer: z.string().nullable().default(null), reason: z.string().trim().min(1).max(1000) }),
    certificate,
    topics,
  ),
  /** Register of certificates as CSV. */
  'wht/export': job(
    z.object({ target: fileToken }),
    z.object({ file: z.string(), sha256: z.string(), rows: z.number(), bytes: z.number() }),
    ['reports'],
  ),
  'wht/saveAttachment': command(
    z.object({ attachment: z.number().int(), target: fileToken }),
    z.object({ file: z.string(), bytes: z.number() }),
    [],
  ),
};
