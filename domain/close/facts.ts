import type { Amount } from '../money/amount.ts';

/** All that the checklist of a period looks at. */
export interface CloseFacts {
  /** Vendors with bills in the three months before, and in the period. */
  vendors: readonly string[];
  billed: readonly string[];
  /** Files whose figures are estimates. */
  estimates: readonly string[];
  rejected: { rows: number; files: readonly string[] };
  /** Null: no folder is watched. */
  folder: { waiting: number; failed: number } | null;
  /** Pairs that are suspected. */
  duplicates: { lines: number; invoices: number };
  /** `dealtWith`: every part of its difference is explained, settled or written off, as it is now. */
  checks: readonly { id: string; status: 'pass' | 'explained' | 'fail' | 'missing'; difference: Amount | null; dealtWith: boolean }[];
  /** Numbers of differences: not at their end; dealt with, but not what they were then; found no more and not at their end. */
  differences: { waiting: readonly string[]; changed: readonly string[]; gone: readonly string[] };
  /** Numbers of invoices: not issued; of the period's days without bills. */
  invoices: { pending: readonly string[]; unlinked: readonly string[] };
  /** References of payments of the period's days with money left; numbers of invoices that are overdue. */
  payments: { unallocated: readonly string[]; overdue: readonly string[] };
  /** Numbers of invoices whose certificate is overdue, was refused, or comes later. */
  wht: { overdue: readonly string[]; refused: readonly string[]; later: readonly string[] };
  /** Null: no statement speaks of the period's days. */
  bank: { open: number } | null;
  /** Ids of late imports that nobody accepted, of this period and those before. */
  adjustments: readonly number[];
  /** Null where the book has no bills of the month before. */
  previous: { period: string; locked: boolean } | null;
}
