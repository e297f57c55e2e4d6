import { z } from 'zod';
import { command, job, query } from './procedure.ts';
import { country, currency, customerStatus, entityId, fileToken, instant, language, nothing, settlement } from './schema.ts';

const profile = z.object({
  country,
  entity: entityId,
  customerStatus,
  /** ISO 3166-2 such as PK-SD, where the tax depends on it. */
  region: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
    .nullable()
    .default(null),
  currency,
  settlement,
  language,
  company: z.string().max(200).default(''),
});

export const bookInfo = profile.extend({
  /** File name without folder; paths stay with the host. */
  name: z.string(),
  /** Where the book lies, for display only. */
  location: z.string(),
  version: z.number().int(),
  createdAt: instant,
  periods: z.array(z.string()),
  counts: z.object({ lines: z.number(), batches: z.number(), invoices: z.number(), payments: z.number(), certificates: z.number() }),
});
export type BookInfo = z.infer<typeof bookInfo>;

const verdict = z.object({
  /** Each is `ok`, or says what is wrong. */
  integrity: z.string(),
  foreignKeys: z.string(),
  auditChain: z.string(),
  totals: z.string(),
});

export const book = {
  'book/create': command(profile.extend({ target: fileToken }), bookInfo, [
    'book',
    'imports',
    'bills',
    'invoices',
    'payments',
    'wht',
    'reconcile',
    'reports',
  ]),
  'book/open': command(z.object({ file: fileToken }), bookInfo, [
    'book',
    'imports',
    'bills',
    'invoices',
    'payments',
    'wht',
    'reconcile',
    'reports',
  ]),
  'book/close': command(nothing, nothing, ['book']),
  /** Null while no book is open. */
  'book/info': query(nothing, bookInfo.nullable()),
  'book/update': command(profile.partial(), bookInfo, ['book']),
  /** Fills the open, empty book with generated bills of all vendors, invoices, a payment and a certificate. */
  'book/fillSample': job(nothing, bookInfo, ['book', 'imports', 'bills', 'invoices', 'payments', 'wht', 'reconcile']),
  'book/verify': job(nothing, verdict, []),
  'book/backup': job(z.object({ target: fileToken }), z.object({ file: z.string(), sha256: z.string(), bytes: z.number() }), []),
  /** Verifies the backup, then writes it to a new file; the open book is not touched. */
  'book/restore': job(
    z.object({ file: fileToken, target: fileToken }),
    z.object({ file: z.string(), sha256: z.string(), bytes: z.number() }),
    [],
  ),
  'book/audit': query(
    z.object({
      since: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(1000).default(200),
      before: z.number().int().nullable().default(null),
    }),
    z.object({
      entries: z.array(
        z.object({
          seq: z.number(),
          at: instant,
          who: z.string(),
          action: z.string(),
          subject: z.string(),
          before: z.unknown(),
          after: z.unknown(),
          hash: z.string(),
        }),
      ),
      head: z.string().nullable(),
    }),
  ),
};
