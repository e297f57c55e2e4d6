import { add, equal, negate } from '../../domain/money/amount.ts';
import { fromPair } from '../../domain/money/pair.ts';
import type { Direction } from '../../domain/invoices/document.ts';
import type { Paper } from '../../domain/invoices/likeness.ts';
import { numberForm } from '../../domain/invoices/number-form.ts';
import type { ReadDb } from '../connection.ts';

interface Row {
  id: bigint;
  direction: Direction;
  kind: 'invoice' | 'credit-note';
  vendor: string;
  seller_id: bigint | null;
  buyer_id: bigint | null;
  number: string;
  date: string;
  period: string | null;
  currency: string;
  net_u: bigint;
  net_f: bigint;
  tax_u: bigint;
  tax_f: bigint;
  cred_u: bigint | null;
  cred_f: bigint | null;
}

const idOf = (value: bigint | null): number | null => (value === null ? null : Number(value));

/** Every document that is not void, as far as duplicates are found by it. */
export function invoicePapers(read: ReadDb): Paper[] {
  const files = grouped(
    read.all<{ id: number; text: string }>(
      "SELECT CAST(substr(owner, 9) AS INTEGER) AS id, sha256 AS text FROM attachment WHERE owner GLOB 'invoice:*' ORDER BY attachment.id",
    ),
  );
  const lines = grouped(
    read.all<{ id: number; text: string }>(
      'SELECT invoice_id AS id, json_array(description, quantity, unit, price, net_u, net_f) AS text FROM invoice_line ORDER BY invoice_id, position',
    ),
  );
  return read
    .allBig<Row>(
      `SELECT i.id, i.direction, i.kind, i.vendor, i.seller_id, i.buyer_id, i.number, i.date, i.period, i.currency, i.net_u, i.net_f, i.tax_u, i.tax_f,
         c.u AS cred_u, c.f AS cred_f
       FROM invoice i LEFT JOIN (
         SELECT credits_id, SUM(net_u + tax_u) AS u, SUM(net_f + tax_f) AS f FROM invoice WHERE credits_id IS NOT NULL AND stated <> 'void' GROUP BY credits_id
       ) c ON c.credits_id = i.id
       WHERE i.stated <> 'void' ORDER BY i.id`,
    )
    .map((row) => {
      const id = Number(row.id);
      const [net, tax] = [fromPair(row.net_u, row.net_f), fromPair(row.tax_u, row.tax_f)];
      const total = add(net, tax);
      return {
        id,
        direction: row.direction,
        kind: row.kind,
        vendor: row.vendor,
        sellerId: idOf(row.seller_id),
        partyId: idOf(row.direction === 'received' ? row.seller_id : row.buyer_id),
        number: numberForm(row.number),
        date: row.date,
        period: row.period,
        currency: row.currency,
        net,
        tax,
        total,
        credited: row.cred_u !== null && equal(negate(fromPair(row.cred_u, row.cred_f!)), total),
        files: files.get(id) ?? [],
        lines: lines.get(id)?.join('\n') ?? null,
      };
    });
}

function grouped(rows: readonly { id: number; text: string }[]): Map<number, string[]> {
  const texts = new Map<number, string[]>();
  for (const { id, text } of rows) {
    const list = texts.get(id);
    if (list) list.push(text);
    else texts.set(id, [text]);
  }
  return texts;
}
