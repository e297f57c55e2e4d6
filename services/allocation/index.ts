import type { Handlers } from '../runtime/services.ts';
import { exportAllocation } from './export.ts';
import { months } from './months.ts';
import { readTerms } from './read-terms.ts';
import { rows } from './rows.ts';
import { summary } from './summary.ts';
import { clearTerm, line, setTerm } from './terms.ts';

/** Cost allocation: what is paid ahead, spread over the months of its term. */
export const allocationHandlers: Handlers<
  | 'allocation/read'
  | 'allocation/summary'
  | 'allocation/months'
  | 'allocation/rows'
  | 'allocation/line'
  | 'allocation/setTerm'
  | 'allocation/clearTerm'
  | 'export/allocation'
> = {
  'allocation/read': readTerms,
  'allocation/summary': summary,
  'allocation/months': months,
  'allocation/rows': rows,
  'allocation/line': line,
  'allocation/setTerm': setTerm,
  'allocation/clearTerm': clearTerm,
  'export/allocation': exportAllocation,
};
