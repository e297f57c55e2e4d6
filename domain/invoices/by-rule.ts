import { addDays, type PlainDate } from '../time/plain-date.ts';
import type { Standing } from './balance.ts';
import { datesOf } from './course.ts';
import type { InvoiceStatus } from './states.ts';

/** What the rule did by itself on a day, as the history shows it beside what people did. */
export interface RuleEntry {
  date: PlainDate;
  event: 'appeared' | 'confirmed-itself' | 'fell-overdue';
  from: InvoiceStatus;
  to: InvoiceStatus;
}

/**
 * What happened up to `today` without anybody's act, oldest first. It is derived on any day from what is on record, never stored;
 * the act that comes next stores the day on which the bill confirmed itself, so that a calendar changed later does not
 * rewrite what people acted on. `ended`: day on which the invoice was settled or voided, null while it is open.
 */
export function byRule(invoice: Standing, today: PlainDate, ended: PlainDate | null): RuleEntry[] {
  const entries: RuleEntry[] = [];
  const { stated, billed, course } = invoice;
  const dates = datesOf(invoice);
  if (stated === 'unbilled' && billed !== null && billed <= today)
    entries.push({ date: billed, event: 'appeared', from: 'unbilled', to: 'to-confirm' });
  const waits = stated === 'unbilled' || stated === 'to-confirm';
  const itself = course.confirmedByRule ? course.confirmed : waits ? dates.confirmsItself : null;
  if (itself !== null && itself <= today) entries.push({ date: itself, event: 'confirmed-itself', from: 'to-confirm', to: 'issuing' });
  const last = ended === null ? today : addDays(ended, -1);
  // What the vendor itself calls overdue it said, and not the rule.
  if (
    (stated === 'unpaid' || stated === 'paid' || stated === 'void') &&
    wasIssued(invoice) &&
    dates.overdueOn !== null &&
    dates.overdueOn <= last
  )
    entries.push({ date: dates.overdueOn, event: 'fell-overdue', from: 'unpaid', to: 'overdue' });
  return entries;
}

const wasIssued = ({ stated, issued }: Standing): boolean => stated === 'unpaid' || issued !== null;
