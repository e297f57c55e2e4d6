import { z } from 'zod';
import { DIRECTIONS } from '../../domain/invoices/document.ts';
import { courseShape } from './course.ts';
import { direction, documentDetails, documentEntry, fx, invoiceType, line, lines, partyId } from './invoice-parts.ts';
import { partyDetails } from './parties.ts';
import { command, query } from './procedure.ts';
import {
  amount,
  attachment,
  currency,
  documentNumber,
  entityId,
  fileToken,
  historyEntry,
  note,
  period,
  plainDate,
  said,
  vendor,
} from './schema.ts';

/** The states of Zilliz Cloud's invoices, and `void`. `free`: coupons cover all. */
export const INVOICE_STATUSES = ['unbilled', 'to-confirm', 'disputed', 'issuing', 'unpaid', 'overdue', 'paid', 'free', 'void'] as const;
export const invoiceStatus = z.enum(INVOICE_STATUSES);

export const invoice = z.object({
  number: documentNumber,
  vendor,
  entity: entityId.nullable(),
  kind: z.enum(['invoice', 'credit-note']),
  date: plainDate,
  due: plainDate.nullable(),
  period: period.nullable(),
  currency,
  net: amount,
  tax: amount,
  total: amount,
  /** Cash allocated from payments, and WHT certificates in the invoice's currency (not those refused or void). */
  paid: amount,
  withheld: amount,
  /** Credit notes against it that are not void, as a positive figure. */
  credited: amount,
  /** total − paid − withheld − credited. */
  open: amount,
  status: invoiceStatus,
  credits: documentNumber.nullable(),
  note,
  source: z.string(),
  attachments: z.array(attachment),
  history: z.array(historyEntry),
  allocations: z.array(z.object({ kind: z.enum(['payment', 'certificate']), reference: z.string(), date: plainDate, amount, currency })),
  direction,
  type: invoiceType,
  /** Day on which the bill appeared, and day of issue; days of the account period from then. */
  billed: plainDate.nullable(),
  issued: plainDate.nullable(),
  termDays: z.number().int().nullable(),
  /** 1 unit of `currency` = `rate` units of `fx.currency`. */
  fx: z.object({ currency, rate: z.string(), date: plainDate.nullable() }).nullable(),
  /** The total at that rate, rounded by the named policy. */
  converted: z.object({ total: amount, policy: z.string(), step: said }).nullable(),
  /** The parties, and what they were called on the day of the document. */
  sellerId: partyId.nullable(),
  buyerId: partyId.nullable(),
  seller: partyDetails.nullable(),
  buyer: partyDetails.nullable(),
  /** The tax answer that it was made by, and the run that its number is of. */
  quoteId: z.number().int().nullable(),
  series: z.object({ id: z.number().int(), sequence: z.number().int() }).nullable(),
  document: documentDetails,
  /** Vendor's own figures, as imported (Zilliz: usageAmount, creditsApplied …). */
  figures: z.record(z.string(), z.string()),
});
export type Invoice = z.infer<typeof invoice>;
/** With its lines, those of a credit note negative as its net amount is, and its course. */
export const shownInvoice = invoice.extend({ lines: z.array(line), ...courseShape });
export type ShownInvoice = z.infer<typeof shownInvoice>;

/** `vendor` is needed only where two vendors have given the same number. */
const byNumber = z.object({ number: documentNumber, vendor: vendor.nullable().optional() });
const topics = ['invoices', 'reconcile'] as const;

/** What a received invoice can have beside number, date and figures; what is left out is not stated on it. */
const received = {
  type: invoiceType.optional(),
  billed: plainDate.nullish(),
  issued: plainDate.nullish(),
  termDays: z.number().int().min(0).max(3650).nullish(),
  fx: fx.nullish(),
  sellerId: partyId.nullish(),
  buyerId: partyId.nullish(),
  lines: lines.optional(),
  document: documentEntry.optional(),
};

export const invoices = {
  'invoices/add': command(
    z.object({
      number: documentNumber,
      date: plainDate,
      vendor,
      entity: entityId.nullable().default(null),
      currency,
      net: amount,
      tax: amount,
      due: plainDate.nullable().default(null),
      period: period.nullable().default(null),
      note: note.default(''),
      file: fileToken.nullable().default(null),
      ...received,
    }),
    shownInvoice,
    topics,
  ),
  /** Corrects what was entered: every part as it shall stand, under the number that it has. */
  'invoices/update': command(
    byNumber.extend({
      newNumber: documentNumber.nullable().default(null),
      date: plainDate,
      entity: entityId.nullable().default(null),
      currency,
      net: amount,
      tax: amount,
      due: plainDate.nullable().default(null),
      period: period.nullable().default(null),
      note: note.default(''),
      ...received,
      reason: z.string().trim().min(1).max(1000),
    }),
    shownInvoice,
    topics,
  ),
  'invoices/list': query(
    z.object({
      status: invoiceStatus.nullable().default(null),
      period: period.nullable().default(null),
      vendor: vendor.nullable().default(null),
      search: z.string().max(200).default(''),
      /** Those to be paid unless said otherwise. */
      direction: z.enum([...DIRECTIONS, 'both']).default('received'),
    }),
    z.object({
      invoices: z.array(invoice),
      byStatus: z.array(z.object({ status: invoiceStatus, currency, count: z.number(), total: amount, open: amount })),
    }),
  ),
  'invoices/show': query(byNumber, shownInvoice),
  'invoices/confirm': command(byNumber, shownInvoice, topics),
  'invoices/dispute': command(byNumber.extend({ reason: z.string().trim().min(1).max(1000) }), shownInvoice, topics),
  /** The vendor issued the tax invoice: the account period begins. */
  'invoices/issue': command(
    byNumber.extend({ date: plainDate.nullable().default(null), termDays: z.number().int().min(0).max(3650).nullable().default(null) }),
    shownInvoice,
    topics,
  ),
  /** A credit note against the invoice; `net` and `tax` are positive figures that reduce it. */
  'invoices/credit': command(
    byNumber.extend({
      creditNumber: documentNumber,
      date: plainDate,
      net: amount,
      tax: amount,
      reason: z.string().trim().min(1).max(1000),
      /** Positive, as net and tax are. */
      lines: lines.optional(),
    }),
    invoice,
    topics,
  ),
  'invoices/void': command(byNumber.extend({ reason: z.string().trim().min(1).max(1000) }), invoice, [
    'invoices',
    'payments',
    'wht',
    'reconcile',
  ]),
  'invoices/link': command(byNumber.extend({ period: period.nullable() }), invoice, topics),
  'invoices/attach': command(byNumber.extend({ file: fileToken }), invoice, topics),
};
