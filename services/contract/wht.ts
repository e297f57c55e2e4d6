import { z } from 'zod';
import { INCOME_CATEGORIES, SIDES } from '../../domain/wht/certificate.ts';
import { SEVERITIES } from '../../domain/wht/remark.ts';
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
  entityId,
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
      /** What the rate makes of `amount`, and `payAmount` less that; null where there is no rate. */
      conversion: z.object({ converted: amount, difference: amount }).nullable(),
      vendor,
      invoiceEntity: entityId.nullable(),
    }),
  ),
  /** Whether the vendor's own form takes it (Huawei Cloud billing guide, section 10.3); null where that is not asked. */
  eligibility: z.object({ country, entity: entityId, open: z.boolean() }).nullable(),
  /** What a draft lacks before it can be handed in; empty for every other certificate. */
  problems: z.array(z.object({ code: z.string(), message: z.string(), said: said.optional(), column: z.string().optional() })),
  attachments: z.array(attachment),
  history: z.array(historyEntry),
  /** What the checks found, warnings first; none of it blocks. `difference`: tax found less tax expected. */
  remarks: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(SEVERITIES),
      message: z.string(),
      said,
      expected: z.string().nullable(),
      found: z.string().nullable(),
      difference: amountOrMissing,
    }),
  ),
});
export type Certificate = z.infer<typeof certificate>;
const topics = ['wht', 'invoices', 'reconcile'] as const;

/** Names a certificate; the issuer only where two have given the same number, the id where a refused one shares it with another. */
const byNumber = z.object({
  number: documentNumber,
  issuer: z.string().nullable().default(null),
  id: z.number().int().nullable().default(null),
});

/** A certificate as it is entered; what is left out is not printed on it. */
const entry = z.object({
  /** Null: generate. */
  number: documentNumber.nullable(),
  issuer: z.string().trim().max(200).default(''),
  side: whtSide.default('payer'),
  /** Null: the book's country where we withheld, the customer's where it was withheld from us. */
  country: country.nullable().default(null),
  form: z.string().max(40).nullable().default(null),
  first: plainDate.nullable().default(null),
  last: plainDate.nullable().default(null),
  /** Parties of the book. Left out: those of the invoices, where exactly one fits; null: none. */
  payerId: z.number().int().nullable().optional(),
  payeeId: z.number().int().nullable().optional(),
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
    .max(500)
    .default([]),
  note: note.default(''),
});
const openForm = z.object({ country, entity: entityId });

export const wht = {
  /** A number that no certificate of this book has, for papers that carry none. */
  'wht/nextNumber': query(nothing, z.object({ number: documentNumber })),
  /** Enters a certificate, as a draft or handed in at once; in the place of another one if it `replaces` it. */
  'wht/add': command(
    entry.extend({
      draft: z.boolean().default(false),
      /** Day on which it was handed in; null: today. */
      submitted: plainDate.nullable().default(null),
      replaces: byNumber.nullable().default(null),
      attach: z.array(fileToken).max(20).default([]),
    }),
    certificate,
    topics,
  ),
  /** Writes a draft anew, every part as it shall stand, and hands it in if told to; `detach` are attachments that it shall have no more. */
  'wht/update': command(
    entry.extend({
      id: z.number().int(),
      attach: z.array(fileToken).max(20).default([]),
      detach: z.array(z.number().int()).max(20).default([]),
      /** Hands it in as it then stands, on the day `submitted` (null: today). */
      submit: z.boolean().default(false),
      submitted: plainDate.nullable().default(null),
    }),
    certificate,
    topics,
  ),
  /** Hangs more files on a certificate that is not void. */
  'wht/attach': command(byNumber.extend({ attach: z.array(fileToken).min(1).max(20) }), certificate, ['wht']),
  /** How the book handles certificates; `given`: where the vendor's form is open by the rules, beside the book's own `open`. */
  'wht/settings': query(nothing, z.object({ partial: z.boolean(), open: z.array(openForm), given: z.array(openForm) })),
  'wht/saveSettings': command(
    z.object({ partial: z.boolean(), open: z.array(openForm).max(200) }),
    z.object({ partial: z.boolean(), open: z.array(openForm), given: z.array(openForm) }),
    ['wht', 'invoices'],
  ),
  'wht/list': query(
    z.object({
      status: whtStatus.nullable().default(null),
      side: whtSide.nullable().default(null),
      country: country.nullable().default(null),
      form: z.string().max(40).nullable().default(null),
      search: z.string().max(200).default(''),
    }),
    z.array(certificate),
  ),
  'wht/show': query(byNumber, certificate),
  /** Hands a draft in: everything that a certificate needs is checked now. */
  'wht/submit': command(byNumber.extend({ date: plainDate.nullable().default(null) }), certificate, topics),
  'wht/review': command(
    byNumber.extend({
      decision: z.enum(['accept', 'refuse']),
      reason: z.string().trim().max(1000).default(''),
      /** Day of the answer; null: today. */
      date: plainDate.nullable().default(null),
    }),
    certificate,
    topics,
  ),
  'wht/void': command(byNumber.extend({ reason: z.string().trim().min(1).max(1000) }), certificate, topics),
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
