import { PART_GROUPS } from '../../../../domain/allocation/parts.ts';
import { sum, type Amount } from '../../../../domain/money/amount.ts';
import type { AllocationStanding } from '../../../../services/contract/allocation.ts';

export const STAGES = ['opening', 'month', 'remaining', 'total'] as const;

/** The three columns of the vendor's table, and what no payment part tells. */
export const SPLITS = ['cash', 'credit', 'coupon', 'untold'] as const;
export type Split = (typeof SPLITS)[number];

/** One of the splits of a figure: the exact sum of its payment parts. */
export const splitOf = ({ parts }: AllocationStanding['month'], split: Split): Amount =>
  split === 'untold' ? (parts.untold ?? '0') : sum(PART_GROUPS[split].map((part) => parts[part] ?? null));

/** Splits that any of the totals has. */
export const splitsIn = (standings: readonly AllocationStanding[]): Split[] =>
  SPLITS.filter((split) => standings.some((standing) => STAGES.some((stage) => splitOf(standing[stage], split) !== '0')));
