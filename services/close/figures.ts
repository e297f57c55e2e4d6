import { canonicalJson } from '../../db/audit.ts';
import type { ReadDb } from '../../db/connection.ts';
import { NO_CURRENCY } from '../../db/queries/bills-sums.ts';
import { billGroups } from '../../db/queries/bills-groups.ts';
import { EVERYTHING } from '../../db/queries/bills-filter.ts';
import { periodCode } from '../../db/queries/bills-columns.ts';
import { closedBatches, type ClosedBatch } from '../../db/queries/close-inputs.ts';
import { discrepancySnapshot, listDiscrepancies } from '../../db/queries/discrepancies.ts';
import { MEASURE_NAMES } from '../../domain/formats/fields.ts';
import type { BillSum, CheckState } from '../../domain/close/adjustment.ts';
import type { Check } from '../contract/reconcile.ts';
import { checksOf } from '../reconcile/index.ts';
import { documentsOf, type ClosedDocument } from './documents.ts';
import { sha256 } from './hash.ts';

/** Sums of the bills or statements of a vendor and currency; measures that no line tells are left out. */
export interface ClosedTotal {
  kind: 'detail' | 'statement';
  vendor: string;
  currency: string;
  lines: number;
  sums: Record<string, string>;
}

export interface ClosedCheck extends CheckState {
  check: string;
  scope: Check['scope'];
  vendor: string | null;
  currency: string | null;
  left: string | null;
  right: string | null;
  tolerance: string;
  explanation: { en: string; zh: string };
}

/** What a period says: all that is signed, and that a certificate repeats. */
export interface Figures {
  totals: ClosedTotal[];
  checks: ClosedCheck[];
  discrepancies: Record<string, unknown>[];
  inputs: ClosedBatch[];
  documents: Omit<ClosedDocument, 'id'>[];
}

/** What a signature signs. */
export const figuresHash = (figures: Figures): string => sha256(canonicalJson(figures));

export function figuresOf(read: ReadDb, period: string, today: string, checks = checksOf(read, period, today)): Figures {
  return {
    totals: totalsOf(read, period),
    checks: checks.map(toClosedCheck),
    discrepancies: listDiscrepancies(read, period).map((d) => ({ id: d.id, ...discrepancySnapshot(d) })),
    inputs: closedBatches(read, periodCode(period)),
    documents: documentsOf(read, period).map(({ id: _id, ...rest }) => rest),
  };
}

export const totalsOf = (read: ReadDb, period: string): ClosedTotal[] =>
  (['detail', 'statement'] as const).flatMap((kind) => {
    const columns = (['vendor', 'currency'] as const).map((name) => ({ type: 'dimension' as const, name }));
    return billGroups(read, { ...EVERYTHING, period, kind }, columns, [], 100_000)
      .map(({ values: [vendor, currency], lines, sums }) => ({
        kind,
        vendor: vendor ?? 'other',
        currency: currency ?? NO_CURRENCY,
        lines,
        sums: Object.fromEntries(MEASURE_NAMES.flatMap((m) => (sums[m] === null ? [] : [[m, sums[m]]]))),
      }))
      .toSorted((a, b) => (`${a.vendor} ${a.currency}` < `${b.vendor} ${b.currency}` ? -1 : 1));
  });

/** Payable of the bills by vendor and currency. */
export const billSums = (read: ReadDb, period: string): BillSum[] =>
  totalsOf(read, period)
    .filter((t) => t.kind === 'detail')
    .map(({ vendor, currency, sums }) => ({ vendor, currency, payable: sums['payable'] ?? null }));

export const checkStates = (read: ReadDb, period: string, today: string): CheckState[] =>
  checksOf(read, period, today).map(({ id, title, titleZh, status, difference }) => ({
    id,
    title: { en: title, zh: titleZh },
    status,
    difference,
  }));

const toClosedCheck = (c: Check): ClosedCheck => ({
  id: c.id,
  check: c.check,
  scope: c.scope,
  title: { en: c.title, zh: c.titleZh },
  vendor: c.vendor,
  currency: c.currency,
  left: c.left,
  right: c.right,
  difference: c.difference,
  status: c.status,
  tolerance: c.tolerance,
  explanation: { en: c.explanation, zh: c.explanationZh },
});
