import { z } from 'zod';
import { DIRECTIONS, INVOICE_TYPES } from '../../domain/invoices/document.ts';
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
  direction: z.enum(DIRECTIONS),
  type: z.enum(INVOICE_TYPES),
  /** Day on which the bill appeared, and day of issue; days of the account period from then. */
  billed: plainDate.nullable(),
  issued: plainDate.nullable(),
  termDays: z.number().int().nullable(),
  /** 1 unit of `currency` = `rate` units of `fx.currency`. */
  fx: z.object({ currency, rate: z.string(), date: plainDate.nullable() }).nullable(),
  /** Vendor's own figures, as imported (Zilliz: usageAmount, creditsApplied …). */
  figures: z.record(z.string(), z.string()),
});
export type Invoice = z.infer<typeof invoice>;

/** `vendor` is needed only where two vendors have given the same number. */
const byNumber = z.object({ number: documentNumber, vendor: vendor.nullable().optional() });
const topics = ['invoices', 'reconcile'] as const;

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
    }),
    invoice,
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
  'invoices/show': query(byNumber, invoice),
  'invoices/confirm': command(byNumber, invoice, topics),
  'invoices/dispute': command(byNumber.extend({ reason: z.string().trim().min(1).max(1000) }), invoice, topics),
  /** The vendor issued the tax invoice: the account period begins. */
  'invoices/issue': command(byNumber.extend({ date: plainDate.nullable().default(null) }), invoice, topics),
  /** A credit note against the invoice; `net` and `tax` are positive figures that reduce it. */
  'invoices/credit': command(
    byNumber.extend({
      creditNumber: documentNumber,
      date: plainDate,
      net: amount,
      tax: amount,
      reason: z.string().trim().min(1).max(1000),
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
