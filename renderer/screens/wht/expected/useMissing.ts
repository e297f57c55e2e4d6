import { MISSING_STATES } from '../../../../domain/wht/expected/state.ts';
import type { Output } from '../../../../services/contract/index.ts';
import type { Invoice } from '../../../../services/contract/invoices.ts';
import { useCall, type CallState } from '../../../app/hooks.ts';

/**
 * Certificates that are missing: to be got, corrected or handed in; of one invoice where it is given. One question for the badge, the
 * list, the overview and the invoice.
 */
export const useMissing = (invoice: Pick<Invoice, 'number' | 'vendor'> | null = null): CallState<Output<'wht/expected'>> =>
  useCall('wht/expected', {
    states: [...MISSING_STATES],
    invoice: invoice && { invoice: invoice.number, vendor: invoice.vendor },
  });
