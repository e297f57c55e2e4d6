import { add, negate, type Amount } from '../../domain/money/amount.ts';
import { fromPair, toPair } from '../../domain/money/pair.ts';
import type { InvoiceStatus } from '../../domain/invoices/states.ts';
import type { ReadDb, WriteDb } from '../connection.ts';

export type VendorName = 'huawei' | 'tencent' | 'qingcloud' | 'zilliz' | 'other';

/** The stored facts of an invoice or credit note; amounts in its currency, negative on a credit note. */
export interface InvoiceFacts {
  vendor: VendorName;
  number: string;
  kind: 'invoice' | 'credit-note';
  entity: string | null;
  date: string;
  due: string | null;
  period: string | null;
  currency: string;
  net: Amount;
  tax: Amount;
  stated: InvoiceStatus;
  creditsId: number | null;
  note: string;
  source: string;
  figures: Record<string, string>;
}

/** The facts with what payments, certificates and credit notes have laid against them. */
export interface InvoiceRecord extends InvoiceFacts {
  id: number;
  credits: string | null;
  total: Amount;
  paid: Amount;
  withheld: Amount;
  credited: Amount;
}

interface Row {
  id: bigint;
  vendor: VendorName;
  number: string;
  kind: 'invoice' | 'credit-note';
  entity: string | null;
  date: string;
  due: string | null;
  period: string | null;
  currency: string;
  net_u: bigint;
  net_f: bigint;
  tax_u: bigint;
  tax_f: bigint;
  stated: InvoiceStatus;
  credits_id: bigint | null;
  note: string;
  source: string;
  figures: string;
  credits: string | null;
  paid_u: bigint;
  paid_f: bigint;
  held_u: bigint;
  held_f: bigint;
  cred_u: bigint;
  cred_f: bigint;
}

const sumOf = (column: string, from: string): string => `(SELECT COALESCE(SUM(${column}), 0) FROM ${from})`;
const paidFrom = 'payment_allocation a WHERE a.invoice_id = i.id';
const heldFrom = 'wht_allocation a WHERE a.invoice_id = i.id AND a.live = 1';
const creditedFrom = "invoice c WHERE c.credits_id = i.id AND c.stated <> 'void'";
const SELECT = `
  SELECT i.*, o.number AS credits,
    ${sumOf('a.amount_u', paidFrom)} AS paid_u, ${sumOf('a.amount_f', paidFrom)} AS paid_f,
    ${sumOf('a.pay_u', heldFrom)} AS held_u, ${sumOf('a.pay_f', heldFrom)} AS held_f,
    ${sumOf('c.net_u + c.tax_u', creditedFrom)} AS cred_u, ${sumOf('c.net_f + c.tax_f', creditedFrom)} AS cred_f
  FROM invoice i LEFT JOIN invoice o ON o.id = i.credits_id`;

function toRecord(row: Row): InvoiceRecord {
  const [net, tax] = [fromPair(row.net_u, row.net_f), fromPair(row.tax_u, row.tax_f)];
  const total = add(net, tax);
  return {
    id: Number(row.id),
    vendor: row.vendor,
    number: row.number,
    kind: row.kind,
    entity: row.entity,
    date: row.date,
    due: row.due,
    period: row.period,
    currency: row.currency,
    net,
    tax,
    total,
    stated: row.stated,
    creditsId: row.credits_id === null ? null : Number(row.credits_id),
    credits: row.credits,
    note: row.note,
    source: row.source,
    figures: JSON.parse(row.figures) as Record<string, string>,
    paid: fromPair(row.paid_u, row.paid_f),
    withheld: fromPair(row.held_u, row.held_f),
    // A credit note is itself laid against the invoice that it reduces: nothing of it is open.
    credited: row.kind === 'credit-note' ? total : negate(fromPair(row.cred_u, row.cred_f)),
  };
}

export interface InvoiceFilter {
  period?: string | null;
  vendor?: VendorName | null;
  search?: string;
}

/** Newest first. `search` looks in number, note, entity and the credited number, without case. */
export function listInvoices(read: ReadDb, filter: InvoiceFilter = {}): InvoiceRecord[] {
  const rows = read.allBig<Row>(
    `${SELECT} WHERE (:period IS NULL OR i.period = :period) AND (:vendor IS NULL OR i.vendor = :vendor)
      AND (:search = '' OR instr(lower(i.number || char(10) || i.note || char(10) || COALESCE(i.entity, '') || char(10) || COALESCE(o.number, '')), lower(:search)) > 0)
      ORDER BY i.date DESC, i.id DESC`,
    { period: filter.period ?? null, vendor: filter.vendor ?? null, search: filter.search?.trim() ?? '' },
  );
  return rows.map(toRecord);
}

export function invoicesByNumber(read: ReadDb, number: string): InvoiceRecord[] {
  return read.allBig<Row>(`${SELECT} WHERE i.number = ? ORDER BY i.id`, [number]).map(toRecord);
}

export function invoicesById(read: ReadDb, ids: readonly number[]): InvoiceRecord[] {
  return read.allBig<Row>(`${SELECT} WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.id`, [JSON.stringify(ids)]).map(toRecord);
}

/** Live credit notes against the invoice. */
export const creditNotesOf = (read: ReadDb, id: number): InvoiceRecord[] =>
  read.allBig<Row>(`${SELECT} WHERE i.credits_id = ? AND i.stated <> 'void' ORDER BY i.id`, [id]).map(toRecord);

const columns = (f: InvoiceFacts): Record<string, string | number | bigint | null> => {
  const [net, tax] = [toPair(f.net), toPair(f.tax)];
  return {
    vendor: f.vendor,
    number: f.number,
    kind: f.kind,
    entity: f.entity,
    date: f.date,
    due: f.due,
    period: f.period,
    currency: f.currency,
    net_u: net.units,
    net_f: net.fraction,
    tax_u: tax.units,
    tax_f: tax.fraction,
    stated: f.stated,
    credits_id: f.creditsId,
    note: f.note,
    source: f.source,
    figures: JSON.stringify(f.figures),
  };
};

export function insertInvoice(write: WriteDb, facts: InvoiceFacts): number {
  const values = columns(facts);
  const names = Object.keys(values);
  return write.run(`INSERT INTO invoice (${names.join(', ')}) VALUES (${names.map((n) => `:${n}`).join(', ')})`, values).id;
}

/** Writes all facts anew; the caller keeps history and audit. */
export function updateInvoice(write: WriteDb, id: number, facts: InvoiceFacts): void {
  const values = columns(facts);
  write.run(
    `UPDATE invoice SET ${Object.keys(values)
      .map((n) => `${n} = :${n}`)
      .join(', ')} WHERE id = :id`,
    { ...values, id },
  );
}

/** What the audit trail holds of an invoice: its stored facts, which only a command changes. */
export function invoiceSnapshot(record: InvoiceRecord): Record<string, unknown> {
  const { id: _id, paid: _paid, withheld: _withheld, credited: _credited, creditsId: _creditsId, ...facts } = record;
  return facts;
}
export const invoiceSubject = (i: Pick<InvoiceFacts, 'vendor' | 'number'>): string => `invoice:${i.vendor}:${i.number}`;
