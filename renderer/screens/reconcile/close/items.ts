import type { CloseItem } from '../../../../services/contract/close.ts';
import type { Mark } from '../../../ui/index.ts';

/** How an item is marked: by glyph and colour, beside its word. */
export const MARKS: Readonly<Record<CloseItem['state'], Mark>> = { done: 'pass', waived: 'explained', warning: 'due', blocking: 'fail' };

/** Where an item is mended. */
export const PLACES: Readonly<Record<CloseItem['place'], { path: string; params?: Record<string, string | null> }>> = {
  import: { path: '/import' },
  batches: { path: '/import' },
  duplicates: { path: '/bills/compare', params: { part: 'duplicates' } },
  checks: { path: '/reconcile', params: { state: 'fail' } },
  differences: { path: '/reconcile/differences' },
  invoices: { path: '/invoices', params: { scope: 'period' } },
  payments: { path: '/payments' },
  wht: { path: '/wht/expected' },
  bank: { path: '/reconcile/bank' },
  close: { path: '/reconcile/close' },
};

/** Day and minute of an instant, UTC, as the record has it. */
export const minute = (at: string): string => at.slice(0, 16).replace('T', ' ');
