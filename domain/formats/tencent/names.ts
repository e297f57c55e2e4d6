import { datedHint, monthInName, stemOf } from '../file-name.ts';
import type { Basis, NameHint } from '../format.ts';

const BASIS: readonly (readonly [RegExp, Basis])[] = [
  [/按扣费周期|by[_-]?pay[_-]?time/i, 'by-deduction-cycle'],
  [/按计费周期|by[_-]?used[_-]?time/i, 'by-billing-cycle'],
];
const DATED = /(?:^|[-_])(\d{6}|\d{8})(?:[-_](?!\d)|$)/;
const PART = /[-_](\d{1,3})$/;

/**
 * Tencent Cloud's names: `<UIN>-202606-按扣费周期-明细账单`, `<UIN>-20260615-按计费周期-明细账单`, `…L2-资源账单-<UIN>-202606-按计费周期…`,
 * `<UIN>-20260615-bill_details`, `<UIN>-202606-by_used_time-bill_details`. The name alone tells the statistics basis.
 * Source: bill storage documents of both sites (1085/48341) and file names that production importers match.
 */
export function tencentName(name: string): NameHint | null {
  const stem = stemOf(name);
  const match = DATED.exec(stem);
  const basis = BASIS.find(([pattern]) => pattern.test(stem))?.[1];
  if (!match || (basis === undefined && !/bill_details|账单/.test(stem))) return null;
  const part = PART.exec(stem.slice(match.index + match[0].length - 1))?.[1];
  const hint = datedHint(part ? stem.slice(0, -part.length - 1) : stem, match[1]!, part);
  return hint && { ...hint, ...(basis ? { basis } : {}) };
}

/** Answers of the interface are saved under names of the reader's own; a month in them, and the basis, help. */
export function tencentAnswerName(name: string): NameHint | null {
  const basis = BASIS.find(([pattern]) => pattern.test(stemOf(name)))?.[1];
  const month = monthInName(name);
  return month || basis ? { ...month, ...(basis ? { basis } : {}) } : null;
}
