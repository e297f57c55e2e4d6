import type { HistoryEntry } from '../../db/queries/history.ts';
import type { ShareOn } from '../../db/queries/invoice-shares.ts';
import type { InvoiceRecord } from '../../db/queries/invoices.ts';
import type { InvoiceStatus } from '../../domain/invoices/states.ts';
import { compare, sum } from '../../domain/money/amount.ts';

/**
 * The day on which the invoice was settled or voided; null while it is open, and where the vendor alone calls it paid. Where
 * payments and certificates cover it, the last of them; else the day on which it was recorded.
 */
export function endedOn(
  invoice: Pick<InvoiceRecord, 'total'>,
  status: InvoiceStatus,
  history: readonly HistoryEntry[],
  shares: readonly Pick<ShareOn, 'date' | 'amount'>[],
): string | null {
  if (status !== 'paid' && status !== 'void') return null;
  if (status === 'paid' && shares.length > 0 && compare(sum(shares.map((s) => s.amount)), invoice.total) >= 0)
    return shares
      .map((s) => s.date)
      .toSorted()
      .at(-1)!;
  return (
    history.findLast((entry) => entry.to === status && entry.event !== 'imported' && entry.event !== 'restated')?.at.slice(0, 10) ?? null
  );
}
