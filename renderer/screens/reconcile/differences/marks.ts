import type { DiscrepancyShown } from '../../../../services/contract/discrepancies.ts';
import type { Mark } from '../../../ui/index.ts';

/** How a difference is marked: red while it waits, amber with the vendor, blue once it has a reason, green when it is settled. */
export const MARKS: Readonly<Record<DiscrepancyShown['state'], Mark>> = {
  open: 'fail',
  disputed: 'due',
  explained: 'explained',
  'written-off': 'explained',
  settled: 'pass',
};
