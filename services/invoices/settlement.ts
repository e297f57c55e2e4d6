import { addHistory } from '../../db/queries/history.ts';
import { invoicesById } from '../../db/queries/invoices.ts';
import { statusOn } from '../../domain/invoices/balance.ts';
import type { Act } from './act.ts';

/**
 * Runs `work`, which lays something against the invoices or takes it off, and writes into the history of each whether
 * it was settled or opened again by that. `cause` reads like “payment TT-1”.
 */
export function withSettlement<T>(act: Act, invoiceIds: readonly number[], cause: string, work: () => T): T {
  const statuses = (): Map<number, ReturnType<typeof statusOn>> =>
    new Map(invoicesById(act.write, invoiceIds).map((i) => [i.id, statusOn(i, act.today)]));
  const before = statuses();
  const result = work();
  for (const [id, to] of statuses()) {
    const from = before.get(id);
    if (from === undefined || from === to || (from !== 'paid' && to !== 'paid')) continue;
    // Voiding writes its own entry.
    if (to === 'void') continue;
    addHistory(act.write, 'invoice', id, {
      at: act.at,
      who: act.who,
      event: to === 'paid' ? 'settled' : 'reopened',
      from,
      to,
      reason: cause,
    });
  }
  return result;
}
