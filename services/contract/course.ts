import { z } from 'zod';
import { STEPS } from '../../domain/invoices/timeline.ts';
import { plainDate } from './schema.ts';

/** The days of an invoice's life, and what the rule did by itself (domain/invoices: timeline.ts, by-rule.ts). */
export const courseShape = {
  timeline: z.array(
    z.object({
      step: z.enum(STEPS),
      date: plainDate,
      /** Last day, where the step is a span. */
      until: plainDate.nullable(),
      basis: z.enum(['recorded', 'rule', 'assumed']),
      past: z.boolean(),
      /** Its working days reach into a year whose moving holidays the calendar does not know. */
      unsure: z.boolean(),
    }),
  ),
  /** What happened without anybody's act: derived, not stored, and marked as such wherever it is shown. */
  byRule: z.array(
    z.object({ date: plainDate, event: z.enum(['appeared', 'confirmed-itself', 'fell-overdue']), from: z.string(), to: z.string() }),
  ),
};
