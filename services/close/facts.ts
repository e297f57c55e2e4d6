import { MISSING_STATES } from '../../domain/wht/expected/state.ts';
import type { CloseFacts } from '../../domain/close/facts.ts';
import type { ReadDb } from '../../db/connection.ts';
import { openAdjustmentsUntil } from '../../db/queries/adjustments.ts';
import { periodCode } from '../../db/queries/bills-columns.ts';
import { periodTotals } from '../../db/queries/bills-periods.ts';
import { estimatedFiles, openBankLines, rejectedRows } from '../../db/queries/close-inputs.ts';
import { lockOf } from '../../db/queries/closes.ts';
import { listInvoices } from '../../db/queries/invoices.ts';
import { listPayments } from '../../db/queries/payments.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import { compare, subtract, sum } from '../../domain/money/amount.ts';
import { monthOf } from '../../domain/close/held.ts';
import { addPeriods, periodBounds } from '../../domain/time/plain-date.ts';
import type { Check } from '../contract/reconcile.ts';
import { standingsOf } from '../discrepancies/current.ts';
import { expectedIn } from '../wht/expected/derive.ts';
import { bookedIn } from './held.ts';

/** How many months before the period tell which vendors send bills. */
const EARLIER_MONTHS = 3;
const PENDING = ['unbilled', 'to-confirm', 'disputed', 'issuing'];

/** What no query of the book tells: the watched folder, and pairs that look told twice. */
export interface Outside {
  folder: CloseFacts['folder'];
  duplicates: CloseFacts['duplicates'];
}

export function closeFacts(read: ReadDb, period: string, today: string, checks: readonly Check[], outside: Outside): CloseFacts {
  const code = periodCode(period);
  const { first, last } = periodBounds(period);
  const months = Array.from({ length: EARLIER_MONTHS }, (_, i) => addPeriods(period, -(i + 1)));
  const totals = periodTotals(read);
  const vendorsIn = (wanted: readonly string[]): string[] =>
    [...new Set(totals.filter((t) => wanted.includes(t.period)).map((t) => t.vendor as string))].toSorted();
  const rejected = rejectedRows(read, code);
  const open = openBankLines(read, first, last);
  const before = months[0]!;
  return {
    ...outside,
    vendors: vendorsIn(months),
    billed: vendorsIn([period]),
    estimates: estimatedFiles(read, code),
    rejected: { rows: rejected.reduce((n, r) => n + r.rows, 0), files: rejected.map((r) => r.file) },
    ...differencesOf(read, period, checks),
    ...documentFacts(read, period, today),
    bank: open === null ? null : { open },
    adjustments: openAdjustmentsUntil(read, period).map((a) => a.id),
    previous: totals.some((t) => t.period === before) ? { period: before, locked: lockOf(read, before) !== undefined } : null,
  };
}

function differencesOf(read: ReadDb, period: string, checks: readonly Check[]): Pick<CloseFacts, 'checks' | 'differences'> {
  const { standings, dealtWith } = standingsOf(read, period, checks);
  const ids = (wanted: (s: (typeof standings)[number]) => boolean): string[] => standings.filter(wanted).map((s) => `#${s.discrepancy.id}`);
  return {
    checks: checks.map(({ id, status, difference }) => ({ id, status, difference, dealtWith: dealtWith.has(id) })),
    differences: {
      waiting: ids((s) => !s.final && s.standing !== 'gone'),
      changed: ids((s) => s.final && s.standing === 'changed'),
      gone: ids((s) => !s.final && s.standing === 'gone'),
    },
  };
}

function documentFacts(read: ReadDb, period: string, today: string): Pick<CloseFacts, 'invoices' | 'payments' | 'wht'> {
  const records = listInvoices(read, { direction: 'both' }).filter((i) => i.stated !== 'void' && bookedIn(i) === period);
  const ofPeriod = records.filter((i) => i.period === period).map((i) => ({ number: i.number, status: statusOn(i, today) }));
  const numbers = new Set(records.map((i) => i.id));
  const expected = expectedIn(read, today).filter((row) => numbers.has(row.id));
  const inState = (...states: string[]): string[] => expected.filter((row) => states.includes(row.state)).map((row) => row.invoice);
  return {
    invoices: {
      pending: ofPeriod.filter((i) => PENDING.includes(i.status)).map((i) => i.number),
      // An invoice that was made here has no bills to be linked to.
      unlinked: records.filter((i) => i.period === null && i.direction === 'received' && i.kind === 'invoice').map((i) => i.number),
    },
    payments: {
      unallocated: listPayments(read)
        .filter((p) => p.status === 'active' && monthOf(p.date) === period)
        .filter((p) => compare(subtract(p.amount, sum(p.allocations.map((a) => a.amount))), '0') > 0)
        .map((p) => p.reference),
      overdue: ofPeriod.filter((i) => i.status === 'overdue').map((i) => i.number),
    },
    wht: {
      overdue: inState('overdue'),
      refused: inState('refused'),
      later: inState('to-come', ...MISSING_STATES.filter((s) => s !== 'overdue' && s !== 'refused')),
    },
  };
}
