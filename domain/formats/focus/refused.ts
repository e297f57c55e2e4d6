import { say } from '../../words/said.ts';
import type { RefusedTable } from '../format.ts';

const cost = say`Export the cost and usage dataset of FOCUS 1.0 or later instead.`;

/** Tables of FOCUS that tell no charges, or tell them in amounts of another meaning. */
export const refusedTables: readonly RefusedTable[] = [
  {
    title: say`FOCUS 0.5`,
    is: (names) => names.has('chargetype') && names.has('amortizedcost'),
    message: say`Its draft has other amounts: AmortizedCost, and no list or contracted cost.`,
    remedy: cost,
  },
  {
    title: say`the invoice detail of FOCUS 1.4`,
    is: (names) => names.has('invoicedetailid') && (names.has('invoicedetailgrain') || names.has('invoiceissuestatus')),
    message: say`It tells what stands on invoices, not the charges themselves.`,
    remedy: say`${{ cost }} Its lines name their invoice.`,
  },
  {
    title: say`the billing periods of FOCUS 1.4`,
    is: (names) => names.has('billingperiodstatus'),
    message: say`It tells which months are closed, and no amounts.`,
    remedy: cost,
  },
  {
    title: say`the contract commitments of FOCUS 1.3`,
    is: (names) => names.has('contractcommitmentid') && !names.has('billedcost'),
    message: say`It tells what was agreed, not what was charged.`,
    remedy: cost,
  },
];
