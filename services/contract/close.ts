import { z } from 'zod';
import { ITEM_IDS } from '../../domain/close/checklist.ts';
import { SIGN_ROLES } from '../../domain/close/roles.ts';
import { command, query, readingJob } from './procedure.ts';
import { written } from './reports.ts';
import { amount, amountOrMissing, currency, fileToken, instant, language, nothing, period } from './schema.ts';

const words = z.object({ en: z.string(), zh: z.string() });
const role = z.enum(SIGN_ROLES);
const person = z.string().trim().min(1).max(100);
const reason = z.string().trim().min(1).max(1000);
const sha = z.string().regex(/^[0-9a-f]{64}$/);

const item = z.object({
  id: z.enum(ITEM_IDS),
  title: words,
  state: z.enum(['done', 'warning', 'blocking', 'waived']),
  text: words,
  /** The screen where it is mended. */
  place: z.enum(['import', 'batches', 'duplicates', 'checks', 'differences', 'invoices', 'payments', 'wht', 'bank', 'close']),
  canBeWaived: z.boolean(),
  waived: z.object({ reason: z.string(), who: z.string(), at: instant }).nullable(),
});
export type CloseItem = z.infer<typeof item>;

const signoff = z.object({
  id: z.number().int(),
  role,
  who: z.string(),
  /** Who was at the keyboard. */
  by: z.string(),
  at: instant,
  note: z.string(),
  /** False: the figures changed since, and are signed anew. */
  current: z.boolean(),
});

const adjustment = z.object({
  id: z.number().int(),
  period,
  close: z.number().int(),
  batch: z.number().int().nullable(),
  document: z.string().nullable(),
  title: z.string(),
  lines: z.number().int(),
  sums: z.array(
    z.object({
      what: z.enum(['bills', 'invoices', 'payments', 'wht']),
      vendor: z.string().nullable(),
      currency,
      before: amountOrMissing,
      after: amountOrMissing,
    }),
  ),
  checks: z.array(
    z.object({
      id: z.string(),
      title: words,
      from: z.string().nullable(),
      to: z.string().nullable(),
      differenceFrom: amountOrMissing,
      differenceTo: amountOrMissing,
    }),
  ),
  at: instant,
  who: z.string(),
  state: z.enum(['open', 'accepted', 'undone']),
  accepted: z.object({ at: instant, by: z.string() }).nullable(),
  note: z.string(),
});
export type CloseAdjustment = z.infer<typeof adjustment>;

const close = z.object({
  id: z.number().int(),
  period,
  closedAt: instant,
  closedBy: z.string(),
  sha256: sha,
  signoffs: z.array(signoff.omit({ id: true, current: true })),
  reopened: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
});
export type CloseSummary = z.infer<typeof close>;

const settings = z.object({
  required: z.array(role).max(3),
  samePerson: z.boolean(),
  names: z.object({ prepared: z.array(person).max(20), reviewed: z.array(person).max(20), approved: z.array(person).max(20) }),
  /** By currency: at most so much each time, and so much in a period, without an approver. */
  writeOff: z.record(currency, z.object({ each: amount, period: amount })),
});
export type CloseSettingsShown = z.infer<typeof settings>;

const status = z.object({
  period,
  state: z.enum(['open', 'locked']),
  /** The close that locks it. */
  close: close.nullable(),
  /** As it stands now; of a locked period as it stood when it was closed. */
  checklist: z.array(item),
  /** Signatures that wait for the close; of a locked period those of its close. */
  signoffs: z.array(signoff),
  /** What the signatures still lack. */
  lacking: z.array(words),
  canLock: z.boolean(),
  adjustments: z.array(adjustment),
  /** Late imports into earlier periods that nobody accepted yet. */
  earlier: z.array(adjustment),
  settings,
});
export type CloseStatus = z.infer<typeof status>;

const difference = z.object({
  area: z.enum(['totals', 'inputs', 'documents', 'checks', 'discrepancies']),
  subject: z.string(),
  was: z.string().nullable(),
  is: z.string().nullable(),
  /** True: booked in a later period, by what the close allows; false: the period itself says something else. */
  since: z.boolean(),
});

export const closing = {
  /** Periods that are locked. */
  'close/locked': query(
    nothing,
    z.array(z.object({ period, close: z.number().int(), at: instant, by: z.string(), openAdjustments: z.number().int() })),
  ),
  'close/status': query(z.object({ period }), status),
  /** Signs the figures as they are now, in place of an earlier signature of that role. */
  'close/sign': command(z.object({ period, role, who: person, note: z.string().trim().max(1000).default('') }), status, ['reconcile']),
  'close/unsign': command(z.object({ period, role }), status, ['reconcile']),
  /** Sets an item that blocks aside, for what it says now. */
  'close/waive': command(z.object({ period, item: z.enum(ITEM_IDS), reason }), status, ['reconcile']),
  'close/unwaive': command(z.object({ period, item: z.enum(ITEM_IDS) }), status, ['reconcile']),
  /** Closes the period: nothing that changes what it says is taken any more. */
  'close/lock': command(z.object({ period }), status, ['reconcile', 'reports']),
  'close/reopen': command(z.object({ period, reason }), status, ['reconcile']),
  'close/accept': command(z.object({ adjustment: z.number().int().min(1), note: reason }), adjustment, ['reconcile']),
  /** Every close of a period, or of all, newest first. */
  'close/history': query(z.object({ period: period.nullable().default(null) }), z.array(close)),
  /** The certificate of a close as it was made, and its hash. */
  'close/certificate': query(
    z.object({ close: z.number().int().min(1) }),
    z.object({ close: z.number().int(), period, text: z.string(), sha256: sha }),
  ),
  /** Whether the book still tells what the certificate says. */
  'close/verify': query(
    z.object({ close: z.number().int().min(1) }),
    z.object({
      close: z.number().int(),
      period,
      sha256: sha,
      /** The certificate is as it was hashed; the audit trail still has the entry that it names. */
      intact: z.boolean(),
      chain: z.boolean(),
      /** Intact, and nothing of the period itself differs. */
      holds: z.boolean(),
      differences: z.array(difference),
    }),
  ),
  'close/settings': query(nothing, settings),
  'close/saveSettings': command(settings, settings, ['reconcile']),
  /** The certificate as PDF, or as the very JSON that was hashed. */
  'export/closeCertificate': readingJob(
    z.object({
      close: z.number().int().min(1),
      format: z.enum(['pdf', 'json']).default('pdf'),
      language: z.enum([...language.options, 'both']).default('both'),
      target: fileToken,
    }),
    written,
    ['reports'],
  ),
};
