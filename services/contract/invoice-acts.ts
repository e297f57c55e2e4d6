import { z } from 'zod';
import { DUE_GROUPS, DUE_KINDS } from '../../domain/invoices/due.ts';
import { invoiceStatus, shownInvoice } from './invoices.ts';
import { command, job, query } from './procedure.ts';
import { written } from './reports.ts';
import { amount, currency, documentNumber, entityId, fileToken, language, period, plainDate, vendor } from './schema.ts';

const byNumber = z.object({ number: documentNumber, vendor: vendor.nullable().optional() });
const reason = z.string().trim().min(1).max(1000);
const topics = ['invoices', 'reconcile'] as const;

const dueItem = z.object({
  /** `vendor:number:kind`, stable. */
  id: z.string(),
  kind: z.enum(DUE_KINDS),
  date: plainDate.nullable(),
  days: z.number().int().nullable(),
  group: z.enum(DUE_GROUPS),
  /** Open on the invoice; consequences repeat it. */
  amount,
  currency,
  /** The day follows from something that is not on record. */
  assumed: z.boolean(),
  number: documentNumber,
  vendor,
  entity: entityId.nullable(),
  period: period.nullable(),
  status: invoiceStatus,
});
export type DueItem = z.infer<typeof dueItem>;

export const invoiceActs = {
  /** The bill appeared on the day: it waits for confirmation from then on. A day to come is kept, and counts when it comes. */
  'invoices/bill': command(byNumber.extend({ date: plainDate }), shownInvoice, topics),
  /** A dispute is taken back: what is left of the confirmation window runs on. */
  'invoices/withdraw': command(byNumber.extend({ reason }), shownInvoice, topics),
  /** Issuing failed and was asked for anew on the day (today unless given). */
  'invoices/fail': command(byNumber.extend({ reason, date: plainDate.nullable().default(null) }), shownInvoice, topics),
  /** Day of issue and account period of an issued invoice; its due date follows. Null leaves a part as it is. */
  'invoices/schedule': command(
    byNumber.extend({
      issued: plainDate.nullable().default(null),
      termDays: z.number().int().min(0).max(3650).nullable().default(null),
      reason,
    }),
    shownInvoice,
    topics,
  ),
  /** The proof of the VAT that the customer paid was sent on the day. */
  'invoices/vatProof': command(byNumber.extend({ date: plainDate }), shownInvoice, topics),
  /** What is to be seen to up to and with `until`, or within so many days (both null: everything); what is late is always in it. */
  'invoices/due': query(
    z.object({
      within: z.number().int().min(0).max(3650).nullable().default(null),
      until: plainDate.nullable().default(null),
      kinds: z.array(z.enum(DUE_KINDS)).nullable().default(null),
      vendor: vendor.nullable().default(null),
    }),
    z.object({
      today: plainDate,
      items: z.array(dueItem),
      /** What is to be paid, per group and currency; currencies are never added together. */
      sums: z.array(z.object({ group: z.enum(DUE_GROUPS), currency, amount, count: z.number() })),
    }),
  ),
  /** The chosen items as calendar entries or as a message that a person sends; nothing is sent. */
  'export/reminders': job(
    z.object({
      format: z.enum(['ics', 'eml']),
      /** Ids of `invoices/due`; those without a day are left out of a calendar. */
      items: z.array(z.string().max(200)).min(1).max(2000),
      /** Null: the book's; `both`: English and Chinese. */
      language: z
        .union([language, z.literal('both')])
        .nullable()
        .default(null),
      /** Days before the day on which the calendar rings. */
      alarms: z.array(z.number().int().min(0).max(365)).max(10).default([15, 7, 3, 1]),
      /** Hang the invoices' files on the message. */
      attach: z.boolean().default(false),
      target: fileToken,
    }),
    written,
    ['reports'],
  ),
};
