import type { ReadDb } from '../../db/connection.ts';
import { invoicesById, type InvoiceRecord } from '../../db/queries/invoices.ts';
import type { ShownPaper } from '../contract/statements.ts';
import { toInvoices } from '../invoices/view.ts';

/** The name of the other side as the document has it: the seller of what was received, the buyer of what was issued. */
export const partyName = (i: Pick<InvoiceRecord, 'direction' | 'seller' | 'buyer'>): string | null =>
  (i.direction === 'received' ? i.seller : i.buyer)?.name ?? null;
export const partyId = (i: Pick<InvoiceRecord, 'direction' | 'sellerId' | 'buyerId'>): number | null =>
  i.direction === 'received' ? i.sellerId : i.buyerId;

/** The documents as pairs of them are shown, by id. */
export function shownPapers(read: ReadDb, ids: readonly number[], today: string): Map<number, ShownPaper> {
  const records = invoicesById(read, ids);
  const views = toInvoices(read, records, today);
  return new Map(
    records.map((r, i): [number, ShownPaper] => {
      const { status, open, attachments } = views[i]!;
      return [
        r.id,
        {
          id: r.id,
          vendor: r.vendor,
          number: r.number,
          direction: r.direction,
          kind: r.kind,
          type: r.type,
          status,
          party: partyName(r),
          entity: r.entity,
          date: r.date,
          due: r.due,
          period: r.period,
          currency: r.currency,
          net: r.net,
          tax: r.tax,
          total: r.total,
          open,
          credits: r.credits,
          source: r.source,
          note: r.note,
          files: attachments.map(({ name, sha256 }) => ({ name, sha256 })),
        },
      ];
    }),
  );
}
