import { z } from 'zod';
import { DISCREPANCY_ACTS, DISCREPANCY_STATES, SETTLED_HOW } from '../../domain/discrepancies/states.ts';
import { command, query } from './procedure.ts';
import { amountOrMissing, currency, historyEntry, instant, period, plainDate, vendor } from './schema.ts';

const words = z.object({ en: z.string(), zh: z.string() });
const id = z.number().int().min(1);
const reason = z.string().trim().min(1).max(1000);
const line = z.object({ id: z.number(), file: z.string(), row: z.number() });
const part = z.string().max(420);

const discrepancy = z.object({
  id,
  period,
  /** Id of the check's verdict. */
  check: z.string(),
  /** Which finding of it; empty: the whole difference. */
  part: z.string(),
  kind: z.string().nullable(),
  /** The kind in words. */
  kindTitle: words.nullable(),
  vendor: vendor.nullable(),
  currency: currency.nullable(),
  title: words,
  finding: words,
  /** The difference at opening; as it was seen last; and now (null: it is gone, or no money). */
  amount: amountOrMissing,
  seen: amountOrMissing,
  now: amountOrMissing,
  state: z.enum(DISCREPANCY_STATES),
  /** `changed`: not what was seen last; `gone`: reconciliation finds it no more. */
  standing: z.enum(['same', 'changed', 'gone']),
  reason: z.string(),
  how: z.enum(SETTLED_HOW).nullable(),
  document: z.string().nullable(),
  approver: z.string().nullable(),
  due: plainDate.nullable(),
  /** Days since it was opened; days past its next step, negative before. */
  age: z.number().int(),
  late: z.number().int().nullable(),
  lines: z.array(line),
  lineCount: z.number().int(),
  openedAt: instant,
  openedBy: z.string(),
  /** What can be done with it now. */
  acts: z.array(z.enum(DISCREPANCY_ACTS)),
});
export type DiscrepancyShown = z.infer<typeof discrepancy>;

const candidate = z.object({
  check: z.string(),
  part: z.string(),
  kind: z.string().nullable(),
  vendor: vendor.nullable(),
  currency: currency.nullable(),
  title: words,
  finding: words,
  amount: amountOrMissing,
  lineCount: z.number().int(),
});

const topics = ['reconcile'] as const;

export const discrepancies = {
  /** By age, the oldest first. Of all periods where `period` is null. */
  'discrepancies/list': query(
    z.object({
      period: period.nullable().default(null),
      state: z.enum([...DISCREPANCY_STATES, 'all', 'unfinished']).default('all'),
      check: z.string().nullable().default(null),
    }),
    z.object({
      rows: z.array(discrepancy),
      counts: z.record(z.enum(DISCREPANCY_STATES), z.number().int()),
    }),
  ),
  'discrepancies/show': query(z.object({ id }), discrepancy.extend({ history: z.array(historyEntry) })),
  /** What fails in the period and is not followed up yet. */
  'discrepancies/offer': query(z.object({ period }), z.object({ rows: z.array(candidate) })),
  /** Follows up a failing check (`part` empty) or one of its findings. */
  'discrepancies/open': command(
    z.object({
      period,
      check: z.string().min(1).max(300),
      part: part.default(''),
      due: plainDate.nullable().default(null),
      note: z.string().trim().max(1000).default(''),
    }),
    discrepancy,
    topics,
  ),
  /** Follows up every failing check of the period that nobody follows up yet, each as a whole. */
  'discrepancies/openAll': command(
    z.object({ period, due: plainDate.nullable().default(null) }),
    z.object({ opened: z.number().int(), rows: z.array(discrepancy) }),
    topics,
  ),
  'discrepancies/explain': command(z.object({ id, reason }), discrepancy, topics),
  /** With the vendor; `reference` of the letter, where one was written. */
  'discrepancies/dispute': command(
    z.object({ id, reason, reference: z.string().trim().max(200).nullable().default(null), due: plainDate.nullable().default(null) }),
    discrepancy,
    topics,
  ),
  'discrepancies/settle': command(
    z.object({
      id,
      how: z.enum(SETTLED_HOW),
      /** The batch, invoice or payment that settled it: number, reference or file. */
      document: z.string().trim().max(200).nullable().default(null),
      reason: z.string().trim().max(1000).default(''),
    }),
    discrepancy,
    topics,
  ),
  /** Within the limits of the book, or with the name of who approves it. */
  'discrepancies/writeOff': command(z.object({ id, reason, approver: z.string().trim().max(100).default('') }), discrepancy, topics),
  'discrepancies/reopen': command(z.object({ id, reason }), discrepancy, topics),
  /** Takes the difference as it is now; one that was at its end is open again. */
  'discrepancies/refresh': command(z.object({ id }), discrepancy, topics),
  'discrepancies/setDue': command(z.object({ id, due: plainDate.nullable() }), discrepancy, topics),
};
