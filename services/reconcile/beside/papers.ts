import type { ReadDb } from '../../../db/connection.ts';
import { notDuplicates, pairKey, pairOf } from '../../../db/queries/analysis-duplicates.ts';
import { invoicesById } from '../../../db/queries/invoices.ts';
import { listPayments } from '../../../db/queries/payments.ts';
import { remember } from '../../../db/queries/remember.ts';
import type { PaymentKnown } from '../../../domain/reconcile/beside/beside.ts';
import type { Vendor } from '../../../domain/reconcile/facts.ts';
import { pairsOf } from '../../statements/duplicates.ts';

/** Pairs of the vendor's invoices of the month that are suspected to be one, as the list of duplicates has them; marked ones are left out. */
export function repeatedInvoices(read: ReadDb, vendor: Vendor, period: string): { first: number; second: number }[] {
  const suspected = pairsOf(read).pairs.filter((pair) => pair.suspected);
  if (suspected.length === 0) return [];
  const marks = notDuplicates(read);
  const open = suspected.filter(({ a, b }) => !marks.has(pairKey(pairOf(`invoice:${a}`, `invoice:${b}`))));
  const papers = new Map(invoicesById(read, [...new Set(open.flatMap(({ a, b }) => [a, b]))]).map((paper) => [paper.id, paper]));
  const own = (id: number): boolean => {
    const paper = papers.get(id);
    return paper?.vendor === vendor && paper.period === period && paper.direction === 'received';
  };
  return open.filter(({ a, b }) => own(a) && own(b)).map(({ a, b }) => ({ first: a, second: b }));
}

/** Every active payment in the currency. */
export const knownPayments = (read: ReadDb, currency: string): PaymentKnown[] =>
  remember(read, `known payments ${currency}`, () =>
    listPayments(read)
      .filter((p) => p.status === 'active' && p.currency === currency)
      .map(({ id, reference, date, amount }) => ({ id, reference, date, amount })),
  );
