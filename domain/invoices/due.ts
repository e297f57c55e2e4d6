import type { Amount } from '../money/amount.ts';
import { compare, subtract } from '../money/amount.ts';
import { addDays, daysBetween, type PlainDate } from '../time/plain-date.ts';
import { openOf, statusOn, type Standing } from './balance.ts';
import { datesOf } from './course.ts';
import type { InvoiceStatus } from './states.ts';

/**
 * What is to be seen to: `confirm` the bill, `clear` a dispute, `expect` the invoice, `pay` it; `dunning`, `frozen`, `recycle`:
 * what follows when it stays unpaid; `certificate` of withheld tax, `vat-proof` of VAT that the customer paid.
 */
export const DUE_KINDS = ['confirm', 'clear', 'expect', 'pay', 'dunning', 'frozen', 'recycle', 'certificate', 'vat-proof'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Where an item stands in the list; `undated`: to be seen to, but no day is known. */
export const DUE_GROUPS = ['overdue', 'today', 'week', 'month', 'later', 'undated'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** One thing to see to. */
export interface DueItem {
  kind: DueKind;
  date: PlainDate | null;
  /** Days from today; negative: late. */
  days: number | null;
  group: DueGroup;
  /** What is to be paid of what is open, in the invoice's currency. */
  amount: Amount;
  /** The day follows from something that is not on record. */
  assumed: boolean;
}

/** A paper that is owed after the payment. */
export interface Proof {
  kind: 'certificate' | 'vat-proof';
  /** Days that the rule gives, from the day. */
  from: PlainDate;
  days: number;
  amount: Amount;
  /** `from` stands for a day that is not on record. */
  assumed: boolean;
}

/**
 * Everything to see to of one invoice; consequences (dunning, frozen, recycle) only while they lie ahead. `withheld`: what of the open
 * amount was held back by a known rate and waits for its certificate; it is not to be paid.
 */
export function dueOf(invoice: Standing, today: PlainDate, proofs: readonly Proof[] = [], withheld: Amount = '0'): DueItem[] {
  const open = subtract(openOf(invoice), withheld);
  const dates = datesOf(invoice);
  const item = (kind: DueKind, date: PlainDate | null, assumed = false, amount: Amount = open): DueItem => {
    const days = date === null ? null : daysBetween(today, date);
    return { kind, date, days, group: groupOf(days), amount, assumed };
  };
  const owed = proofs.map((proof) => item(proof.kind, addDays(proof.from, proof.days), proof.assumed, proof.amount));
  return [...ofStatus(statusOn(invoice, today)), ...owed];

  function ofStatus(status: InvoiceStatus): DueItem[] {
    if (status === 'to-confirm') return [item('confirm', dates.confirmBy)];
    if (status === 'disputed') return [item('clear', null)];
    if (status === 'issuing') return [item('expect', dates.expected?.last ?? null)];
    if ((status !== 'unpaid' && status !== 'overdue') || compare(open, '0') <= 0) return [];
    const assumed = invoice.due === null && invoice.issued === null;
    const ahead = (
      [
        ['dunning', dates.dunningUntil],
        ['frozen', dates.frozenOn],
        ['recycle', dates.recycleOn],
      ] as const
    ).flatMap(([kind, date]) => (date === null || date < today ? [] : [item(kind, date, assumed)]));
    return [item('pay', dates.payBy, assumed && dates.payBy !== null), ...ahead];
  }
}

/** Consequences repeat the amount of the payment that they threaten: they are never added to it. */
export const isMoney = (kind: DueKind): boolean => kind === 'pay';

function groupOf(days: number | null): DueGroup {
  if (days === null) return 'undated';
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= 7 ? 'week' : days <= 30 ? 'month' : 'later';
}

/** By day, undated last; on one day in the order of the kinds. */
export const inDueOrder = (a: Pick<DueItem, 'date' | 'kind'>, b: Pick<DueItem, 'date' | 'kind'>): number =>
  (a.date ?? '9999-99-99') < (b.date ?? '9999-99-99')
    ? -1
    : (a.date ?? '9999-99-99') > (b.date ?? '9999-99-99')
      ? 1
      : DUE_KINDS.indexOf(a.kind) - DUE_KINDS.indexOf(b.kind);
