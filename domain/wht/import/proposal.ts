import type { Amount } from '../../money/amount.ts';
import type { Said } from '../../words/said.ts';
import type { AllocationRate } from '../certificate.ts';
import type { OpenInvoice } from './open-invoice.ts';
import type { Signal } from './signals.ts';

/** One thing that speaks for a proposal, or against it. */
export interface Reason {
  signal: Signal;
  weight: number;
  said: Said;
}

export interface ProposedLine {
  invoice: OpenInvoice;
  /** In the certificate's currency. */
  amount: Amount;
  /** In the invoice's; null where no rate is known and a person has to say it. */
  payAmount: Amount | null;
  fx: AllocationRate | null;
}
