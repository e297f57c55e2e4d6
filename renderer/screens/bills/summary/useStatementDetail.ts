import { heldFilter, type HeldTo } from '../../../app/held-to.ts';
import { useCall } from '../../../app/hooks.ts';
import type { Filter } from '../../../../services/contract/bills.ts';
import { exactly } from '../place.ts';
import type { Measures } from './card.ts';

/** The vendors that gave a statement for the period, and the sums of their details: only these can be held against it. */
export function useStatementDetail(
  period: string,
  currency: string,
  vendor: string | null,
  account: HeldTo,
): { vendors: readonly string[]; detail: Measures | undefined } {
  const where: Filter[] = [exactly('currency', currency), ...(vendor ? [exactly('vendor', vendor)] : []), ...heldFilter(account)];
  const statements = useCall('bills/query', { period, where, kind: 'statement', groupBy: ['vendor'] }, { keep: true });
  const vendors = (statements.data?.rows ?? []).flatMap((row) => (typeof row['vendor'] === 'string' ? [row['vendor']] : []));
  const details = useCall(
    'bills/query',
    { period, where: [...where, { column: 'vendor', op: 'in', value: vendors }], groupBy: ['currency'] },
    { enabled: vendors.length > 0, keep: true },
  );
  return { vendors, detail: details.data?.totals[currency] };
}
