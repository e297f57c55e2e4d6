import type { Direction } from '../../domain/invoices/document.ts';
import type { InvoiceStatus } from '../../domain/invoices/states.ts';
import { fromPair } from '../../domain/money/pair.ts';
import type { Amount } from '../../domain/money/amount.ts';
import type { HeldCertificate, PaidShare, QuotedWht } from '../../domain/wht/expected/facts.ts';
import type { ReadDb } from '../connection.ts';
import type { VendorName } from './invoices.ts';
import type { ResidenceRecord } from './residence.ts';

/** An issued invoice with the little that the question takes; `net` and `tax` less credit notes. */
export interface WhtInvoice {
  id: number;
  direction: Direction;
  vendor: VendorName;
  number: string;
  entity: string | null;
  date: string;
  period: string | null;
  currency: string;
  net: Amount;
  total: Amount;
  stated: InvoiceStatus;
  quoteId: number | null;
  /** Names on the document, and the buyer's country. */
  seller: string | null;
  buyer: string | null;
  buyerCountry: string | null;
}

interface InvoiceRow {
  id: bigint;
  direction: Direction;
  vendor: VendorName;
  number: string;
  entity: string | null;
  date: string;
  period: string | null;
  currency: string;
  net_u: bigint;
  net_f: bigint;
  tax_u: bigint;
  tax_f: bigint;
  stated: InvoiceStatus;
  quote_id: bigint | null;
  seller: string | null;
  buyer: string | null;
  buyer_country: string | null;
  cn_u: bigint | null;
  cn_f: bigint | null;
  ct_u: bigint | null;
  ct_f: bigint | null;
}

/** Invoices that the vendor, or we, have issued and that are not void; one of them where its id is given. By date. */
export function whtInvoices(read: ReadDb, id: number | null = null): WhtInvoice[] {
  const rows = read.allBig<InvoiceRow>(
    `SELECT i.id, i.direction, i.vendor, i.number, i.entity, i.date, i.period, i.currency, i.net_u, i.net_f, i.tax_u, i.tax_f, i.stated, i.quote_id,
        i.seller ->> '$.name' AS seller, i.buyer ->> '$.name' AS buyer, i.buyer ->> '$.country' AS buyer_country,
        c.net_u AS cn_u, c.net_f AS cn_f, c.tax_u AS ct_u, c.tax_f AS ct_f
      FROM invoice i LEFT JOIN (
        SELECT credits_id, SUM(net_u) AS net_u, SUM(net_f) AS net_f, SUM(tax_u) AS tax_u, SUM(tax_f) AS tax_f
          FROM invoice WHERE credits_id IS NOT NULL AND stated <> 'void' GROUP BY credits_id) c ON c.credits_id = i.id
      WHERE i.kind = 'invoice' AND i.stated IN ('unpaid', 'overdue', 'paid') AND (:id IS NULL OR i.id = :id) ORDER BY i.date, i.id`,
    { id },
  );
  return rows.map((r) => {
    // Credit notes are negative.
    const [u, f] = [r.net_u + (r.cn_u ?? 0n), r.net_f + (r.cn_f ?? 0n)];
    return {
      id: Number(r.id),
      direction: r.direction,
      vendor: r.vendor,
      number: r.number,
      entity: r.entity,
      date: r.date,
      period: r.period,
      currency: r.currency,
      net: fromPair(u, f),
      total: fromPair(u + r.tax_u + (r.ct_u ?? 0n), f + r.tax_f + (r.ct_f ?? 0n)),
      stated: r.stated,
      quoteId: r.quote_id === null ? null : Number(r.quote_id),
      seller: r.seller,
      buyer: r.buyer,
      buyerCountry: r.buyer_country,
    };
  });
}

/** Payments by invoice, oldest first. */
export function paymentsByInvoice(read: ReadDb, id: number | null = null): Map<number, PaidShare[]> {
  const rows = read.allBig<{ invoice_id: bigint; date: string; reference: string; u: bigint; f: bigint }>(
    `SELECT a.invoice_id, p.date, p.reference, a.amount_u AS u, a.amount_f AS f FROM payment_allocation a JOIN payment p ON p.id = a.payment_id
      WHERE :id IS NULL OR a.invoice_id = :id ORDER BY p.date, p.reference, p.id`,
    { id },
  );
  return collect(rows, ({ date, reference, u, f }) => ({ date, reference, amount: fromPair(u, f) }));
}

interface CertificateRow {
  invoice_id: bigint;
  number: string;
  issuer: string;
  status: HeldCertificate['status'];
  date: string;
  submitted: string | null;
  decided: string | null;
  remitted: string | null;
  replaced: bigint;
  u: bigint;
  f: bigint;
}

/** Certificates by invoice, void ones left out, oldest first. */
export function certificatesByInvoice(read: ReadDb, id: number | null = null): Map<number, HeldCertificate[]> {
  const rows = read.allBig<CertificateRow>(
    `SELECT a.invoice_id, c.number, c.issuer, c.status, c.date, c.submitted, c.decided, c.remitted, a.pay_u AS u, a.pay_f AS f,
        EXISTS (SELECT 1 FROM wht_certificate n WHERE n.replaces_id = c.id AND n.status <> 'void') AS replaced
      FROM wht_allocation a JOIN wht_certificate c ON c.id = a.certificate_id
      WHERE c.status <> 'void' AND (:id IS NULL OR a.invoice_id = :id) ORDER BY c.date, c.id`,
    { id },
  );
  return collect(rows, ({ invoice_id: _invoice, u, f, replaced, ...facts }) => ({
    ...facts,
    replaced: replaced === 1n,
    pay: fromPair(u, f),
  }));
}

function collect<Row extends { invoice_id: bigint }, Item>(rows: readonly Row[], itemOf: (row: Row) => Item): Map<number, Item[]> {
  const lists = new Map<number, Item[]>();
  for (const row of rows) {
    const id = Number(row.invoice_id);
    const list = lists.get(id);
    if (list) list.push(itemOf(row));
    else lists.set(id, [itemOf(row)]);
  }
  return lists;
}

/** What the tax answers that invoices were made by say of withholding, by the answer's id. */
export const quotedWht = (read: ReadDb): Map<number, QuotedWht> =>
  new Map(
    read
      .all<{ id: number; ratePct: string | null; treatment: string; rule: string | null }>(
        `SELECT id, result ->> '$.wht.ratePct' AS ratePct, result ->> '$.wht.treatment' AS treatment, result ->> '$.whtRule.id' AS rule
          FROM tax_quote WHERE id IN (SELECT quote_id FROM invoice WHERE quote_id IS NOT NULL) AND result ->> '$.wht.treatment' IS NOT NULL`,
      )
      .map(({ id, ...quoted }) => [id, quoted]),
  );

/** Certificates of residence in effect by contracting entity and customer's country (`entity|country`). */
export const residenceByEntity = (
  read: ReadDb,
): Map<string, Pick<ResidenceRecord, 'number' | 'residence' | 'forCountry' | 'validFrom' | 'validTo'>[]> =>
  Map.groupBy(
    read.all<{ entity: string; number: string; residence: string; forCountry: string; validFrom: string; validTo: string }>(
      `SELECT COALESCE(c.entity, p.entity) AS entity, c.number, c.residence, c.for_country AS forCountry, c.valid_from AS validFrom, c.valid_to AS validTo
        FROM residence_certificate c LEFT JOIN party p ON p.id = c.party_id
        WHERE c.withdrawn_at IS NULL AND COALESCE(c.entity, p.entity) IS NOT NULL ORDER BY c.id`,
    ),
    (proof) => `${proof.entity}|${proof.forCountry}`,
  );
