import type { Group } from '../../../db/queries/bills-groups.ts';
import { sumPresent } from '../../../domain/bill/summary/hold.ts';
import { sum, subtract, equal, type Amount } from '../../../domain/money/amount.ts';
import { POLICIES, round } from '../../../domain/money/rounding.ts';
import { isTaxLine } from '../../../domain/reconcile/bill-types.ts';
import type { SummaryPayments } from '../../contract/bills-summary.ts';
import { valueOf } from './cards.ts';

/**
 * Tax on the period's invoices that no line of the bill carries. Tax lines of the bill and the rounded tax of the invoices are the same
 * tax, and add nothing.
 */
export function taxBeside(groups: readonly Group[], payments: SummaryPayments | null): Amount {
  if (payments === null) return '0';
  const onBill = sumPresent(groups.filter((group) => isTaxLine(valueOf(group, 'billType'))).map((group) => group.sums.payable)) ?? '0';
  const invoiced = sum(payments.invoices.filter((paper) => paper.kind === 'invoice').map((paper) => paper.tax));
  return equal(round(onBill, POLICIES.taxLine), invoiced) ? '0' : subtract(invoiced, onBill);
}
