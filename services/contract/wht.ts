import { z } from 'zod';
import { command, job, query } from './procedure.ts';
import { amount, attachment, currency, documentNumber, fileToken, historyEntry, note, nothing, plainDate, vendor, said } from './schema.ts';

export const WHT_STATUSES = ['submitted', 'accepted', 'refused', 'void'] as const;
export const whtStatus = z.enum(WHT_STATUSES);

export const certificate = z.object({
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
    z.object({ status: whtStatus.nullable().default(null), search: z.string().max(200).default('') }),
    z.array(certificate),
  ),
  'wht/show': query(z.object({ number: documentNumber, issuer: z.string().nullable().default(null) }), certificate),
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
