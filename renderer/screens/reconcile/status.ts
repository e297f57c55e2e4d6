import type { Check } from '../../../services/contract/reconcile.ts';

export type CheckStatus = Check['status'];
/** In the order of the progress bar. */
export const CHECK_STATUSES: readonly CheckStatus[] = ['pass', 'explained', 'fail', 'missing'];
